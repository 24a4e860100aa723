"""Entries with what was merged into them: one dossier, for as long as the pointers stand.

In: ids of entries. Out: their developments, those of their parts among them under the one id; a
part's opening counts as another name. What binds a part binds the whole: who withdrew consent in
one has withdrawn it in all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from watchdesk.model import MERGED, NAMED, OPENED, Development
from watchdesk.registers import known
from watchdesk.store import Transaction, registers

Told = Mapping[str, tuple[Development, ...]]


def told_of(
    tx: Transaction,
    ids: Iterable[str],
    *,
    known_on: datetime | None = None,
    since_merged: bool = False,
    above: frozenset[str] = frozenset(),
) -> Told:
    """All developments of these entries and of their parts, as known at a moment.

    `since_merged` lets what a part holds be learnt no earlier than the merge, so that the days
    that an entry lasted are known from then on. `above` are the entries that led here.
    """
    own = registers.of_entries(tx, ids)
    pointing = registers.pointing_to(tx, own)
    found = dict(own)
    for entry, parts in pointing.items():
        inner = above | {entry}
        rest = told_of(
            tx, set(parts) - inner, known_on=known_on, since_merged=since_merged, above=inner
        )
        alone = registers.of_entries(tx, rest)
        for part, told in rest.items():
            moment = _merged_at(alone[part], entry, known_on)
            if moment is not None:
                taken = _taken_in(told, entry, moment if since_merged else None)
                found[entry] = (*found[entry], *taken)
    return found


def _merged_at(
    told: Sequence[Development], into: str, known_on: datetime | None
) -> datetime | None:
    """When the pointer was entered that stands; None where none does, as known then."""
    pointers = [one for one in known(told, known_on) if one.kind == MERGED]
    standing = pointers[-1] if pointers else None
    return standing.recorded if standing and standing.value.get("into") == into else None


def _taken_in(
    told: Sequence[Development], entry: str, since: datetime | None
) -> Iterator[Development]:
    for one in told:
        if one.kind == MERGED:
            continue
        moved = replace(one, entry=entry, recorded=max(one.recorded, since or one.recorded))
        yield _named(moved) if one.kind == OPENED else moved


def _named(one: Development) -> Development:
    """An opening as another name: the title stays a spelling, and is the title no more."""
    keys = [list(key) for key in one.value.get("keys", ())]
    title = ["name", one.value.get("title", "")]
    rest = {name: value for name, value in one.value.items() if name not in {"title", "keys"}}
    value = {**rest, "keys": keys if title in keys else [*keys, title]}
    return replace(one, kind=NAMED, value=value)


def root(tx: Transaction, entry_id: str) -> str:
    """The entry that this one is now part of, itself where it was not merged."""
    seen: set[str] = set()
    while entry_id not in seen:
        seen.add(entry_id)
        kept = registers.many(tx, (entry_id,)).get(entry_id)
        if kept is None or not kept.merged_into:
            return entry_id
        entry_id = kept.merged_into
    return min(seen)


def family(tx: Transaction, entry_id: str) -> tuple[str, ...]:
    """The entry, what it is part of and all its parts."""
    found: list[str] = []
    waiting = [root(tx, entry_id)]
    while waiting:
        found += waiting
        parts = registers.pointing_to(tx, waiting).values()
        waiting = sorted({one for some in parts for one in some} - set(found))
    return tuple(found)
