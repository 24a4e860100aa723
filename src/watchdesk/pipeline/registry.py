"""A register as an editor looks at it: entries, timeline, who is still held, gaps, proposals.

In: an open desk, the register's name. Out: rows, bounded in number. What is shown passed the gate
for the desk itself. Nothing is decided here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from watchdesk.model import (
    Audience,
    Cleared,
    Development,
    Entry,
    EntryRow,
    GapRow,
    HeldRow,
    Page,
    Proposal,
    TimelineRow,
    To,
    UsageError,
)
from watchdesk.pipeline import dossiers
from watchdesk.pipeline.clearing import cleared
from watchdesk.pipeline.desk import Desk
from watchdesk.registers import COMMON
from watchdesk.registers.views import gaps, still_held, table, timeline
from watchdesk.store import Transaction, articles, proposals, registers

MOST = 200
"""Entries on one screen; the status narrows them."""
MOST_PROPOSED = 30
MOST_TIMES = 60
BACK = timedelta(days=120)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One register in the list of registers."""

    name: str
    entries: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A proposal with what it might belong to, by id and title."""

    proposal: Proposal
    label: str
    alike: tuple[tuple[str, str], ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """One register as its screen shows it; `more` says that there are entries not shown."""

    name: str
    word: str
    statuses: tuple[str, ...]
    entries: tuple[EntryRow, ...]
    lines: Mapping[str, str]
    held: tuple[HeldRow, ...]
    gaps: tuple[GapRow, ...]
    times: tuple[TimelineRow, ...]
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """One entry with its developments and the pages that they rest on."""

    entry: Entry
    line: str
    labels: Mapping[str, str]
    pages: Mapping[str, Page]

    def label(self, one: Development) -> str:
        """The word for a development."""
        return self.labels.get(one.kind, one.kind)


def shelves(desk: Desk) -> tuple[Shelf, ...]:
    """The registers, with how many entries each has and how many proposals wait."""
    return tuple(
        Shelf(
            name=str(row["register"]), entries=_int(row["entries"]), waiting=_int(row["proposals"])
        )
        for row in dossiers.overview(desk)
    )


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0


def offered(desk: Desk, name: str | None = None) -> tuple[Offered, ...]:
    """What waits for a decision, the oldest first."""
    register = dossiers.register_named(name).name if name else None
    with desk.store.reading() as tx:
        found = proposals.waiting(tx, register, limit=MOST_PROPOSED)
        return _offered(tx, desk, found)


def _offered(tx: Transaction, desk: Desk, found: tuple[Proposal, ...]) -> tuple[Offered, ...]:
    wanted = {id_ for one in found for id_ in (*one.alike, one.entry or "") if id_}
    known = registers.many(tx, wanted)
    read = {piece.article_id for one in found for piece in one.evidence if piece.article_id}
    held = articles.many(tx, read)
    return tuple(
        Offered(
            proposal=one,
            label=_labels(one.register).get(one.kind, one.kind),
            alike=tuple(
                (id_, known[id_].title)
                for id_ in dict.fromkeys((one.entry or "", *one.alike))
                if id_ in known
            ),
            outlets=tuple(
                desk.outlets.get(held[piece.article_id].source_id or "", "")
                if piece.article_id in held
                else ""
                for piece in one.evidence
            ),
        )
        for one in found
    )


def _labels(name: str) -> dict[str, str]:
    register = dossiers.register_named(name)
    kinds = {key: kind.label for key, kind in register.kinds.items()}
    common = {key: kind.label for key in COMMON if (kind := register.kind(key))}
    return common | kinds


def register_page(desk: Desk, name: str, *, status: str = "") -> RegisterPage:
    """One register, of a status where one is given."""
    register = dossiers.register_named(name)
    day = desk.clock().date()
    with desk.store.reading() as tx:
        found = registers.listed(tx, register.name, status=status or None, limit=MOST + 1)
        ids = [one.id for one in found[:MOST]]
        passed = cleared(tx, ids, Audience(to=To.DESK, on=day))
        seen = [one for one in passed if isinstance(one, Cleared)]
    times = timeline(seen, register, since=day - BACK)
    return RegisterPage(
        name=register.name,
        word=register.entry,
        statuses=tuple(sorted({kind.status for kind in register.kinds.values() if kind.status})),
        entries=table(seen),
        lines={one.entry.id: register.line(one.entry, day) for one in seen},
        held=still_held(seen, register, day),
        gaps=gaps(seen, register, day),
        times=times[::-1][:MOST_TIMES],
        more=len(found) > MOST,
    )


def entry_page(desk: Desk, entry_id: str) -> EntryPage:
    """One entry; `UsageError` where there is none."""
    day = desk.clock().date()
    with desk.store.reading() as tx:
        found = next(iter(cleared(tx, (entry_id,), Audience(to=To.DESK, on=day))), None)
    if not isinstance(found, Cleared):
        raise UsageError(f"There is no entry {entry_id} in the registers.")
    return EntryPage(
        entry=found.entry,
        line=dossiers.line_of(found.entry, day),
        labels=_labels(found.entry.register),
        pages=found.pages,
    )
