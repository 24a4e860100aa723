"""Who the printed source is: a name with its office, found in the same article or not at all.

The words of an article and the source of an utterance come in, a `Speaker` goes out where the
text shows one candidate. Two people of one surname, an unknown *she*: None, never a guess.

In order: a full name is a chain's own; a surname joins the only open chain that ends in it; an
office alone the only one that carries it; *he* and *she* the last who spoke, at most two paragraphs
back and never across another name; *it* and *the council* the last body, or the only one so called.
"""

from dataclasses import dataclass

from watchdesk.model import Certainty, Speaker
from watchdesk.statements.join import Utterance
from watchdesk.statements.office import speaker_of
from watchdesk.statements.people import Chain, People, agree
from watchdesk.statements.sources import parse
from watchdesk.text.languages import Gender, Language

_FAR = 2
_UNKNOWN: tuple[None, Certainty] = (None, Certainty.UNKNOWN)


@dataclass(slots=True)
class _Last:
    """Who spoke last, where, and in which paragraph."""

    chain: Chain
    start: int
    paragraph: int


class Resolver:
    """Follows an article from its first utterance to its last."""

    def __init__(self, text: str, people: People, language: Language) -> None:
        self._text, self._language, self._people = text, language, people
        self._last: _Last | None = None
        self._shown: dict[tuple[object, ...], Speaker] = {}

    def speaker(self, one: Utterance) -> tuple[Speaker | None, Certainty]:
        """The speaker of an utterance, and how he is known."""
        if one.source is None:
            return _UNKNOWN
        low = one.source.of(self._text).lower()
        if low in self._language.pronouns:
            found, certainty = self._by_pronoun(one, low), Certainty.RESOLVED
        else:
            found, certainty = self._by_words(one)
            self._last = None
        if found is None:
            return _UNKNOWN
        found.spoke = True
        found.gender = found.gender or self._of_verb(one)
        self._last = _Last(found, one.source.start, one.paragraph)
        return self._speaker(found), certainty

    def _speaker(self, chain: Chain) -> Speaker:
        """The noun of a chain, made once for as long as the chain says the same."""
        said = (chain.name, chain.role, chain.bracket, chain.affiliation, chain.heads, chain.titles)
        if said not in self._shown:
            self._shown[said] = speaker_of(self._text, chain, self._language)
        return self._shown[said]

    def _of_verb(self, one: Utterance) -> Gender:
        """What the verb's form shows of its subject: сказала."""
        low = one.cue.of(self._text).lower() if one.cue and not one.inflected else ""
        endings = self._language.verb_genders.items()
        return next((gender for ending, gender in endings if low.endswith(ending)), "")

    def _by_words(self, one: Utterance) -> tuple[Chain | None, Certainty]:
        people = self._people
        found = people.words_in(one.source) if one.source else ()
        person = parse(self._text, found, self._language)
        if person is None or one.source is None:
            return None, Certainty.UNKNOWN
        at = one.source.start
        if person.organisation and person.name:
            # "according to the ministry's data" shows another case of the name than it has itself
            hidden = one.inflected and self._language.inflects
            return None if hidden else people.body(person, person.name), Certainty.PRINTED
        if person.organisation:
            return people.by_noun(person, at), Certainty.RESOLVED
        if person.name and person.full:
            return people.full(person, person.name), Certainty.PRINTED
        if person.name:
            return people.by_surname(person, at), Certainty.RESOLVED
        return people.by_role(person, at), Certainty.RESOLVED

    def _by_pronoun(self, one: Utterance, low: str) -> Chain | None:
        """Who "she" is: the last speaker, if nobody else could be meant since."""
        last, source = self._last, one.source
        if last is None or source is None or one.paragraph - last.paragraph > _FAR:
            return None
        if last.chain.organisation:
            thing = low in self._language.things
            other = self._people.bodies_between(last.start, source.start, last.chain)
            return last.chain if thing and not other else None
        gender = "" if low in self._language.neutral else self._language.pronouns[low]
        return self._by_gender(last, source.start, gender)

    def _by_gender(self, last: _Last, at: int, gender: Gender) -> Chain | None:
        if gender not in ("m", "f", "") or not agree(gender, last.chain.gender):
            return None
        if self._people.others_between(last.start, at, last.chain, gender):
            return None
        last.chain.gender = gender or last.chain.gender
        return last.chain
