"""Gathers from the store what the week's draft is made of.

In: a window of time. Out: `Candidate` values with everything that their spans refer to. It chooses
nothing: sections and sentences are chosen by the pure stages.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from watchdesk.issue import Candidate, LinkedDocument, Subjects
from watchdesk.model import Article, Capture, Image, Photo, Story
from watchdesk.pipeline.counting import counted
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.extraction import time_of
from watchdesk.pipeline.grouping import piece_of
from watchdesk.store import Transaction, articles, captures, reads, stories
from watchdesk.stories.headline import headline
from watchdesk.stories.summary import best_sentences
from watchdesk.text.addresses import is_document

WORDS_OF_AN_ITEM = 75

PLAYED_AGAIN = timedelta(hours=1)
"""With `--now` each command begins at the same moment, so what a gather brought is seconds later
than the draft's own beginning. In a week that is not played again nothing is later than now."""


def candidates(desk: Desk, *, since: datetime | None, until: datetime) -> tuple[Candidate, ...]:
    """The stories whose articles were first captured in the window, without chosen sentences."""
    with desk.store.reading() as tx:
        ids = articles.ids_first_captured(tx, since=since, until=until)
        told = stories.many(tx, sorted(set(stories.of_articles(tx, ids).values())))
        found = tuple(of_stories(tx, told.values(), set(ids), desk.config.language))
    subjects = Subjects(desk.config.subjects)
    return tuple(replace(one, subjects=subjects.of(one.articles)) for one in found)


def of_stories(
    tx: Transaction, told: Collection[Story], new: set[str], language: str
) -> Iterator[Candidate]:
    """The same for some stories, of whose articles those in `new` count."""
    wanted = [m.article_id for story in told for m in story.members if m.article_id in new]
    held = articles.many(tx, wanted)
    holders = captures.many(tx, (article.capture_id for article in held.values()))
    for story in told:
        members = tuple(member for member in story.members if member.article_id in held)
        if members:
            current = tuple(held[member.article_id] for member in members)
            leading = next((a for a in current if a.language == language), current[0])
            yield Candidate(
                story=replace(story, members=members),
                articles=current,
                captures={a.capture_id: holders[a.capture_id] for a in current},
                headline=leading.id,
            )


def candidates_of(
    tx: Transaction, story_ids: Sequence[str], language: str
) -> tuple[Candidate, ...]:
    """The same for these stories, with all their articles."""
    told = stories.many(tx, story_ids).values()
    every = {member.article_id for story in told for member in story.members}
    return tuple(of_stories(tx, told, every, language))


def enriched(desk: Desk, candidate: Candidate) -> Candidate:
    """The same candidate with headline, sentences, statements, documents and picture."""
    language = desk.config.language
    pieces = [
        piece_of(a, time_of(a, candidate.captures[a.capture_id].fetched_at))
        for a in candidate.articles
    ]
    leading = candidate.articles[headline(pieces, language=language)]
    order = sorted(range(len(pieces)), key=lambda i: candidate.articles[i].id != leading.id)
    chosen = best_sentences(
        [pieces[i] for i in order],
        words=WORDS_OF_AN_ITEM,
        language=language,
        most=desk.config.house.sentences,
    )
    with desk.store.reading() as tx:
        found = reads.many(tx, (article.id for article in candidate.articles))
        documents = tuple(_documents(tx, candidate.articles))
        photos = tuple(photos_of(tx, (leading, *candidate.articles)))
    return replace(
        candidate,
        headline=leading.id,
        sentences=tuple(
            (candidate.articles[order[piece.article]].id, piece.span) for piece in chosen
        ),
        statements={id_: one.statements for id_, one in found.items()},
        quantities=counted(desk, candidate, found),
        documents=documents,
        photo=photos[0] if photos else None,
        pictures=photos[1:],
    )


def _documents(tx: Transaction, members: Iterable[Article]) -> Iterator[LinkedDocument]:
    """Each archived document that the articles link to, once, in the order of the links."""
    seen: set[str] = set()
    for article in members:
        for link in article.links:
            if link.url in seen or not is_document(link.url):
                continue
            seen.add(link.url)
            capture = captures.newest_at(tx, link.url)
            if capture is not None:
                yield _document(tx, link.words, capture)


def _document(tx: Transaction, words: str, capture: Capture) -> LinkedDocument:
    article = articles.of_capture(tx, capture.id)
    title = article.title if article else ""
    return LinkedDocument(words=title or words, url=capture.asked, capture=capture, article=article)


def photos_of(tx: Transaction, members: Iterable[Article]) -> Iterator[Photo]:
    """The archived lead pictures of the articles with their words, each picture once."""
    seen: set[str] = set()
    for article in members:
        if article.image is None:
            continue
        capture = captures.newest_at(tx, article.image.url)
        if capture is None or not capture.media_type.startswith("image/"):
            continue
        if capture.digest not in seen:
            seen.add(capture.digest)
            yield _photo(article, article.image, capture)


def _photo(article: Article, image: Image, capture: Capture) -> Photo:
    return Photo(
        capture_id=capture.id,
        digest=capture.digest,
        media_type=capture.media_type,
        url=capture.url,
        caption=image.caption,
        credit=image.credit,
        alt=image.alt,
        article_id=article.id,
    )
