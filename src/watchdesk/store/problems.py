"""Problems: expected failures, kept for the editor until they are over."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.engine import Row

from watchdesk.model import Code, Problem, Stage, identity
from watchdesk.store.database import Transaction
from watchdesk.store.tables import problems


def put(tx: Transaction, problem: Problem, at: datetime) -> None:
    """Keep a problem; one that is known already counts one time more.

    It is open again, unless a person said that this very failure is not the desk's concern.
    """
    key = identity(problem.stage, problem.subject)
    values = {
        "code": problem.code.value,
        "message": problem.message,
        "source_id": problem.source_id,
        "retry_after": problem.retry_after,
        "last_at": at,
    }
    minded = problems.c.let_be != problem.code.value
    again = update(problems).where(problems.c.id == key)
    again = again.values(times=problems.c.times + 1, open=minded, **values)
    if tx.connection.execute(again).rowcount == 0:
        fresh = {"id": key, "stage": problem.stage.value, "subject": problem.subject}
        tx.connection.execute(
            problems.insert().values(first_at=at, times=1, open=True, **fresh, **values)
        )


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


@dataclass(frozen=True, slots=True)
class Met:
    """An open problem with its id, when it was first and last met, and how often."""

    id: str
    problem: Problem
    first_at: datetime
    last_at: datetime
    times: int


def met(tx: Transaction, *, most: int) -> tuple[Met, ...]:
    """The open problems as they were met, newest first."""
    query = select(problems).where(problems.c.open).order_by(problems.c.last_at.desc())
    return tuple(_met(row) for row in tx.connection.execute(query.limit(most)))


def get(tx: Transaction, problem_id: str) -> Met | None:
    """The problem of this id, open or not."""
    row = tx.connection.execute(select(problems).where(problems.c.id == problem_id)).first()
    return _met(row) if row else None


def let_be(tx: Transaction, problem_id: str, *, by: str) -> None:
    """Close a problem for as long as it fails in no other way."""
    closed = update(problems).where(problems.c.id == problem_id)
    values = {"open": False, "let_be": problems.c.code, "let_be_by": by}
    tx.connection.execute(closed.values(**values))


def _met(row: Row[tuple[object, ...]]) -> Met:
    return Met(row.id, _problem(row), row.first_at, row.last_at, row.times)


def _problem(row: Row[tuple[object, ...]]) -> Problem:
    return Problem(
        stage=Stage(row.stage),
        subject=row.subject,
        code=Code(row.code),
        message=row.message,
        retry_after=row.retry_after,
        source_id=row.source_id,
    )
