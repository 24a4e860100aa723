"""Decisions of named people; never changed, only followed by others."""

from sqlalchemy import select

from watchdesk.model import Decision, Verdict
from watchdesk.store.database import Transaction
from watchdesk.store.dialect import insert_once
from watchdesk.store.tables import decisions


def add(tx: Transaction, decision: Decision) -> None:
    """Keep a decision."""
    row = {
        "id": decision.id,
        "subject": decision.subject,
        "verdict": decision.verdict.value,
        "by": decision.by,
        "at": decision.at,
        "note": decision.note,
        "value": decision.value,
    }
    tx.connection.execute(insert_once(decisions), row)


def of(tx: Transaction, subject: str) -> tuple[Decision, ...]:
    """All decisions on a subject, oldest first."""
    query = select(decisions).where(decisions.c.subject == subject).order_by(decisions.c.at)
    return tuple(
        Decision(
            id=row.id,
            subject=row.subject,
            verdict=Verdict(row.verdict),
            by=row.by,
            at=row.at,
            note=row.note,
            value=row.value,
        )
        for row in tx.connection.execute(query)
    )
