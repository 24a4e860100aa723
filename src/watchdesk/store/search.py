"""The archive's search: words, phrases and prefixes, newest first, bounded by a rowid window."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.engine import Row

from watchdesk.model import Hit
from watchdesk.store.database import Transaction
from watchdesk.store.dialect import SEARCH, search_terms
from watchdesk.store.tables import articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is looked for: `words` as a person types them, and what narrows it."""

    words: str
    since: datetime | None = None
    until: datetime | None = None
    source_id: str | None = None
    language: str | None = None
    ranked: bool = False
    limit: int = 20


def search(tx: Transaction, question: Question) -> tuple[Hit, ...]:
    """The finds, newest first (or best first where `ranked`)."""
    terms = search_terms(question.words)
    if not terms:
        return ()
    low, high = _window(tx, question)
    statement = SEARCH
    values: dict[str, Any] = {"query": terms, "low": low, "high": high, "limit": question.limit}
    for column in ("source_id", "language"):
        if (value := getattr(question, column)) is not None:
            statement += f" AND a.{column} = :{column}"
            values[column] = value
    order = "rank" if question.ranked else "articles_index.rowid DESC"
    rows = tx.connection.execute(text(f"{statement} ORDER BY {order} LIMIT :limit"), values)
    return tuple(_hit(row) for row in rows)


def _window(tx: Transaction, question: Question) -> tuple[int, int]:
    """Dates as a window of row numbers: these follow the order of arrival, the index walks them."""
    if question.since is None and question.until is None:
        return 0, 2**62
    query = select(func.min(articles.c.arrived), func.max(articles.c.arrived))
    if question.since is not None:
        query = query.where(articles.c.first_captured_at >= question.since)
    if question.until is not None:
        query = query.where(articles.c.first_captured_at <= question.until)
    low, high = tx.connection.execute(query).one()
    return (low or 1), (high or 0)


def _hit(row: Row[Any]) -> Hit:
    published = row.published_at
    return Hit(
        article_id=row.id,
        title=row.title,
        snippet=row.snippet,
        url=row.url,
        source_id=row.source_id,
        language=row.language,
        published=datetime.fromisoformat(published) if published else None,
        arrived_at=datetime.fromisoformat(row.captured_at),
    )
