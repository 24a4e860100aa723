"""V4: each number of a sentence stands in what it cites, with its unit and its bound.

In: a case. Out: findings for a number that no cited passage has, and for *over*, *under*, *about*
that vanished, turned or came in. Words and digits are one ("twelve", "12"); rounding passes only
where the draft says *about* and is off by 5 % at most. Nothing is converted.
"""

from collections.abc import Iterable, Iterator
from math import isclose

from watchdesk.model import Bound, Finding
from watchdesk.proof.bounds import check_bounds
from watchdesk.proof.changes import Change
from watchdesk.proof.passage import Case, Nearest
from watchdesk.proof.quotations import quoted_places
from watchdesk.proof.reading import Reading, Token, figures_of
from watchdesk.text.figures import FoundFigure

_ROUNDING = 0.05
_SHARE = 0.6  # so much in common, and the bound has to be that of the nearest sentence


def check_figures(
    case: Case, dated: Iterable[tuple[int, int]], changed: Iterable[Change]
) -> Iterator[Finding]:
    """V4 for each number that does not lie within a date (`dated`: the places of dates)."""
    places = list(dated)
    figures = [one for one in figures_of(case.draft) if not _within(one.span.start, places)]
    theirs = [one for passage in case.passages for one in figures_of(passage)]
    digits = {number for passage in case.passages for number in bare_numbers(passage)}
    numbers = digits | {one for passage in case.passages for one in _articles(passage)}
    for figure in figures:
        same = [one for one in theirs if _same(figure, one)]
        bare = digits if figure.span.of(case.draft.text)[0].isdecimal() else numbers
        if same:
            yield from _bound(case, figure, same)
        elif not _values(figure) <= bare and not _rounded(figure, theirs):
            yield _missing(case, figure, theirs)
    covered = [*places, *((one.span.start, one.span.end) for one in figures)]
    known = digits | {value for one in theirs for value in _values(one)}
    yield from _loose(case, covered, known)
    yield from _swapped(case, changed, covered)
    yield from check_bounds(case, figures)


def bare_numbers(reading: Reading) -> set[float]:
    """All numbers of a text, digits and words alike, whatever they mean; 1.6 has no 1 in it."""
    numbers = reading.pack.numbers
    spoken = numbers.words.keys() - numbers.shy
    found = {numbers.words[token.low] for token in reading.tokens if token.low in spoken}
    return found | {float(token.low) for token in reading.tokens if _is_whole(token, reading)}


def _is_whole(token: Token, reading: Reading) -> bool:
    """Whether digits are a number by themselves and no part of one with a point."""
    if not token.low.isdecimal() or len(token.low) > 15:
        return False
    text, start, end = reading.text, token.start, token.end
    before = text[max(0, start - 2) : start]
    behind = text[end : end + 2]
    return not (_is_point(behind, 0, 1) or _is_point(before, 1, 0))


def _is_point(pair: str, mark: int, digit: int) -> bool:
    return len(pair) == 2 and pair[mark] in ".," and pair[digit].isdecimal()


def _articles(reading: Reading) -> set[float]:
    """Words that are a number or an article ("ein", "une"), as numbers."""
    numbers = reading.pack.numbers
    shy = numbers.shy & numbers.words.keys()
    return {numbers.words[token.low] for token in reading.tokens if token.low in shy}


def _within(start: int, places: Iterable[tuple[int, int]]) -> bool:
    return any(low <= start < high for low, high in places)


def _values(figure: FoundFigure) -> set[float]:
    ends = {value for value in (figure.low, figure.high) if value is not None}
    return ends or {figure.value}


def _same(mine: FoundFigure, theirs: FoundFigure) -> bool:
    """Whether two figures have one value, and units that do not contradict."""
    if not _one_unit(mine, theirs):
        return False
    if mine.vague and not theirs.vague:
        return mine.value <= theirs.value <= mine.value * 10
    values = _values(theirs) | {theirs.value}
    return all(any(isclose(one, other) for other in values) for one in _values(mine))


def _one_unit(mine: FoundFigure, theirs: FoundFigure) -> bool:
    """Whether no unit contradicts; a rate may lack what it goes by ("$5" for "$5 a day")."""
    if not (mine.unit and theirs.unit):
        return True
    ends = mine.unit.partition(" per "), theirs.unit.partition(" per ")
    return ends[0][0] == ends[1][0] and (
        mine.unit == theirs.unit or not (ends[0][2] and ends[1][2])
    )


def _rounded(mine: FoundFigure, theirs: Iterable[FoundFigure]) -> bool:
    if mine.bound is not Bound.ABOUT:
        return False
    return any(
        one.value and abs(mine.value - one.value) <= _ROUNDING * abs(one.value)
        for one in theirs
        if _one_unit(mine, one)
    )


