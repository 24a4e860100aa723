"""Good values for tests: each builder has defaults for everything and takes what a test is about.

Velmor, Ostrany and whoever lives there are invented.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from watchdesk.model import (
    Article,
    Capture,
    Coverage,
    Dated,
    Evidence,
    How,
    Issue,
    Item,
    Line,
    Part,
    Place,
    Quoted,
    Section,
    Span,
    State,
    Told,
    digest_of,
    identity,
)


def at(day: int, hour: int = 9, minute: int = 0, *, month: int = 11) -> datetime:
    """A moment of the autumn of 2026, UTC."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def a_capture(
    url: str = "https://tidings.example/quarry",
    *,
    body: bytes = b"<p>The quarry road is open again.</p>",
    fetched_at: datetime | None = None,
    media_type: str = "text/html",
    source_id: str | None = "tidings",
) -> Capture:
    moment = fetched_at or at(16, 14, 2)
    return Capture(
        id=identity(url, moment, digest_of(body)),
        url=url,
        asked=url,
        fetched_at=moment,
        status=200,
        media_type=media_type,
        digest=digest_of(body),
        size=len(body),
        how=How.HTTP,
        place=Place("2026-11-16-001.warc.gz", 48213, 2904),
        source_id=source_id,
    )


def an_article(
    text: str = "The quarry road is open again, the town council said on Monday.",
    *,
    title: str = "Quarry road opens",
    language: str | None = "en",
    url: str = "https://tidings.example/quarry",
    capture: Capture | None = None,
    source_id: str | None = "tidings",
    published: datetime | None = None,
) -> Article:
    held = capture or a_capture(url, body=text.encode(), source_id=source_id)
    return Article(
        id=identity(held.id, "builder", 1, digest_of(text.encode())),
        capture_id=held.id,
        source_id=source_id,
        url=url,
        title=title,
        published=Dated(published or at(16)),
        language=language,
        text=text,
        reader="builder",
        version=1,
    )


def evidence(article: Article, quote: str, *, part: Part = Part.TEXT) -> Evidence:
    """The first place of `quote` in the article's text or title."""
    text = article.title if part is Part.TITLE else article.text
    start = text.index(quote)
    return Evidence(
        article_id=article.id, part=part, span=Span(start, start + len(quote)), quote=quote
    )


def a_headline(article: Article) -> Line:
    return Line(
        text=article.title,
        evidence=(evidence(article, article.title, part=Part.TITLE),),
        language=article.language,
    )


def a_line(article: Article, words: str) -> Line:
    return Line(text=words, evidence=(evidence(article, words),), language=article.language)


def a_quote(
    article: Article,
    words: str,
    *,
    speaker: str | None = None,
    role: str = "",
    where: str = "",
) -> Quoted:
    return Quoted(
        text=words,
        evidence=(evidence(article, words),),
        speaker=speaker,
        role=role,
        where=where,
        language=article.language,
    )


def an_item(article: Article | None = None, *, lines: Sequence[str] = ()) -> Item:
    told = article or an_article()
    return Item(
        id=identity("item", told.id),
        headline=a_headline(told),
        detail=Told(origins=1, first_source="Tidings", first_at=at(16), copies=0),
        lines=tuple(a_line(told, words) for words in lines),
    )


def an_issue(*sections: Section, number: int = 12, language: str = "en") -> Issue:
    """A published issue; without sections, one section with one item."""
    return Issue(
        id=identity("issue", number),
        number=number,
        title="The Velmor Letter",
        language=language,
        dated=at(20),
        since=at(13),
        until=at(20, 8),
        sections=sections or (Section(key="council", title="Council", items=(an_item(),)),),
        coverage=Coverage(
            sources=48,
            languages=("en", "fr", "hy", "ru"),
            articles=631,
            silent=("ferry", "Lower Velmor Radio"),
            refused=("Ministry of Works",),
        ),
        state=State.PUBLISHED,
        approved_by="Ada",
        approved_at=at(20, 8, 57),
    )
