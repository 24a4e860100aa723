"""The people and bodies an article names, each as a chain of mentions.

Words come in, chains go out. A full name opens a chain; forms of one person (with and without a
middle name, with an initial) are one; office, titles and bracket are carried along it. A surname,
an office alone or a body's noun joins the only chain that can be meant. Nothing is looked up.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from watchdesk.model import Span
from watchdesk.statements.frames import Marked
from watchdesk.statements.inventory import bodies_in, people_in
from watchdesk.statements.naming import Person, same_given, stem
from watchdesk.statements.phrases import is_role, role_of
from watchdesk.text.languages import Gender, Language
from watchdesk.text.spans import Word
from watchdesk.text.spans import words as words_of


@dataclass(slots=True, eq=False)
class Chain:
    """All mentions of one person or body, and what the first to print it says of him or her.

    `first` is the place where it opens, `offices` the words of each office that is printed.
    """

    name: Span
    parts: tuple[str, ...]
    first: int
    role: Span | None = None
    bracket: Span | None = None
    affiliation: Span | None = None
    heads: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    gender: Gender = ""
    organisation: bool = False
    body: str = ""
    spoke: bool = False
    offices: list[frozenset[str]] = field(default_factory=list)


class People:
    """The chains of an article."""

    def __init__(self, page: Marked, language: Language) -> None:
        self._text, self._language, self._words = page.text, language, page.words
        self._starts = page.starts
        self._marked = [(mark.start, mark.end) for mark in page.quotations]
        self._by_last: dict[str, list[Chain]] = {}
        self._places: list[tuple[int, Chain]] = []
        self._bodies: list[Chain] = []
        self._things: set[str] = set()
        self._small: set[str] | None = None
        self._bodies_read = False
        if language.cased:
            self._read()

    def _read(self) -> None:
        people, single = people_in(self._text, self._words, self._language)
        for person in people:
            if person.name:
                self._places.append((person.name.start, self.full(person, person.name)))
        self._things = {one.parts[-1] for one in single if one.organisation}
        for one in single:
            self._single(one)
        self._places.sort(key=lambda one: one[0])

    def _single(self, one: Person) -> None:
        """A surname alone: a mention of its bearers, or of somebody with an office of his own.

        President Oke is not the Jana Oke of the same article: from here on, Oke is one of two.
        """
        chains = self._by_last.get(one.parts[-1])
        if not chains or one.name is None:
            return
        self._places.append((one.name.start, chains[0]))
        if one.heads and not any(one.heads & chain.heads for chain in chains):
            chains.append(Chain(one.name, one.parts, one.name.start, heads=one.heads))

    def _read_bodies(self) -> None:
        """All bodies of the text, which are asked for rarely."""
        if not self._bodies_read:
            self._bodies_read = True
            for body in bodies_in(self._words, self._language):
                if body.name:
                    self.body(body, body.name)

    def words_in(self, span: Span) -> Sequence[Word]:
        """The words of a span; they are cut anew where it ends within one."""
        first = bisect_left(self._starts, span.start)
        found = self._words[first : bisect_left(self._starts, span.end, first)]
        if found and (found[0].start, found[-1].end) == (span.start, span.end):
            return found
        return words_of(self._text, span.start, span.end)

    def full(self, person: Person, name: Span) -> Chain:
        """The chain of a full name; it is opened where the article has shown none."""
        chains = self._by_last.setdefault(person.parts[-1], [])
        same = [one for one in chains if _same(one.parts, person.parts)]
        if len(same) != 1:
            same = [Chain(name, person.parts, name.start)]
            chains += same
        self._carry(same[0], person)
        if same_given(same[0].parts[0], person.parts[0]) and self._prints_better(
            person, name, same[0]
        ):
            same[0].name, same[0].parts = name, person.parts
        return same[0]

    def _carry(self, chain: Chain, person: Person) -> None:
        """What a mention prints is the chain's from now on, the first of each kind.

        A longer office replaces one that says less: chief inspector of monuments.
        """
        if person.role:
            said = self._content(person.role)
            known = chain.role
            longer = known is None or self._says_more(said, chain.offices[0])
            if longer or (known and 0 <= known.start - person.role.end <= 1):  # office, then rank
                chain.role = person.role
                chain.offices.insert(0, said)
            else:
                chain.offices.append(said)
        chain.bracket = chain.bracket or person.bracket
        chain.affiliation = chain.affiliation or person.affiliation
        chain.heads |= person.heads
        chain.titles |= person.titles
        chain.gender = chain.gender or person.gender

    def _says_more(self, said: frozenset[str], known: frozenset[str]) -> bool:
        """Whether an office is a known one with more words, and not a lesser one."""
        return known < said and self._covers(said, known)

    def _prints_better(self, person: Person, name: Span, chain: Chain) -> bool:
        """Whether a form shows the name better: not by an initial, or in its first case."""
        if len(person.parts[0]) == 1 or len(chain.parts[0]) == 1:
            return len(person.parts[0]) > len(chain.parts[0])
        shorter = name.end - name.start < chain.name.end - chain.name.start
        return self._language.inflects and shorter

    def body(self, person: Person, name: Span) -> Chain:
        """The chain of a body; it is opened where the article has shown none of this name."""
        parts = tuple([stem(word.low, self._language) for word in self.words_in(name)])
        same = next((one for one in self._bodies if one.parts == parts), None)
        if same is not None:
            same.first = min(same.first, name.start)
        else:
            same = Chain(name, parts, name.start, organisation=True, body=person.body)
            self._bodies.append(same)
        return same

    def by_surname(self, person: Person, at: int) -> Chain | None:
        """The only person of this surname met before `at`, else in the whole article.

        A word that the article also uses otherwise (the Plan, in Mirin) is nobody's surname.
        """
        if not (person.titles or person.heads) and self._is_thing(person.parts[-1]):
            return None
        chains = self._by_last.get(person.parts[-1], [])
        fits = [one for one in _opened(chains, at) or chains if agree(person.gender, one.gender)]
        offices = {title for title in person.titles if is_role(title, self._language)}
        if len(fits) > 1 or offices:
            shown = offices or person.titles | person.heads
            fits = [one for one in fits if shown & (one.titles | one.heads)]
        return fits[0] if len(fits) == 1 and len(fits[0].parts) > 1 else None

    def _is_thing(self, last: str) -> bool:
        if self._small is None:
            self._small = {text for text, _, _, _ in self._words}
        return last in self._things or last in self._small

    def by_role(self, person: Person, at: int) -> Chain | None:
        """The only person with this office, each word of which must be printed of him or her.

        One who is named later counts only if the words say more than the office.
        """
        wanted = self._content(person.role) if person.role else frozenset()
        having = [
            one
            for chains in self._by_last.values()
            for one in chains
            if one.heads & person.heads and any(self._covers(said, wanted) for said in one.offices)
        ]
        fits = _opened(having, at) or (having if len(wanted) > 1 else [])
        return fits[0] if len(fits) == 1 and agree(person.gender, fits[0].gender) else None

    def by_noun(self, person: Person, at: int) -> Chain | None:
        """The only body of this noun that is named before `at`, if it has spoken."""
        if not any(one.body == person.body for one in self._bodies):
            return None
        self._read_bodies()
        fits = _opened([one for one in self._bodies if one.body == person.body], at)
        return fits[0] if len(fits) == 1 and fits[0].spoke else None

    def _content(self, role: Span) -> frozenset[str]:
        """The words of an office, without articles and links, as they are compared."""
        small = self._language.definite | self._language.links
        return frozenset(
            role_of(word.low, self._language) or stem(word.low, self._language)
            for word in self.words_in(role)
            if word.text[0].isalpha() and word.low not in small
        )

    def _covers(self, said: frozenset[str], wanted: frozenset[str]) -> bool:
        """Whether an office is meant by some of its words: a deputy minister is no minister."""
        lesser = {stem(low, self._language) for low in self._language.lesser}
        return wanted <= said and not (said - wanted) & lesser

    def others_between(self, start: int, end: int, chain: Chain, gender: Gender) -> bool:
        """Whether another person who could be meant is named between two places, unquoted."""
        low = bisect_left(self._places, start, key=lambda one: one[0])
        for place, other in self._places[low:]:
            if place >= end:
                return False
            if other is not chain and agree(gender, other.gender) and not self._quoted(place):
                return True
        return False

    def bodies_between(self, start: int, end: int, chain: Chain) -> bool:
        """Whether another body is named for the first time between two places."""
        self._read_bodies()
        return any(start < one.first < end for one in self._bodies if one is not chain)

    def _quoted(self, place: int) -> bool:
        at = bisect_right(self._marked, (place, place)) - 1
        return at >= 0 and self._marked[at][0] <= place < self._marked[at][1]


def _same(known: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Whether two names of one surname are one person's: J. Pell, Rival Joren Pell."""
    return same_given(known[0], parts[0]) or known == parts[-len(known) :]


def _opened(chains: Sequence[Chain], at: int) -> list[Chain]:
    return [one for one in chains if one.first < at]


def agree(one: Gender, other: Gender) -> bool:
    """Whether two genders can be one person's: not where both are shown and differ."""
    return not (one in ("m", "f") and other in ("m", "f") and one != other)
