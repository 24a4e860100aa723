"""Articles that move from one story to another, by a person's decision or by a repair.

A person's choice is kept for good: grouping again puts the article where it was put. A story that
is emptied leaves a redirect, so that what named it still finds its articles.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update

from watchdesk.store.database import Transaction
from watchdesk.store.dialect import upsert
from watchdesk.store.portions import portions
from watchdesk.store.tables import members, stories, story_changes, story_choices, story_redirects

MOST_HOPS = 100
"""A chain of merges is never longer; a ring of them, which nobody can make, ends here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChange:
    """Articles that left `other_id` for `story_id`; `by` is empty where a repair did it."""

    id: str
    kind: str
    story_id: str
    other_id: str
    articles: tuple[str, ...]
    by: str
    at: datetime
    why: str = ""


def apply(tx: Transaction, change: StoryChange) -> None:
    """Move the articles, keep a person's choice, log the change."""
    connection = tx.connection
    held = members.c.article_id.in_(change.articles)
    connection.execute(update(members).where(held).values(story_id=change.story_id, why=change.why))
    for story_id in (change.story_id, change.other_id):
        _settle(tx, story_id, change)
    if change.by:
        choose(tx, change.articles, change.story_id, by=change.by, at=change.at)
    row = {name: getattr(change, name) for name in StoryChange.__slots__}
    connection.execute(upsert(story_changes), row | {"articles": list(change.articles)})


def _settle(tx: Transaction, story_id: str, change: StoryChange) -> None:
    """Give a story the time of its members; one without any leads on to the other."""
    connection = tx.connection
    span = select(func.min(members.c.at), func.max(members.c.at))
    first, last = connection.execute(span.where(members.c.story_id == story_id)).one()
    if first is None:
        connection.execute(delete(stories).where(stories.c.id == story_id))
        row = {"old": story_id, "new": change.story_id, "at": change.at}
        connection.execute(upsert(story_redirects), row)
        return
    connection.execute(delete(story_redirects).where(story_redirects.c.old == story_id))
    row = {"id": story_id, "first_seen": first, "last_seen": last}
    connection.execute(upsert(stories), row)


def resolve(tx: Transaction, story_id: str) -> str:
    """The story that this id now stands for; itself where it was never merged."""
    for _ in range(MOST_HOPS):
        query = select(story_redirects.c.new).where(story_redirects.c.old == story_id)
        leads = tx.connection.execute(query).scalar()
        if leads is None:
            return story_id
        story_id = leads
    return story_id


def chosen(tx: Transaction, article_ids: Iterable[str]) -> dict[str, str]:
    """The story that a person chose for each of these articles, where one did."""
    query = select(story_choices.c.article_id, story_choices.c.story_id)
    return {
        row.article_id: row.story_id
        for some in portions(article_ids)
        for row in tx.connection.execute(query.where(story_choices.c.article_id.in_(some)))
    }


def choose(
    tx: Transaction, article_ids: Iterable[str], story_id: str, *, by: str, at: datetime
) -> None:
    """Keep that a person wants these articles in this story."""
    rows = [{"article_id": one, "story_id": story_id, "by": by, "at": at} for one in article_ids]
    if rows:
        tx.connection.execute(upsert(story_choices), rows)


def pass_on(tx: Transaction, old: str, new: str) -> None:
    """Give a person's choice for an article to the new reading that replaces it."""
    kept = tx.connection.execute(
        select(story_choices).where(story_choices.c.article_id == old)
    ).first()
    if kept is not None:
        row = {"article_id": new, "story_id": kept.story_id, "by": kept.by, "at": kept.at}
        tx.connection.execute(upsert(story_choices), row)


def of_story(tx: Transaction, story_id: str) -> Sequence[StoryChange]:
    """The merges and splits that a story took part in, oldest first."""
    mine = (story_changes.c.story_id == story_id) | (story_changes.c.other_id == story_id)
    query = select(story_changes).where(mine).order_by(story_changes.c.at)
    return [
        StoryChange(
            id=row.id,
            kind=row.kind,
            story_id=row.story_id,
            other_id=row.other_id,
            articles=tuple(row.articles),
            by=row.by,
            at=row.at,
            why=row.why,
        )
        for row in tx.connection.execute(query)
    ]
