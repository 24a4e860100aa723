"""Numbers that count nothing: dates, hours, ranks, labels, articles.

Words and a number among them come in; where to go on reading goes out, 0 where it is a figure.
"""

from collections.abc import Sequence

from watchdesk.text.bounds import bound_before
from watchdesk.text.counted import counted
from watchdesk.text.languages import Language, Numbers
from watchdesk.text.numerals import Numeral
from watchdesk.text.spans import Word
from watchdesk.text.units import unit_before, unit_behind

_DASHES = "-–—−‑"
_YEARS = range(1000, 2200)
_NAME = 4


def left_out(words: Sequence[Word], at: int, here: Numeral, language: Language) -> int:
    """Where to go on if this number is no figure (a date, a rank, a label), else 0."""
    if here.digits:
        chain = _chain(words, at)
        if chain:
            return chain
        if is_rank(words, here.behind, language) or _address(words, here, language):
            return here.behind
        if _date(words, at, here, language) or _label(words, at, here, language):
            return here.behind
    elif here.vague:
        return 0 if _meant(words, at, here, language) else here.behind
    elif words[at].low in language.numbers.shy and _is_shy(words, at, here, language):
        return here.behind
    return 0


def _chain(words: Sequence[Word], at: int) -> int:
    """The place behind digits joined by marks, as in 14/03/2024, 10:30 or 010-20-30; else 0."""
    behind, marks = at + 1, ""
    while (
        behind + 1 < len(words)
        and words[behind].text in "/:-–.‑"
        and words[behind + 1].text[0].isdecimal()
        and words[behind].start == words[behind - 1].end
        and words[behind + 1].start == words[behind].end
    ):
        marks += words[behind].text
        behind += 2
    if "/" in marks or ":" in marks or len(marks) > 1:
        return behind
    years = marks and marks in _DASHES and _is_year(words[at])
    return behind if years else 0


def _is_year(word: Word) -> bool:
    return len(word.text) == 4 and word.text.isdecimal() and int(word.text) in _YEARS


def is_rank(words: Sequence[Word], behind: int, language: Language) -> bool:
    """Whether a rank's ending follows at once: 5th, 41-й, 41-րդ, 17h30."""
    if behind >= len(words) or words[behind].start != words[behind - 1].end:
        return False
    ending = words[behind]
    if ending.text in _DASHES and behind + 1 < len(words):
        ending = words[behind + 1]
        if ending.start != words[behind].end:
            return False
    return ending.low.rstrip("0123456789") in language.numbers.ordinals


def _date(words: Sequence[Word], at: int, here: Numeral, language: Language) -> bool:
    """Whether the number is a day, a year or an hour."""
    numbers, behind = language.numbers, here.behind
    before = words[at - 1].low if at else ""
    after = [word.low for word in words[behind : behind + 3]]
    while after and (after[0] in numbers.of or after[0] == "."):
        after.pop(0)
    if after and (after[0] in language.months or _clock(after, numbers)):
        return not here.scaled
    if before in numbers.hours and here.value <= 24:
        return True
    if at > 1 and before == ".":
        before = words[at - 2].low
    if before in language.months:
        return not here.scaled
    plain = _is_year(words[at]) and not here.scaled and here.behind == at + 1
    return plain and _year(words, at, here, language)


def _year(words: Sequence[Word], at: int, here: Numeral, language: Language) -> bool:
    """Whether a number of four digits is a year."""
    before = words[at - 1] if at else None
    if before and before.text == "." and at > 1:
        before = words[at - 2]
    unit = unit_behind(words, here, language)
    if unit and unit.name != "year" and not unit.name.isupper():
        return False  # the 1500 metres; but "in 2015 dollars"
    numbers = language.numbers
    if unit or (before and before.low in numbers.dating):
        return True
    if before and before.low in numbers.between and at > 1 and _is_year(words[at - 2]):
        return True
    if not _meant(words, at, here, language):
        return True
    # "its 2018 sales": such a number of things would have its separator.
    led = before and (before.low in numbers.dated or before.text[0].isupper())
    return bool(led) and not _opens(words, at, language)