def _missing(case: Case, figure: FoundFigure, theirs: list[FoundFigure]) -> Finding:
    printed = figure.span.of(case.draft.text)
    unknown_words = case.foreign and not any(one.pack.numbers.words for one in case.passages)
    nearest = _nearest(case, figure, theirs)
    return case.finding(
        "V4",
        f"The figure {printed} does not stand in the cited passage{nearest}.",
        (figure.span.start, figure.span.end),
        warn=unknown_words,
    )


def _nearest(case: Case, figure: FoundFigure, theirs: list[FoundFigure]) -> str:
    """The source's number nearest in size, as the end of a sentence."""
    printed = [
        (abs(one.value - figure.value), one.span.of(passage.text))
        for passage in case.passages
        for one in figures_of(passage)
        if one in theirs
    ]
    return f"; nearest: {min(printed)[1]}" if printed else "; it has no figure"


def _bound(case: Case, figure: FoundFigure, same: list[FoundFigure]) -> Iterator[Finding]:
    """Whether *over*, *under*, *about* is as the source has it."""
    near = _in_nearest(case.nearest, figure)
    bounds = {one.bound for one in near or same}
    if figure.bound in bounds or (figure.bound is Bound.ABOUT and None in bounds):
        return
    printed = figure.span.of(case.draft.text)
    place = (max(0, figure.span.start - 1), figure.span.end)
    theirs = next((one for one in bounds if one), None)
    if figure.bound is None:
        message = f"The source says {_said(theirs)} {printed}; the sentence drops that."
    elif theirs is None:
        message = f"The sentence says {_said(figure.bound)} {printed}; the source gives it plain."
    else:
        message = (
            f"The sentence says {_said(figure.bound)} {printed}, the source {_said(theirs)} it."
        )
    if figure.bound is not None:
        place = (_bound_start(case.draft, figure), figure.span.end)
    # Within marks the words are V2's; what an ellipsis leaves out there is only pointed out.
    quoted = any(low <= figure.span.start < high for low, high in quoted_places(case))
    yield case.finding("V4", message, place, warn=quoted)


def _bound_start(reading: Reading, figure: FoundFigure) -> int:
    """Where the up to three words before a figure begin, which hold its bound."""
    before = [token.start for token in reading.tokens if token.end <= figure.span.start]
    return before[-min(3, len(before))] if before else figure.span.start


def _said(bound: Bound | None) -> str:
    words = {Bound.OVER: "over", Bound.UNDER: "under", Bound.ABOUT: "about"}
    return words[bound] if bound else "exactly"


def _in_nearest(nearest: Nearest | None, figure: FoundFigure) -> list[FoundFigure]:
    if nearest is None or nearest.share < _SHARE:
        return []
    return [one for one in figures_of(nearest.reading) if _same(figure, one)]


def _loose(case: Case, covered: list[tuple[int, int]], known: set[float]) -> Iterator[Finding]:
    """Digits that are no figure (a number of a bill, a score) have to stand there too."""
    for token in case.draft.tokens:
        if not token.low.isdecimal() or _within(token.start, covered) or len(token.low) > 15:
            continue
        pointed = not _is_whole(token, case.draft) and token.low in case.bag
        if not pointed and float(token.low) not in known:
            yield case.finding(
                "V4",
                f"The number {token.low} does not stand in the cited passage.",
                (token.start, token.end),
            )


def _swapped(
    case: Case, changed: Iterable[Change], covered: list[tuple[int, int]]
) -> Iterator[Finding]:
    """In a near copy, one number word in the place of another."""
    if case.nearest is None or not case.nearest.copy or case.foreign:
        return
    for change in changed:
        mine = {value for token in change.mine for value in _number(token.low, case.draft)}
        theirs = {
            value for token in change.theirs for value in _number(token.low, case.nearest.reading)
        }
        if not (change.short and mine and theirs) or mine & theirs:
            continue
        if any(_scaled(token.low, case.draft) for token in (*change.mine, *change.theirs)):
            continue
        if not any(_within(token.start, covered) for token in change.mine) or _plain(change):
            yield case.finding(
                "V4", "Another number stands in this place in the source.", change.place
            )


def _plain(change: Change) -> bool:
    """One word for one word: no rewriting of the number's form."""
    return len(change.mine) == len(change.theirs) == 1


def _number(low: str, reading: Reading) -> Iterator[float]:
    if low.isdecimal() and len(low) < 16:
        yield float(low)
    elif low in reading.pack.numbers.words:
        yield reading.pack.numbers.words[low]


def _scaled(low: str, reading: Reading) -> bool:
    return low in reading.pack.numbers.multipliers
