"""Stories and items that a person set aside: out of one issue's draft, or of all to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.engine import Row

from watchdesk.store.database import Transaction
from watchdesk.store.dialect import upsert
from watchdesk.store.portions import portions
from watchdesk.store.tables import set_aside


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


def story_of(subject: str) -> str:
    """The id of the story that is set aside under this."""
    return subject.removeprefix(story_subject(""))


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


def stories_aside(tx: Transaction, issue_id: str, *, most: int) -> tuple[SetAside, ...]:
    """The stories that were parked or dropped in an issue, newest first."""
    own = select(set_aside).where(set_aside.c.issue_id == issue_id)
    query = own.where(
        set_aside.c.how.in_((How.PARKED.value, How.DROPPED.value)),
        set_aside.c.subject.startswith(story_subject("")),
    )
    rows = tx.connection.execute(
        query.order_by(set_aside.c.at.desc(), set_aside.c.subject).limit(most)
    )
    return tuple(map(_aside, rows))


def unwanted(tx: Transaction, story_ids: Iterable[str], issue_id: str) -> dict[str, SetAside]:
    """Those of the stories that the draft of an issue leaves out: dropped, or parked in it."""
    subjects = [story_subject(one) for one in story_ids]
    return {
        story_of(row.subject): _aside(row)
        for some in portions(subjects)
        for row in tx.connection.execute(select(set_aside).where(set_aside.c.subject.in_(some)))
        if row.how == How.DROPPED.value or row.issue_id == issue_id
    }


def _aside(row: Row[Any]) -> SetAside:
    values = {name: getattr(row, name) for name in SetAside.__slots__}
    return SetAside(**(values | {"how": How(row.how)}))
