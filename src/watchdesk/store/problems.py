"""Problems: expected failures, kept for the editor until they are over."""

from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.engine import Row

from watchdesk.model import Code, Problem, Stage, identity
from watchdesk.store.database import Transaction
from watchdesk.store.tables import problems


def put(tx: Transaction, problem: Problem, at: datetime) -> None:
    """Keep a problem; one that is known already counts one time more."""
    key = identity(problem.stage, problem.subject)
    values = {
        "code": problem.code.value,
        "message": problem.message,
        "source_id": problem.source_id,
        "retry_after": problem.retry_after,
        "last_at": at,
        "open": True,
    }
    again = (
        update(problems).where(problems.c.id == key).values(times=problems.c.times + 1, **values)
    )
    if tx.connection.execute(again).rowcount == 0:
        fresh = {"id": key, "stage": problem.stage.value, "subject": problem.subject}
        tx.connection.execute(problems.insert().values(first_at=at, times=1, **fresh, **values))


_SOLVE = (
    update(problems).where(problems.c.id == bindparam("solved"), problems.c.open).values(open=False)
)


def solve(tx: Transaction, stage: Stage, subject: str) -> None:
    """Close the problem of a subject, if it had one: it went well now."""
    tx.connection.execute(_SOLVE, {"solved": identity(stage, subject)})


def opened(tx: Transaction, *, source_id: str | None = None) -> tuple[Problem, ...]:
    """The open problems, newest first; of one source where it is named."""
    query = select(problems).where(problems.c.open).order_by(problems.c.last_at.desc())
    if source_id is not None:
        query = query.where(problems.c.source_id == source_id)
    return tuple(_problem(row) for row in tx.connection.execute(query))


def seen_since(tx: Transaction, moment: datetime) -> tuple[Problem, ...]:
    """The open problems that were met (again) since `moment`."""
    query = (
        select(problems)
        .where(problems.c.open, problems.c.last_at >= moment)
        .order_by(problems.c.last_at)
    )
    return tuple(_problem(row) for row in tx.connection.execute(query))


def _problem(row: Row[tuple[object, ...]]) -> Problem:
    return Problem(
        stage=Stage(row.stage),
        subject=row.subject,
        code=Code(row.code),
        message=row.message,
        retry_after=row.retry_after,
        source_id=row.source_id,
    )
