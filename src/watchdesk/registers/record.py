"""What an official record says of a measure: proposals with the record's own dates.

In: an article that a record was read into, and the entries that carry its keys. Out: proposals for
what no entry has yet. A number that begins anew each session names another measure in another one:
the record's lasting id decides which entry it is.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from watchdesk.model import (
    NAMED,
    OPENED,
    Entry,
    Key,
    Precision,
    Proposal,
    Span,
    identity,
)
from watchdesk.registers.material import LASTING, MEASURE, NOT, Material, Words, passages
from watchdesk.registers.opening import opened_as
from watchdesk.registers.register import Kind
from watchdesk.text.cited import cite
from watchdesk.text.records import RECORD, UNTOLD, Field, Step, fields_in, steps_in

RULE = "read in the official record"
VERSION = 1

_PEOPLE = frozenset({"cosponsored", "cosponsor_withdrawn"})
_FIELDS = {"Body": "body", "Sponsor": "sponsors", "Stage": "stage"}


def is_record(material: Material) -> bool:
    """Whether the article is an official record."""
    return material.article.page_type == RECORD


def keys_of(material: Material) -> frozenset[Key]:
    """The number and the lasting id that the record says are its own."""
    schemes = {"Key": MEASURE, "Record": LASTING}
    return frozenset(
        Key(schemes[one.name], one.words)
        for one in fields_in(material.article.text)
        if one.name in schemes
    )


def propose(
    material: Material, known: Sequence[Entry], words: Words, kinds: Mapping[str, Kind]
) -> Iterator[Proposal]:
    """Each step of the record that no entry has yet, those of one kind and day together."""
    record = _Record(material, keys_of(material))
    if not record.keys:
        return
    entry = _same(record, known)
    if entry is not None and not record.keys <= set(entry.keys):
        yield record.proposal(NAMED, material.told_at.date(), entry, record.named())
    found = list(_told(record, words, kinds))
    held = _Held(entry)
    for told in found:
        if not held.has(told):
            yield record.proposal(told.kind, told.day, entry, told)
    if entry is None and not found and record.field("Title"):
        yield record.proposal(OPENED, material.told_at.date(), None, record.named())


@dataclass(frozen=True, slots=True)
class _Told:
    """What is proposed: the places that tell it, and the values that come with it."""

    kind: str
    day: date
    spans: tuple[Span, ...]
    value: dict[str, Any]
    precision: Precision = Precision.DAY


class _Record:
    def __init__(self, material: Material, keys: frozenset[Key]) -> None:
        self.material = material
        self.keys = keys
        self.fields = fields_in(material.article.text)
        self.steps = steps_in(material.article.text)

    def field(self, name: str) -> Field | None:
        return next((one for one in self.fields if one.name == name), None)

    def title(self) -> str:
        named = self.field("Title") or self.field("Number")
        return named.words if named else self.material.article.title

    def named(self) -> _Told:
        spans = tuple(one.span for one in self.fields if one.name in {"Record", "Key"})
        value = opened_as(self.title(), self._sorted())
        return _Told(NAMED, self.material.told_at.date(), spans, value)

    def _sorted(self) -> list[Key]:
        return sorted(self.keys)

    def proposal(self, kind: str, day: date, entry: Entry | None, told: _Told) -> Proposal:
        article = self.material.article
        who = told.value.get("names", ())
        when = day.isoformat() if told.precision is Precision.DAY else ""
        return Proposal(
            id=identity("measures", *(one.value for one in self._sorted()), kind, when, *who),
            register="measures",
            kind=kind,
            title=self.title(),
            keys=tuple(self._sorted()),
            held_from=day,
            precision=told.precision,
            made_at=self.material.told_at,
            evidence=tuple(cite(article, span) for span in told.spans),
            rule=RULE,
            version=VERSION,
            entry=entry.id if entry else None,
            value=told.value,
            says=_system(self),
        )


def _system(record: _Record) -> str:
    named = record.field("System")
    return named.words if named else ""


def _same(record: _Record, known: Sequence[Entry]) -> Entry | None:
    """The entry that the record is of: by its lasting id, else by a number that no other id holds.

    An entry of which everything happened before the record began is one of an earlier session.
    """
    lasting = {key for key in record.keys if key.scheme == LASTING}
    began = min((one.day for one in record.steps), default=date.min)
    for entry in known:
        if lasting & set(entry.keys):
            return entry
    for entry in known:
        other = any(key.scheme == LASTING for key in entry.keys)
        if not other and any(one.held_from >= began for one in entry.developments):
            return entry
    return None


class _Held:
    """What an entry has already, by kind and day."""

    def __init__(self, entry: Entry | None) -> None:
        self._names: dict[tuple[str, date | None], set[str]] = {}
        for one in entry.developments if entry else ():
            for day in (one.held_from, None):
                self._names.setdefault((one.kind, day), set()).update(one.value.get("names", ()))

    def has(self, told: _Told) -> bool:
        """Whether a step is among it: a kind on a day, and for people all their names."""
        day = told.day if told.precision is Precision.DAY else None
        names = self._names.get((told.kind, day))
        return names is not None and names.issuperset(told.value.get("names", ()))


def _told(record: _Record, words: Words, kinds: Mapping[str, Kind]) -> Iterator[_Told]:
    steps = [pair for pair in _kinds_of(record, words) if pair[0] in kinds]
    steps.sort(key=lambda pair: (pair[1].day, pair[0]))
    last = max((one.day for kind, one in steps if kind in _PEOPLE), default=None)
    for (day, kind), group in groupby(steps, key=lambda pair: (pair[1].day, pair[0])):
        told = [one for _, one in group]
        value = _values(record, kind, [one.words for one in told])
        count = record.field("Cosponsors")
        if kind in _PEOPLE and day == last and count and count.words.isdecimal():
            value["cosponsors"] = int(count.words)
        yield _Told(kind, day, tuple(one.span for one in told), value)
    companions = [one for one in record.fields if one.name == "Companion"]
    if companions:
        seen, named = record.material.told_at.date(), [one.words for one in companions]
        spans = tuple(one.span for one in companions)
        yield _Told("companion", seen, spans, {"names": named}, Precision.BEFORE)


def _kinds_of(record: _Record, words: Words) -> Iterator[tuple[str, Step]]:
    """The steps with their kinds; where the record gives none, by the register's own words."""
    starts = [one.span.start for one in record.steps]
    by_words: dict[int, set[str]] = {}
    if any(one.kind == UNTOLD for one in record.steps):
        for passage in passages(record.material, words):
            at = bisect_right(starts, passage.word.start) - 1
            by_words.setdefault(at, set()).add(NOT if passage.doubtful else passage.kind)
    for at, step in enumerate(record.steps):
        found = by_words.get(at, set())
        told = next(iter(found)) if len(found) == 1 else UNTOLD
        yield (told if step.kind == UNTOLD else step.kind), step


def _values(record: _Record, kind: str, told: Sequence[str]) -> dict[str, Any]:
    if kind in _PEOPLE:
        return {"names": list(told)}
    if kind != "introduced":
        return {"stage": told[-1]}
    named = ((_FIELDS[one.name], one.words) for one in record.fields if one.name in _FIELDS)
    return {name: words for name, words in named if name != "stage"}
