"""What a register reads of one article, and the sentences in which its words stand.

In: an article with its statements, figures and mentions, and the words that start a proposal. Out:
the sentences that hold such a word, each with the kind of development it speaks of. Words are data:
the desk's own file replaces the shipped one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from watchdesk.model import Article, Figure, Mention, Precision, Span, Statement
from watchdesk.text.dates import FoundDate, find_dates
from watchdesk.text.sentences import sentences

Words = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Kind of development → language → its words, in small letters; a trailing * takes any ending."""

NOT = "not"
"""The kind whose words say that a thing has not happened: asked for, feared, planned, denied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One article with what was read in it; `told_at` is when it tells of (its own date)."""

    article: Article
    told_at: datetime
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    mentions: tuple[Mention, ...] = ()


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
        doubtful = bool(hedge and hedge.search(text, places[at].start, places[at].end))
        yield Passage(kind, places[at], word, doubtful)


def dated(material: Material, passage: Span) -> tuple[datetime, Precision]:
    """The day that a passage names, or the article's own; what lies ahead is no date of it."""
    text = passage.of(material.article.text)
    told = find_dates(text, language=material.article.language, reference=material.told_at)
    past = [one for one in told if one.start <= material.told_at.date()]
    if not past:
        return material.told_at, Precision.DAY
    return _moment(past[0], material.told_at), past[0].precision


def _moment(found: FoundDate, told_at: datetime) -> datetime:
    day = found.start
    return told_at.replace(year=day.year, month=day.month, day=day.day)


def _language(material: Material) -> str:
    return (material.article.language or "en").partition("-")[0].lower()


def _hits(text: str, language: str, words: Words) -> Iterator[tuple[str, Span]]:
    hits = [
        (found.start(), found.end(), kind)
        for kind in words
        if kind != NOT and (pattern := _pattern(_words_of(words, kind, language)))
        for found in pattern.finditer(text)
    ]
    for start, end, kind in sorted(hits):
        yield kind, Span(start, end)


def _words_of(words: Words, kind: str, language: str) -> tuple[str, ...]:
    return words.get(kind, {}).get(language, ())


@lru_cache(maxsize=512)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """One expression for many words; None for none."""
    if not words:
        return None
    ordered = sorted(words, key=len, reverse=True)
    parts = [re.escape(w.removesuffix("*")) + (r"\w*" if w.endswith("*") else "") for w in ordered]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
