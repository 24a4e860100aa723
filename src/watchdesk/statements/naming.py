"""A name as printed, with role and title: how it is told from the words around it.

Words of a source or of a text come in, runs that look like names and `Person` values go out. A
name of two or more words is full. Who else is named in the article is not asked here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from watchdesk.model import Span, Speaker
from watchdesk.statements.phrases import is_role, role_of
from watchdesk.text.languages import Gender, Language
from watchdesk.text.spans import Word, trim
from watchdesk.text.spans import words as words_of

_EDGE = " \t\r\n\u00a0\u202f,.;:–—-()"
LONGEST = 5
_ACRONYM = 4
_LONGEST_ORGANISATION = 9


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
    proper = any(
        word.text[0].isupper() and (at or word.low not in language.organisations)
        for at, word in enumerate(found)
        if word.low not in language.frames.appositions
    )
    counted = any(word.text[0].isdecimal() for word in found)
    if organisation and proper and not counted and len(found) <= _LONGEST_ORGANISATION:
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
    places = [
        place
        for place in runs(found, language)
        if place[1] - place[0] <= 2 * LONGEST and not _owns(found, place[1], language)
    ]
    if not places:
        return None
    if any(word.low in language.organisations for word in found) and not any(
        _titled(found, place, language) or _full(found, place) for place in places
    ):
        return None
    full = [place for place in places if _full(found, place)]
    if len(full) > 1 and not any(_titled(found, place, language) for place in full):
        if language.inflects or full[0][0] > 0:
            return None
        places = full[:1]  # a name and where its bearer belongs: Edda Oke of the Civic League
    best = max(places, key=lambda place: (_full(found, place), _titled(found, place, language)))
    best = behind_place(found, best, language)
    parts = parts_of(found, best, language)
    start, end = found[best[0]].start, name_end(found[best[1] - 1], language)
    role, heads = role_beside(text, found, best, language)
    return Person(parts, Span(start, end), role, heads, gender_of(found, best, language))


def _owns(found: Sequence[Word], end: int, language: Language) -> bool:
    """Whether a name only says whose office follows it: Pell's lawyer, Պելյանի փաստաբանը."""
    return end < len(found) and is_role(found[end].low, language)


def behind_place(
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


def parts_of(found: Sequence[Word], place: tuple[int, int], language: Language) -> tuple[str, ...]:
    """The folded words of a name, as they are compared."""
    return tuple(
        stem(word.low, language) for word in found[place[0] : place[1]] if word.text[0].isalpha()
    )


def name_end(word: Word, language: Language) -> int:
    """The end of a name without a possessive or an article hung on to it."""
    for suffix in language.name_suffixes:
        kept, _, cut = suffix.partition("|")
        if word.low.endswith(kept + cut) and len(word.low) - len(cut) >= 3:
            return word.end - len(cut)
    return word.end


def gender_of(found: Sequence[Word], place: tuple[int, int], language: Language) -> Gender:
    """What a title before the name shows: "m", "f" or nothing."""
    for word in found[: place[0]]:
        gender = language.titles.get(word.low)
        if gender in ("m", "f"):
            return gender
    return ""


def role_beside(
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
