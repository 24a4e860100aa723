"""What people did to the items of issues: only ever added to.

Each row holds an item as it stood before and after, so that anything can be put back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Row

from watchdesk.model import Item
from watchdesk.store.database import Transaction
from watchdesk.store.tables import changes
from watchdesk.store.values import dump, load


@dataclass(frozen=True, slots=True)
class Stood:
    """An item with its place: the section's key, and its number there from 0."""

    section: str
    position: int
    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One item's part of an act; `before` or `after` is None where it was not in the issue.

    `act` is shared by all that was done at once, `undoes` names the act that was taken back.
    """

    act: str
    issue_id: str
    item_id: str
    at: datetime
    by: str
    what: str
    note: str = ""
    undoes: str = ""
    before: Stood | None = None
    after: Stood | None = None


def next_number(tx: Transaction) -> int:
    """The number that the next row will have."""
    return (tx.connection.execute(select(func.max(changes.c.number))).scalar() or 0) + 1


def add(tx: Transaction, made: Sequence[Change]) -> None:
    """Keep the parts of an act."""
    rows = [
        {name: getattr(one, name) for name in Change.__slots__}
        | {"before": dump(one.before), "after": dump(one.after)}
        for one in made
    ]
    if rows:
        tx.connection.execute(changes.insert(), rows)


def of_item(tx: Transaction, item_id: str) -> tuple[Change, ...]:
    """What was done to an item, newest first."""
    query = select(changes).where(changes.c.item_id == item_id)
    rows = tx.connection.execute(query.order_by(changes.c.number.desc()))
    return tuple(map(_change, rows))


def of_act(tx: Transaction, act: str) -> tuple[Change, ...]:
    """All that was done in one act."""
    query = select(changes).where(changes.c.act == act).order_by(changes.c.number)
    return tuple(map(_change, tx.connection.execute(query)))


def of_issue(tx: Transaction, issue_id: str, *, most: int) -> tuple[Change, ...]:
    """The newest of what was done in an issue, newest first."""
    query = select(changes).where(changes.c.issue_id == issue_id)
    rows = tx.connection.execute(query.order_by(changes.c.number.desc()).limit(most))
    return tuple(map(_change, rows))


def _change(row: Row[Any]) -> Change:
    values = {name: getattr(row, name) for name in Change.__slots__}
    stood = {
        name: load(Stood, values[name]) if values[name] else None for name in ("before", "after")
    }
    return Change(**(values | stood))
