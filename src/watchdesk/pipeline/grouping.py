"""Articles become members of stories, in the order of their time.

In: articles that wait. Out: an event for each, after its place and what grouping remembers of it
were committed. Only the open window is loaded, so the cost does not grow with the archive.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from watchdesk.model import Article, Done, Event, Finished, Stage, Started
from watchdesk.pipeline.calibrating import fitted
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.embedding import meanings_of
from watchdesk.pipeline.extraction import time_of
from watchdesk.pipeline.mending import repair
from watchdesk.pipeline.tally import Tally
from watchdesk.store import articles, captures, stories, story_changes, work
from watchdesk.store.stories import Placing
from watchdesk.stories import Grouper, Piece, Placed, Remembered
from watchdesk.stories.meaning import Meaning
from watchdesk.text.addresses import is_document

WINDOW_DAYS = 10
"""Longer than a story stays open after its last article; older members can't take part."""

AT_ONCE = 500


def group(desk: Desk) -> Iterator[Event]:
    """Place every article that waits."""
    with desk.store.reading() as tx:
        waiting = work.count(tx, Stage.GROUP)
    yield Started(stage=Stage.GROUP, waiting=waiting)
    joins = fitted(desk)[0].joins
    tally = Tally()
    grouping: _Grouping | None = None
    near: dict[str, tuple[str, ...]] = {}
    while batch := _next(desk):
        grouping = grouping or _restored(desk, min(at for _, at in batch), joins)
        chosen = _chosen(desk, [article.id for article, _ in batch])
        meant = meanings_of(desk, [article for article, _ in batch])
        for article, at in batch:
            piece = piece_of(article, at, meant.get(article.id))
            yield tally.of(grouping.place(article, piece, near, chosen.get(article.id)))
    for moved in repair(desk, near, joins=joins):
        yield tally.of(moved)
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


def _restored(desk: Desk, earliest: datetime, joins: float) -> "_Grouping":
    """Grouping as it was, with the members of the window before the earliest waiting one."""
    with desk.store.reading() as tx:
        window = stories.open_since(tx, earliest - timedelta(days=WINDOW_DAYS))
        documents = stories.documents(tx)
    counts = _Counts(desk)
    open_ = map(_remembered, window)
    grouper = Grouper(
        counts=counts,
        documents=documents,
        open=open_,
        base=joins,
        meant=desk.config.embed.joins,
    )
    return _Grouping(desk, grouper, counts)


@dataclass(frozen=True, slots=True)
class _Grouping:
    """A grouper with what it looks up, for one run."""

    desk: Desk
    grouper: Grouper
    counts: "_Counts"

    def place(
        self,
        article: Article,
        piece: Piece,
        near: dict[str, tuple[str, ...]],
        chosen: str | None,
    ) -> Event:
        """Put one article into its story, and commit that; `near` gains what is like it.

        `chosen` is the story that a person put it in.
        """
        known = _place_of_replaced(self.desk, article)
        if known is not None:
            return _take_over(self.desk, article, known)
        placed = self.grouper.place(piece, story=chosen)
        with self.desk.store.writing() as tx:
            stories.place(tx, _placing(article, placed), placed.terms)
            work.done(tx, Stage.GROUP, article.id)
        self.counts.add(placed.terms)
        near[article.id] = placed.near
        outcome = "joined" if placed.why else "opened"
        return Done(stage=Stage.GROUP, subject=article.id, outcome=outcome)


@dataclass(slots=True)
class _Counts:
    """In how many articles a term has stood; asked of the store once a run, then kept in step."""

    desk: Desk
    known: dict[str, int] = field(default_factory=dict)

    def __call__(self, terms: Sequence[str]) -> Mapping[str, int]:
        unknown = [term for term in terms if term not in self.known]
        if unknown:
            with self.desk.store.reading() as tx:
                found = stories.document_counts(tx, unknown)
            self.known.update({term: found.get(term, 0) for term in unknown})
        return self.known

    def add(self, terms: Iterable[str]) -> None:
        """Count the terms of an article that was placed."""
        for term in terms:
            self.known[term] = self.known.get(term, 0) + 1


def _remembered(placing: Placing) -> Remembered:
    return Remembered(
        id=placing.article_id,
        story=placing.story_id,
        origin=placing.origin,
        at=placing.at,
        source=placing.source_id,
        data=placing.remembered,
    )


def _chosen(desk: Desk, article_ids: Sequence[str]) -> dict[str, str]:
    """The stories that a person chose for articles before they were grouped again."""
    with desk.store.reading() as tx:
        found = story_changes.chosen(tx, article_ids)
        return {one: story_changes.resolve(tx, story_id) for one, story_id in found.items()}


def _place_of_replaced(desk: Desk, article: Article) -> Placing | None:
    if article.replaces is None:
        return None
    with desk.store.reading() as tx:
        return stories.placed(tx, article.replaces)


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
        story_changes.pass_on(tx, known.article_id, article.id)
        work.done(tx, Stage.GROUP, article.id)
    return Done(stage=Stage.GROUP, subject=article.id, outcome="replaced")


def piece_of(article: Article, at: datetime, meant: Meaning | None = None) -> Piece:
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
        meaning=meant,
    )


def _placing(article: Article, placed: Placed) -> Placing:
    return Placing(
        article_id=article.id,
        story_id=placed.story,
        origin=placed.origin,
        why=placed.why,
        at=placed.piece.at,
        source_id=article.source_id or "",
        remembered=placed.remembered.data,
    )
