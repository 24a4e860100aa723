"""Who the printed source is: a name with its role, found in the same article or not at all.

The words of an article and the source of an utterance come in, a `Speaker` goes out where the
text shows one candidate. Two people of one surname, an unknown *she*: None, never a guess.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchdesk.model import Certainty, Span, Speaker
from watchdesk.statements.people import People, Person, parse
from watchdesk.text.languages import Gender, Language
from watchdesk.text.spans import Word

_FAR = 2
Known = tuple[Speaker | None, Certainty]
_UNKNOWN: Known = (None, Certainty.UNKNOWN)


@dataclass(slots=True)
class _Last:
    """The person who spoke last, where, and in which paragraph."""

    person: Person
    end: int
    paragraph: int


class Resolver:
    """Follows an article from its first utterance to its last."""

    def __init__(self, text: str, words: Sequence[Word], language: Language) -> None:
        self._text, self._language = text, language
        self._people = People(text, words, language)
        self._last: _Last | None = None

    def speaker(self, source: Span | None, paragraph: int) -> Known:
        """The speaker of an utterance with this source, and how he is known."""
        if source is None:
            return _UNKNOWN
        found, certainty = self._who(source, paragraph)
        if found is None:
            if not self._is_pronoun(source):
                self._last = None
            return _UNKNOWN
        self._last = _Last(found, source.end, paragraph)
        return found.speaker(self._text), certainty

    def _is_pronoun(self, source: Span) -> bool:
        return source.of(self._text).lower() in self._language.pronouns

    def _who(self, source: Span, paragraph: int) -> tuple[Person | None, Certainty]:
        printed = source.of(self._text)
        gender = self._language.pronouns.get(printed.lower())
        if gender is not None:
            return self._by_pronoun(source, gender, paragraph), Certainty.RESOLVED
        person = parse(self._text, source, self._language)
        if person is None or person.organisation:
            return person, Certainty.PRINTED
        if person.full:
            return self._people.fuller(person), Certainty.PRINTED
        if person.name:
            return self._people.by_surname(person), Certainty.RESOLVED
        return self._people.by_role(person), Certainty.RESOLVED

    def _by_pronoun(self, source: Span, gender: Gender, paragraph: int) -> Person | None:
        """Who "she" is: the last speaker, if nobody else was named since and nothing speaks against."""
        last = self._last
        if last is None or gender not in ("m", "f") or paragraph - last.paragraph > _FAR:
            return None
        if last.person.organisation or (last.person.gender not in ("", "n", gender)):
            return None
        if self._people.named_between(last.end, source.start, last.person):
            return None
        return last.person


def first_named(spans: Iterable[Span]) -> Span | None:
    """The first of some spans by place."""
    return min(spans, key=lambda span: span.start, default=None)
