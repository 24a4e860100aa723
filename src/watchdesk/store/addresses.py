"""What is known of addresses that are asked for again: validators, digests, robots, waits."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.engine import Row

from watchdesk.model import Purpose, Request, Validators, identity
from watchdesk.store.database import Transaction
from watchdesk.store.dialect import insert_once, upsert
from watchdesk.store.tables import addresses, requests, robots


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """What is known of one address; `capture_id` holds its newest body."""

    url: str
    validators: Validators = field(default_factory=Validators)
    capture_id: str | None = None
    digest: str | None = None
    checked_at: datetime | None = None
    asked_whole_at: datetime | None = None
    not_before: datetime | None = None
    failures: int = 0


def get(tx: Transaction, url: str) -> Address:
    """What is known of `url`; nothing, for a new one."""
    row = tx.connection.execute(select(addresses).where(addresses.c.url == url)).first()
    return Address(url=url) if row is None else _address(row)


def every(tx: Transaction) -> dict[str, Address]:
    """All that is known, by address: as many rows as sources have addresses of their own."""
    return {row.url: _address(row) for row in tx.connection.execute(select(addresses))}


def _address(row: Row[tuple[object, ...]]) -> Address:
    return Address(
        url=row.url,
        validators=Validators(row.etag, row.last_modified),
        capture_id=row.capture_id,
        digest=row.digest,
        checked_at=row.checked_at,
        asked_whole_at=row.asked_whole_at,
        not_before=row.not_before,
        failures=row.failures,
    )


def put(tx: Transaction, address: Address) -> None:
    """Keep what is now known."""
    row = {
        "url": address.url,
        "etag": address.validators.etag,
        "last_modified": address.validators.last_modified,
        "capture_id": address.capture_id,
        "digest": address.digest,
        "checked_at": address.checked_at,
        "asked_whole_at": address.asked_whole_at,
        "not_before": address.not_before,
        "failures": address.failures,
    }
    tx.connection.execute(upsert(addresses), row)


@dataclass(frozen=True, slots=True)
class RobotsRow:
    """A host's robots.txt as it was read; `status` 0 means that it did not answer."""

    host: str
    fetched_at: datetime
    status: int
    body: bytes


def robots_since(tx: Transaction, moment: datetime) -> tuple[RobotsRow, ...]:
    """What was read of robots.txt files since `moment`."""
    query = select(robots).where(robots.c.fetched_at >= moment)
    return tuple(
        RobotsRow(row.host, row.fetched_at, row.status, row.body)
        for row in tx.connection.execute(query)
    )


def put_robots(tx: Transaction, rows: Iterable[RobotsRow]) -> None:
    """Keep robots.txt files."""
    values = [{name: getattr(row, name) for name in RobotsRow.__slots__} for row in rows]
    if values:
        tx.connection.execute(upsert(robots), values)


def ask(tx: Transaction, wanted: Iterable[Request], at: datetime) -> int:
    """Put requests on the list of what is to be fetched; gives how many were not on it."""
    rows = [
        {
            "id": _request_id(request),
            "url": request.url,
            "source_id": request.source_id,
            "purpose": request.purpose.value,
            "found_in": request.found_in,
            "added_at": at,
            "not_before": None,
            "tries": 0,
        }
        for request in wanted
    ]
    if not rows:
        return 0
    return tx.connection.execute(insert_once(requests), rows).rowcount


def waiting(tx: Transaction, now: datetime) -> tuple[Request, ...]:
    """The requests whose time has come, oldest first."""
    query = (
        select(requests)
        .where((requests.c.not_before.is_(None)) | (requests.c.not_before <= now))
        .order_by(requests.c.added_at, requests.c.id)
    )
    return tuple(
        Request(
            url=row.url,
            source_id=row.source_id,
            purpose=Purpose(row.purpose),
            found_in=row.found_in,
        )
        for row in tx.connection.execute(query)
    )


_ANSWERED = delete(requests).where(requests.c.id == bindparam("request"))


def ask_again(tx: Transaction, url: str) -> bool:
    """Let an address be asked with the next run, whatever waits; whether it was waiting at all."""
    fresh = {"not_before": None}
    known = update(addresses).where(addresses.c.url == url).values(**fresh)
    listed = update(requests).where(requests.c.url == url).values(tries=0, **fresh)
    changed = [tx.connection.execute(one).rowcount for one in (known, listed)]
    return any(changed)


def answered(tx: Transaction, request: Request) -> None:
    """Take a request off the list: its answer is kept."""
    tx.connection.execute(_ANSWERED, {"request": _request_id(request)})


def postpone(tx: Transaction, request: Request, *, until: datetime, give_up_after: int) -> None:
    """Leave a request for later, or take it off after so many tries."""
    key = _request_id(request)
    row = tx.connection.execute(select(requests).where(requests.c.id == key)).first()
    if row is None:
        return
    if row.tries + 1 >= give_up_after:
        answered(tx, request)
        return
    tx.connection.execute(
        requests.update().where(requests.c.id == key).values(tries=row.tries + 1, not_before=until)
    )


def _request_id(request: Request) -> str:
    return identity(request.url, request.purpose)