def _opens(words: Sequence[Word], at: int, language: Language) -> bool:
    """Whether the word before has its capital only because a sentence begins."""
    before = words[at - 1]
    small = (language.frames.stops, language.common, language.numbers.dating)
    if any(before.low in bag for bag in small) or before.low in language.weekdays:
        return True
    return before.low in language.bounds or before.low in language.numbers.openers


def _address(words: Sequence[Word], here: Numeral, language: Language) -> bool:
    """Whether a street follows: 5 Mill Road, 5-7 Mill Road, 5 rue du Port."""
    streets, at = language.numbers.streets, here.behind
    if at + 1 < len(words) and words[at].text in _DASHES and words[at + 1].text.isdecimal():
        at += 2
    if at < len(words) and words[at].text == "," and language.counted == "next":
        at += 1  # 5, rue du Port
    for place, word in enumerate(words[at : at + _NAME] if streets else ()):
        capital = word.text[0].isupper()
        if word.low in streets and (language.counted != "plural" or (capital and place)):
            return True  # not "12 road bridges"
        if not capital:
            return False
    return False


def _clock(after: list[str], numbers: Numbers) -> bool:
    return after[0] in numbers.clock or "".join(after[:3]) in numbers.clock


def _label(words: Sequence[Word], at: int, here: Numeral, language: Language) -> bool:
    """Whether the number names something: Article 5, Boeing 747, № 41, #7."""
    if not at:
        return _numbered_line(words, at, here)
    before = words[at - 1]
    if before.low in language.labels or before.text in "№#§":
        return True
    if before.text == "." and at > 1 and words[at - 2].low in language.labels:
        return True
    if before.text in "-–_@&" and before.end == words[at].start and before.text != "–":
        return _behind_hyphen(words, at, language)
    capital = before.text != before.low
    if not capital or here.scaled or _opens(words, at, language):
        return False
    if (
        language.counted != "capital"
        and words[at].text.isdecimal()
        and _named(words, here, language)
    ):
        return True
    return not _meant(words, at, here, language)


def _behind_hyphen(words: Sequence[Word], at: int, language: Language) -> bool:
    """Whether letters touch the hyphen before a number: F-16, TPP-11; not sub-7 or minus-5."""
    if at < 2 or words[at - 2].end != words[at - 1].start:
        return at > 1 and words[at - 2].text[0].isupper()
    letters = words[at - 2]
    if letters.low in language.bounds or letters.low in language.numbers.minus:
        return False
    return letters.text[0].isalpha()


def _named(words: Sequence[Word], here: Numeral, language: Language) -> bool:
    """Whether a capital goes on behind the number, as in the name of a model: no plural."""
    after = words[here.behind : here.behind + 1]
    return bool(after) and after[0].text[0].isupper() and counted(after, 0, language) is None


def _numbered_line(words: Sequence[Word], at: int, here: Numeral) -> bool:
    return here.behind < len(words) and words[here.behind].text in ".)" and at == 0


def _meant(words: Sequence[Word], at: int, here: Numeral, language: Language) -> bool:
    """Whether a unit, a sign of money or a counted thing stands with the number."""
    if unit_before(words, at, language) or unit_behind(words, here, language):
        return True
    return counted(words, here.behind, language) is not None


def _is_shy(words: Sequence[Word], at: int, here: Numeral, language: Language) -> bool:
    """Whether "one" is no number here: no one, one of them, or the article of a language."""
    if here.behind > at + 1:
        return False
    if at and words[at - 1].low in language.numbers.not_before:
        return True
    if words[at].low in language.numbers.articles and not bound_before(words, at, language):
        return True
    after = words[here.behind] if here.behind < len(words) else None
    if after is None:
        return True
    if after.text == "-":
        return unit_behind(words, here, language) is None
    if after.low in language.numbers.of:
        return not _one_of(words, here.behind, language)
    return (
        not after.text[0].isalpha()
        or after.low in language.frames.stops
        or after.low in language.numbers.not_before
    )


def _one_of(words: Sequence[Word], at: int, language: Language) -> bool:
    """Whether "one of" leads to things that can be counted: one of the oldest houses."""
    return language.counted == "plural" and counted(words, at, language) is not None
