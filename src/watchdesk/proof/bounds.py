"""V4 for bounds before numbers that are no figures: "nearly 2 a.m.", "more than 2-1".

In: a case that is drawn from one place, and its figures (whose bounds `figures` compares). Out: a
finding where *nearly*, *more than*, *up to* before such a number is not the source's.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from watchdesk.model import Bound, Finding
from watchdesk.proof.passage import Case
from watchdesk.proof.reading import Reading, Token
from watchdesk.text.figures import FoundFigure
from watchdesk.text.languages import Language

_PHRASE = 4  # words of the longest phrase that bounds a number


def check_bounds(case: Case, figures: Iterable[FoundFigure]) -> Iterator[Finding]:
    """V4 for each bounded number of a near copy that is no figure with one value."""
    if case.foreign or case.nearest is None or not case.nearest.drawn:
        return
    if _bounding(case.draft.pack).isdisjoint(case.added.keys() | case.lost.keys()):
        return
    single = [one.span for one in figures if one.low is None or one.high is None]
    theirs = dict(_bounded(case.nearest.reading))
    for (value, number), (bound, token) in _bounded(case.draft):
        if any(span.start <= token.start < span.end for span in single):
            continue
        there = theirs.get((value, number))
        if there is None or there[0] is bound or (bound is Bound.ABOUT and there[0] is None):
            continue
        words = case.nearest.reading.text[there[1].start - 20 : there[1].end].strip()
        yield case.finding(
            "V4",
            f"The source says “…{words}”: the sentence changes what bounds the number.",
            (max(0, token.start - 1), token.end),
        )


@lru_cache(maxsize=16)
def _bounding(pack: Language) -> frozenset[str]:
    """All words of the phrases that bound a number."""
    return frozenset(word for phrase in pack.bounds for word in phrase.split())


def _bounded(
    reading: Reading,
) -> Iterator[tuple[tuple[float, int], tuple[Bound | None, Token]]]:
    """Each number by its value and how often it stood before, with its bound and its place."""
    seen: dict[float, int] = {}
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        value = _value(token.low, reading)
        if value is None:
            continue
        number = seen[value] = seen.get(value, -1) + 1
        yield (value, number), (_before(tokens, at, reading), token)


def _value(low: str, reading: Reading) -> float | None:
    if low.isdecimal():
        return float(low) if len(low) < 16 else None
    return reading.pack.numbers.words.get(low)


def _before(tokens: tuple[Token, ...], at: int, reading: Reading) -> Bound | None:
    for size in range(min(_PHRASE, at), 0, -1):
        phrase = " ".join(token.low for token in tokens[at - size : at])
        if phrase in reading.pack.bounds:
            return reading.pack.bounds[phrase]
    return None
