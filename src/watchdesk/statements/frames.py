"""A sentence as a row of words and quotations, the inside of quotations being hidden.

A text with its words, marks and sentences comes in, frames go out. All that follows (verbs,
speakers, contents) reads frames, so that words inside a quotation never look like a frame.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from watchdesk.model import Span
from watchdesk.text.languages import Language
from watchdesk.text.marks import Quotation
from watchdesk.text.spans import Word, fold, trim
from watchdesk.text.spans import words as words_of

_WORD_BEFORE = re.compile(r"[\w\-]+[ \u00a0]$")
_WORD_BEHIND = re.compile(r"[ \u00a0]?[\w\-‑]+")
_NEXT = re.compile(r"\s*\n\s*(?:[“„«\"‘「]|``|'')")
_LONGEST_NAME = 40
_LONGEST_FRAME = 400
_LOOK = 40
_FIRST = 3
_STOPS = ".,!?…։:"
# «…, — сказал министр Оль. — …»: comma or stop, dash, at most 120 characters, stop or comma, dash.
_INNER = re.compile(r"[,!?…]\s*[—–]\s*([^—–«»\n]{3,120}?)[.,:]\s*[—–]\s*")
# « …, a déclaré la ministre Ilves, … »: the same with commas.
_COMMA = re.compile(r"[,!?…]\s+(?=([^,.;:«»\n]{3,90})[,.]\s+\S)")
_COMMAS = ",، "
_EDGE = " \t\r\n\u00a0\u202f\u200b\ufeff.,;:!?…։՝—–-"


class Frame(NamedTuple):
    """One sentence: its items, their folded forms, its place, and the number of its paragraph.

    An item is a word outside quotations, or a hidden one for a whole quotation, which `marks` has.
    """

    text: str
    items: Sequence[Word]
    lows: Sequence[str]
    marks: Mapping[int, Quotation]
    span: Span
    paragraph: int

    def between(self, first: int, behind: int) -> Span | None:
        """The text of items `first` up to `behind`, without marks of punctuation at its edges."""
        if first >= behind:
            return None
        return trim(self.text, self.items[first].start, self.items[behind - 1].end, _EDGE)

    def leads(self) -> bool:
        """Whether it ends with a colon and a new paragraph opens with a quotation."""
        return leads(self.text, self.span.end)


@dataclass(slots=True)
class Marked:
    """A text with its words, its quotations (as `spoken` leaves them) and its sentences.

    `lows` are the folded words, `starts` the places of the words.
    """

    text: str
    words: Sequence[Word]
    quotations: Sequence[Quotation]
    sentences: Sequence[Span]
    lows: Sequence[str] = ()
    starts: Sequence[int] = ()

    def __post_init__(self) -> None:
        if self.words:
            _, self.lows, self.starts, _ = zip(*self.words, strict=True)


def frames(page: Marked, wanted: frozenset[str]) -> Iterator[Frame]:
    """The sentences that hold or lead to a quotation or hold a word of `wanted`, in their order."""
    text, words, marked = page.text, page.words, page.quotations
    lows, starts = page.lows, page.starts
    paragraph, reach, at, mark = 0, 0, 0, 0
    for span in page.sentences:
        paragraph += text.count("\n", reach, span.start) > 1
        reach, first, first_mark = span.end, at, mark
        at = bisect_left(starts, span.end, at)
        while mark < len(marked) and marked[mark].start < span.end:
            mark += 1
        here = marked[first_mark:mark]
        if not here and wanted.isdisjoint(lows[first:at]) and not leads(text, span.end):
            continue
        items = _items(words[first:at], here) if here else words[first:at]
        # What no reader would call a sentence is read in parts, so that time stays linear.
        if not here and at - first <= _LONGEST_FRAME:
            yield Frame(text, items, lows[first:at], {}, span, paragraph)
            continue
        for part in range(0, len(items), _LONGEST_FRAME):
            yield _frame(text, items[part : part + _LONGEST_FRAME], here, (span, paragraph))


def _frame(
    text: str, items: Sequence[Word], here: Sequence[Quotation], place: tuple[Span, int]
) -> Frame:
    """A frame of some items; the quotations are those of the sentence."""
    starts = {mark.start: mark for mark in here}
    marks = {at: starts[item.start] for at, item in enumerate(items) if not item.text}
    return Frame(text, items, [item.low for item in items], marks, *place)


def leads(text: str, end: int) -> bool:
    """Whether a colon stands before `end`, and a mark opens the next paragraph."""
    return text[end - 1] == ":" and _NEXT.match(text, end) is not None


def _items(words: Sequence[Word], marked: Sequence[Quotation]) -> list[Word]:
    """The words outside quotations, and a hidden one for each quotation, in their order."""
    at, items = 0, list[Word]()
    for mark in marked:
        first = at
        while at < len(words) and words[at].end <= mark.start:
            at += 1
        items += words[first:at]
        items.append(Word("", "", mark.start, mark.end))
        while at < len(words) and words[at].start < mark.end:
            at += 1
    return items + list(words[at:])


def spoken(text: str, marked: Sequence[Quotation], language: Language) -> list[Quotation]:
    """The quotations without marked names, those with a frame inside cut in two.

    A name is that of a paper or a party: агентство «Мирин», «Ազգ» թերթը. A frame inside is the
    Russian habit, with dashes («Да, — сказал он. — Нет»), and the French, with commas.
    """
    out: list[Quotation] = []
    for mark in marked:
        if not _is_name(text, mark, language):
            out += _halves(text, mark, language)
    return out


def _is_name(text: str, mark: Quotation, language: Language) -> bool:
    inner = mark.inner
    last = text[inner.end - 1]
    if inner.end - inner.start > _LONGEST_NAME or not text[inner.start].isupper() or last in _STOPS:
        return False
    behind = _WORD_BEHIND.match(text, mark.end, mark.end + _LOOK)
    if behind and (
        behind.group()[0] in "-‑" or fold(behind.group().strip()) in language.organisations
    ):
        return behind.group().strip() not in ("-", "‑")
    before = _WORD_BEFORE.search(text, max(0, mark.start - _LOOK), mark.start)
    return before is not None and fold(before.group().strip()) in language.organisations


def _halves(text: str, mark: Quotation, language: Language) -> list[Quotation]:
    place = _inner_frame(text, mark, language)
    if place is None:
        return [mark]
    left = trim(text, mark.inner.start, place.start, _COMMAS)
    right = trim(text, place.end, mark.inner.end)
    if left is None or right is None:
        return [mark]
    return [
        Quotation(mark.start, left.end, left, mark.mark, mark.goes_on),
        Quotation(right.start, mark.end, right, mark.mark, goes_on=True),
    ]


def _inner_frame(text: str, mark: Quotation, language: Language) -> Span | None:
    """Where verb and speaker stand within a quotation, with the marks around them."""
    start, end = mark.inner.start, mark.inner.end
    if language.frames.inner_frame and (found := _INNER.search(text, start, end)):
        told = any(fold(word) in language.cues for word in found.group(1).split()[:_FIRST])
        return Span(found.start() + 1, found.end()) if told else None
    for found in _COMMA.finditer(text, start, end) if language.frames.inner_comma else ():
        if _inverted(words_of(text, *found.span(1)), language):
            return Span(found.start(), found.end(1) + 1)
    return None


def _inverted(found: Sequence[Word], language: Language) -> bool:
    """Whether a verb of saying with its auxiliary comes first, and who speaks behind it."""
    at = 0
    while at < len(found) and at <= _FIRST and found[at].low not in language.cues:
        if not (found[at].low in language.frames.auxiliaries or found[at].low in language.pronouns):
            return False
        at += 1
    behind = found[at + 1 :]
    speaks = any(word.text[0].isupper() or word.low in language.pronouns for word in behind)
    spoken_by = any(word.low in language.pronouns for word in found[:at])
    return at < len(found) and found[at].low in language.cues and (speaks or spoken_by)
