"""Articles: frozen texts, the newest reading of each capture marked as current."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, case, func, select, update

from watchdesk.model import Article
from watchdesk.store.database import Transaction
from watchdesk.store.dialect import insert_once
from watchdesk.store.portions import portions
from watchdesk.store.rows import article_of, article_row
from watchdesk.store.tables import articles, captures


def add(
    tx: Transaction,
    article: Article,
    *,
    captured_at: datetime,
    first_captured_at: datetime,
    current: bool = True,
) -> None:
    """Keep an article; the one that it replaces is no longer the current one."""
    row = article_row(article) | {
        "captured_at": captured_at,
        "first_captured_at": first_captured_at,
        "current": current,
    }
    if article.replaces is not None:
        replaced = update(articles).where(articles.c.id == article.replaces)
        tx.connection.execute(replaced.values(current=False))
    tx.connection.execute(insert_once(articles), row)


def get(tx: Transaction, article_id: str) -> Article | None:
    """The article of this id, current or not."""
    return many(tx, (article_id,)).get(article_id)


def many(tx: Transaction, ids: Iterable[str]) -> dict[str, Article]:
    """The articles of these ids, by id, current or not."""
    queries = (select(articles).where(articles.c.id.in_(some)) for some in portions(ids))
    return {
        row["id"]: article_of(row)
        for query in queries
        for row in tx.connection.execute(query).mappings()
    }


_CURRENT_AT = (
    select(articles)
    .where(articles.c.url == bindparam("address"), articles.c.current)
    .order_by(articles.c.arrived.desc())
    .limit(1)
)


def current_at(tx: Transaction, url: str) -> Article | None:
    """The current reading of the page at this address."""
    row = tx.connection.execute(_CURRENT_AT, {"address": url}).mappings().first()
    return article_of(row) if row else None


def read_anew(tx: Transaction, ids: Iterable[str]) -> dict[str, Article]:
    """Those of these articles whose page says something else now, each with its current reading."""
    now = articles.alias("now")
    query = select(articles.c.id.label("before"), *now.c).join_from(
        articles, now, (now.c.url == articles.c.url) & now.c.current
    )
    other = (now.c.title != articles.c.title) | (now.c.text != articles.c.text)
    changed = query.where(~articles.c.current, now.c.capture_id != articles.c.capture_id, other)
    return {
        row["before"]: article_of(row)
        for some in portions(ids)
        for row in tx.connection.execute(changed.where(articles.c.id.in_(some))).mappings()
    }


def of_capture(tx: Transaction, capture_id: str) -> Article | None:
    """The newest reading of a capture."""
    query = select(articles).where(articles.c.capture_id == capture_id)
    row = tx.connection.execute(query.order_by(articles.c.arrived.desc()).limit(1)).mappings()
    found = row.first()
    return article_of(found) if found else None


def first_captured(tx: Transaction, ids: Iterable[str]) -> Mapping[str, datetime]:
    """When the page of each article was first read whole."""
    query = select(articles.c.id, articles.c.first_captured_at)
    return {
        row.id: row.first_captured_at
        for some in portions(ids)
        for row in tx.connection.execute(query.where(articles.c.id.in_(some)))
    }


def ids_first_captured(
    tx: Transaction, *, since: datetime | None, until: datetime
) -> tuple[str, ...]:
    """The current articles whose page was first captured in this window, in order of arrival."""
    query = select(articles.c.id).where(_window(since, until)).order_by(articles.c.arrived)
    return tuple(tx.connection.execute(query).scalars())


def languages(tx: Transaction, *, since: datetime | None, until: datetime) -> Mapping[str, int]:
    """How many current articles of a window are in which language."""
    query = (
        select(articles.c.language, func.count())
        .where(_window(since, until), articles.c.language.is_not(None))
        .group_by(articles.c.language)
    )
    return {language: count for language, count in tx.connection.execute(query)}  # noqa: C416


def groupable(tx: Transaction, *, documents: bool = False) -> tuple[tuple[str, datetime], ...]:
    """The current articles that tell something themselves, with the time they are grouped by.

    `documents` takes letters, bills and reports along, which are in no story.
    """
    published, captured = articles.c.published_at, articles.c.captured_at
    known = published.is_not(None) & (published <= captured)
    moment = case((known, published), else_=captured)
    query = (
        select(articles.c.id, moment)
        .join(captures, captures.c.id == articles.c.capture_id)
        .where(articles.c.current, articles.c.page_type != "listing")
    )
    if not documents:
        query = query.where(captures.c.purpose == "article")
    return tuple((row[0], row[1]) for row in tx.connection.execute(query))


def titles(tx: Transaction) -> dict[str, str]:
    """The title of each address that has a current article."""
    query = select(articles.c.url, articles.c.title).where(articles.c.current)
    return {row.url: row.title for row in tx.connection.execute(query)}


def _window(since: datetime | None, until: datetime) -> ColumnElement[bool]:
    window = articles.c.current & (articles.c.first_captured_at <= until)
    return window if since is None else window & (articles.c.first_captured_at > since)
