"""What rules propose for the registers, and what was decided of it."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import func, select, update

from watchdesk.model import Precision, Proposal, Verdict
from watchdesk.store.database import Transaction
from watchdesk.store.dialect import insert_once
from watchdesk.store.tables import proposals
from watchdesk.store.values import dump, load

EVIDENCE_KEPT = 12
"""So many passages prove a proposal; what a hundred papers copy needs no hundred rows."""
KEYS_KEPT = 40


def offer(tx: Transaction, found: Iterable[Proposal]) -> int:
    """Keep proposals that were not made before; one that waits gains evidence. Gives the new ones.

    What was decided is not asked again, whatever article says it next.
    """
    new = 0
    for one in found:
        kept = get(tx, one.id)
        if kept is None:
            tx.connection.execute(insert_once(proposals), _row(one))
            new += 1
        elif kept[1] is None:
            _strengthen(tx, kept[0], one)
    return new


def stronger(kept: Proposal, one: Proposal) -> Proposal:
    """What waits, with the passages, spellings and the surer day of the same thing told again."""
    evidence = tuple(dict.fromkeys((*kept.evidence, *one.evidence)))[:EVIDENCE_KEPT]
    keys = tuple(dict.fromkeys((*kept.keys, *one.keys)))[:KEYS_KEPT]
    sure = kept.precision is not Precision.BEFORE or one.precision is Precision.BEFORE
    day = kept if sure else one
    return replace(
        kept, evidence=evidence, keys=keys, held_from=day.held_from, precision=day.precision
    )


def _strengthen(tx: Transaction, kept: Proposal, one: Proposal) -> None:
    more = stronger(kept, one)
    if more != kept:
        tx.connection.execute(
            update(proposals).where(proposals.c.id == kept.id).values(value=dump(more))
        )


def get(tx: Transaction, proposal_id: str) -> tuple[Proposal, Verdict | None] | None:
    """A proposal and what was decided of it."""
    row = tx.connection.execute(select(proposals).where(proposals.c.id == proposal_id)).first()
    if row is None:
        return None
    return load(Proposal, row.value), Verdict(row.verdict) if row.verdict else None


def waiting(
    tx: Transaction, register: str | None = None, *, limit: int = 200
) -> tuple[Proposal, ...]:
    """What nobody has decided yet, oldest first; what was left unsure waits too."""
    query = select(proposals.c.value).where(
        proposals.c.verdict.is_(None) | (proposals.c.verdict == Verdict.UNSURE.value)
    )
    if register is not None:
        query = query.where(proposals.c.register == register)
    query = query.order_by(proposals.c.made_at, proposals.c.id).limit(limit)
    return tuple(load(Proposal, value) for value in tx.connection.execute(query).scalars())


def counts(tx: Transaction) -> dict[str, int]:
    """How many wait in each register."""
    query = select(proposals.c.register, func.count()).where(proposals.c.verdict.is_(None))
    return {
        str(row[0]): int(row[1])
        for row in tx.connection.execute(query.group_by(proposals.c.register))
    }


def decide(tx: Transaction, proposal_id: str, verdict: Verdict) -> None:
    """Mark what was decided; who and why stands in the decision."""
    tx.connection.execute(
        update(proposals).where(proposals.c.id == proposal_id).values(verdict=verdict.value)
    )


def _row(one: Proposal) -> dict[str, object]:
    return {
        "id": one.id,
        "register": one.register,
        "entry": one.entry,
        "made_at": one.made_at,
        "verdict": None,
        "value": dump(one),
    }
