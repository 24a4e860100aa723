"""Subscribers, the proof of their consent, and the addresses that get nothing."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select

from watchdesk.model import Bounce, Consent, Enrolment, Subscriber, Suppressed
from watchdesk.store.database import Transaction
from watchdesk.store.dialect import insert_once, upsert
from watchdesk.store.tables import bounces, consents, signups, subscribers, suppressed
from watchdesk.text.mail_addresses import address_key

PORTION = 500
"""How many rows are held at once while all are walked."""


def put(tx: Transaction, one: Subscriber) -> None:
    """Keep a subscriber as it now is."""
    row = {
        "id": one.id,
        "address": one.address,
        "key": address_key(one.address),
        "language": one.language,
        "sections": list(one.sections),
        "enrolment": one.enrolment.value,
        "since": one.since,
    }
    tx.connection.execute(upsert(subscribers), row)


def of_id(tx: Transaction, subscriber_id: str) -> Subscriber | None:
    """The subscriber of an id."""
    query = select(subscribers).where(subscribers.c.id == subscriber_id)
    row = tx.connection.execute(query).first()
    return _subscriber(row) if row is not None else None


def of_address(tx: Transaction, address: str) -> Subscriber | None:
    """The subscriber with an address, however it is written."""
    query = select(subscribers).where(subscribers.c.key == address_key(address))
    row = tx.connection.execute(query).first()
    return _subscriber(row) if row is not None else None


def every(tx: Transaction) -> Iterator[Subscriber]:
    """All subscribers by address, a portion at a time."""
    after = ""
    while True:
        query = select(subscribers).where(subscribers.c.key > after)
        rows = tx.connection.execute(query.order_by(subscribers.c.key).limit(PORTION)).all()
        if not rows:
            return
        yield from map(_subscriber, rows)
        after = rows[-1].key


def counts(tx: Transaction) -> dict[str, int]:
    """How many there are of each enrolment."""
    query = select(subscribers.c.enrolment, func.count()).group_by(subscribers.c.enrolment)
    found = {row[0]: row[1] for row in tx.connection.execute(query)}
    return {one.value: found.get(one.value, 0) for one in Enrolment}


def forget(tx: Transaction, subscriber_id: str) -> None:
    """Delete a subscriber and the proof of consent."""
    tx.connection.execute(delete(subscribers).where(subscribers.c.id == subscriber_id))
    tx.connection.execute(delete(consents).where(consents.c.subscriber_id == subscriber_id))
    tx.connection.execute(delete(bounces).where(bounces.c.subscriber_id == subscriber_id))


def add_consent(tx: Transaction, line: Consent) -> None:
    """Add a line to the proof of consent."""
    row = {"subscriber_id": line.subscriber_id, "at": line.at, "what": line.what, "how": line.how}
    tx.connection.execute(insert(consents), row)


def consents_of(tx: Transaction, subscriber_id: str) -> tuple[Consent, ...]:
    """The proof of a subscriber's consent, in order."""
    query = select(consents).where(consents.c.subscriber_id == subscriber_id)
    rows = tx.connection.execute(query.order_by(consents.c.number))
    return tuple(
        Consent(subscriber_id=row.subscriber_id, at=row.at, what=row.what, how=row.how)
        for row in rows
    )


def suppress(tx: Transaction, address: str, *, why: str, at: datetime) -> None:
    """Let an address get nothing any more; the first reason stays."""
    row = {"key": address_key(address), "at": at, "why": why}
    tx.connection.execute(insert_once(suppressed), row)


def lift(tx: Transaction, address: str) -> bool:
    """Let an address get mail again; whether it was suppressed."""
    gone = delete(suppressed).where(suppressed.c.key == address_key(address))
    return tx.connection.execute(gone).rowcount > 0


def suppression_of(tx: Transaction, address: str) -> Suppressed | None:
    """Why an address gets nothing; None where it may."""
    query = select(suppressed).where(suppressed.c.key == address_key(address))
    row = tx.connection.execute(query).first()
    return Suppressed(address=row.key, at=row.at, why=row.why) if row is not None else None


def all_suppressed(tx: Transaction) -> Iterator[Suppressed]:
    """Every address that gets nothing."""
    for row in tx.connection.execute(select(suppressed).order_by(suppressed.c.key)):
        yield Suppressed(address=row.key, at=row.at, why=row.why)


def ask(tx: Transaction, address: str, value: dict[str, Any], at: datetime) -> None:
    """Put down that somebody asked for the issue; the newest wish of an address counts."""
    row = {"key": address_key(address), "address": address, "at": at, "value": value}
    tx.connection.execute(upsert(signups), row)


def waiting(tx: Transaction) -> int:
    """How many wishes wait for a letter."""
    return tx.connection.execute(select(func.count()).select_from(signups)).scalar_one()


def oldest_wish(tx: Transaction) -> tuple[str, dict[str, Any]] | None:
    """The wish that waits longest: the address, and what was asked."""
    query = select(signups).order_by(signups.c.at, signups.c.key).limit(1)
    row = tx.connection.execute(query).first()
    return (row.address, row.value) if row is not None else None


def answered(tx: Transaction, address: str) -> None:
    """Take a wish off the list."""
    tx.connection.execute(delete(signups).where(signups.c.key == address_key(address)))


def add_bounce(tx: Transaction, one: Bounce) -> bool:
    """Keep a bounce; whether it was new."""
    row = {name: getattr(one, name) for name in one.__slots__}
    return tx.connection.execute(insert_once(bounces), row).rowcount > 0


def bounces_of(tx: Transaction, subscriber_id: str) -> tuple[Bounce, ...]:
    """A subscriber's bounces, oldest first."""
    query = select(bounces).where(bounces.c.subscriber_id == subscriber_id)
    rows = tx.connection.execute(query.order_by(bounces.c.at))
    return tuple(Bounce(**{name: getattr(row, name) for name in Bounce.__slots__}) for row in rows)


def forget_bounces(tx: Transaction, subscriber_id: str) -> None:
    """Count a subscriber's bounces from nothing again."""
    tx.connection.execute(delete(bounces).where(bounces.c.subscriber_id == subscriber_id))


def _subscriber(row: Row[Any]) -> Subscriber:
    return Subscriber(
        id=row.id,
        address=row.address,
        language=row.language,
        sections=tuple(row.sections),
        enrolment=Enrolment(row.enrolment),
        since=row.since,
    )
