"""Developments → the entry as it stood on a day, as known at a moment.

Status is never kept as a fact. What had not yet been learnt, and what had been taken back, does not
count; the rest is read in the order in which it held, so that the order of arrival is no matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from watchdesk.model import (
    CONSENTED,
    MERGED,
    NAMED,
    OPENED,
    RETRACTED,
    WITHDRAWN,
    Development,
    Entry,
    Key,
    Stance,
)
from watchdesk.registers.register import ACCESS, Kind

FAR = date.max
"""The end of what has not ended."""

_NO_FIELD = frozenset({"title", "keys", "next", "next_what", "into", "reason", "text", ACCESS})
_NO_FACT = frozenset({CONSENTED, WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of days, half open; `until` is `FAR` while it lasts."""

    since: date
    until: date

    def days(self, today: date) -> int:
        """How many days of it have passed."""
        return (min(self.until, today) - self.since).days


def standing(
    developments: Iterable[Development],
    kinds: Mapping[str, Kind],
    *,
    held_on: date = FAR,
    known_on: datetime | None = None,
) -> Entry | None:
    """The entry on a day, as known at a moment (by default: the newest of both); None before it."""
    learnt = known(developments, known_on)
    first = next((one for one in learnt if one.kind == OPENED), None)
    if first is None:
        return None
    counted = [one for one in learnt if one.held_from <= held_on]
    names = [one for one in learnt if one.kind in {OPENED, NAMED}]
    status, since = _status(counted, kinds, held_on)
    next_date, next_what = _awaited(counted)
    return Entry(
        id=first.entry,
        register=first.register,
        title=_newest(names, "title") or first.entry,
        keys=_keys(names),
        status=status,
        since=since,
        fields=_fields(counted),
        developments=tuple(counted),
        next_date=next_date,
        next_what=next_what,
        merged_into=_newest([one for one in learnt if one.kind == MERGED], "into"),
    )


def known(developments: Iterable[Development], known_on: datetime | None) -> list[Development]:
    """What had been learnt and not taken back, in the order in which it held."""
    learnt = [one for one in developments if known_on is None or one.recorded <= known_on]
    gone = _taken_back(learnt)
    left = [one for one in learnt if one.id not in gone and one.kind != RETRACTED]
    return sorted(left, key=lambda one: (one.held_from, one.recorded, one.id))


def _taken_back(learnt: Sequence[Development]) -> set[str]:
    """The ids that are taken back; a retraction can itself be taken back."""
    by_target: dict[str, list[str]] = {}
    for one in learnt:
        if one.kind == RETRACTED:
            by_target.setdefault(one.retracts, []).append(one.id)
    gone: set[str] = set()
    # The newest first: whether a retraction counts is known before what it takes back is asked.
    for one in sorted(learnt, key=lambda one: (one.recorded, one.id), reverse=True):
        if any(retraction not in gone for retraction in by_target.get(one.id, ())):
            gone.add(one.id)
    return gone


def spells(
    developments: Iterable[Development],
    kinds: Mapping[str, Kind],
    known_on: datetime | None = None,
) -> tuple[Spell, ...]:
    """The stretches of time that developments begin and end, in their order."""
    found: list[Spell] = []
    begun: date | None = None
    for one in known(developments, known_on):
        kind = kinds.get(one.kind)
        if kind is None or not kind.spell or one.stance is not Stance.ASSERTS:
            continue
        if kind.spell == "begins" and begun is None:
            begun = one.held_from
            if one.held_to is not None:
                found.append(Spell(begun, one.held_to))
                begun = None
        elif kind.spell == "ends" and begun is not None:
            found.append(Spell(begun, one.held_from))
            begun = None
    if begun is not None:
        found.append(Spell(begun, FAR))
    return tuple(found)


def _status(
    counted: Sequence[Development], kinds: Mapping[str, Kind], held_on: date
) -> tuple[str, date | None]:
    """The last status that was asserted, and since when; what has ended by then is over."""
    status, since = "", None
    for one in counted:
        kind = kinds.get(one.kind)
        if kind is None or not kind.status or one.stance is not Stance.ASSERTS:
            continue
        if one.held_to is not None and one.held_to <= held_on:
            continue
        if kind.status != status:
            status, since = kind.status, one.held_from
    return status, since


def _awaited(counted: Sequence[Development]) -> tuple[date | None, str]:
    """The next date that the newest development to name one, or to pass it, leaves open."""
    day, what = None, ""
    for one in counted:
        if "next" in one.value:
            named = one.value["next"]
            day = date.fromisoformat(named) if named else None
            what = one.value.get("next_what", "") if named else ""
    return day, what


def _fields(counted: Sequence[Development]) -> dict[str, Any]:
    """The newest value of each field that somebody asserts."""
    return {
        name: value
        for one in counted
        if one.stance is Stance.ASSERTS and one.kind not in _NO_FACT
        for name, value in one.value.items()
        if name not in _NO_FIELD
    }


def _keys(names: Sequence[Development]) -> tuple[Key, ...]:
    found = [Key(*pair) for one in names for pair in one.value.get("keys", ())]
    return tuple(dict.fromkeys(found))


def _newest(developments: Sequence[Development], name: str) -> str:
    """The last value of a field that is not empty."""
    values = [one.value[name] for one in developments if one.value.get(name)]
    return str(values[-1]) if values else ""
