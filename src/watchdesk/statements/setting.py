"""When, by which way and through whom words were said, as far as their frame says so.

The words of an article and an utterance come in, a `Setting` goes out, each part a span of the
frame outside what was said. A day must stand beside the verb (*said on Monday*), not in what is
told of the speaker (*who was arrested on Monday*); a way and an outlet likewise.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache

from watchdesk.model import Medium, Precision, Setting, Span
from watchdesk.statements.frames import Marked
from watchdesk.statements.join import Utterance
from watchdesk.text.dates import dates_in
from watchdesk.text.daywords import DAYS
from watchdesk.text.languages import Cue, Language
from watchdesk.text.spans import Word, trim

_SILENT = Setting()
_BREAKS = frozenset(",،՝;:–—()[]")
_EDGE = " \t\r\n\u00a0\u202f,.;:–—-()"
_FAR = 10
_BEFORE = 3
_CLOSERS = {"«": "»", "„": "“", "“": "”"}


@dataclass(slots=True)
class Page:
    """An article as its settings are read; `ends` are the places behind its sentences."""

    marked: Marked
    language: Language
    published: datetime | None
    ends: Sequence[int] = field(init=False)

    def __post_init__(self) -> None:
        self.ends = [sentence.end for sentence in self.marked.sentences]


@dataclass(frozen=True, slots=True)
class _Frame:
    """The words around what was said; `cue` is the place of the verb, `own` those of the source."""

    words: Sequence[Word]
    cue: int
    own: frozenset[int]
    page: Page

    def low(self, at: int) -> str:
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def beside(self, at: int) -> bool:
        """Whether a word is near the verb, with no clause on somebody between."""
        between = range(min(at, self.cue), max(at, self.cue))
        relatives = self.page.language.relatives
        return len(between) <= _FAR and not any(self.low(one) in relatives for one in between)


def setting_of(page: Page, one: Utterance, relayed: Span | None = None) -> Setting:
    """What the frame of an utterance says of when, how and through whom; `relayed` is known."""
    frame = _frame(page, one)
    if frame is None:
        return Setting(via=relayed) if relayed else _SILENT
    found = _day(frame, _way(frame, _SILENT))
    via = relayed or _relayed(frame)
    return replace(found, via=via) if via else _told(frame, found)


def _frame(page: Page, one: Utterance) -> _Frame | None:
    cue = one.cue
    if cue is None or one.source is None:
        return None
    at = bisect_left(page.ends, cue.end)
    if at >= len(page.ends):
        return None
    text, source = page.marked, one.source
    sentence = text.sentences[at]
    first = bisect_left(text.starts, sentence.start)
    behind = bisect_left(text.starts, sentence.end, first)
    inside = text.words[first:behind]
    if _telling(page.language).isdisjoint([word.low for word in inside]):
        return None
    words = inside
    for span in one.content:
        words = [word for word in words if not span.start <= word.start < span.end]
    place = sum(word.start < cue.start for word in words)
    own = (n for n, word in enumerate(words) if source.start <= word.start < source.end)
    return _Frame(words, place, frozenset(own), page)


@cache
def _telling(language: Language) -> frozenset[str]:
    """The words without one of which a frame says nothing of its setting."""
    ways = language.ways
    longest = frozenset(max(phrase, key=len) for phrase in _phrases(language))
    return longest | ways.relays | ways.outlets | ways.media.keys() | _day_words(language)


@cache
def _phrases(language: Language) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in language.frames.according)


def _way(frame: _Frame, found: Setting) -> Setting:
    """The noun or verb that shows the way: in an interview, tweeted."""
    ways = frame.page.language.ways
    for at, word in enumerate(frame.words):
        medium = ways.media.get(word.low)
        if medium and frame.beside(at) and _shows(frame, at, medium):
            return replace(found, medium=medium, medium_span=Span(word.start, word.end))
    return found


def _shows(frame: _Frame, at: int, medium: Medium) -> bool:
    """Whether a word of a way is meant so: it is the verb, speaks itself, or stands behind "in"."""
    language = frame.page.language
    if at in frame.own:
        return at - min(frame.own) < _BEFORE and medium is not Medium.COURT
    if at == frame.cue or not language.ways.behind:
        return True
    near = [frame.low(one) for one in range(at - _BEFORE, at)]
    return any(low in language.ways.behind for low in near)


def _day(frame: _Frame, found: Setting) -> Setting:
    """The day in the frame, if it is one day and not later than the article."""
    published, language = frame.page.published, frame.page.language
    if language.cues.get(frame.low(frame.cue)) is Cue.THINK:
        return found
    if published is None or _day_words(language).isdisjoint([one.low for one in frame.words]):
        return found
    for one in dates_in("", frame.words, language=language.code, reference=published):
        at = next((n for n, word in enumerate(frame.words) if word.start >= one.span.start), 0)
        past = one.end <= (published + timedelta(days=1)).date()
        one_day = one.precision is Precision.DAY and one.start == one.end
        if past and one_day and frame.beside(at) and at not in frame.own:
            return replace(found, said_on=one.start, said_on_span=one.span)
    return found


@cache
def _day_words(language: Language) -> frozenset[str]:
    return frozenset(language.weekdays) | frozenset(language.months) | frozenset(DAYS)


def _relayed(frame: _Frame) -> Span | None:
    """Who passed the words on: according to the agency, the agency quoted her as saying."""
    language = frame.page.language
    behind = _according(frame)
    if behind is not None:
        return _phrase(frame, behind)
    for at, word in enumerate(frame.words):
        if word.low not in language.ways.relays or at == frame.cue or at in frame.own:
            continue
        if word.low in language.ways.quoting and at + 1 == min(frame.own, default=0):
            return _left(frame, at)
        beside = (_phrase(frame, at + 1), _left(frame, at))
        for span in beside:
            if span and _is_outlet(frame, span):
                return span
    return None


def _according(frame: _Frame) -> int | None:
    """The word behind "according to", where another verb holds the frame."""
    lows = tuple(word.low for word in frame.words)
    for phrase in _phrases(frame.page.language):
        if phrase[0] not in lows:
            continue
        at = next((at for at in range(len(lows)) if lows[at : at + len(phrase)] == phrase), None)
        if at is not None and at != frame.cue and at not in frame.own:
            behind = at + len(phrase)
            apart = ";" in lows[min(at, frame.cue) : max(at, frame.cue)]
            return behind if behind < len(lows) and not apart else None
    return None


def _phrase(frame: _Frame, start: int) -> Span | None:
    """The words from `start` up to a comma or the end of the frame."""
    end = start
    while end < len(frame.words) and frame.words[end].text not in _BREAKS and end not in frame.own:
        end += 1
    if end <= start:
        return None
    return _without_weekday(frame, start, end)


def _without_weekday(frame: _Frame, start: int, end: int) -> Span | None:
    language = frame.page.language
    over = language.frames.stops - language.links
    stop = next((at for at in range(start + 1, end) if frame.low(at) in over), end)
    return trim(frame.page.marked.text, frame.words[start].start, frame.words[stop - 1].end, _EDGE)


def _left(frame: _Frame, end: int) -> Span | None:
    """The words of the clause before `end`."""
    start = end
    while start and frame.words[start - 1].text not in _BREAKS and start - 1 not in frame.own:
        start -= 1
    if start == end:
        return None
    return trim(frame.page.marked.text, frame.words[start].start, frame.words[end - 1].end, _EDGE)


def _is_outlet(frame: _Frame, span: Span) -> bool:
    outlets = frame.page.language.ways.outlets
    inside = [word for word in frame.words if span.start <= word.start < span.end]
    return any(word.low in outlets or _is_acronym(word) for word in inside)


def _is_acronym(word: Word) -> bool:
    return 1 < len(word.text) <= _FAR // 2 and word.text.isupper() and word.text.isalpha()


def _told(frame: _Frame, found: Setting) -> Setting:
    """With the outlet that was told, which is an interview where no other way is named."""
    via = _outlet(frame)
    if via is None or found.medium:
        return replace(found, via=via)
    return replace(found, via=via, medium=Medium.INTERVIEW, medium_span=via)


def _outlet(frame: _Frame) -> Span | None:
    """The outlet that was told: told Radio Mirin, in an interview with the Mirin Chronicle."""
    outlets = frame.page.language.ways.outlets
    for at, word in enumerate(frame.words):
        if word.low in outlets and at not in frame.own and frame.beside(at):
            start, end = _outlet_place(frame, at)
            if _is_told(frame, start, end):
                return Span(frame.words[start].start, frame.words[end - 1].end)
    return None


def _outlet_place(frame: _Frame, at: int) -> tuple[int, int]:
    """The outlet's noun with the capitals or the marked name beside it."""
    start, end = at, at + 1
    while start and frame.words[start - 1].text[0].isupper() and start - 1 not in frame.own:
        start -= 1
    while end < len(frame.words) and frame.words[end].text[0].isupper():
        end += 1
    closer = _CLOSERS.get(frame.low(end))
    if closer:
        end = next((n + 1 for n in range(end, len(frame.words)) if frame.low(n) == closer), end)
    elif frame.low(start - 1) in _CLOSERS.values():
        opening = (n for n in range(start - 1, -1, -1) if frame.low(n) in _CLOSERS)
        start = next(opening, start)
    return start, end


