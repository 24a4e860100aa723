"""Find the document: the letter, bill, report or resolution that an article only names.

In: the measures of an article, and where their papers may be: links of articles on the same event,
and what the issuing body's own site lists. Out: for each measure the best candidate with its score
and the reason, or none. A number decides, or the kind with several of the sentence's own words; a
name alone fetches nothing. Nothing is asked for here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote, urlsplit

from watchdesk.registers.material import Material
from watchdesk.registers.numbers import NOUNS, Named, measures
from watchdesk.text.addresses import is_document
from watchdesk.text.fold import fold
from watchdesk.text.sentences import sentence_of

ENOUGH = 5
"""A number beside its kind, or the kind with three words of the sentence; any figure in an address
may be a day's, so that a number without its kind weighs little."""
MOST_CANDIDATES = 2000
MOST_WORDS = 3

_TOKEN = re.compile(r"\w+")
_LONG = 5
"""Letters of a word that tells something of a title."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One address that may be the paper; `own` if the issuing body's own site lists it."""

    url: str
    words: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """The best candidate of a measure, how it scores and why."""

    measure: Named
    candidate: Candidate
    score: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A candidate as every measure is compared with it; `kinds` are those that it is called."""

    candidate: Candidate
    words: frozenset[str]
    kinds: frozenset[str]
    pdf: bool


def papers(material: Material, candidates: Iterable[Candidate]) -> tuple[Match, ...]:
    """The best paper of each measure that the article names without giving it."""
    wanted = [
        one for one in measures(material) if not any(key.scheme == "document" for key in one.keys)
    ]
    if not wanted:
        return ()  # the candidates are not even looked up
    kinds = NOUNS.keys() & {one.kind for one in wanted}
    places = [_place(one, kinds) for one in islice(candidates, MOST_CANDIDATES)]
    found = (_best(material, measure, places) for measure in wanted)
    return tuple(match for match in found if match is not None)


def _place(candidate: Candidate, kinds: Iterable[str]) -> _Place:
    parts = urlsplit(candidate.url)
    printed = f"{candidate.words} {unquote(f'{parts.path} {parts.query}').replace('_', ' ')}"
    called = frozenset(kind for kind in kinds if NOUNS[kind].search(printed))
    return _Place(candidate, _tokens(printed), called, is_document(candidate.url))


def _best(material: Material, measure: Named, places: Iterable[_Place]) -> Match | None:
    number, wanted = _number(measure), _sentence_words(material, measure)
    found = (_scored(measure, number, wanted, place) for place in places)
    best = max(found, key=lambda one: one.score, default=None)
    return best if best is not None and best.score >= ENOUGH else None


def _scored(measure: Named, number: frozenset[str], wanted: frozenset[str], place: _Place) -> Match:
    points = dict(_points(measure, number, wanted, place))
    return Match(measure, place.candidate, sum(points.values()), "; ".join(points))


def _points(
    measure: Named, number: frozenset[str], wanted: frozenset[str], place: _Place
) -> Iterator[tuple[str, int]]:
    """What speaks for a candidate, as a reason and its weight."""
    called = measure.kind in place.kinds
    if number and number <= place.words:
        yield f"it gives the number {' '.join(sorted(number))}", 4 if called else 2
    if called:
        yield f"it is called a {measure.kind}", 2
    shared = sorted(wanted & place.words - number)[:MOST_WORDS]
    if shared:
        yield f"it shares {', '.join(shared)}", len(shared)
    if place.candidate.own:
        yield "the body's own site lists it", 1
    if place.pdf:
        yield "it is a PDF", 1


def _number(measure: Named) -> frozenset[str]:
    """The digits of the measure's number; those of a year alone name nothing."""
    keys = [key.value for key in measure.keys if key.scheme in {"measure", "number"}]
    return frozenset(re.findall(r"\d+", keys[0].partition("/")[2])) if keys else frozenset()


def _sentence_words(material: Material, measure: Named) -> frozenset[str]:
    text, place = material.article.text, measure.places[0]
    around = sentence_of(text, place, material.article.language) or place
    return frozenset(word for word in _tokens(around.of(text)) if len(word) >= _LONG)


def _tokens(words: str) -> frozenset[str]:
    return frozenset(_TOKEN.findall(fold(words).text.lower().replace("_", " ")))
