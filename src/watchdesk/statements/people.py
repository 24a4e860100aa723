"""The people an article names: names, roles and titles as printed.

Words come in, persons with the spans of name and role go out. A name of two or more words is full;
forms of one person (with and without a middle name) are one; nothing is looked up elsewhere.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from watchdesk.model import Span, Speaker
from watchdesk.statements.speakers import is_role, role_of
from watchdesk.text.languages import Gender, Language
from watchdesk.text.marks import Quotation
from watchdesk.text.spans import Word, trim
from watchdesk.text.spans import words as words_of

_EDGE = " \t\r\n\u00a0\u202f,.;:–—-()"
_LONGEST = 5
_ACRONYM = 4


@dataclass(frozen=True, slots=True)
class Person:
    """A name as printed (`parts` are its folded words), with role and what its title shows."""

    parts: tuple[str, ...] = ()
    name: Span | None = None
    role: Span | None = None
    heads: frozenset[str] = frozenset()
    gender: Gender = ""
    organisation: bool = False

    @property
    def full(self) -> bool:
        """Whether given name and surname are printed."""
        return len(self.parts) > 1

    def same(self, other: "Person") -> bool:
        """Whether two full names are forms of one: the same first and last word."""
        return (self.parts[0], self.parts[-1]) == (other.parts[0], other.parts[-1])

    def speaker(self, text: str) -> Speaker | None:
        """The noun that statements carry; None without a name."""
        if self.name is None:
            return None
        role = self.role.of(text) if self.role else ""
        return Speaker(name=self.name.of(text), name_span=self.name, role=role, role_span=self.role)


def stem(low: str, language: Language) -> str:
    """A word of a name without what inflection adds, for comparison only."""
    for _ in range(2):
        for ending in language.name_endings:
            if low.endswith(ending) and len(low) - len(ending) >= 3:
                low = low[: -len(ending)]
                break
    return low


def runs(words: Sequence[Word], language: Language) -> Iterator[tuple[int, int]]:
    """The runs of words that look like names: capitals, initials and particles between them."""
    behind = 0
    for at in [at for at, word in enumerate(words) if word.text[0].isupper()]:
        if at < behind or not _name_word(words[at], language):
            continue
        end = at + 1
        while end < len(words) and _continues(words, end, language):
            end += 1
        while not _name_word(words[end - 1], language):
            end -= 1
        behind = end
        if not words[at].low.endswith(language.place_endings or ("\0",)):
            yield at, end


def _name_word(word: Word, language: Language) -> bool:
    """Whether a word can be part of a person's name."""
    text = word.text
    if not text[0].isupper() or (1 < len(text) <= _ACRONYM and text.isupper()):
        return False
    return word.low not in _no_names(language) and not is_role(word.low, language)


@cache
def _no_names(language: Language) -> frozenset[str]:
    """Words with a capital that are no part of a name: titles, institutions, first words."""
    rules = language.frames
    lists = (language.titles, language.organisations, language.pronouns, language.weekdays)
    words = (rules.appositions, rules.openers, rules.stops, language.cues)
    return frozenset().union(*lists, *words)


def _continues(words: Sequence[Word], at: int, language: Language) -> bool:
    """Whether the word at `at` belongs to the name that began before it."""
    word, before = words[at], words[at - 1]
    if word.text == ".":
        return len(before.text) == 1 and before.text.isupper() and word.start == before.end
    if word.start - before.end > 1 or before.low.endswith(("'s", "s'")):
        return False
    return _name_word(word, language) or word.low in language.particles


def parse(text: str, source: Span, language: Language) -> Person | None:
    """The person, role or organisation that a source names; None where it names none."""
    found = words_of(text, source.start, source.end)
    if not found:
        return None
    first = _named(text, found, language)
    if first:
        return first
    organisation = any(word.low in language.organisations for word in found)
    if organisation and any(word.text[0].isupper() for word in found):
        return _organisation(text, found, language)
    heads = _heads(found, language)
    return Person(role=source, heads=heads) if heads else None


