"""Captures: what was read, when, and where its bytes lie."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from sqlalchemy import bindparam, func, or_, select

from watchdesk.model import Capture
from watchdesk.store.database import Transaction
from watchdesk.store.dialect import insert_once
from watchdesk.store.portions import portions
from watchdesk.store.rows import capture_of, capture_row
from watchdesk.store.tables import captures


def add(tx: Transaction, found: Iterable[Capture]) -> None:
    """Keep captures; one that is there already stays as it is."""
    rows = [capture_row(capture) for capture in found]
    if rows:
        tx.connection.execute(insert_once(captures), rows)


def get(tx: Transaction, capture_id: str) -> Capture | None:
    """The capture of this id."""
    row = tx.connection.execute(select(captures).where(captures.c.id == capture_id)).mappings()
    found = row.first()
    return capture_of(found) if found else None


def many(tx: Transaction, ids: Iterable[str]) -> dict[str, Capture]:
    """The captures of these ids, by id."""
    queries = (select(captures).where(captures.c.id.in_(some)) for some in portions(ids))
    return {
        row["id"]: capture_of(row)
        for query in queries
        for row in tx.connection.execute(query).mappings()
    }


def holder_of(tx: Transaction, capture: Capture) -> Capture:
    """The capture that holds the body: this one, or the one that it is a revisit of."""
    if capture.revisit_of is None:
        return capture
    return get(tx, capture.revisit_of) or capture


# Built once: it is asked for every answer, and making it anew costs more than running it.
_NEWEST_AT = (
    select(captures)
    .where(or_(captures.c.asked == bindparam("address"), captures.c.url == bindparam("address")))
    .where(captures.c.status == 200, captures.c.revisit_of.is_(None))
    .order_by(captures.c.fetched_at.desc())
    .limit(1)
)


def newest_at(tx: Transaction, url: str) -> Capture | None:
    """The newest whole answer that came when `url` was asked for (or from that very address)."""
    found = tx.connection.execute(_NEWEST_AT, {"address": url}).mappings().first()
    return capture_of(found) if found else None


def at_place(tx: Transaction, file: str, offset: int) -> Capture | None:
    """The capture whose record begins at this byte of an archive file."""
    query = select(captures).where(captures.c.file == file, captures.c.offset == offset)
    found = tx.connection.execute(query.limit(1)).mappings().first()
    return capture_of(found) if found else None


def moments_since(
    tx: Transaction, urls: Iterable[str], moment: datetime
) -> frozenset[tuple[str, datetime]]:
    """Address and moment of the captures of these addresses at `moment` or later."""
    query = select(captures.c.url, captures.c.fetched_at).where(
        captures.c.url.in_(sorted(set(urls))), captures.c.fetched_at >= moment
    )
    return frozenset((url, at) for url, at in tx.connection.execute(query))


def held_at(tx: Transaction, urls: Iterable[str]) -> frozenset[str]:
    """Which of these addresses have been read whole, by what was asked for."""
    query = select(captures.c.asked).where(
        captures.c.asked.in_(sorted(set(urls))), captures.c.status == 200
    )
    return frozenset(tx.connection.execute(query).scalars())


def ends(tx: Transaction) -> Mapping[str, int]:
    """For each archive file the end of the last record that a capture leads to, in bytes."""
    query = select(captures.c.file, func.max(captures.c.offset + captures.c.length)).group_by(
        captures.c.file
    )
    return {file: end for file, end in tx.connection.execute(query)}  # noqa: C416 - rows, not pairs


def every(tx: Transaction) -> Iterator[Capture]:
    """All captures in the order in which they lie in the archive."""
    query = select(captures).order_by(captures.c.file, captures.c.offset)
    for row in tx.connection.execute(query).mappings():
        yield capture_of(row)


def count(tx: Transaction, *, since: datetime | None = None) -> int:
    """How many captures there are, or came since a moment."""
    query = select(func.count()).select_from(captures)
    if since is not None:
        query = query.where(captures.c.fetched_at >= since)
    return tx.connection.execute(query).scalar_one()


def readable_ids(tx: Transaction) -> tuple[str, ...]:
    """All captures that hold an article or a document, in order of time."""
    query = (
        select(captures.c.id)
        .where(captures.c.status == 200, captures.c.revisit_of.is_(None))
        .where(captures.c.purpose.in_(("article", "document")))
        .order_by(captures.c.fetched_at)
    )
    return tuple(tx.connection.execute(query).scalars())
