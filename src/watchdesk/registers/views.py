"""Entries as rows: what screens, pages and commands draw.

In: entries that the gate let pass, for the desk or for the outside. Out: rows of `model.view`. The
map is the GeoJSON of `exchange`, the table as a file its CSV.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from watchdesk.model import (
    OPENED,
    Cleared,
    Development,
    EntryRow,
    FigureRow,
    GapRow,
    HeldRow,
    Quantity,
    TimelineRow,
)
from watchdesk.registers.fold import spells
from watchdesk.registers.register import Register


def table(
    entries: Iterable[Cleared], *, status: str = "", having: Mapping[str, str] | None = None
) -> tuple[EntryRow, ...]:
    """Entries in the order of their titles; of a status, and having these values in fields."""
    rows = [_entry_row(one) for one in entries]
    kept = [row for row in rows if status in {"", row.status} and _has(row.fields, having or {})]
    return tuple(sorted(kept, key=lambda row: (row.title.casefold(), row.id)))


def _entry_row(cleared: Cleared) -> EntryRow:
    entry = cleared.entry
    return EntryRow(
        id=entry.id,
        register=entry.register,
        title=entry.title,
        status=entry.status,
        since=entry.since,
        next_date=entry.next_date,
        next_what=entry.next_what,
        last_held=max((one.held_from for one in entry.developments), default=None),
        fields=dict(entry.fields),
    )


def _has(fields: Mapping[str, Any], wanted: Mapping[str, str]) -> bool:
    """Whether each field holds the wanted words, in any case."""
    return all(
        value.casefold() in str(fields.get(name, "")).casefold() for name, value in wanted.items()
    )


def timeline(
    entries: Iterable[Cleared],
    register: Register,
    *,
    since: date = date.min,
    until: date = date.max,
) -> tuple[TimelineRow, ...]:
    """What happened between two days (both included), in order."""
    rows = [
        _timeline_row(one, told, register)
        for one in entries
        for told in one.entry.developments
        if told.kind != OPENED and since <= told.held_from <= until
    ]
    return tuple(sorted(rows, key=lambda row: (row.day, row.title, row.label)))


def _timeline_row(cleared: Cleared, one: Development, register: Register) -> TimelineRow:
    kind = register.kind(one.kind)
    first = one.evidence[0] if one.evidence else None
    page = cleared.pages.get(first.article_id or "") if first else None
    return TimelineRow(
        day=one.held_from,
        until=one.held_to,
        entry=cleared.entry.id,
        title=cleared.entry.title,
        label=kind.label if kind else one.kind,
        stance=one.stance.value,
        says=one.says,
        quote=first.quote if first else "",
        url=page.url if page else "",
    )


def still_held(entries: Iterable[Cleared], register: Register, on: date) -> tuple[HeldRow, ...]:
    """Who was held on a day, longest first; days of earlier spells are counted too.

    What was known is a matter of the entries: they come folded as known at a moment.
    """
    rows = [row for one in entries for row in _held_row(one, register, on)]
    return tuple(sorted(rows, key=lambda row: (row.since, row.title)))


def _held_row(cleared: Cleared, register: Register, on: date) -> Iterator[HeldRow]:
    entry = cleared.entry
    lasted = spells([one for one in entry.developments if one.held_from <= on], register.kinds)
    lasts = [spell for spell in lasted if spell.since <= on < spell.until]
    if lasts:
        yield HeldRow(
            id=entry.id,
            title=entry.title,
            since=lasts[-1].since,
            days=sum(spell.days(on) for spell in lasted),
            next_date=entry.next_date,
            next_what=entry.next_what,
        )


def side_by_side(quantities: Iterable[Quantity]) -> tuple[FigureRow, ...]:
    """Every number beside its rivals, in the order of their dates; nothing is averaged."""
    return tuple(
        FigureRow(
            quantity=each.counts,
            says=claim.says,
            printed=claim.printed,
            low=claim.low,
            high=claim.high,
            as_of=claim.as_of,
            disagrees=claim in each.rivals,
        )
        for each in quantities
        for claim in each.claims
    )


def gaps(entries: Iterable[Cleared], register: Register, on: date) -> tuple[GapRow, ...]:
    """What entries lack: news for longer than is usual, a second source, what was awaited."""
    return tuple(
        GapRow(id=one.entry.id, title=one.entry.title, gap=gap)
        for one in entries
        for gap in _gaps(one, register, on)
    )


def _gaps(cleared: Cleared, register: Register, on: date) -> Iterator[str]:
    entry = cleared.entry
    told = [one for one in entry.developments if one.kind in register.kinds]
    last = max((one.held_from for one in told), default=None)
    if last is None:
        yield "Nothing is known beside its name."
        return
    if on - last > timedelta(days=register.patience_days):
        yield f"Nothing new for {(on - last).days} days."
    if len(_sources(told)) == 1:
        yield "All of it rests on one source."
    if entry.next_date is not None and entry.next_date < on:
        yield f"The {entry.next_what or 'next date'} of {entry.next_date} has passed unreported."


def _sources(told: Sequence[Development]) -> set[str]:
    return {p.article_id or p.capture_id or "" for one in told for p in one.evidence}
