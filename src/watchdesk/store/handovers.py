"""How far issues have come to somebody else's mailer."""

from sqlalchemy import select

from watchdesk.model import Handover, HandoverState
from watchdesk.store.database import Transaction
from watchdesk.store.dialect import upsert
from watchdesk.store.tables import handovers


def put(tx: Transaction, one: Handover) -> None:
    """Keep how far an issue has come."""
    row = {name: getattr(one, name) for name in Handover.__slots__}
    tx.connection.execute(upsert(handovers), {**row, "state": one.state.value})


def of(tx: Transaction, issue_id: str, target: str) -> Handover | None:
    """How far an issue has come to one mailer."""
    query = select(handovers).where(handovers.c.issue_id == issue_id, handovers.c.target == target)
    row = tx.connection.execute(query).mappings().first()
    return Handover(**{**row, "state": HandoverState(row["state"])}) if row else None
