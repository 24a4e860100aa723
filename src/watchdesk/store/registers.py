"""Developments, and what is derived from them so that questions cost what their answers are long.

Developments are only added. `entries`, `entry_keys` and `spells` are folded by the caller when it
adds one, and can be folded again from the start.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, func, insert, select, text

from watchdesk.model import Development, Entry, Evidence, Key, Precision, Stance
from watchdesk.store.columns import Moment
from watchdesk.store.database import Transaction
from watchdesk.store.dialect import LASTING, insert_once, upsert
from watchdesk.store.portions import portions
from watchdesk.store.tables import developments, entries, entry_keys, spells
from watchdesk.store.values import dump, load

_LASTING = text(LASTING).bindparams(bindparam("moment", type_=Moment))

AT_ONCE = 1000
"""Rows of the chain that are held in memory at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One entry as known now, in a line."""

    id: str
    register: str
    title: str
    status: str
    since: date | None
    next_date: date | None
    last_held: date
    last_recorded: datetime
    merged_into: str = ""


@dataclass(frozen=True, slots=True)
class Lasting:
    """A stretch of days of an entry; `until` is the last of days while it lasts."""

    entry: str
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class KnownSpell:
    """A stretch of days, and from when to when we knew it so (`known_to` None: still)."""

    since: date
    until: date
    known_from: datetime
    known_to: datetime | None


def head(tx: Transaction) -> str | None:
    """The digest of the last development in the chain; None for an empty one."""
    last = select(developments.c.digest).order_by(developments.c.number.desc()).limit(1)
    return tx.connection.execute(last).scalar()


def last_of(tx: Transaction, kinds: Sequence[str]) -> str | None:
    """The digest of the last development of one of these kinds; None where there is none."""
    last = select(developments.c.digest).where(developments.c.kind.in_(kinds))
    return tx.connection.execute(last.order_by(developments.c.number.desc()).limit(1)).scalar()


def of_kind(tx: Transaction, register: str, kind: str) -> Iterator[Development]:
    """The developments of one kind in a register, in the order in which they were entered."""
    query = select(developments).where(developments.c.register == register)
    return _read(tx, query.where(developments.c.kind == kind).order_by(developments.c.number))


def begun_and_ended(tx: Transaction, kind: str, on: date) -> tuple[int, int]:
    """How many developments of a kind hold from a day on or before `on`, and how many no more."""
    own, day = developments.c.kind == kind, on.isoformat()
    begun, ended = developments.c.held_from <= day, developments.c.held_to <= day
    query = select(func.count().filter(begun), func.count().filter(ended)).where(own)
    first, second = tx.connection.execute(query).one()
    return int(first), int(second)


def add(tx: Transaction, chained: Sequence[Development]) -> None:
    """Add developments that name one another, in their order."""
    if chained:
        tx.connection.execute(insert(developments), [_row(one) for one in chained])


def present(tx: Transaction, ids: Iterable[str]) -> frozenset[str]:
    """Which of these developments are entered already."""
    query = select(developments.c.id)
    return frozenset(
        id_
        for some in portions(ids)
        for id_ in tx.connection.execute(query.where(developments.c.id.in_(some))).scalars()
    )


def get(tx: Transaction, development_id: str) -> Development | None:
    """The development of this id."""
    row = tx.connection.execute(
        select(developments).where(developments.c.id == development_id)
    ).first()
    return _development(row) if row else None


def of_entries(tx: Transaction, ids: Iterable[str]) -> dict[str, tuple[Development, ...]]:
    """All developments of these entries, in the order in which they were entered."""
    found: dict[str, list[Development]] = {}
    for some in portions(ids):
        query = select(developments).where(developments.c.entry.in_(some))
        for one in _read(tx, query.order_by(developments.c.number)):
            found.setdefault(one.entry, []).append(one)
    return {entry: tuple(ones) for entry, ones in found.items()}


def recorded_between(
    tx: Transaction, since: datetime | None, until: datetime
) -> tuple[Development, ...]:
    """What was entered after `since` and not after `until`, in order."""
    query = select(developments).where(developments.c.recorded <= until)
    if since is not None:
        query = query.where(developments.c.recorded > since)
    return tuple(_read(tx, query.order_by(developments.c.number)))


def last_recorded(tx: Transaction, since: datetime, *, most: int) -> tuple[Development, ...]:
    """What was entered last after a moment, the newest first."""
    query = select(developments).where(developments.c.recorded > since)
    newest = query.order_by(developments.c.recorded.desc(), developments.c.number.desc())
    return tuple(_read(tx, newest.limit(most)))


def held_between(tx: Transaction, since: date, until: date) -> tuple[str, ...]:
    """The entries with a development that fell between two days, both included."""
    query = select(developments.c.entry).distinct().order_by(developments.c.entry)
    between = developments.c.held_from.between(since.isoformat(), until.isoformat())
    return tuple(tx.connection.execute(query.where(between)).scalars())


def chain(tx: Transaction) -> Iterator[Development]:
    """The whole chain, a portion at a time."""
    number = 0
    while True:
        query = select(developments).where(developments.c.number > number)
        rows = tx.connection.execute(query.order_by(developments.c.number).limit(AT_ONCE)).all()
        yield from map(_development, rows)
        if len(rows) < AT_ONCE:
            return
        number = rows[-1].number


def put_entry(
    tx: Transaction, entry: Entry, *, last: Development, lasted: Sequence[KnownSpell]
) -> None:
    """Keep an entry as it stands now, in place of what was kept of it."""
    newest = max(entry.developments, key=lambda one: one.held_from, default=last)
    row = {
        "id": entry.id,
        "register": entry.register,
        "title": entry.title,
        "status": entry.status,
        "since": _day(entry.since),
        "next_date": _day(entry.next_date),
        "last_held": newest.held_from.isoformat(),
        "last_recorded": last.recorded,
        "merged_into": entry.merged_into,
    }
    tx.connection.execute(upsert(entries), row)
    _put_keys(tx, entry)
    _put_spells(tx, entry, lasted)


def _put_keys(tx: Transaction, entry: Entry) -> None:
    tx.connection.execute(delete(entry_keys).where(entry_keys.c.entry == entry.id))
    rows = [{"scheme": k.scheme, "value": k.value, "entry": entry.id} for k in entry.keys]
    if rows:
        tx.connection.execute(insert_once(entry_keys), rows)


def _put_spells(tx: Transaction, entry: Entry, lasted: Sequence[KnownSpell]) -> None:
    tx.connection.execute(delete(spells).where(spells.c.entry == entry.id))
    rows = [
        {
            "register": entry.register,
            "entry": entry.id,
            "since": one.since.isoformat(),
            "until": one.until.isoformat(),
            "known_from": one.known_from,
            "known_to": one.known_to,
        }
        for one in lasted
    ]
    if rows:
        tx.connection.execute(insert(spells), rows)


def forget_derived(tx: Transaction) -> None:
    """Empty what was folded, so that it can be folded again."""
    for table in (spells, entry_keys, entries):
        tx.connection.execute(delete(table))


def ids(tx: Transaction, register: str | None = None) -> tuple[str, ...]:
    """The entries of a register, or all, in the order of their titles."""
    query = select(entries.c.id).order_by(entries.c.title, entries.c.id)
    if register is not None:
        query = query.where(entries.c.register == register)
    return tuple(tx.connection.execute(query).scalars())


def listed(
    tx: Transaction, register: str, *, status: str | None = None, limit: int = 200, offset: int = 0
) -> tuple[Standing, ...]:
    """Entries of a register as known now, merged ones left out, by status and title."""
    query = select(entries).where(entries.c.register == register, entries.c.merged_into == "")
    if status is not None:
        query = query.where(entries.c.status == status)
    query = query.order_by(entries.c.status, entries.c.title).limit(limit).offset(offset)
    return tuple(standing(row) for row in tx.connection.execute(query))


def names(tx: Transaction) -> tuple[str, ...]:
    """The titles and spellings of all entries that stand for themselves."""
    titles = select(entries.c.title).where(entries.c.merged_into == "")
    spellings = select(entry_keys.c.value).where(entry_keys.c.scheme == "name")
    return tuple(tx.connection.execute(titles.union(spellings)).scalars())


def many(tx: Transaction, wanted: Iterable[str]) -> dict[str, Standing]:
    """These entries as known now."""
    return {
        row.id: standing(row)
        for some in portions(wanted)
        for row in tx.connection.execute(select(entries).where(entries.c.id.in_(some)))
    }


def pointing_to(tx: Transaction, wanted: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The entries that were merged into each of these, those without any left out."""
    found: dict[str, tuple[str, ...]] = {}
    query = select(entries.c.id, entries.c.merged_into).order_by(entries.c.id)
    for some in portions(wanted):
        for row in tx.connection.execute(query.where(entries.c.merged_into.in_(some))):
            found[row.merged_into] = (*found.get(row.merged_into, ()), row.id)
    return found


