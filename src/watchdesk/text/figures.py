"""Numbers in a text, read into values with unit, bound and what they count.

A text comes in, figures go out in their order, each with its span. Dates, times of day, ranks,
numbers of sections, models, houses and telephones are left out. Words of size ("hundreds") give
the range that they leave open, 100 up to 1,000. Nothing is converted, rounded or averaged.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from watchdesk.model import Bound, Span
from watchdesk.text.bounds import bound_before, bound_behind
from watchdesk.text.counted import counted
from watchdesk.text.languages import Language, guess
from watchdesk.text.languages import language as language_of
from watchdesk.text.no_figures import left_out
from watchdesk.text.numerals import VULGAR, Numeral, hyphens_parted, minus_before, numeral
from watchdesk.text.ranges import Range, range_at, score_behind
from watchdesk.text.shares import share_at
from watchdesk.text.spans import Word
from watchdesk.text.spans import words as words_of
from watchdesk.text.units import Unit, rate, unit_before, unit_behind

_OLDEST = 120
_LAST_LETTER = "\u0600"  # no script before it but ASCII has digits of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigure:
    """A number as printed; fields as in `watchdesk.model.Figure`.

    `vague` says that a word of size was printed.
    """

    span: Span
    value: float
    low: float | None = None
    high: float | None = None
    bound: Bound | None = None
    unit: str | None = None
    counts: str | None = None
    counts_span: Span | None = None
    vague: bool = False


def find_figures(text: str, language: str | None = None) -> tuple[FoundFigure, ...]:
    """The figures of `text`; with no language given, its script and common words tell it."""
    known = language_of(language) if language else guess(text)
    return tuple(figures_in(words_of(text), known))


def figures_in(words: Sequence[Word], language: Language) -> list[FoundFigure]:
    """The same, for words that are already parted."""
    found: list[FoundFigure] = []
    words, places = _candidates(words, language)
    behind = ended = 0
    for at in places:
        if at < behind:
            continue
        figure, behind = _at(words, at, language)
        if figure is None:
            ended = 0
            continue
        if found and ended and not figure.bound and _converted(words, ended, figure):
            figure = _bounded(figure, found[-1].bound)
        found.append(figure)
        ended = behind
    return found


def _candidates(words: Sequence[Word], language: Language) -> tuple[Sequence[Word], list[int]]:
    """The words, hyphens parted, and the places where a number may begin."""
    known, lows = _number_words(language), [word.low for word in words]
    # Most words of a text stand in it more than once.
    begin = {
        low
        for low in set(lows)
        if low in known
        or ((low < ":" or low > _LAST_LETTER) and low[0].isdecimal())
        or ("-" in low and low.partition("-")[0] in known)
    }
    places = [at for at, low in enumerate(lows) if low in begin]
    if any("-" in words[at].low for at in places):
        parted = hyphens_parted(words, places, language.numbers)
        if len(parted) > len(words):
            return _candidates(parted, language)
    return words, places


def _at(words: Sequence[Word], at: int, language: Language) -> tuple[FoundFigure | None, int]:
    """The figure that begins at `at`, if one does, and where to go on."""
    share = share_at(words, at, language)
    if share:
        return _made(words, (at, share), None, language)
    here = numeral(words, at, language.numbers)
    if here is None:
        return None, at + 1
    behind = left_out(words, at, here, language)
    return (None, behind) if behind else _figure(words, at, here, language)


@cache
def _number_words(language: Language) -> frozenset[str]:
    numbers = language.numbers
    known = (numbers.words, numbers.multipliers, numbers.fractions, numbers.vague, VULGAR)
    return frozenset(word for table in known for word in table)


def _figure(
    words: Sequence[Word], at: int, here: Numeral, language: Language
) -> tuple[FoundFigure | None, int]:
    """The figure at `at` and the place behind it; none where it is a score such as 3-1."""
    ends = None if here.vague else range_at(words, at, here, language)
    if ends is None and (behind := score_behind(words, here)):
        return None, behind
    return _made(words, (at, here), ends, language)


def _made(
    words: Sequence[Word], place: tuple[int, Numeral], ends: Range | None, language: Language
) -> tuple[FoundFigure, int]:
    """The figure of a number, or of a range, with all that stands around it."""
    at, here = place
    last = ends.last if ends else here
    first, minus = _start(words, at, language)
    unit = _unit(words, at, (here, last), language)
    behind = unit.behind if unit else last.behind
    name = unit.name if unit else _age(words, at, last, language)
    thing = None if name else _thing(words, last, language)
    figure = FoundFigure(
        span=Span(words[first].start, words[behind - 1].end),
        value=ends.low if ends else -here.value if minus else here.value,
        low=ends.low if ends else here.value if here.vague else None,
        high=ends.high if ends else here.value * 10 if here.vague else None,
        unit=name,
        counts=thing.text if thing else None,
        counts_span=Span(thing.start, thing.end) if thing else None,
        vague=here.vague,
    )
    bound = bound_before(words, first, language) or bound_behind(words, behind, language)[0]
    if ends and ends.started and bound is not Bound.ABOUT:
        bound = None  # "from up to 5 to 8": the words before bound one end only
    return _bounded(figure, bound), behind


def _start(words: Sequence[Word], at: int, language: Language) -> tuple[int, bool]:
    """Where the figure begins, with its money and minus; and whether it has a minus."""
    money = unit_before(words, at, language)
    first = money.at if money else at
    if bound_before(words, first, language):  # au moins 5
        return first, False
    outer = minus_before(words, first, language.numbers)
    minus = outer or (minus_before(words, at, language.numbers) if money else 0)
    return first - outer, bool(minus)


def _unit(
    words: Sequence[Word], at: int, ends: tuple[Numeral, Numeral], language: Language
) -> Unit | None:
    """Money before the number, else the unit behind it, with what it goes by."""
    here, last = ends
    money = unit_before(words, at, language)
    if money:
        base = Unit(money.name, money.at, last.behind)
        spelled = unit_behind(words, last, language)  # $5 dollars, $5 US
        return spelled if spelled and spelled.name == money.name else rate(words, base, language)
    unit = unit_behind(words, last, language)
    if unit is None and last is not here:
        unit = unit_behind(words, here, language)
        unit = unit and unit._replace(behind=last.behind)
    return unit


def _thing(words: Sequence[Word], last: Numeral, language: Language) -> Word | None:
    """What is counted: 12 houses, a third of the town, a five-judge panel."""
    at = last.behind
    if at + 1 < len(words) and words[at].text == "-" and words[at].end == words[at + 1].start:
        return words[at + 1] if words[at + 1].text.islower() else None
    at = bound_behind(words, at, language)[1]
    one = 0 < last.value <= 1
    of = at < len(words) and words[at].low in language.numbers.of  # one of the houses
    plain = of or not one or language.counted != "plural"
    thing = counted(words, at, language) if plain else None
    return thing or (counted(words, at, language, one=True) if one else None)


def _bounded(figure: FoundFigure, bound: Bound | None) -> FoundFigure:
    """The figure with a bound, which gives an end to a number that has none."""
    if bound is None or figure.high is not None:
        return replace(figure, bound=bound) if bound else figure
    return replace(
        figure,
        bound=bound,
        low=figure.value if bound is Bound.OVER else None,
        high=figure.value if bound is Bound.UNDER else None,
    )


def _converted(words: Sequence[Word], before: int, figure: FoundFigure) -> bool:
    """Whether a bracket right behind the figure before gives it in another unit."""
    if before + 1 >= len(words) or figure.unit is None:
        return False
    place = before if words[before].text == "(" else before + 1
    start = words[place + 1].start if place + 1 < len(words) else -1
    return words[place].text == "(" and start == figure.span.start


def _age(words: Sequence[Word], at: int, last: Numeral, language: Language) -> str | None:
    """An age without its word: "Mara Ilves, 34," or "aged 34" or "over the age of 34"."""
    before = words[at - 1] if at else None
    if before is None or not last.digits or not words[at].text.isdecimal():
        return None
    pair = f"{words[at - 2].low} {before.low}" if at > 1 else ""
    if before.low in language.numbers.aged or pair in language.numbers.aged:
        return "year of age"
    closed = last.behind < len(words) and words[last.behind].text in ",)"
    if before.text not in ",(" or not closed or not 0 < last.value <= _OLDEST or at < 2:
        return None
    lead = words[at - 3].text if at > 2 else "."
    named = words[at - 2].text[0].isupper() and (lead[0].isupper() or lead in '.”"')
    return "year of age" if named else None
