"""V12: "three outlets report" counts independent texts, not copies of one.

In: a case and the number of independent texts behind the item, as the desk counted them. Out: a
finding where the sentence counts more. Sources that the cited passage itself counts ("two sources
told the paper") are its own words and left to V4.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from watchdesk.model import Finding
from watchdesk.proof.held import Known
from watchdesk.proof.passage import Case
from watchdesk.proof.reading import Reading
from watchdesk.text.languages.lists import bag

_OUTLETS = bag(
    """sources outlets newspapers papers media broadcasters agencies publications
    médias journaux quotidiens agences titres rédactions quellen medien zeitungen agenturen
    medios periódicos diarios fuentes agencias источника источников издания изданий газеты газет
    сми агентства агентств լրատվամիջոց լրատվամիջոցներ աղբյուր աղբյուրներ թերթ kaynak gazete
    ajans mənbə qəzet agentlik مصادر صحف وسائل وكالات"""
)
_BETWEEN = bag(
    """independent separate different local national foreign international other news media
    major regional indépendantes indépendants différents autres unabhängige unabhängigen
    verschiedene andere independientes distintos независимых независимые разных տարբեր անկախ
    bağımsız ayrı müstəqil of the"""
)
_VAGUE: Mapping[str, float] = {
    **dict.fromkeys(bag("both deux les_deux beide ambos оба երկու her_iki"), 2),
    **dict.fromkeys(bag("multiple plusieurs mehrere varios varias несколько մի_քանի birkaç"), 2),
    **dict.fromkeys(bag("several"), 3),
}
_COPY = 0.9  # shared words, both ways: two cited texts are one text
_WORDS_BETWEEN = 2


class Counted(NamedTuple):
    """A count of sources: how many, and its place in the folded draft."""

    number: float
    start: int
    end: int


def source_counts(reading: Reading) -> tuple[Counted, ...]:
    """The places where a text counts sources."""
    tokens = reading.tokens
    found = []
    for at, token in enumerate(tokens):
        if token.low not in _OUTLETS:
            continue
        first = at - 1
        while first >= 0 and at - first <= _WORDS_BETWEEN and tokens[first].low in _BETWEEN:
            first -= 1
        number = _number(tokens[first].low, reading) if first >= 0 else None
        if number is not None:
            found.append(Counted(number, tokens[first].start, token.end))
    return tuple(found)


def _number(low: str, reading: Reading) -> float | None:
    if low.isdecimal() and len(low) < 6:
        return float(low)
    return reading.pack.numbers.words.get(low, _VAGUE.get(low))


def ours(case: Case) -> tuple[Counted, ...]:
    """The counts of the draft that are the desk's own: no cited passage counts so."""
    mine = source_counts(case.draft)
    if not mine:
        return ()
    theirs = {one.number for passage in case.passages for one in source_counts(passage)}
    return tuple(one for one in mine if one.number not in theirs)


def check_origins(case: Case, known: Known) -> Iterator[Finding]:
    """V12 for each count of sources that is the desk's own."""
    for counted in ours(case):
        there = _independent(case) if known.origins is None else known.origins
        if counted.number > there:
            printed = case.draft.text[counted.start : counted.end]
            yield case.finding(
                "V12",
                f"The sentence counts “{printed}”; {told(there)}.",
                (counted.start, counted.end),
            )


def told(number: int) -> str:
    """How many independent texts there are, as the end of a sentence."""
    return "one independent text tells it" if number == 1 else f"{number} independent texts tell it"


def _independent(case: Case) -> int:
    """How many cited articles are no copies of one another, by their words."""
    kept: list[Reading] = []
    for passage in case.passages:
        if not any(_copies(passage, one) for one in kept):
            kept.append(passage)
    return len(kept)


def _copies(one: Reading, other: Reading) -> bool:
    shared = sum((one.bag & other.bag).values())
    return 2 * shared >= _COPY * (len(one.tokens) + len(other.tokens))