def carrying(tx: Transaction, keys: Iterable[Key]) -> dict[Key, tuple[str, ...]]:
    """The entries that each of these keys leads to."""
    wanted: dict[str, list[str]] = {}
    for key in sorted(set(keys)):
        wanted.setdefault(key.scheme, []).append(key.value)
    found: dict[Key, tuple[str, ...]] = {}
    for scheme, values in wanted.items():
        of_scheme = select(entry_keys).where(entry_keys.c.scheme == scheme)
        for some in portions(values):
            query = of_scheme.where(entry_keys.c.value.in_(some)).order_by(entry_keys.c.entry)
            for row in tx.connection.execute(query):
                key = Key(scheme, row.value)
                found[key] = (*found.get(key, ()), row.entry)
    return found


def lasting(tx: Transaction, register: str, *, day: date, known: datetime) -> tuple[Lasting, ...]:
    """What lasted on a day, as known at a moment, longest first."""
    asked = {"register": register, "day": day.isoformat(), "moment": known}
    return tuple(
        Lasting(row.entry, date.fromisoformat(row.since), date.fromisoformat(row.until))
        for row in tx.connection.execute(_LASTING, asked)
    )


def _row(one: Development) -> dict[str, Any]:
    return {
        "id": one.id,
        "register": one.register,
        "entry": one.entry,
        "kind": one.kind,
        "held_from": one.held_from.isoformat(),
        "held_to": _day(one.held_to),
        "precision": one.precision.value,
        "stance": one.stance.value,
        "says": one.says,
        "recorded": one.recorded,
        "by": one.by,
        "value": dump(one.value),
        "evidence": dump(one.evidence),
        "retracts": one.retracts,
        "decision": one.decision,
        "before": one.before,
        "digest": one.digest,
    }


def _read(tx: Transaction, query: Select[Any]) -> Iterator[Development]:
    return map(_development, tx.connection.execute(query))


def _development(row: Row[Any]) -> Development:
    return Development(
        id=row.id,
        register=row.register,
        entry=row.entry,
        kind=row.kind,
        held_from=date.fromisoformat(row.held_from),
        held_to=_date(row.held_to),
        precision=Precision(row.precision),
        stance=Stance(row.stance),
        says=row.says,
        recorded=row.recorded,
        by=row.by,
        value=row.value,
        evidence=load(tuple[Evidence, ...], row.evidence),
        retracts=row.retracts,
        decision=row.decision,
        before=row.before,
        digest=row.digest,
    )


def standing(row: Row[Any]) -> Standing:
    """A row of `entries` as it is read."""
    return Standing(
        id=row.id,
        register=row.register,
        title=row.title,
        status=row.status,
        since=_date(row.since),
        next_date=_date(row.next_date),
        last_held=date.fromisoformat(row.last_held),
        last_recorded=row.last_recorded,
        merged_into=row.merged_into,
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _date(day: str | None) -> date | None:
    return date.fromisoformat(day) if day is not None else None