def _is_told(frame: _Frame, start: int, end: int) -> bool:
    """Whether only small words and the way stand between the verb and the outlet."""
    between = range(frame.cue + 1, start) if start > frame.cue else range(end, frame.cue)
    if start <= frame.cue < end:
        return False
    small = _small(frame.page.language)
    return all(at in frame.own or frame.low(at) in small for at in between)


@cache
def _small(language: Language) -> frozenset[str]:
    rules = language.frames
    lists = (rules.stops, rules.auxiliaries, rules.addressee, rules.appositions, rules.moments)
    words = (language.links, language.definite, language.indefinite, language.ways.behind)
    days = (language.weekdays, language.ways.media, _BREAKS, language.cues)
    return frozenset(["-", "am", "on"]).union(*lists, *words, *days)


def merged(utterances: Sequence[Utterance]) -> Iterator[tuple[Utterance, Span | None]]:
    """Utterances with who relayed them: *said Pell, according to the agency* is one, not two."""
    at = 0
    while at < len(utterances):
        one, behind = utterances[at], utterances[at + 1 : at + 2]
        relayed = bool(behind) and _relays(behind[0], one)
        yield one, behind[0].source if relayed else None
        at += 2 if relayed else 1


def _relays(other: Utterance, one: Utterance) -> bool:
    """Whether what `other` is said to report is only the frame of `one`."""
    if one.cue is None or len(other.content) != 1 or other.source is None:
        return False
    piece = other.content[0]
    inside = piece.start <= one.cue.start and one.cue.end <= piece.end
    return inside and not any(piece.start <= span.start < piece.end for span in one.content)
