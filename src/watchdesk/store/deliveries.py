"""The ledger of deliveries: where each mail of an issue stands.

Every change is one small transaction of its own, made before or after the word with the server
that it tells of: whatever is killed, the row says what may have happened.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update
from sqlalchemy import literal as constant

from watchdesk.model import Delivery, DeliveryState, Enrolment, Subscriber
from watchdesk.store.database import Transaction
from watchdesk.store.dialect import insert_once
from watchdesk.store.tables import deliveries, sendings, subscribers, suppressed


def queue(tx: Transaction, issue_id: str, at: datetime) -> None:
    """Put everyone who may get it on an issue's list, unless that was done before.

    The list is made once: who confirms later gets the next issue.
    """
    fresh = tx.connection.execute(insert_once(sendings), {"issue_id": issue_id, "at": at})
    if not fresh.rowcount:
        return
    on_it = select(deliveries.c.subscriber_id).where(deliveries.c.issue_id == issue_id)
    people = (
        select(
            constant(issue_id),
            subscribers.c.id,
            constant(DeliveryState.QUEUED.value),
            constant(0),
            constant(at, deliveries.c.at.type),
            constant(""),
        )
        .where(subscribers.c.enrolment == Enrolment.CONFIRMED.value)
        .where(subscribers.c.key.not_in(select(suppressed.c.key)))
        .where(subscribers.c.id.not_in(on_it))
    )
    columns = ["issue_id", "subscriber_id", "state", "attempts", "at", "reply"]
    tx.connection.execute(insert(deliveries).from_select(columns, people))


def queue_one(tx: Transaction, issue_id: str, subscriber_id: str, at: datetime) -> None:
    """Put one subscriber on an issue's list; one who is on it stays as it is."""
    if of(tx, issue_id, subscriber_id) is None:
        row = {"issue_id": issue_id, "subscriber_id": subscriber_id, "at": at, "reply": ""}
        values = {**row, "state": DeliveryState.QUEUED.value, "attempts": 0}
        tx.connection.execute(insert(deliveries), values)


@dataclass(frozen=True, slots=True)
class Addressed:
    """A mail that is to go: to whom, how often it was offered, whether it still may."""

    subscriber: Subscriber
    attempts: int
    may: bool


def due(
    tx: Transaction, issue_id: str, now: datetime, *, most: int, only: str | None = None
) -> tuple[Addressed, ...]:
    """The next mails of an issue: queued ones, and deferred ones whose time has come."""
    refused = select(suppressed.c.key).where(suppressed.c.key == subscribers.c.key).exists()
    ready = (deliveries.c.state == DeliveryState.QUEUED.value) | (
        (deliveries.c.state == DeliveryState.DEFERRED.value) & (deliveries.c.next_at <= now)
    )
    query = (
        select(subscribers, deliveries.c.attempts, deliveries.c.subscriber_id, refused.label("no"))
        .select_from(
            deliveries.outerjoin(subscribers, subscribers.c.id == deliveries.c.subscriber_id)
        )
        .where(deliveries.c.issue_id == issue_id, ready)
        .order_by(deliveries.c.subscriber_id)
        .limit(most)
    )
    if only is not None:
        query = query.where(deliveries.c.subscriber_id == only)
    return tuple(_addressed(row, now) for row in tx.connection.execute(query))


def _addressed(row: Row[Any], now: datetime) -> Addressed:
    gone = row.id is None  # forgotten since
    one = Subscriber(
        id=row.subscriber_id,
        address="" if gone else row.address,
        language="" if gone else row.language,
        sections=() if gone else tuple(row.sections),
        enrolment=Enrolment.LEFT if gone else Enrolment(row.enrolment),
        since=now if gone else row.since,
    )
    return Addressed(one, row.attempts, one.enrolment is Enrolment.CONFIRMED and not row.no)


