"""The people an article names: names, roles and titles as printed.

Words come in, persons with the spans of name and role go out. A name of two or more words is full;
forms of one person (with and without a middle name) are one; nothing is looked up elsewhere.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from watchdesk.model import Span
from watchdesk.statements.naming import (
    LONGEST,
    Person,
    behind_place,
    gender_of,
    name_end,
    parts_of,
    role_beside,
    runs,
)
from watchdesk.statements.phrases import is_role
from watchdesk.text.languages import Gender, Language
from watchdesk.text.marks import Quotation
from watchdesk.text.spans import Word


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
        start, end = behind_place(words, run, language)
        parts = parts_of(words, (start, end), language)
        if not 1 < len(parts) <= LONGEST:
            continue
        before = _phrase_before(words, start, language)
        after = _phrase_behind(words, end, language)
        found = words[before:after]
        place = (start - before, end - before)
        role, heads = role_beside(text, found, place, language)
        name = Span(words[start].start, name_end(words[end - 1], language))
        yield Person(parts, name, role, heads, gender_of(found, place, language))


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
