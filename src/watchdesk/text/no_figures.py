"""Numbers that count nothing: dates, hours, ranks, labels, articles.

Words and a number among them come in; where to go on reading goes out, 0 where it is a figure.
"""

from collections.abc import Sequence

from watchdesk.model import Bound
from watchdesk.text.languages import Language, Numbers
from watchdesk.text.numerals import Numeral
from watchdesk.text.spans import Word
from watchdesk.text.units import counted, currency_before, unit_behind

_DASHES = "-–—−‑"
_YEARS = range(1000, 2101)
_PHRASE = 4


def left_out(words: Sequence[Word], at: int, here: Numeral, language: Language) -> int:
    """Where to go on if this number is no figure (a date, a rank, a label), else 0."""
    if here.digits:
        chain = _chain(words, at)
        if chain:
            return chain
        if is_rank(words, here.behind, language) or _date(words, at, here, language):
            return here.behind
        if _label(words, at, here, language):
            return here.behind
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
    if not _is_year(words[at]) or here.scaled or here.behind > at + 1:
        return False
    behind_unit = unit_behind(words, here, language)
    if before in numbers.dating or (behind_unit and behind_unit.name == "year"):
        return True
    return not _meant(words, at, here, language)


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
        return at > 1 and words[at - 2].end == before.start and words[at - 2].text[0].isalpha()
    if not before.text[0].isupper() or here.scaled or before.low in language.bounds:
        return False
    return not _meant(words, at, here, language)


def _numbered_line(words: Sequence[Word], at: int, here: Numeral) -> bool:
    return here.behind < len(words) and words[here.behind].text in ".)" and at == 0


def _meant(words: Sequence[Word], at: int, here: Numeral, language: Language) -> bool:
    """Whether a unit, a sign of money or a counted thing stands with the number."""
    if currency_before(words, at) or unit_behind(words, here, language):
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
    if after is None or not after.text[0].isalpha():
        return True
    numbers = language.numbers
    return any(after.low in bag for bag in (language.frames.stops, numbers.of, numbers.not_before))


def bound_before(words: Sequence[Word], at: int, language: Language) -> Bound | None:
    """What the words right before a number say of it: "more than"."""
    for size in range(min(_PHRASE, at), 0, -1):
        bound = language.bounds.get(" ".join(word.low for word in words[at - size : at]))
        if bound:
            return bound
    return (
        {">": Bound.OVER, "<": Bound.UNDER, "~": Bound.ABOUT}.get(words[at - 1].text)
        if (at)
        else None
    )
