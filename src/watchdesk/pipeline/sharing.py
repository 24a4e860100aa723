"""What the pages that all issues share are made of: registers, and the log of corrections.

In: an open desk, what was kept of its issues, and a day. Out: a `Site`. An entry of a register is
in it as far as the gate lets the public see it today.
"""

from collections.abc import Iterator
from datetime import date

from watchdesk.model import OPENED, Audience, Cleared, Remedy, To
from watchdesk.pipeline import dossiers, drawing
from watchdesk.pipeline.clearing import of_registers, staying
from watchdesk.pipeline.desk import Desk
from watchdesk.publish import (
    Abstract,
    CorrectionLine,
    Dossier,
    Entry,
    Shelf,
    Site,
    item_path,
)
from watchdesk.publish.tongue import tongue
from watchdesk.registers.register import COMMON
from watchdesk.store import corrections as store
from watchdesk.store import issues as kept


def site_of(
    desk: Desk,
    *,
    issues: tuple[Abstract, ...],
    entries: tuple[Entry, ...],
    corrections: tuple[CorrectionLine, ...],
    on: date,
) -> Site:
    """The site beside its issues, as its desk shows it on a day."""
    config = desk.config
    return Site(
        desk_title=config.title,
        language=config.language,
        issues=issues,
        entries=entries,
        shelves=tuple(_shelves(desk, on)),
        corrections=corrections,
        site_url=config.site_url,
        example_note=config.house.example_note,
        theme=config.theme,
        searchable=config.publish.search,
        as_of=on,
    )


def _shelves(desk: Desk, on: date) -> Iterator[Shelf]:
    """The registers that the desk shows, as far as their gate lets them."""
    today = desk.clock().date()
    words, ground = tongue(desk.config.language), drawing.ground_of(desk)
    for name in desk.config.publish.registers:
        register = dossiers.register_named(name)
        asked = of_registers(desk, register.name, Audience(to=To.PUBLIC, on=today))
        found = [one for one in asked if isinstance(one, Cleared) and one.entry.developments]
        shown = [Dossier(cleared=one, line=dossiers.line_of(one.entry, on)) for one in found]
        kinds = {OPENED: COMMON[OPENED], **register.kinds}
        labels = {kind: each.label for kind, each in kinds.items()}
        ordered = sorted(shown, key=lambda one: one.cleared.entry.title)
        view = drawing.of_register(found, on, words=words, ground=ground)
        yield Shelf(name=register.name, labels=labels, dossiers=tuple(ordered), view=view)


def corrections_of(desk: Desk) -> tuple[CorrectionLine, ...]:
    """The public log of what was corrected or withdrawn, newest first.

    What must not leave any more is not in it: its headline would be.
    """
    with desk.store.reading() as tx:
        every = store.every(tx)
        found = {number: kept.numbered(tx, number) for number in {one.issue for one in every}}
        gone = staying(tx, [one.before for one in every], desk.clock().date())
    made = [one for one in every if one.item_id not in gone]
    items = {item.id: item for issue in found.values() if issue for item in issue.items}
    return tuple(
        CorrectionLine(
            at=one.correction.at,
            by=one.correction.by,
            path=item_path(one.issue, one.item_id),
            headline=items.get(one.item_id, one.before).headline.text,
            reason=one.correction.reason,
            withdrawn=one.correction.how is Remedy.WITHDRAWN,
        )
        for one in made
    )
