"""What a register reads of one article, and the sentences in which its words stand.

In: an article with its statements, figures and mentions, and the words that start a proposal. Out:
the sentences that hold such a word, each with the kind of development it speaks of. Words are data:
the desk's own file replaces the shipped one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from watchdesk.model import Article, Figure, Mention, Precision, Span, Statement
from watchdesk.text.dates import FoundDate, find_dates
from watchdesk.text.days import day_of
from watchdesk.text.sentences import sentences

Words = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Kind of development → language → its words, in small letters; * takes any ending of a word.
An … stands for up to three words between."""

_QUOTES = '“”«»"'

MEASURE, LASTING = "measure", "record"
"""Schemes of keys: the number as printed, and the same with its session, as a record has it."""

NOT = "not"
"""The kind whose words say that a thing has not happened: asked for, feared, planned, denied."""
CRIME, CONCERN = "crime", "concern"
"""Words of what courts try everywhere, and of what makes such a trial a matter of rights."""
_NO_KINDS = frozenset({NOT, CRIME, CONCERN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One article with what was read in it; `told_at` is when it tells of (its own date).

    `body` is who speaks on the page, where the source is a body's own (a parliament, a ministry);
    `watched` says that the page is replaced in place.
    """

    article: Article
    told_at: datetime
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    mentions: tuple[Mention, ...] = ()
    body: str = ""
    watched: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with a word that starts a proposal; `doubtful` where it says it only may be."""

    kind: str
    span: Span
    word: Span
    doubtful: bool


def passages(material: Material, words: Words) -> Iterator[Passage]:
    """The sentences of the text that hold a word of a kind, in their order."""
    text = material.article.text
    found = list(_hits(text, _language(material), words))
    if not found:
        return
    places = sentences(text, material.article.language)
    starts = [span.start for span in places]
    hedge = _pattern(_words_of(words, NOT, _language(material)))
    for kind, word in found:
        at = bisect_right(starts, word.start) - 1
        if at < 0 or word.end > places[at].end:
            continue
        doubtful = hedge is not None and _hedged(text, hedge, places[at], word)
        yield Passage(kind, places[at], word, doubtful)


def is_ordinary_crime(material: Material, passage: Passage, words: Words) -> bool:
    """Whether it is told as a crime like any other: a word for one stands in the passage, beside it
    or in the title, and none in the article says that rights are at stake.
    """
    article = material.article
    near = f"{article.title}\n{_around(article, passage.span)}"
    whole = f"{article.title}\n{article.text}"
    return says(material, words, CRIME, near) and not says(material, words, CONCERN, whole)


def _around(article: Article, span: Span) -> str:
    """A sentence with the one before and the one behind it."""
    places = sentences(article.text, article.language)
    at = max(bisect_right([one.start for one in places], span.start) - 1, 0)
    near = places[max(at - 1, 0) : at + 2]
    return article.text[near[0].start : near[-1].end] if near else ""


def _hedged(text: str, hedge: re.Pattern[str], sentence: Span, word: Span) -> bool:
    """Whether the sentence says that it only may be, on the word's own side of any quotation."""
    before = max((text.rfind(mark, sentence.start, word.start) for mark in _QUOTES), default=-1)
    behind = [at for mark in _QUOTES if (at := text.find(mark, word.end, sentence.end)) >= 0]
    start, end = max(before + 1, sentence.start), min(behind, default=sentence.end)
    return hedge.search(text, start, end) is not None


def dated(
    material: Material, passage: Span, near: Span | None = None
) -> tuple[date, Precision] | None:
    """The day that a passage names, the nearest to `near`; None where it names none.

    What lies ahead is no date of what has happened.
    """
    today = material.told_at.date()
    told = [
        _last_year(one) if one.relative and one.start > today else one
        for one in days_in(material, passage)
    ]
    past = [one for one in told if one.start <= today]
    if near is not None:
        past.sort(key=lambda one: _distance(one.span, near))
    return (past[0].start, past[0].precision) if past else None


def _last_year(found: FoundDate) -> FoundDate:
    """A day without a year, of what has happened: not the one to come but the one before."""
    day = day_of(found.start.year - 1, found.start.month, found.start.day)
    return replace(found, start=day, end=day) if day and found.precision is Precision.DAY else found


def days_in(material: Material, passage: Span) -> list[FoundDate]:
    """All dates that a passage names, with their places in the article."""
    text = passage.of(material.article.text)
    told = find_dates(text, language=material.article.language, reference=material.told_at)
    return [replace(one, span=one.span.moved(passage.start)) for one in told]


def told_on(material: Material, passage: Span, near: Span) -> tuple[date, Precision]:
    """The same, or the day of the article, by which it had come to pass."""
    return dated(material, passage, near) or (material.told_at.date(), Precision.BEFORE)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _language(material: Material) -> str:
    return (material.article.language or "en").partition("-")[0].lower()


def _hits(text: str, language: str, words: Words) -> Iterator[tuple[str, Span]]:
    """The words of all kinds; of those that begin together the longest: it says more."""
    hits = [
        (found.start(), found.end(), kind)
        for kind in words
        if kind not in _NO_KINDS and (pattern := _pattern(_words_of(words, kind, language)))
        for found in pattern.finditer(text)
    ]
    longest: dict[int, int] = {}
    for start, end, _ in hits:
        longest[start] = max(end, longest.get(start, end))
    for start, end, kind in sorted(hits):
        if end == longest[start]:
            yield kind, Span(start, end)


def says(material: Material, words: Words, kind: str, text: str) -> bool:
    """Whether a text in the article's language has a word of a kind."""
    pattern = _pattern(_words_of(words, kind, _language(material)))
    return pattern is not None and pattern.search(text) is not None


def in_language(words: Words, kind: str, material: Material) -> tuple[str, ...]:
    """The words of a kind in the article's language."""
    return _words_of(words, kind, _language(material))


def _words_of(words: Words, kind: str, language: str) -> tuple[str, ...]:
    return words.get(kind, {}).get(language, ())


@lru_cache(maxsize=512)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """One expression for many words; None for none."""
    if not words:
        return None
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_of_words, ordered))})(?!\w)", re.IGNORECASE)


def _of_words(printed: str) -> str:
    """Words as an expression: * takes any ending, … up to three words between."""
    pieces = [re.escape(piece.strip()).replace(r"\*", r"\w*") for piece in printed.split("…")]
    return r"(?:\s+[\w’'-]+){0,3}\s+".join(pieces)
