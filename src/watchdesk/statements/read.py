"""An article → its statements, figures and mentions.

One pass for the quotation marks, one for the words; the pieces of the stage meet here.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from watchdesk.model import (
    Article,
    Certainty,
    Figure,
    Mention,
    Span,
    Statement,
    Wording,
    identity,
)
from watchdesk.statements.cues import cue_words
from watchdesk.statements.frames import Marked, frames, spoken
from watchdesk.statements.join import joined
from watchdesk.statements.people import People
from watchdesk.statements.quotes import reported
from watchdesk.statements.resolve import Resolver
from watchdesk.statements.setting import Page, merged, setting_of
from watchdesk.text.figures import FoundFigure, figures_in
from watchdesk.text.identifiers import find_identifiers
from watchdesk.text.languages import Language, guess, language
from watchdesk.text.marks import Quotation, quotations
from watchdesk.text.sentences import split
from watchdesk.text.spans import Word, words

VERSION = 8


@dataclass(frozen=True, slots=True)
class Read:
    """What was found in one article, each in the order of the text."""

    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    mentions: tuple[Mention, ...] = ()


def read(article: Article) -> Read:
    """Find statements, figures and mentions; an unknown language is told from the text."""
    known = language(article.language) if article.language else guess(article.text)
    found = words(article.text)
    figures = tuple(_figure(article.id, one) for one in figures_in(found, known))
    statements = tuple(_statements(article, found, known))
    return Read(statements, figures, find_identifiers(article.text, _day(article)))


def _day(article: Article) -> date | None:
    published = article.published
    return published.at.date() if published and not published.doubtful else None


def _statements(article: Article, found: list[Word], known: Language) -> Iterator[Statement]:
    text = article.text
    marked = spoken(text, quotations(text), known)
    sentences = list(split(text, known, tuple(marked)))
    page = Marked(text, found, marked, sentences)
    utterances = joined(reported(frame, known) for frame in frames(page, cue_words(known)))
    if not utterances:
        return
    ends = [mark.end for mark in marked]
    resolver = Resolver(text, People(page, known), known)
    published = article.published.at if _day(article) and article.published else None
    around = Page(page, known, published)
    for one, relayed in merged(utterances):
        speaker, certainty = resolver.speaker(one)
        yield Statement(
            id=identity(article.id, "statement", *((span.start, span.end) for span in one.content)),
            article_id=article.id,
            wording=_wording(one.content, marked, ends),
            content=tuple(one.content),
            cue=one.cue,
            source=one.source,
            speaker=speaker,
            certainty=certainty if speaker else Certainty.UNKNOWN,
            setting=setting_of(around, one, relayed),
        )


def _wording(content: list[Span], marked: Sequence[Quotation], ends: list[int]) -> Wording:
    """Direct if each piece is a quotation, mixed if one stands within a piece."""
    inside = []
    for span in content:
        at = bisect_right(ends, span.start)
        mark = marked[at] if at < len(marked) else None
        if mark and mark.start <= span.start and span.end <= mark.end:
            inside.append(Wording.DIRECT)
        elif mark and mark.start < span.end:
            inside.append(Wording.MIXED)
        else:
            inside.append(Wording.INDIRECT)
    return inside[0] if len(set(inside)) == 1 else Wording.MIXED


def _figure(article_id: str, found: FoundFigure) -> Figure:
    return Figure(
        id=identity(article_id, "figure", found.span.start, found.span.end),
        article_id=article_id,
        span=found.span,
        value=found.value,
        low=found.low,
        high=found.high,
        bound=found.bound,
        unit=found.unit,
        counts=found.counts,
        counts_span=found.counts_span,
    )
