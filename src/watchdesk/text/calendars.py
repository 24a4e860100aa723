"""What the readers of dates share: the date that was found, and the words of a calendar.

In: a language's pack, words of a text. Out: a `Calendar`, small numbers, spans. No date is decided
here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from watchdesk.model import Precision, Span
from watchdesk.text.daywords import RELATIVE
from watchdesk.text.languages import LANGUAGES
from watchdesk.text.spans import Word

_COUNTED = ("day", "week", "month", "year")
_MOST = 99


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as printed; `start` and `end` are its first and last day, both included.

    `relative` says that it was counted from the reference (a weekday, "yesterday", a day without
    its year).
    """

    span: Span
    start: date
    end: date
    precision: Precision
    relative: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """The words of one language, or of all where it is not known; `pairs` are names of two words.

    `begins` are all words with which a date may begin, digits aside. `counts` lead to small
    numbers, `units` to "day", "week", "month" and "year".
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    counts: Mapping[str, int]
    units: Mapping[str, str]
    pairs: frozenset[str]
    begins: frozenset[str]
    reference: date | None


@lru_cache(maxsize=512)
def calendar_of(code: str, reference: date | None) -> Calendar:
    """The calendar of a language code; an unknown one has the words of all packs."""
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    counts: dict[str, int] = {}
    units: dict[str, str] = {}
    for pack in [LANGUAGES[code]] if code in LANGUAGES else LANGUAGES.values():
        months |= pack.months
        weekdays |= pack.weekdays
        counts |= {
            word: int(value) for word, value in pack.numbers.words.items() if 1 <= value <= _MOST
        }
        counts |= dict.fromkeys(pack.numbers.articles, 1)
        units |= {word: name for word, name in pack.units.items() if name in _COUNTED}
    pairs = frozenset(name for name in (*months, *weekdays) if " " in name)
    begins = RELATIVE.union(weekdays, counts, units) if reference else frozenset[str]()
    return Calendar(months, weekdays, counts, units, pairs, begins.union(months), reference)


def paired(words: Sequence[Word], calendar: Calendar) -> Sequence[Word]:
    """The words, with names of two words (bazar ertəsi) made one."""
    if not calendar.pairs:
        return words
    made: list[Word] = []
    for word in words:
        last = made[-1] if made else None
        name = f"{last.low} {word.low}" if last else ""
        if last and name in calendar.pairs:
            made[-1] = Word(f"{last.text} {word.text}", name, last.start, word.end)
        else:
            made.append(word)
    return made


def dated(
    span: Span,
    start: date,
    end: date,
    precision: Precision = Precision.DAY,
    *,
    relative: bool = False,
) -> FoundDate:
    """A found date, a day unless told otherwise."""
    return FoundDate(span, start, end, precision, relative)


def number(words: Sequence[Word], at: int, low: int, high: int) -> int | None:
    """The number at `at` if it is printed in digits and lies between `low` and `high`."""
    if at < len(words) and words[at].low.isdecimal() and low <= int(words[at].low) <= high:
        return int(words[at].low)
    return None


def after(words: Sequence[Word], at: int, skipped: frozenset[str]) -> int:
    """The place behind up to two words of `skipped`."""
    for _ in range(2):
        if at < len(words) and words[at].low in skipped:
            at += 1
    return at


def between(words: Sequence[Word], at: int, behind: int) -> Span:
    """The span of the words from `at` up to `behind`, which is not in it."""
    return Span(words[at].start, words[behind - 1].end)