def _heads(found: Sequence[Word], language: Language) -> frozenset[str]:
    return frozenset(role_of(word.low, language) for word in found) - {""}


def _organisation(text: str, found: Sequence[Word], language: Language) -> Person | None:
    start = 1 if found[0].low in language.frames.appositions and len(found) > 1 else 0
    span = trim(text, found[start].start, found[-1].end, _EDGE)
    return Person(name=span, organisation=True) if span else None


def _named(text: str, found: Sequence[Word], language: Language) -> Person | None:
    """The name of a source with its role: a full name first, else one that stands after a title."""
    places = [place for place in runs(found, language) if place[1] - place[0] <= 2 * _LONGEST]
    if not places:
        return None
    if any(word.low in language.organisations for word in found) and not any(
        _titled(found, place, language) or _full(found, place) for place in places
    ):
        return None
    full = [place for place in places if _full(found, place)]
    if len(full) > 1 and not any(_titled(found, place, language) for place in full):
        return None
    best = max(places, key=lambda place: (_full(found, place), _titled(found, place, language)))
    best = _behind_place(found, best, language)
    parts = _parts(found, best, language)
    start, end = found[best[0]].start, _name_end(found[best[1] - 1], language)
    role, heads = _role(text, found, best, language)
    return Person(parts, Span(start, end), role, heads, _gender(found, best, language))


def _behind_place(
    found: Sequence[Word], place: tuple[int, int], language: Language
) -> tuple[int, int]:
    """A name without the place that belongs to the office before it: мэр Сарнута Хильде Орван."""
    start, end = place
    if not language.patronymics or end - start < 3 or not _titled(found, place, language):
        return place
    middle = found[end - 2].low.endswith(language.patronymics)
    last = found[end - 1].low.endswith(language.patronymics)
    return (max(start, end - 3) if middle or last else end - 2), end


def _full(found: Sequence[Word], place: tuple[int, int]) -> bool:
    return sum(word.text[0].isalpha() for word in found[place[0] : place[1]]) > 1


def _titled(found: Sequence[Word], place: tuple[int, int], language: Language) -> bool:
    """Whether a title or an office stands right before the name."""
    at = place[0] - 1
    while at >= 0 and found[at].text == ".":
        at -= 1
    return at >= 0 and (found[at].low in language.titles or is_role(found[at].low, language))


def _parts(found: Sequence[Word], place: tuple[int, int], language: Language) -> tuple[str, ...]:
    return tuple(
        stem(word.low, language) for word in found[place[0] : place[1]] if word.text[0].isalpha()
    )


def _name_end(word: Word, language: Language) -> int:
    """The end of a name without a possessive or an article hung on to it."""
    for suffix in language.name_suffixes:
        kept, _, cut = suffix.partition("|")
        if word.low.endswith(kept + cut) and len(word.low) - len(cut) >= 3:
            return word.end - len(cut)
    return word.end


def _gender(found: Sequence[Word], place: tuple[int, int], language: Language) -> Gender:
    for word in found[: place[0]]:
        gender = language.titles.get(word.low)
        if gender in ("m", "f"):
            return gender
    return ""


def _role(
    text: str, found: Sequence[Word], place: tuple[int, int], language: Language
) -> tuple[Span | None, frozenset[str]]:
    """The office printed before or behind a name, as printed, and its head nouns."""
    for first, behind in ((0, place[0]), (place[1], len(found))):
        phrase = found[first:behind]
        heads = _heads(phrase, language)
        if not heads:
            continue
        start = 0
        while (
            phrase[start].low in language.frames.appositions or not phrase[start].text[0].isalnum()
        ):
            start += 1
        span = trim(text, phrase[start].start, phrase[-1].end, _EDGE)
        return span, heads
    return None, frozenset()


