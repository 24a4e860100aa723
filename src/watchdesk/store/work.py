"""What waits for which stage."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select

from watchdesk.model import Stage
from watchdesk.store.database import Transaction
from watchdesk.store.dialect import insert_once
from watchdesk.store.tables import work


def add(tx: Transaction, stage: Stage, subjects: Iterable[str], at: datetime) -> None:
    """Put subjects in line for a stage; one that waits already keeps its place."""
    rows = [{"stage": stage.value, "subject": subject, "added_at": at} for subject in subjects]
    if rows:
        tx.connection.execute(insert_once(work), rows)


def waiting(tx: Transaction, stage: Stage, limit: int) -> tuple[str, ...]:
    """The next subjects of a stage, in order of arrival."""
    query = (
        select(work.c.subject)
        .where(work.c.stage == stage.value)
        .order_by(work.c.added_at, work.c.subject)
        .limit(limit)
    )
    return tuple(tx.connection.execute(query).scalars())


def count(tx: Transaction, stage: Stage) -> int:
    """How much waits for a stage."""
    query = select(func.count()).select_from(work).where(work.c.stage == stage.value)
    return tx.connection.execute(query).scalar_one()


_DONE = delete(work).where(
    work.c.stage == bindparam("of_stage"), work.c.subject == bindparam("of_subject")
)


def done(tx: Transaction, stage: Stage, subject: str) -> None:
    """Take a subject out of the line: its result is in the same transaction."""
    tx.connection.execute(_DONE, {"of_stage": stage.value, "of_subject": subject})