_ONE = (
    deliveries.c.issue_id == bindparam("issue"),
    deliveries.c.subscriber_id == bindparam("who"),
)
_CLAIM = (
    update(deliveries)
    .where(*_ONE)
    .values(state=DeliveryState.CLAIMED.value, at=bindparam("moment"))
)
_MARK = (
    update(deliveries)
    .where(*_ONE)
    .values(
        state=bindparam("stands"),
        attempts=bindparam("times"),
        at=bindparam("moment"),
        next_at=bindparam("again"),
        reply=bindparam("said"),
    )
)
"""Built once: they are run twice for each mail."""


def claim(tx: Transaction, issue_id: str, ids: Iterable[str], at: datetime) -> None:
    """Take mails in hand."""
    rows = [{"issue": issue_id, "who": one, "moment": at} for one in ids]
    if rows:
        tx.connection.execute(_CLAIM, rows)


def mark(tx: Transaction, delivery: Delivery) -> None:
    """Keep what became of a mail."""
    row = {
        "issue": delivery.issue_id,
        "who": delivery.subscriber_id,
        "stands": delivery.state.value,
        "times": delivery.attempts,
        "moment": delivery.at,
        "again": delivery.next_at,
        "said": delivery.reply,
    }
    tx.connection.execute(_MARK, row)


def recover(tx: Transaction, issue_id: str, at: datetime, *, claimed: DeliveryState) -> int:
    """Settle what a dead process left: what it had in hand becomes `claimed`, the rest unknown.

    Gives how many are unknown by it.
    """
    within = update(deliveries).where(deliveries.c.issue_id == issue_id)
    reply = "the sending process ended while this mail was handed over"
    doubtful = within.where(deliveries.c.state == DeliveryState.DATA.value).values(
        state=DeliveryState.UNKNOWN.value, at=at, reply=reply
    )
    count = tx.connection.execute(doubtful).rowcount
    in_hand = within.where(deliveries.c.state == DeliveryState.CLAIMED.value)
    told = "" if claimed is DeliveryState.QUEUED else "the machine stopped while this mail waited"
    found = tx.connection.execute(in_hand.values(state=claimed.value, reply=told)).rowcount
    return count + (found if claimed is DeliveryState.UNKNOWN else 0)


def of(tx: Transaction, issue_id: str, subscriber_id: str) -> Delivery | None:
    """Where one mail stands."""
    query = select(deliveries).where(*_key(issue_id, subscriber_id))
    row = tx.connection.execute(query).first()
    return _delivery(row) if row is not None else None


def in_state(tx: Transaction, issue_id: str, state: DeliveryState) -> tuple[Delivery, ...]:
    """The mails of an issue that stand so."""
    query = select(deliveries).where(
        deliveries.c.issue_id == issue_id, deliveries.c.state == state.value
    )
    rows = tx.connection.execute(query.order_by(deliveries.c.subscriber_id))
    return tuple(_delivery(row) for row in rows)


def counts(tx: Transaction, issue_id: str) -> dict[str, int]:
    """How many mails of an issue stand where."""
    query = (
        select(deliveries.c.state, func.count())
        .where(deliveries.c.issue_id == issue_id)
        .group_by(deliveries.c.state)
    )
    found = {row[0]: row[1] for row in tx.connection.execute(query)}
    return {one.value: found[one.value] for one in DeliveryState if one.value in found}


def next_time(tx: Transaction, issue_id: str) -> datetime | None:
    """When the first deferred mail of an issue may be offered again."""
    query = select(func.min(deliveries.c.next_at)).where(
        deliveries.c.issue_id == issue_id, deliveries.c.state == DeliveryState.DEFERRED.value
    )
    return tx.connection.execute(query).scalar()


def _key(issue_id: str, subscriber_id: str) -> tuple[Any, Any]:
    return deliveries.c.issue_id == issue_id, deliveries.c.subscriber_id == subscriber_id


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        issue_id=row.issue_id,
        subscriber_id=row.subscriber_id,
        state=DeliveryState(row.state),
        attempts=row.attempts,
        at=row.at,
        next_at=row.next_at,
        reply=row.reply,
    )
