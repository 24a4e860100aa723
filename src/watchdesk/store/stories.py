"""Stories, their members, and what grouping remembers from one run to the next."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, func, select, text
from sqlalchemy.engine import Row

from watchdesk.model import Membership, Story
from watchdesk.store.database import Transaction
from watchdesk.store.dialect import COUNT_UP, COUNTS, insert_once, upsert
from watchdesk.store.portions import portions
from watchdesk.store.tables import articles, members, set_aside, stories, terms

DOCUMENTS = "\x00documents"
"""The row of `terms` that counts the articles themselves; no word holds a NUL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """One article in its story, with the fingerprint that grouping remembers it by."""

    article_id: str
    story_id: str
    origin: str
    why: str
    at: datetime
    source_id: str
    remembered: str


def place(tx: Transaction, placing: Placing, new_terms: Iterable[str]) -> None:
    """Put an article into its story and count its terms."""
    row = {name: getattr(placing, name) for name in placing.__slots__}
    tx.connection.execute(upsert(members), row)
    _stretch(tx, placing.story_id, placing.at)
    counted = [(term,) for term in (DOCUMENTS, *sorted(set(new_terms)))]
    tx.connection.exec_driver_sql(COUNT_UP, counted)


def _stretch(tx: Transaction, story_id: str, at: datetime) -> None:
    fresh = {"id": story_id, "first_seen": at, "last_seen": at}
    if tx.connection.execute(insert_once(stories), fresh).rowcount:
        return
    held = stories.update().where(stories.c.id == story_id)
    tx.connection.execute(held.where(stories.c.first_seen > at).values(first_seen=at))
    tx.connection.execute(held.where(stories.c.last_seen < at).values(last_seen=at))


def placed(tx: Transaction, article_id: str) -> Placing | None:
    """Where an article stands."""
    row = tx.connection.execute(select(members).where(members.c.article_id == article_id)).first()
    return _placing(row) if row else None


def replace(tx: Transaction, article_id: str, placing: Placing) -> None:
    """Put a new reading in the place of an old one, copies of it included."""
    row = {name: getattr(placing, name) for name in Placing.__slots__}
    tx.connection.execute(delete(members).where(members.c.article_id == article_id))
    tx.connection.execute(upsert(members), row)
    tx.connection.execute(
        members.update()
        .where(members.c.story_id == placing.story_id, members.c.origin == article_id)
        .values(origin=placing.article_id)
    )


def forget_all(tx: Transaction) -> None:
    """Empty what grouping made, so that it can be made again."""
    for table in (members, stories, terms):
        tx.connection.execute(delete(table))


def _placing(row: Row[Any]) -> Placing:
    return Placing(**{name: getattr(row, name) for name in Placing.__slots__})


def open_since(tx: Transaction, moment: datetime) -> tuple[Placing, ...]:
    """The members of the open window, in order of time."""
    query = select(members).where(members.c.at >= moment).order_by(members.c.at)
    return tuple(_placing(row) for row in tx.connection.execute(query))


def members_of(tx: Transaction, story_ids: Iterable[str]) -> tuple[Placing, ...]:
    """The members of these stories with what is remembered of them, in order of time."""
    found = [
        _placing(row)
        for some in portions(story_ids)
        for row in tx.connection.execute(select(members).where(members.c.story_id.in_(some)))
    ]
    return tuple(sorted(found, key=lambda placing: placing.at))


def document_counts(tx: Transaction, wanted: Sequence[str]) -> Mapping[str, int]:
    """In how many articles each of these terms has stood."""
    rows = tx.connection.execute(text(COUNTS), {"terms": json.dumps(list(wanted))})
    return {row.term: row.documents for row in rows}


def documents(tx: Transaction) -> int:
    """How many articles have been counted."""
    return document_counts(tx, (DOCUMENTS,)).get(DOCUMENTS, 0)


def get(tx: Transaction, story_id: str) -> Story | None:
    """The story of this id."""
    return many(tx, (story_id,)).get(story_id)


def many(tx: Transaction, ids: Iterable[str]) -> dict[str, Story]:
    """The stories of these ids, their members in order of arrival."""
    return {id_: story for some in portions(ids) for id_, story in _some(tx, some).items()}


