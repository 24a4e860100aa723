"""What an editor enters in a register by hand, takes back, or says is the same.

In: an open desk, a person, and the passage that proves it. Out: the developments that were entered.
A passage is found in the archived article word for word; what is not there is refused.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from watchdesk.model import (
    MERGED,
    OPENED,
    WITHDRAWN,
    WORDS_OF_EDITORS,
    Development,
    Evidence,
    Span,
    UsageError,
    identity,
)
from watchdesk.pipeline import dossiers, united
from watchdesk.pipeline.desk import Desk
from watchdesk.registers import Register, name_keys, opened_as
from watchdesk.store import Transaction, articles, registers
from watchdesk.text.cited import cite


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHand:
    """One development as a person enters it.

    `target` is an entry's id, or with a `title` the register in which one is opened. `article` is
    an article's id or address, `quote` the passage of it.
    """

    target: str
    kind: str
    by: str
    held_from: date
    held_to: date | None = None
    title: str = ""
    article: str | None = None
    quote: str | None = None
    says: str = ""
    value: Mapping[str, Any] = field(default_factory=dict)


def enter(desk: Desk, told: ByHand) -> tuple[Development, ...]:
    """Enter a development, in a new entry where there is a title."""
    now = desk.clock()
    with desk.store.writing() as tx:
        evidence = _evidence(tx, told)
        register, entry = _target(tx, told)
        if not evidence and told.kind not in WORDS_OF_EDITORS:
            raise UsageError("No evidence, no development: say --article and --quote.")
        one = Development(
            id=identity(entry, told.kind, told.by, now.isoformat()),
            register=register.name,
            entry=entry,
            kind=told.kind,
            held_from=told.held_from,
            held_to=told.held_to,
            recorded=now,
            by=told.by,
            value=dict(told.value),
            says=told.says,
            evidence=evidence,
        )
        if told.kind == WITHDRAWN:
            return dossiers.record(tx, list(_bound(one, united.family(tx, entry))))
        opening = [_opening(one, told.title)] if told.title else []
        return dossiers.record(tx, [*opening, *([one] if told.kind != OPENED else [])])


def _bound(one: Development, ids: Iterable[str]) -> Iterator[Development]:
    """A withdrawal in all that is one dossier, so that parting it brings nothing back."""
    for entry in ids:
        yield replace(one, id=identity(one.id, entry), entry=entry)


def _opening(one: Development, title: str) -> Development:
    value = opened_as(title, name_keys(title))
    return replace(one, id=identity("opened", one.entry), kind=OPENED, value=value)


def _target(tx: Transaction, told: ByHand) -> tuple[Register, str]:
    if told.title:
        register = dossiers.register_named(told.target)
        return register, identity("entry", register.name, told.title, told.by, told.held_from)
    entry = dossiers.entry(tx, told.target)
    if entry is None:
        raise UsageError(f"There is no entry {told.target}; --title opens one in a register.")
    return dossiers.register_named(entry.register), entry.id


def _evidence(tx: Transaction, told: ByHand) -> tuple[Evidence, ...]:
    if told.article is None or told.quote is None:
        return ()
    article = articles.many(tx, (told.article,)).get(told.article)
    article = article or articles.current_at(tx, told.article)
    if article is None:
        raise UsageError(f"The archive has no article {told.article}.")
    at = article.text.find(told.quote)
    if at < 0 or not told.quote:
        raise UsageError(f"“{told.quote}” does not stand in {article.url} as archived.")
    return (cite(article, Span(at, at + len(told.quote))),)


def take_back(desk: Desk, development_id: str, *, by: str, reason: str) -> Development:
    """Take a development back; it stays in the chain."""
    with desk.store.writing() as tx:
        one = registers.get(tx, development_id)
        if one is None:
            raise UsageError(f"There is no development {development_id}.")
        if one.kind == WITHDRAWN:
            raise UsageError("A withdrawal is not taken back; what is allowed again is given anew.")
        wrong = dossiers.retraction(one, by=by, at=desk.clock(), reason=reason)
        dossiers.record(tx, (wrong,))
    return wrong


def merge(desk: Desk, entry_id: str, into: str, *, by: str, reason: str) -> Development:
    """Point an entry to the one that it is the same as."""
    now = desk.clock()
    with desk.store.writing() as tx:
        one, other = dossiers.entry(tx, entry_id), dossiers.entry(tx, into)
        if one is None or other is None:
            raise UsageError(f"There is no entry {entry_id if one is None else into}.")
        if one.register != other.register or united.root(tx, into) == entry_id:
            raise UsageError(f"{entry_id} cannot be part of {into}.")
        pointer = Development(
            id=identity(MERGED, entry_id, into, now.isoformat()),
            register=one.register,
            entry=entry_id,
            kind=MERGED,
            held_from=now.date(),
            recorded=now,
            by=by,
            value={"into": into, "reason": reason},
        )
        dossiers.record(tx, (pointer,))
    return pointer
