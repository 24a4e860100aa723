"""Enter developments in the registers, and ask how entries stand.

In: an open desk and developments that a person decided on. Out: entries; each change is committed
with what is folded from it before it is given back. Nothing is ever changed or taken out: what was
wrong is taken back by another development.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from watchdesk.model import (
    CONSENTED,
    MERGED,
    OPENED,
    RETRACTED,
    Development,
    Entry,
    Scope,
    UsageError,
    identity,
)
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.united import told_of
from watchdesk.registers import (
    FAR,
    REGISTERS,
    START,
    TESTIMONIES,
    Kind,
    Register,
    broken,
    chained,
    content_in,
    spells,
    standing,
)
from watchdesk.store import Transaction, proposals, registers
from watchdesk.store.registers import KnownSpell

BY_NAME: Mapping[str, Register] = {register.name: register for register in REGISTERS}


def register_named(name: str) -> Register:
    """The register of this name, or the one of whose entries it is the word; `UsageError`."""
    for register in REGISTERS:
        if name in {register.name, register.entry}:
            return register
    names = ", ".join(BY_NAME)
    raise UsageError(f"There is no register {name!r}; there are: {names}.")


def record(tx: Transaction, found: Sequence[Development]) -> tuple[Development, ...]:
    """Enter developments in the chain and fold their entries again; known ones are left out."""
    there = registers.present(tx, (one.id for one in found))
    new = [one for one in {one.id: one for one in found}.values() if one.id not in there]
    for one in new:
        _refuse_unknown(one)
    before = registers.head(tx) or START
    entered: list[Development] = []
    for one in new:
        entered.append(chained(one, before))
        before = entered[-1].digest
    registers.add(tx, entered)
    refold(tx, {one.entry for one in entered})
    return tuple(entered)


def _refuse_unknown(one: Development) -> None:
    register = register_named(one.register)
    if register.kind(one.kind) is None:
        kinds = ", ".join(register.kinds)
        raise UsageError(f"{register.name} have no development {one.kind!r}; there are: {kinds}.")
    if one.kind == CONSENTED and one.value.get("scope") not in set(Scope):
        scopes = ", ".join(scope.value for scope in Scope)
        raise UsageError(f"Consent needs a scope, one of: {scopes}.")
    if register is TESTIMONIES and (why := content_in(one)):
        raise UsageError(f"{why} 'watchdesk testimony' adds, seals and withdraws.")


def refold(tx: Transaction, ids: Iterable[str], above: frozenset[str] = frozenset()) -> None:
    """Fold these entries again, keep how they stand, and so for what they point or pointed to."""
    alone = registers.of_entries(tx, set(ids) - above)
    for entry_id in alone:
        _fold(tx, entry_id)
    told_to = {
        str(one.value.get("into", ""))
        for told in alone.values()
        for one in told
        if one.kind == MERGED
    }
    if told_to:
        refold(tx, told_to, above | set(alone))


def _fold(tx: Transaction, entry_id: str) -> None:
    told = told_of(tx, (entry_id,), since_merged=True)[entry_id]
    kinds = BY_NAME[told[0].register].kinds
    entry = standing(told, kinds)
    if entry is not None:
        last = max(told, key=lambda one: one.recorded)
        lasted = known_spells(told, kinds)
        pointers = [one for one in entry.developments if one.kind == MERGED]
        if pointers:
            lasted = list(_until(lasted, pointers[-1].recorded))
        registers.put_entry(tx, entry, last=last, lasted=lasted)


def _until(lasted: Iterable[KnownSpell], moment: datetime) -> Iterator[KnownSpell]:
    """What was known before an entry became part of another, which tells it from then on."""
    for one in lasted:
        if one.known_from < moment:
            yield replace(one, known_to=min(one.known_to or moment, moment))


def known_spells(told: Sequence[Development], kinds: Mapping[str, Kind]) -> list[KnownSpell]:
    """The stretches of time of an entry, each with from when to when we knew it so."""
    # Nothing else changes them: years of visits and hearings cost no more than the arrest alone.
    telling = [one for one in told if one.retracts or _has_spell(kinds, one)]
    moments = sorted({one.recorded for one in telling})
    states = [(moment, spells(telling, kinds, moment)) for moment in moments]
    changed = [next(same) for _, same in groupby(states, key=lambda state: state[1])]
    ends = [*(moment for moment, _ in changed[1:]), None]
    return [
        KnownSpell(spell.since, spell.until, moment, end)
        for (moment, lasted), end in zip(changed, ends, strict=False)
        for spell in lasted
        if spell.since < spell.until
    ]


def _has_spell(kinds: Mapping[str, Kind], one: Development) -> bool:
    kind = kinds.get(one.kind)
    return kind is not None and bool(kind.spell)


def rebuild(tx: Transaction) -> int:
    """Fold every entry from the chain alone; gives how many there are."""
    ids = {one.entry for one in registers.chain(tx)}
    registers.forget_derived(tx)
    for entry in sorted(ids):
        refold(tx, (entry,))
    return len(ids)


def entry(
    tx: Transaction, entry_id: str, *, held_on: date = FAR, known_on: datetime | None = None
) -> Entry | None:
    """An entry as it stood on a day, as known at a moment."""
    told = told_of(tx, (entry_id,), known_on=known_on).get(entry_id)
    if not told:
        return None
    kinds = BY_NAME[told[0].register].kinds
    return standing(told, kinds, held_on=held_on, known_on=known_on)


def retraction(
    one: Development, *, by: str, at: datetime, reason: str, decision: str = ""
) -> Development:
    """What takes a development back."""
    return Development(
        id=identity(RETRACTED, one.id, at.isoformat()),
        register=one.register,
        entry=one.entry,
        kind=RETRACTED,
        held_from=one.held_from,
        recorded=at,
        by=by,
        value={"reason": reason},
        retracts=one.id,
        decision=decision,
    )


@dataclass(frozen=True, slots=True)
class Change:
    """A development since the last issue; `how` is "new", "late", "corrected" or "retracted".

    Late is what held before the last issue and was learnt after it.
    """

    development: Development
    how: str


def changes(tx: Transaction, *, since: datetime | None, until: datetime) -> tuple[Change, ...]:
    """What was entered in all registers since a moment, without what was taken back again."""
    entered = registers.recorded_between(tx, since, until)
    taken_back = {one.retracts for one in entered if one.retracts}
    corrected = {one.entry for one in entered if one.retracts}
    return tuple(_changes(entered, taken_back, corrected, since))


def newest_changes(tx: Transaction, *, since: datetime, most: int) -> tuple[Development, ...]:
    """The last that was entered since a moment and still holds, in the order of its days."""
    entered = registers.last_recorded(tx, since, most=most)
    taken_back = {one.retracts for one in entered if one.retracts}
    told = (one for one in entered if not one.retracts and one.id not in taken_back)
    return tuple(sorted((one for one in told if one.kind != OPENED), key=lambda one: one.held_from))


def _changes(
    entered: Sequence[Development],
    taken_back: set[str],
    corrected: set[str],
    since: datetime | None,
) -> Iterator[Change]:
    own = {one.id for one in entered}
    for one in entered:
        if one.retracts:
            if one.retracts not in own:
                yield Change(one, "retracted")
        elif one.id not in taken_back and one.kind != OPENED:
            late = since is not None and one.held_from < since.date()
            how = "corrected" if one.entry in corrected else "late" if late else "new"
            yield Change(one, how)


@dataclass(frozen=True, slots=True)
class ChainState:
    """How the chain was found: its length and head, or the first row that does not fit."""

    length: int
    head: str
    broken_at: int | None = None
    why: str = ""


def verify(desk: Desk) -> ChainState:
    """Walk the whole chain and name the first broken row."""
    length = 0

    def counted(told: Iterator[Development]) -> Iterator[Development]:
        nonlocal length
        for one in told:
            length += 1
            yield one

    with desk.store.reading() as tx:
        fault = broken(counted(registers.chain(tx)))
        head = registers.head(tx) or START
    if fault is None:
        return ChainState(length, head)
    return ChainState(length, head, *fault)


def held(
    tx: Transaction, register: str, *, day: date, known: datetime
) -> tuple[registers.Lasting, ...]:
    """Who was held on a day, as known at a moment, longest first."""
    return registers.lasting(tx, register, day=day, known=known)


def overview(desk: Desk) -> list[dict[str, object]]:
    """The registers, how many entries each has and how many proposals wait."""
    with desk.store.reading() as tx:
        waiting = proposals.counts(tx)
        return [
            {
                "register": one.name,
                "entries": len(registers.ids(tx, one.name)),
                "proposals": waiting.get(one.name, 0),
            }
            for one in REGISTERS
        ]


def entries_of(desk: Desk, name: str, status: str | None) -> list[dict[str, object]]:
    """The entries of a register as rows, as known now."""
    register = register_named(name)
    with desk.store.reading() as tx:
        found = registers.listed(tx, register.name, status=status, limit=10_000)
    return [
        {"id": one.id, "status": one.status, "since": one.since, "title": one.title}
        for one in found
    ]


def lasting_on(desk: Desk, name: str, day: date, known: datetime) -> list[dict[str, object]]:
    """What lasted on a day, as known at a moment, as rows: *still held*."""
    register = register_named(name)
    with desk.store.reading() as tx:
        found = held(tx, register.name, day=day, known=known)
        titles = registers.many(tx, (one.entry for one in found))
    return [
        {
            "id": one.entry,
            "days": (day - one.since).days,
            "since": one.since,
            "title": titles[one.entry].title,
        }
        for one in found
    ]


def entry_of(
    desk: Desk, entry_id: str, *, held_on: date | None, known_on: datetime | None
) -> Entry:
    """An entry as it stood; `UsageError` where there was none."""
    with desk.store.reading() as tx:
        found = entry(tx, entry_id, held_on=held_on or FAR, known_on=known_on)
    if found is None:
        raise UsageError(f"There is no entry {entry_id} in the registers, as known then.")
    return found


def line_of(entry: Entry, on: date) -> str:
    """What an issue prints of an entry on a day."""
    return register_named(entry.register).line(entry, on)
