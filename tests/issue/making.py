"""Stories, documents and weeks for the tests of this folder."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from tests.builders import a_capture, an_article, at

from watchdesk.issue import Candidate, House, LinkedDocument, Week
from watchdesk.model import (
    Article,
    Byline,
    Capture,
    Certainty,
    Coverage,
    Dated,
    Figure,
    Membership,
    Photo,
    Precision,
    Quantity,
    Span,
    Speaker,
    Statement,
    Story,
    Wording,
    digest_of,
    identity,
)
from watchdesk.registers import Report, ledger
from watchdesk.text.figures import find_figures


def told(
    text: str,
    *,
    title: str = "Quarry road opens",
    by: str = "tidings",
    day: int = 16,
    language: str = "en",
    authors: Sequence[str] = (),
    categories: Sequence[str] = (),
    path: str = "news/quarry",
) -> tuple[Article, Capture]:
    """An article of the source `by` with the capture that holds it."""
    url = f"https://{by}.example/{path}-{day}"
    capture = a_capture(url, body=text.encode(), fetched_at=at(day, 14), source_id=by)
    article = an_article(
        text, title=title, language=language, url=url, capture=capture, source_id=by,
        published=at(day),
    )  # fmt: skip
    byline = Byline(authors=tuple(authors))
    return replace(article, byline=byline, categories=tuple(categories)), capture


def dated(pair: tuple[Article, Capture], when: Dated | None) -> tuple[Article, Capture]:
    """The same article with another date, or none."""
    return replace(pair[0], published=when), pair[1]


def a_day(day: int, *, doubtful: bool = False) -> Dated:
    """A date of which only the day was printed."""
    return Dated(at(day, 0), precision=Precision.DAY, doubtful=doubtful)


def a_candidate(
    *pairs: tuple[Article, Capture],
    sentences: Iterable[tuple[int, str]] = (),
    statements: Iterable[Statement] = (),
    copies_of: Mapping[int, int] | None = None,
    story_id: str = "",
    photo: Photo | None = None,
    quantities: Iterable[Quantity] | None = None,
    documents: Sequence[LinkedDocument] = (),
) -> Candidate:
    """A story told by these articles; `sentences` are (place of the article, words)."""
    articles = tuple(pair[0] for pair in pairs)
    copies = copies_of or {}
    members = tuple(
        Membership(article_id=article.id, origin=articles[copies.get(place, place)].id)
        for place, article in enumerate(articles)
    )
    by_article: dict[str, tuple[Statement, ...]] = {}
    for statement in statements:
        by_article[statement.article_id] = (
            *by_article.get(statement.article_id, ()),
            statement,
        )
    return Candidate(
        story=Story(
            id=story_id or identity("story", articles[0].id),
            members=members,
            first_seen=min(pair[1].fetched_at for pair in pairs),
            last_seen=max(pair[1].fetched_at for pair in pairs),
        ),
        articles=articles,
        captures={capture.id: capture for _, capture in pairs},
        headline=articles[0].id,
        sentences=tuple(
            (articles[place].id, span_of(articles[place], w)) for place, w in sentences
        ),
        statements=by_article,
        quantities=_counted(pairs, by_article) if quantities is None else tuple(quantities),
        documents=tuple(documents),
        photo=photo,
    )


def _counted(
    pairs: Sequence[tuple[Article, Capture]], statements: Mapping[str, tuple[Statement, ...]]
) -> tuple[Quantity, ...]:
    """What the figure ledger makes of these articles."""
    return ledger(
        [
            Report(
                article=article,
                at=article.published.at if article.published else capture.fetched_at,
                outlet=article.source_id or "",
                origin=article.id,
                statements=statements.get(article.id, ()),
                figures=figures_of(article),
            )
            for article, capture in pairs
        ]
    )


def span_of(article: Article, words: str) -> Span:
    """Where the words first stand in the text."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def figures_of(article: Article) -> tuple[Figure, ...]:
    """The figures as the reading stage finds them."""
    return tuple(
        Figure(
            id=identity(article.id, found.span.start),
            article_id=article.id,
            span=found.span,
            value=found.value,
            low=found.low,
            high=found.high,
            bound=found.bound,
            unit=found.unit,
            counts=found.counts,
            counts_span=found.counts_span,
        )
        for found in find_figures(article.text, article.language)
    )


def said(
    article: Article,
    *pieces: str,
    speaker: str = "",
    role: str = "",
    source: str = "",
    wording: Wording = Wording.DIRECT,
) -> Statement:
    """A statement of an article; with `source` alone its speaker is unknown."""
    name = (
        Speaker(
            name=speaker,
            name_span=span_of(article, speaker),
            role=role,
            role_span=span_of(article, role) if role else None,
        )
        if speaker
        else None
    )
    return Statement(
        id=identity(article.id, *pieces),
        article_id=article.id,
        wording=wording,
        content=tuple(span_of(article, piece) for piece in pieces),
        source=span_of(article, source) if source else None,
        speaker=name,
        certainty=Certainty.PRINTED if name else Certainty.UNKNOWN,
    )


def a_document(url: str = "https://court.example/letter.pdf", *, words: str = "") -> LinkedDocument:
    capture = a_capture(url, media_type="application/pdf", source_id=None)
    article = an_article("To the minister.", title=words, capture=capture, language="fr")
    return LinkedDocument(words=words, url=url, capture=capture, article=article if words else None)


def a_photo(name: str, *, article: Article | None = None, credit: str = "Ani Lorest") -> Photo:
    url = f"https://tidings.example/{name}.jpg"
    return Photo(
        capture_id=identity("photo", url),
        digest=digest_of(name.encode()),
        media_type="image/jpeg",
        url=url,
        caption=f"The {name} this week.",
        credit=credit,
        article_id=article.id if article else None,
    )


def a_week(
    *,
    refused: Iterable[str] = (),
    house: House | None = None,
    since: datetime | None = None,
    first: bool = False,
) -> Week:
    return Week(
        number=12,
        title="The Velmor Letter",
        language="en",
        dated=at(20),
        since=None if first else since or at(13),
        until=at(20, 8),
        coverage=Coverage(sources=4, languages=("en", "fr"), articles=20),
        outlets={"tidings": "Tidings", "courier": "Velmor Courier", "gazette": "La Gazette"},
        house=house or House(),
        refused=frozenset(refused),
    )