class People:
    """All full names of an article, with the roles that stand beside them."""

    def __init__(
        self, text: str, words: Sequence[Word], marked: Sequence[Quotation], language: Language
    ) -> None:
        self._inflects = language.inflects
        self._marked = [(mark.start, mark.end) for mark in marked]
        self._all: list[tuple[int, Person]] = []
        if language.cased:
            self._all = [
                (found.name.start, found)
                for found in _inventory(text, words, language)
                if found.name
            ]
        self._by_last: dict[str, list[Person]] = {}
        for _, person in self._all:
            self._by_last.setdefault(person.parts[-1], []).append(person)

    def fuller(self, person: Person, *, inflected: bool) -> Person:
        """A printed full name with the role that the article gives it elsewhere.

        An inflected one gives way to the form that the article prints first.
        """
        forms = [one for one in self._by_last.get(person.parts[-1], ()) if one.same(person)]
        if inflected and forms:
            person = min(forms, key=_printed_length)
        if person.role:
            return person
        other = next((one for one in forms if one.role), None)
        return replace(person, role=other.role, heads=other.heads) if other else person

    def by_surname(self, person: Person) -> Person | None:
        """The one person of the article with this surname, or None."""
        others = self._by_last.get(person.parts[-1], [])
        if not others or not all(one.same(others[0]) for one in others):
            return None
        found = min(others, key=_printed_length) if self._inflects else others[0]
        roled = next((one for one in others if one.role), found)
        gender = person.gender or found.gender
        return replace(found, role=roled.role, heads=roled.heads, gender=gender)

    def by_role(self, person: Person) -> Person | None:
        """The one person of the article with this office, or None."""
        having = [one for _, one in self._all if one.heads & person.heads]
        if not having or not all(one.same(having[0]) for one in having):
            return None
        return self.by_surname(replace(having[0], gender=person.gender))

    def others_between(self, start: int, end: int, person: Person, gender: Gender) -> bool:
        """Whether another person who could be meant is named between two places, unquoted."""
        if not person.parts:
            return True
        low = bisect_left(self._all, start, key=lambda one: one[0])
        for place, other in self._all[low:]:
            if place >= end:
                return False
            fits = other.gender in ("", "n", gender)
            if fits and other.parts[-1] != person.parts[-1] and not self._quoted(place):
                return True
        return False

    def _quoted(self, place: int) -> bool:
        at = bisect_right(self._marked, (place, place)) - 1
        return at >= 0 and self._marked[at][0] <= place < self._marked[at][1]


def _printed_length(person: Person) -> int:
    """How long a name is printed: of one name's cases the first is the shortest."""
    return person.name.end - person.name.start if person.name else 0


def _inventory(text: str, words: Sequence[Word], language: Language) -> Iterator[Person]:
    """The full names of a text, each with what stands right before and behind it."""
    for run in runs(words, language):
        start, end = _behind_place(words, run, language)
        parts = _parts(words, (start, end), language)
        if not 1 < len(parts) <= _LONGEST:
            continue
        before = _phrase_before(words, start, language)
        after = _phrase_behind(words, end, language)
        found = words[before:after]
        place = (start - before, end - before)
        role, heads = _role(text, found, place, language)
        name = Span(words[start].start, _name_end(words[end - 1], language))
        yield Person(parts, name, role, heads, _gender(found, place, language))


def _phrase_before(words: Sequence[Word], start: int, language: Language) -> int:
    """Where an office right before a name begins; `start` where there is none."""
    at = start - 1
    while at >= 0 and words[at].text == ".":
        at -= 1
    if at < 0 or not (is_role(words[at].low, language) or words[at].low in language.titles):
        return start
    while (
        at > 0
        and start - at < 6
        and (words[at - 1].text[0].isupper() or words[at - 1].low in language.role_words)
    ):
        at -= 1
    return at


def _phrase_behind(words: Sequence[Word], end: int, language: Language) -> int:
    """Where an office behind a name and a comma ends; `end` where there is none."""
    if end + 1 >= len(words) or words[end].text not in ",،՝(":
        return end
    at = end + 1
    while at < len(words) and at - end < 14 and words[at].text[0].isalnum():
        at += 1
    near = words[end + 1 : min(at, end + 6)]
    if (
        at < len(words)
        and words[at].text in ".,،՝)։"
        and any(is_role(word.low, language) for word in near)
    ):
        return at
    return end