def _some(tx: Transaction, wanted: Sequence[str]) -> dict[str, Story]:
    told: dict[str, list[Membership]] = {}
    query = select(members).where(members.c.story_id.in_(wanted)).order_by(members.c.at)
    for row in tx.connection.execute(query):
        membership = Membership(article_id=row.article_id, origin=row.origin, why=row.why)
        told.setdefault(row.story_id, []).append(membership)
    rows = tx.connection.execute(select(stories).where(stories.c.id.in_(wanted)))
    return {
        row.id: Story(
            id=row.id,
            members=tuple(told[row.id]),
            first_seen=row.first_seen,
            last_seen=row.last_seen,
        )
        for row in rows
        if row.id in told
    }


def of_articles(tx: Transaction, article_ids: Iterable[str]) -> Mapping[str, str]:
    """The story of each of these articles."""
    query = select(members.c.article_id, members.c.story_id)
    return {
        row.article_id: row.story_id
        for some in portions(article_ids)
        for row in tx.connection.execute(query.where(members.c.article_id.in_(some)))
    }


@dataclass(frozen=True, slots=True)
class Size:
    """How many independent texts and how many articles tell a story."""

    story_id: str
    origins: int
    articles: int


def biggest(tx: Transaction, *, since: datetime, issue_id: str, most: int) -> tuple[Size, ...]:
    """The stories seen since a moment, those of the most independent texts first.

    Those that a person dropped, or set aside in this issue, are left out.
    """
    origins = func.count(members.c.origin.distinct()).label("origins")
    articles = func.count().label("articles")
    # Asked for within, not joined: SQLite would walk all stories for the order of their ids.
    seen = select(stories.c.id).where(stories.c.last_seen >= since, _wanted(issue_id))
    query = (
        select(members.c.story_id, origins, articles)
        .where(members.c.story_id.in_(seen))
        .group_by(members.c.story_id)
        .order_by(origins.desc(), articles.desc(), members.c.story_id)
        .limit(most)
    )
    return tuple(Size(*row) for row in tx.connection.execute(query))


def _wanted(issue_id: str) -> ColumnElement[bool]:
    refused = (set_aside.c.how == "dropped") | (set_aside.c.issue_id == issue_id)
    same = set_aside.c.subject == "story:" + stories.c.id
    return ~exists().where(same, refused)


def seen_since(tx: Transaction, moment: datetime, *, issue_id: str) -> int:
    """How many stories were seen since a moment, without those that were set aside."""
    query = select(func.count()).where(stories.c.last_seen >= moment, _wanted(issue_id))
    return tx.connection.execute(query).scalar() or 0


@dataclass(frozen=True, slots=True)
class Teller:
    """One article of a story, in a line."""

    story_id: str
    article_id: str
    origin: str
    source_id: str
    at: datetime
    title: str
    language: str | None


def tellers(tx: Transaction, story_ids: Iterable[str], *, most: int) -> dict[str, list[Teller]]:
    """The first articles of each of these stories, in order of time, at most so many of each."""
    place = func.row_number().over(partition_by=members.c.story_id, order_by=members.c.at)
    found: dict[str, list[Teller]] = {}
    for some in portions(story_ids):
        own = (members.c.story_id, members.c.article_id, members.c.origin)
        first = select(*own, members.c.source_id, members.c.at, place.label("place"))
        one = first.where(members.c.story_id.in_(some)).subquery()
        query = (
            select(*list(one.c)[:5], articles.c.title, articles.c.language)
            .join(articles, articles.c.id == one.c.article_id)
            .where(one.c.place <= most)
            .order_by(one.c.at)
        )
        for row in tx.connection.execute(query):
            found.setdefault(row.story_id, []).append(
                Teller(**{name: getattr(row, name) for name in Teller.__slots__})
            )
    return found


def newest(tx: Transaction, *, since: datetime, limit: int) -> tuple[Story, ...]:
    """The stories seen since a moment, biggest first."""
    size = func.count(members.c.article_id).label("size")
    seen = select(stories.c.id).where(stories.c.last_seen >= since)
    query = (
        select(members.c.story_id, size)
        .where(members.c.story_id.in_(seen))
        .group_by(members.c.story_id)
        .order_by(size.desc(), members.c.story_id)
        .limit(limit)
    )
    order = [row.story_id for row in tx.connection.execute(query)]
    found = many(tx, order)
    return tuple(found[story_id] for story_id in order)
