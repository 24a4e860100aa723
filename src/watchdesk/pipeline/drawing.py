"""What of the registers may be drawn: where sites and events are, how many were held over time.

In: a transaction and the day on which it is published. Out: places and counts as the public may
see them on that day, whatever a draft once held. A site under threat has no place here unless a
partner agreed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from watchdesk.model import Audience, Cleared, Dossier, Issue, To
from watchdesk.pipeline import dossiers
from watchdesk.pipeline.clearing import cleared
from watchdesk.pipeline.desk import Desk
from watchdesk.publish.charts import Chart, Ground, Place, PlacesMap, View, draw, is_drawable
from watchdesk.publish.drawn import held_view
from watchdesk.publish.tongue import Tongue, tongue
from watchdesk.registers.exchange.shared import point
from watchdesk.registers.views import still_held
from watchdesk.store import Transaction, registers

MAPPED = frozenset({"sites", "events"})
"""The registers whose entries stand on maps; where people are does not."""

MONTHS = 24
FEWEST = 3
"""Where never as many were held at once, a line would tell less than the names do."""


def ground_of(desk: Desk) -> Ground:
    """What lies under the desk's maps."""
    maps = desk.config.maps
    return Ground(land=maps.land, layer=desk.config.map_layer, layer_by=maps.layer_by)


def places_in(tx: Transaction, issue: Issue, on: date) -> Mapping[str, tuple[float, float]]:
    """Longitude and latitude of the sites and events that the issue tells of, by entry."""
    told = (item.detail for item in issue.items)
    ids = [one.entry for one in told if isinstance(one, Dossier)]
    found = _cleared(tx, ids, on)
    return {
        one.entry.id: at
        for one in found
        if one.entry.register in MAPPED and (at := point(one)) is not None
    }


def held_in(tx: Transaction, issue: Issue, on: date) -> tuple[tuple[date, int], ...]:
    """How many were held on the first of each month, where the issue tells of a case."""
    told = (item.detail for item in issue.items)
    if not any(isinstance(one, Dossier) and one.register == "case" for one in told):
        return ()
    return held_by_month(list(_cleared(tx, registers.ids(tx, "cases"), on)), on)


def held_by_month(found: Sequence[Cleared], on: date) -> tuple[tuple[date, int], ...]:
    """How many of these cases were held on the first of each month up to a day."""
    cases = dossiers.register_named("cases")
    counts = [(day, len(still_held(found, cases, day))) for day in _months(on)]
    first = next((at for at, (_, count) in enumerate(counts) if count), len(counts))
    shown = tuple(counts[max(first - 1, 0) :])
    return shown if max((count for _, count in shown), default=0) >= FEWEST else ()


def of_register(
    found: Sequence[Cleared], on: date, *, words: Tongue, ground: Ground
) -> View | None:
    """What the page of a register draws of its entries: a map, or who was held month by month."""
    standing = [one for one in found if not one.entry.merged_into]
    names = {one.entry.register for one in standing}
    if names and names <= MAPPED:
        places = tuple(places_of(standing, on))
        title = words.say("map_title")
        return PlacesMap(title=title, places=places, ground=ground) if places else None
    points = held_by_month(standing, on) if names == {"cases"} else ()
    return held_view(points, words) if points else None


def map_of(desk: Desk, ids: Sequence[str], language: str) -> Chart | None:
    """Where these entries are, as readers may see it today; None where none has such a place."""
    words, on = tongue(language), desk.clock().date()
    with desk.store.reading() as tx:
        found = [one for one in _cleared(tx, ids, on) if one.entry.register in MAPPED]
    view = of_register(found, on, words=words, ground=ground_of(desk))
    return draw(view, words) if view and is_drawable(view) else None


def places_of(found: Iterable[Cleared], on: date) -> Iterator[Place]:
    """The places of entries that have one, with the line that their register prints."""
    for one in found:
        at = point(one)
        if at is not None:
            entry = one.entry
            yield Place(
                name=entry.title,
                lon=at[0],
                lat=at[1],
                kind="event" if entry.register == "events" else "site",
                says=dossiers.line_of(entry, on),
            )


def _cleared(tx: Transaction, ids: Iterable[str], on: date) -> Iterator[Cleared]:
    for one in cleared(tx, ids, Audience(to=To.PUBLIC, on=on)):
        if isinstance(one, Cleared) and not one.entry.merged_into:
            yield one


def _months(on: date) -> Iterator[date]:
    for back in range(MONTHS - 1, -1, -1):
        at = on.year * 12 + on.month - 1 - back
        yield date(at // 12, at % 12 + 1, 1)
