"""The log of what was unsealed, given out or destroyed; only ever added to."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, insert, select

from watchdesk.model import Action, Disclosure
from watchdesk.store.database import Transaction
from watchdesk.store.tables import disclosures


def head(tx: Transaction) -> str | None:
    """The digest of the last line; None for an empty log."""
    last = select(disclosures.c.digest).order_by(disclosures.c.number.desc()).limit(1)
    return tx.connection.execute(last).scalar()


def add(tx: Transaction, line: Disclosure) -> None:
    """Keep a line that names the one before it."""
    row = {
        "at": line.at,
        "by": line.by,
        "action": line.action.value,
        "subject": line.subject,
        "reason": line.reason,
        "value": line.value,
        "before": line.before,
        "digest": line.digest,
    }
    tx.connection.execute(insert(disclosures), row)


def every(tx: Transaction) -> Iterator[Disclosure]:
    """The whole log, in order."""
    query = select(disclosures).order_by(disclosures.c.number)
    return map(_line, tx.connection.execute(query))


def of(tx: Transaction, subject: str, action: Action) -> tuple[Disclosure, ...]:
    """What was done of one kind with a subject, in order."""
    query = select(disclosures).where(disclosures.c.subject == subject)
    query = query.where(disclosures.c.action == action.value).order_by(disclosures.c.number)
    return tuple(map(_line, tx.connection.execute(query)))


def _line(row: Row[Any]) -> Disclosure:
    return Disclosure(
        at=row.at,
        by=row.by,
        action=Action(row.action),
        subject=row.subject,
        reason=row.reason,
        value=row.value,
        before=row.before,
        digest=row.digest,
    )
