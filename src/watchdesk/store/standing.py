"""What surrounds the items of the open draft: set aside, open in a person's hands, counted.

Stories and items that a person set aside; leases that say who has an item open; and one counter
that a screen can ask cheaply whether anything changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.engine import Row

from watchdesk.store.database import Transaction
from watchdesk.store.dialect import upsert
from watchdesk.store.portions import portions
from watchdesk.store.tables_of_editing import leases, revisions, set_aside

OF_THE_ISSUE = "issue"


class How(StrEnum):
    """For how long something is out: `parked` until the next issue, `dropped` for good."""

    PARKED = "parked"
    DROPPED = "dropped"
    TAKEN_OUT = "taken out"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """That a person does not want a subject, "story:…" or "item:…", in an issue's draft."""

    subject: str
    issue_id: str
    item_id: str
    how: How
    by: str
    at: datetime
    note: str = ""


def story_subject(story_id: str) -> str:
    """What a story is set aside under, with all its items."""
    return f"story:{story_id}"


def item_subject(item_id: str) -> str:
    """What one item is set aside under."""
    return f"item:{item_id}"


def put_aside(tx: Transaction, one: SetAside) -> None:
    """Set a subject aside; what was decided before about it is replaced."""
    row = {name: getattr(one, name) for name in SetAside.__slots__}
    tx.connection.execute(upsert(set_aside), row | {"how": one.how.value})


def take_back(tx: Transaction, subjects: Iterable[str]) -> None:
    """Offer these subjects again."""
    for some in portions(subjects):
        tx.connection.execute(delete(set_aside).where(set_aside.c.subject.in_(some)))


def aside_in(tx: Transaction, issue_id: str) -> tuple[SetAside, ...]:
    """What was set aside in an issue, newest first."""
    query = select(set_aside).where(set_aside.c.issue_id == issue_id)
    rows = tx.connection.execute(query.order_by(set_aside.c.at.desc(), set_aside.c.subject))
    return tuple(map(_aside, rows))


def unwanted(tx: Transaction, story_ids: Iterable[str], issue_id: str) -> dict[str, SetAside]:
    """Those of the stories that the draft of an issue leaves out: dropped, or parked in it."""
    subjects = [story_subject(one) for one in story_ids]
    return {
        row.subject.removeprefix("story:"): _aside(row)
        for some in portions(subjects)
        for row in tx.connection.execute(select(set_aside).where(set_aside.c.subject.in_(some)))
        if row.how == How.DROPPED.value or row.issue_id == issue_id
    }


def _aside(row: Row[Any]) -> SetAside:
    values = {name: getattr(row, name) for name in SetAside.__slots__}
    return SetAside(**(values | {"how": How(row.how)}))


@dataclass(frozen=True, slots=True)
class Lease:
    """That a person has an item open, until when if not renewed."""

    item_id: str
    by: str
    until: datetime


def holder(tx: Transaction, item_id: str, now: datetime) -> Lease | None:
    """Who has an item open."""
    return holders(tx, now).get(item_id)


def holders(tx: Transaction, now: datetime) -> Mapping[str, Lease]:
    """Who has which item open, by the item's id."""
    rows = tx.connection.execute(select(leases).where(leases.c.until > now))
    return {row.item_id: Lease(row.item_id, row.by, row.until) for row in rows}


def hold(tx: Transaction, lease: Lease) -> None:
    """Keep that a person has an item open, in the place of whoever had it."""
    row = {"item_id": lease.item_id, "by": lease.by, "until": lease.until}
    tx.connection.execute(upsert(leases), row)


def let_go(tx: Transaction, item_id: str, by: str) -> bool:
    """Whether this person had the item open, and now has not."""
    mine = (leases.c.item_id == item_id) & (leases.c.by == by)
    return bool(tx.connection.execute(delete(leases).where(mine)).rowcount)


def forget_leases(tx: Transaction, now: datetime) -> None:
    """Drop the leases that ran out."""
    tx.connection.execute(delete(leases).where(leases.c.until <= now))


def revision(tx: Transaction, name: str = OF_THE_ISSUE) -> int:
    """How often something that this name stands for has changed."""
    query = select(revisions.c.number).where(revisions.c.name == name)
    return tx.connection.execute(query).scalar() or 0


def count_up(tx: Transaction, name: str = OF_THE_ISSUE) -> int:
    """Say that something changed."""
    number = revision(tx, name) + 1
    tx.connection.execute(upsert(revisions), {"name": name, "number": number})
    return number
