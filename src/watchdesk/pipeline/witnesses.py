"""The passages that tell a story, side by side: one from each of a few independent texts.

In: an open desk and a story. Out: `Witness` values, those in other languages first after the
leading one, each with words of its page around what is lit. Words are copied, never shortened
within.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from watchdesk.model import Article, Capture, Span, Statement, Story, UsageError
from watchdesk.pipeline.desk import Desk
from watchdesk.store import articles, captures, reads, stories, story_changes
from watchdesk.text.sentences import sentences

MOST = 4
READ = 12_000
"""So many characters of a text are looked through for a passage."""
AROUND = 160
"""So many characters at most stand before and behind what is lit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One text's own words: `lit` within `before` and `after`, at `start` to `end` of the text."""

    article_id: str
    outlet: str
    language: str | None
    published: datetime | None
    archived: datetime
    before: str
    lit: str
    after: str
    start: int
    end: int


def witnesses(desk: Desk, story_id: str) -> tuple[Witness, ...]:
    """What a few independent texts say; `UsageError` where there is no such story."""
    with desk.store.reading() as tx:
        story = stories.get(tx, story_changes.resolve(tx, story_id))
        if story is None:
            raise UsageError("This desk has no such story.")
        some = articles.many(tx, story.origins[: 4 * MOST])
        chosen = _chosen(story, some, desk.config.language)
        found = reads.many(tx, (article.id for article in chosen))
        held = captures.many(tx, (article.capture_id for article in chosen))
    return tuple(
        _witness(
            desk,
            article,
            held[article.capture_id],
            found[article.id].statements if article.id in found else (),
        )
        for article in chosen
    )


def _chosen(story: Story, found: dict[str, Article], language: str) -> list[Article]:
    """One text of each language first, the desk's own before all; then the others."""
    texts = [found[one] for one in story.origins if one in found]
    texts.sort(key=lambda article: article.language != language)
    first: dict[str | None, Article] = {}
    for article in texts:
        first.setdefault(article.language, article)
    rest = [article for article in texts if article not in first.values()]
    return [*first.values(), *rest][:MOST]


def _witness(
    desk: Desk, article: Article, capture: Capture, statements: Sequence[Statement]
) -> Witness:
    lit = _quotation(statements) or _lead(article)
    start, end = (lit.start, lit.end) if lit else (0, 0)
    before, after = around(article.text, start, end)
    return Witness(
        article_id=article.id,
        outlet=desk.outlets.get(article.source_id or "", article.source_id or article.url),
        language=article.language,
        published=article.published.at if article.published else None,
        archived=capture.fetched_at,
        before=before,
        lit=article.text[start:end],
        after=after,
        start=start,
        end=end,
    )


def _quotation(statements: Sequence[Statement]) -> Span | None:
    """The first words of somebody who is named, near the head of the text."""
    said = (
        one.content[0]
        for one in statements
        if one.content and one.speaker is not None and one.content[0].end <= READ
    )
    return next(said, None)


def _lead(article: Article) -> Span | None:
    return next(iter(sentences(article.text[:READ], article.language)), None)


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """Whole words of the same paragraph before and behind."""
    opening = text.rfind("\n", 0, start) + 1
    closing = text.find("\n", end)
    closing = len(text) if closing < 0 else closing
    before = "".join(_whole(text[opening:start][::-1]))[::-1]
    return before, "".join(_whole(text[end:closing]))


def _whole(words: str) -> Iterator[str]:
    if len(words) <= AROUND:
        yield words
        return
    yield words[:AROUND].rpartition(" ")[0]
    yield " …"
