"""Entries on their way out: through the gate of the registers, with the pages of their evidence.

In: entry ids, an audience, and the day and moment as of which they are asked for. Out: what the
gate minted, and what it refused. Whatever leaves the desk comes from here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from watchdesk.model import (
    Action,
    Audience,
    Cleared,
    ClearedTable,
    Development,
    Disclosure,
    Dossier,
    Entry,
    Item,
    Page,
    Refused,
    To,
)
from watchdesk.pipeline import dossiers
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.united import told_of
from watchdesk.registers import (
    FAR,
    START,
    TESTIMONIES,
    Told,
    logged,
    may_publish,
    may_publish_table,
    standing,
    withheld_from,
)
from watchdesk.registers.testimonies import PUBLISHED
from watchdesk.registers.withheld import Words
from watchdesk.store import Transaction, articles, captures, disclosures, registers
from watchdesk.store.portions import as_given


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """Entries as they stood on a day, as known at a moment; by default the newest of both."""

    held_on: date = FAR
    known_on: datetime | None = None


def cleared(
    tx: Transaction, ids: Iterable[str], audience: Audience, as_of: AsOf | None = None
) -> Iterator[Cleared | Refused]:
    """What an audience may see of these entries, each with its pages, or why not."""
    for some in as_given(ids):
        told = told_of(tx, some)
        known_on = as_of.known_on if as_of else None
        then = told_of(tx, some, known_on=known_on) if known_on else told
        pages = _pages(tx, [one for each in told.values() for one in each])
        for entry in (entry for entry in some if entry in told):
            both = (told[entry], then[entry])
            yield from _through_the_gate(both, audience, as_of or AsOf(), pages)


def of_registers(
    desk: Desk, name: str | None, audience: Audience, as_of: AsOf | None = None
) -> list[Cleared | Refused]:
    """What an audience may see of a register, or of all of them."""
    register = dossiers.register_named(name).name if name else None
    with desk.store.reading() as tx:
        return list(cleared(tx, registers.ids(tx, register), audience, as_of))


def _through_the_gate(
    both: tuple[Sequence[Development], Sequence[Development]],
    audience: Audience,
    as_of: AsOf,
    pages: dict[str, Page],
) -> Iterator[Cleared | Refused]:
    """What is asked for goes through, by what is known of it now."""
    told, told_then = both
    register = dossiers.register_named(told[0].register)
    now = standing(told, register.kinds)
    then = standing(told_then, register.kinds, held_on=as_of.held_on, known_on=as_of.known_on)
    if now is not None and then is not None:
        own = {e.article_id for one in told for e in one.evidence}
        of_entry = {id_: page for id_, page in pages.items() if id_ in own}
        yield may_publish(then, audience, register, now=now, pages=of_entry)


def _pages(tx: Transaction, told: Sequence[Development]) -> dict[str, Page]:
    """The archived pages of all evidence, by article."""
    ids = {e.article_id for one in told for e in one.evidence if e.article_id}
    held = articles.many(tx, ids)
    taken = captures.many(tx, {article.capture_id for article in held.values()})
    return {
        id_: Page(
            url=article.url,
            title=article.title,
            captured_at=taken[article.capture_id].fetched_at,
            digest=taken[article.capture_id].digest,
        )
        for id_, article in held.items()
        if article.capture_id in taken
    }


def staying(tx: Transaction, items: Sequence[Item], on: date) -> dict[str, str]:
    """Why items of registers may not leave on a day, a sentence by the item's id.

    Consent may have gone since they were drafted. An item is of an entry where it is its dossier,
    and of a testimony where it rests on the page that its words were given out on.
    """
    told: dict[str, list[Item]] = {}
    for item, entry in _of_entries(tx, items):
        told.setdefault(entry, []).append(item)
    audience = Audience(to=To.PUBLIC, on=on)
    kept: dict[str, str] = {}
    for found in cleared(tx, told, audience):
        if isinstance(found, Refused):
            why = f"{found.subject} stays here. {' '.join(found.reasons)}"
            kept |= {item.id: why for item in told[found.subject]}
        else:
            why = f"The item on {found.entry.id} holds words that must not leave."
            words = _withheld(tx, found.entry, audience)
            held = (item for item in told[found.entry.id] if words and words.stand_in(repr(item)))
            kept |= {item.id: why for item in held}
    return kept


def _of_entries(tx: Transaction, items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    ids = {piece.article_id for item in items for piece in item.evidence if piece.article_id}
    given = given_out(tx, ids)
    for item in items:
        own = {given[e.article_id] for e in item.evidence if e.article_id in given}
        if isinstance(item.detail, Dossier):
            own.add(item.detail.entry)
        yield from ((item, entry) for entry in sorted(own))


def given_out(tx: Transaction, article_ids: Iterable[str]) -> dict[str, str]:
    """Which of these articles are pages on which a testimony's words were given out, and whose."""
    by_address = {
        str(one.value.get("where", "")): one.entry
        for one in registers.of_kind(tx, TESTIMONIES.name, PUBLISHED)
    }
    if not by_address:
        return {}
    held = articles.many(tx, article_ids)
    return {id_: by_address[one.url] for id_, one in held.items() if one.url in by_address}


def _withheld(tx: Transaction, entry: Entry, audience: Audience) -> Words | None:
    whole = dossiers.entry(tx, entry.id)
    register = dossiers.register_named(entry.register)
    return withheld_from(whole, audience, register) if whole else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """A table of counts that is to leave: its name, what it counts by, who asks for it, when."""

    name: str
    by: tuple[str, ...]
    counts: Mapping[tuple[str, ...], int]
    at: datetime
    who: str


def counted(
    desk: Desk, name: str, by: Sequence[str], *, who: str, audience: Audience
) -> ClearedTable | Refused:
    """How many entries of a register have each value of some fields; logged if it leaves."""
    register = dossiers.register_named(name)
    counts: dict[tuple[str, ...], int] = {}
    with desk.store.writing() as tx:
        found = cleared(tx, registers.ids(tx, register.name), audience)
        for one in (one for one in found if isinstance(one, Cleared)):
            values = {"status": one.entry.status, **one.entry.fields}
            cell = tuple(str(values.get(field, "")) for field in by)
            counts[cell] = counts.get(cell, 0) + 1
        asked = Leaving(name=register.name, by=tuple(by), counts=counts, at=desk.clock(), who=who)
        return leave(tx, asked)


def leave(tx: Transaction, asked: Leaving) -> ClearedTable | Refused:
    """The table without its small cells; logged if it leaves.

    What left before is remembered, since two tables can tell together what neither tells alone.
    """
    before = [_told(line.value) for line in disclosures.of(tx, asked.name, Action.COUNTED)]
    table = may_publish_table(asked.name, asked.by, asked.counts, before)
    if isinstance(table, ClearedTable):
        _note_table(tx, table, asked.at, asked.who)
    return table


def _note_table(tx: Transaction, table: ClearedTable, at: datetime, who: str) -> None:
    rows = [[*cell, count] for cell, count in table.cells.items()]
    line = Disclosure(
        at=at,
        by=who,
        action=Action.COUNTED,
        subject=table.name,
        reason="a table was given out",
        value={"by": list(table.by), "cells": rows},
    )
    note(tx, line)


def _told(value: dict[str, Any]) -> Told:
    return Told(tuple(value["by"]), {tuple(row[:-1]): row[-1] for row in value["cells"]})


def note(tx: Transaction, line: Disclosure) -> None:
    """Log what was unsealed, given out or destroyed, behind the last line of the log."""
    disclosures.add(tx, logged(line, disclosures.head(tx) or START))
