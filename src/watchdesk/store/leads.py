"""Leads: what sources listed, known again by id, address or content."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from watchdesk.model import Lead, Purpose, identity
from watchdesk.store.database import Transaction
from watchdesk.store.dialect import insert_once
from watchdesk.store.portions import portions
from watchdesk.store.tables import leads


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A lead that was seen before, with the keys by which it is known again."""

    id: str
    entry_key: str
    url_key: str
    content_key: str
    url: str | None
    title: str
    updated: datetime | None


def known(
    tx: Transaction, source_id: str, *, entries: set[str], urls: set[str], contents: set[str]
) -> tuple[Known, ...]:
    """The source's earlier leads that share any of these keys (empty keys match nothing)."""
    found: dict[str, Known] = {}
    columns = (
        (leads.c.entry_key, entries),
        (leads.c.url_key, urls),
        (leads.c.content_key, contents),
    )
    for column, keys in columns:
        for some in portions(keys - {""}):
            query = select(leads).where(leads.c.source_id == source_id, column.in_(some))
            for row in tx.connection.execute(query):
                found[row.id] = Known(
                    id=row.id,
                    entry_key=row.entry_key,
                    url_key=row.url_key,
                    content_key=row.content_key,
                    url=row.url,
                    title=row.title,
                    updated=row.updated,
                )
    return tuple(found.values())


def add(tx: Transaction, fresh: Iterable[tuple[Lead, Known]], first_seen: datetime) -> None:
    """Keep leads that were never seen before."""
    rows = [_row(lead, row) | {"id": row.id, "first_seen": first_seen} for lead, row in fresh]
    if rows:
        tx.connection.execute(insert_once(leads), rows)


def change(tx: Transaction, lead: Lead, known_as: Known) -> None:
    """Take the new words of a lead that is known; it keeps its id and its first sight."""
    row = _row(lead, known_as)
    tx.connection.execute(leads.update().where(leads.c.id == known_as.id).values(row))


def _row(lead: Lead, known_as: Known) -> dict[str, Any]:
    return {
        "source_id": lead.source_id,
        "url": lead.url,
        "entry_key": known_as.entry_key,
        "url_key": known_as.url_key,
        "content_key": known_as.content_key,
        "entry_id": lead.entry_id,
        "title": lead.title,
        "summary": lead.summary,
        "authors": list(lead.authors),
        "categories": list(lead.categories),
        "published": lead.published,
        "updated": lead.updated,
        "purpose": lead.purpose.value,
        "found_in": lead.found_in,
    }


def new_id(lead: Lead) -> str:
    """The id of a lead that was never seen before."""
    return identity("lead", lead.source_id, lead.url or "", lead.entry_id, lead.title)


# Built once: it is asked for every article, and making it anew costs more than running it.
_AT_ADDRESS = (
    select(leads)
    .where(leads.c.url.in_(bindparam("addresses", expanding=True)))
    .order_by(leads.c.first_seen.desc())
    .limit(1)
)


def newest(
    tx: Transaction, source_ids: Iterable[str], *, limit: int
) -> tuple[tuple[str, str], ...]:
    """Address and title of what these sources listed last, newest first."""
    query = (
        select(leads.c.url, leads.c.title)
        .where(leads.c.source_id.in_(sorted(source_ids)), leads.c.url.is_not(None))
        .order_by(leads.c.first_seen.desc(), leads.c.id)
        .limit(limit)
    )
    return tuple((row.url, row.title) for row in tx.connection.execute(query))


def at_address(tx: Transaction, *urls: str) -> Lead | None:
    """The newest lead that leads to one of these addresses: what the list says of an article."""
    row = tx.connection.execute(_AT_ADDRESS, {"addresses": list(urls)}).first()
    if row is None:
        return None
    return Lead(
        url=row.url,
        source_id=row.source_id,
        found_in=row.found_in,
        entry_id=row.entry_id,
        title=row.title,
        summary=row.summary,
        authors=tuple(row.authors),
        categories=tuple(row.categories),
        published=row.published,
        updated=row.updated,
        purpose=Purpose(row.purpose),
    )
