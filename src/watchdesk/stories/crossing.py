"""Articles in different languages that tell one event.

In: an article's names and numbers. Out: open articles in other languages that share enough of them.
Names are compared by the sounds of their beginnings after transliteration (an ending differs by
grammar), numbers by their digits, and a shared document counts beside them. It needs no model and
translates nothing; it would rather miss a link than join two events.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from watchdesk.stories.similarity import Vector

# Sounds of a name's beginning that make its key.
SOUNDS = 5
_SHORTEST = 4
# Sounds that languages exchange: Halden is Халден, Tchekhov is Chekhov, Achet is Ashet.
_LEVELLED = str.maketrans({"K": "h", "G": "g", "C": "S", "q": "k"})
# So many names and numbers must be shared.
SHARED = 3
# Entries kept of a key, the latest.
ENTRIES = 48


@lru_cache(maxsize=65536)
def key(term: str) -> str | None:
    """What a name or number is known by in every language; None where it says too little.

    Years and numbers of one digit stand everywhere; a name of three sounds fits too many others.
    """
    if term[0].isdigit():
        year = len(term) == 4 and term[:2] in ("19", "20")
        return None if year or len(term) < 2 else term
    from watchdesk.text.sounds import readings  # noqa: PLC0415 - a desk of one language needs none

    row = readings(term)[0].row.translate(_LEVELLED)[:SOUNDS]
    return row if len(row) >= _SHORTEST else None


def keys(terms: Vector) -> dict[str, int]:
    """The keys of an article's names and numbers with their weights."""
    found: dict[str, int] = {}
    for term, weight in terms.named.items():
        known = key(term)
        if known is not None:
            found[known] = max(weight, found.get(known, 0))
    return found


def alike(one: dict[str, int], other: dict[str, int]) -> float:
    """The cosine of two articles' keys; 0 where too few are shared."""
    shared = one.keys() & other.keys()
    if len(shared) < SHARED:
        return 0.0
    lengths = _square(one) * _square(other)
    return float(sum(one[name] * other[name] for name in shared) / lengths**0.5)


def crossed_terms(one: Vector, other: Vector) -> list[str]:
    """The terms of `one` whose keys are also those of `other`, heaviest first."""
    its = keys(other)
    return [term for term in one.named if key(term) in its]


def _square(found: dict[str, int]) -> int:
    return sum(weight * weight for weight in found.values())


@dataclass(slots=True)
class Crossing:
    """The open articles by their keys; these are made when the first other language asks."""

    _waiting: dict[int, tuple[str, Vector]] = field(default_factory=dict)
    _known: dict[int, tuple[str, dict[str, int]]] = field(default_factory=dict)
    _lists: dict[str, deque[int]] = field(default_factory=dict)
    _languages: dict[str, int] = field(default_factory=dict)

    def add(self, number: int, language: str, terms: Vector) -> None:
        """Open an article to comparison; one whose language is not known is left out."""
        if language:
            self._waiting[number] = (language, terms)
            self._languages[language] = self._languages.get(language, 0) + 1

    def find(self, language: str, terms: Vector) -> Iterator[tuple[int, float]]:
        """Articles in other languages that share enough, with the cosine of their keys."""
        if not language or not self._languages.keys() - {language}:
            return
        self._take_in()
        mine = keys(terms)
        counts: dict[int, int] = {}
        for name in mine:
            for number in self._lists.get(name, ()):
                counts[number] = counts.get(number, 0) + 1
        for number, count in counts.items():
            spoken, its = self._known[number]
            if count >= SHARED and spoken != language:
                yield number, alike(mine, its)

    def forget(self, number: int) -> None:
        """Close an article."""
        waiting = self._waiting.pop(number, None)
        known = self._known.pop(number, None)
        for name in known[1] if known else ():
            entries = self._lists[name]
            if number in entries:
                entries.remove(number)
        language = waiting[0] if waiting else known[0] if known else ""
        if language:
            self._languages[language] -= 1
            if not self._languages[language]:
                del self._languages[language]

    def _take_in(self) -> None:
        for number, (language, terms) in self._waiting.items():
            found = keys(terms)
            self._known[number] = (language, found)
            for name in found:
                self._lists.setdefault(name, deque(maxlen=ENTRIES)).append(number)
        self._waiting.clear()
