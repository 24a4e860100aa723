"""Articles become members of stories, in the order of their time.

In: articles that wait. Out: an event for each, after its place and what grouping remembers of it
were committed. Only the open window is loaded, so the cost does not grow with the archive.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from watchdesk.model import Article, Done, Event, Finished, Stage, Started
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.extract import is_document, time_of
from watchdesk.pipeline.tally import Tally
from watchdesk.store import articles, captures, stories, work
from watchdesk.store.stories import Placing
from watchdesk.stories import Grouper, Piece, Placed, Remembered

WINDOW_DAYS = 10
"""Longer than a story stays open after its last article; older members can't take part."""

AT_ONCE = 500


def group(desk: Desk) -> Iterator[Event]:
    """Place every article that waits."""
    with desk.store.reading() as tx:
        waiting = work.count(tx, Stage.GROUP)
    yield Started(stage=Stage.GROUP, waiting=waiting)
    tally = Tally()
    grouper: Grouper | None = None
    while batch := _next(desk):
        grouper = grouper or _restored(desk, min(at for _, at in batch))
        for article, at in batch:
            yield tally.of(_place(desk, grouper, article, at))
    yield Finished(stage=Stage.GROUP, counts=tally.counts)


def _next(desk: Desk) -> list[tuple[Article, datetime]]:
    with desk.store.reading() as tx:
        subjects = work.waiting(tx, Stage.GROUP, AT_ONCE)
        found = articles.many(tx, subjects)
        holders = captures.many(tx, (article.capture_id for article in found.values()))
    for missing in set(subjects) - set(found):
        with desk.store.writing() as tx:
            work.done(tx, Stage.GROUP, missing)
    timed = [(a, time_of(a, holders[a.capture_id].fetched_at)) for a in found.values()]
    return sorted(timed, key=lambda pair: (pair[1], pair[0].id))


def _restored(desk: Desk, earliest: datetime) -> Grouper:
    """The grouper as it was, with the members of the window before the earliest waiting one."""
    with desk.store.reading() as tx:
        window = stories.open_since(tx, earliest - timedelta(days=WINDOW_DAYS))
        documents = stories.documents(tx)

    def counts(terms: Sequence[str]) -> Mapping[str, int]:
        with desk.store.reading() as tx:
            return stories.document_counts(tx, terms)

    return Grouper(counts=counts, documents=documents, open=map(_remembered, window))


def _remembered(placing: Placing) -> Remembered:
    return Remembered(
        id=placing.article_id,
        story=placing.story_id,
        origin=placing.origin,
        at=placing.at,
        source=placing.source_id,
        data=placing.remembered,
    )


def _place(desk: Desk, grouper: Grouper, article: Article, at: datetime) -> Event:
    with desk.store.reading() as tx:
        known = stories.placed(tx, article.replaces) if article.replaces else None
    if known is not None:
        return _take_over(desk, article, known)
    placed = grouper.place(piece_of(article, at))
    with desk.store.writing() as tx:
        stories.place(tx, _placing(article, at, placed), placed.terms)
        work.done(tx, Stage.GROUP, article.id)
    opened = placed.why == ""
    return Done(stage=Stage.GROUP, subject=article.id, outcome="opened" if opened else "joined")


def _take_over(desk: Desk, article: Article, known: Placing) -> Event:
    """A new reading of a page stays in the story of the old one."""
    placing = Placing(
        article_id=article.id,
        story_id=known.story_id,
        origin=article.id if known.origin == known.article_id else known.origin,
        why=known.why,
        at=known.at,
        source_id=known.source_id,
        remembered=known.remembered,
    )
    with desk.store.writing() as tx:
        stories.replace(tx, known.article_id, placing)
        work.done(tx, Stage.GROUP, article.id)
    return Done(stage=Stage.GROUP, subject=article.id, outcome="replaced")


def piece_of(article: Article, at: datetime) -> Piece:
    """What grouping looks at in an article."""
    return Piece(
        id=article.id,
        title=article.title,
        text=article.text,
        at=at,
        source=article.source_id or "",
        language=article.language,
        links=tuple(link.url for link in article.links if is_document(link.url)),
        agency=article.agency,
    )


def _placing(article: Article, at: datetime, placed: Placed) -> Placing:
    return Placing(
        article_id=article.id,
        story_id=placed.story,
        origin=placed.origin,
        why=placed.why,
        at=at,
        source_id=article.source_id or "",
        remembered=placed.remembered.data,
    )
