"""What was done to items after their issue was published: only ever added to.

Each row keeps the item as it stood before, so that the old words stay readable and their receipts
can be made again. `told` is the number of the issue whose mail tells the correction.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.engine import Row

from watchdesk.model import Correction, Item, identity
from watchdesk.store.database import Transaction
from watchdesk.store.tables import corrections
from watchdesk.store.values import dump, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """One correction: of which item of which issue, and the item `before` it."""

    issue: int
    item_id: str
    correction: Correction
    before: Item

    @property
    def id(self) -> str:
        """Its own, told by what and when."""
        return identity("correction", self.issue, self.item_id, self.correction.at.isoformat())


def add(tx: Transaction, made: Corrected) -> None:
    """Keep one."""
    row = {
        "id": made.id,
        "issue": made.issue,
        "item_id": made.item_id,
        "at": made.correction.at,
        "value": dump(made.correction),
        "before": dump(made.before),
    }
    tx.connection.execute(corrections.insert(), row)


def every(tx: Transaction) -> tuple[Corrected, ...]:
    """All of them, newest first."""
    query = select(corrections).order_by(corrections.c.at.desc(), corrections.c.id)
    return tuple(map(_corrected, tx.connection.execute(query)))


def newest(tx: Transaction, *, most: int) -> tuple[Corrected, ...]:
    """The last of them, newest first."""
    query = select(corrections).order_by(corrections.c.at.desc(), corrections.c.id).limit(most)
    return tuple(map(_corrected, tx.connection.execute(query)))


def of_issue(tx: Transaction, number: int) -> tuple[Corrected, ...]:
    """Those of one issue, oldest first."""
    query = select(corrections).where(corrections.c.issue == number)
    rows = tx.connection.execute(query.order_by(corrections.c.at, corrections.c.id))
    return tuple(map(_corrected, rows))


def to_tell(tx: Transaction, number: int, *, published: bool) -> tuple[Corrected, ...]:
    """Those that issue `number` tells: of earlier issues, told by none before it.

    One that is published tells what it told then, and takes up nothing new.
    """
    told = corrections.c.told == number
    waiting = told if published else or_(told, corrections.c.told.is_(None))
    query = select(corrections).where(corrections.c.issue < number, waiting)
    rows = tx.connection.execute(query.order_by(corrections.c.at, corrections.c.id))
    return tuple(map(_corrected, rows))


def tell(tx: Transaction, number: int, told: Iterable[Corrected]) -> None:
    """Keep that an issue tells these."""
    ids = [one.id for one in told]
    tx.connection.execute(update(corrections).where(corrections.c.id.in_(ids)).values(told=number))


def _corrected(row: Row[Any]) -> Corrected:
    return Corrected(
        issue=row.issue,
        item_id=row.item_id,
        correction=load(Correction, row.value),
        before=load(Item, row.before),
    )
