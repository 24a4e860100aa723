"""Who the printed source is: a name with its role, found in the same article or not at all.

The words of an article and the source of an utterance come in, a `Speaker` goes out where the
text shows one candidate. Two people of one surname, an unknown *she*: None, never a guess.
"""

from dataclasses import dataclass

from watchdesk.model import Certainty, Speaker
from watchdesk.statements.join import Utterance
from watchdesk.statements.naming import Person, parse
from watchdesk.statements.people import People
from watchdesk.text.languages import Gender, Language

_FAR = 2
_UNKNOWN: tuple[None, Certainty] = (None, Certainty.UNKNOWN)


@dataclass(slots=True)
class _Last:
    """The person who spoke last, where, and in which paragraph."""

    person: Person
    start: int
    paragraph: int


class Resolver:
    """Follows an article from its first utterance to its last."""

    def __init__(self, text: str, people: People, language: Language) -> None:
        self._text, self._language, self._people = text, language, people
        self._last: _Last | None = None

    def speaker(self, one: Utterance) -> tuple[Speaker | None, Certainty]:
        """The speaker of an utterance, and how he is known."""
        if one.source is None:
            return _UNKNOWN
        gender = self._language.pronouns.get(one.source.of(self._text).lower())
        if gender is not None:
            found, certainty = self._by_pronoun(one, gender), Certainty.RESOLVED
        else:
            found, certainty = self._by_words(one)
            self._last = None
        speaker = found.speaker(self._text) if found else None
        if found is None or speaker is None:
            return _UNKNOWN
        self._last = _Last(found, one.source.start, one.paragraph)
        return speaker, certainty

    def _by_words(self, one: Utterance) -> tuple[Person | None, Certainty]:
        person = parse(self._text, one.source, self._language) if one.source else None
        if person is None:
            return None, Certainty.UNKNOWN
        if person.organisation:
            # "according to the ministry's data" shows another case of the name than it has itself
            hidden = one.inflected and self._language.inflects
            return None if hidden else person, Certainty.PRINTED
        if person.full:
            return self._people.fuller(person, inflected=one.inflected), Certainty.PRINTED
        if person.name:
            return self._people.by_surname(person), Certainty.RESOLVED
        return self._people.by_role(person), Certainty.RESOLVED

    def _by_pronoun(self, one: Utterance, gender: Gender) -> Person | None:
        """Who "she" is: the last speaker, if nobody else could be meant.

        Somebody else could be who was named in this paragraph or the one of the last words.
        """
        last, source = self._last, one.source
        if last is None or source is None or gender not in ("m", "f"):
            return None
        if one.paragraph - last.paragraph > _FAR or last.person.organisation:
            return None
        if last.person.gender not in ("", "n", gender):
            return None
        first = self._text.rfind("\n\n", 0, last.start) + 1
        if self._people.others_between(first, source.start, last.person, gender):
            return None
        return last.person
