"""A name as printed: which runs of words look like one, and what stands right beside it.

Words of a source or of a text come in, places of names and `Person` values go out. A name of two
or more words is full. Who else is named in the article is not asked here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from watchdesk.model import Span
from watchdesk.statements.phrases import is_role, role_of
from watchdesk.text.languages import Gender, Language
from watchdesk.text.spans import Word

LONGEST = 5
_ACRONYM = 4
_FEWEST = 3

Place = tuple[int, int]
"""The words `first` up to `behind` of a row of words."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name as printed (`parts` are its folded words), with what is printed beside it.

    `role` are the words of the office, `heads` its head nouns; `titles` the forms of address;
    `bracket` what stands in brackets right behind the name, `affiliation` the body named behind it
    (of the Green Bench). `organisation` marks a body, whose head
    noun is `body`. Without a `name` the words only point to somebody: the minister, the council.
    """

    parts: tuple[str, ...] = ()
    name: Span | None = None
    role: Span | None = None
    heads: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    gender: Gender = ""
    bracket: Span | None = None
    affiliation: Span | None = None
    organisation: bool = False
    body: str = ""

    @property
    def full(self) -> bool:
        """Whether given name and surname are printed."""
        return len(self.parts) > 1 and len(self.parts[-1]) > 1


def same_given(one: str, other: str) -> bool:
    """Whether two given names, or one and an initial, can be one person's."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) if len(short) == 1 else one == other


@lru_cache(maxsize=8192)
def stem(low: str, language: Language) -> str:
    """A word of a name without what inflection adds, for comparison only."""
    for _ in range(2):
        for ending in language.name_endings:
            if low.endswith(ending) and len(low) - len(ending) >= _FEWEST:
                low = low[: -len(ending)]
                break
    return low


def runs(words: Sequence[Word], language: Language) -> Iterator[Place]:
    """The runs of words that look like names: capitals, initials and particles between them."""
    behind = 0
    # Most words are written small: the first test is the cheapest.
    for at in [at for at, (text, low, _, _) in enumerate(words) if text != low]:
        word = words[at]
        if at < behind or not _name_word(word.text, word.low, language):
            continue
        end = at + 1
        while end < len(words) and _continues(words, end, language):
            end += 1
        while not _name_word(words[end - 1].text, words[end - 1].low, language):
            end -= 1
        behind = end
        if not word.low.endswith(language.place_endings or ("\0",)):
            yield at, end
        elif end - at > _FEWEST:
            yield at + 2, end  # the place and the name behind it: староста Нижнего Мирина Анна Оке


@lru_cache(maxsize=8192)
def _name_word(text: str, low: str, language: Language) -> bool:
    """Whether a word can be part of a person's name."""
    if not text[0].isupper() or (1 < len(text) <= _ACRONYM and text.isupper()):
        return False
    return low not in _no_names(language) and not is_role(low, language)


@cache
def _no_names(language: Language) -> frozenset[str]:
    """Words with a capital that are no part of a name: titles, institutions, first words."""
    rules = language.frames
    nouns = (language.titles, language.organisations, language.sources, language.weekdays)
    small = (rules.appositions, rules.openers, rules.stops, language.indefinite)
    return frozenset().union(*nouns, *small, language.cues, language.pronouns)


def _continues(words: Sequence[Word], at: int, language: Language) -> bool:
    """Whether the word at `at` belongs to the name that began before it."""
    word, before = words[at], words[at - 1]
    if word.text == ".":
        return len(before.text) == 1 and before.text.isupper() and word.start == before.end
    if word.start - before.end > 1 or before.low.endswith(("'s", "s'")):
        return False
    return _name_word(word.text, word.low, language) or word.low in language.particles


def is_full(words: Sequence[Word], place: Place) -> bool:
    """Whether a run has given name and surname."""
    return sum(word.text[0].isalpha() for word in words[place[0] : place[1]]) > 1


def is_titled(words: Sequence[Word], place: Place, language: Language) -> bool:
    """Whether a title or an office stands right before the name."""
    at = before_dots(words, place[0])
    return at >= 0 and (words[at].low in language.titles or is_role(words[at].low, language))


def before_dots(words: Sequence[Word], start: int) -> int:
    """The word before `start`, full stops passed over; -1 where there is none."""
    at = start - 1
    while at >= 0 and words[at].text == ".":
        at -= 1
    return at


def behind_place(words: Sequence[Word], place: Place, language: Language) -> Place:
    """A name without the place or portfolio that belongs to the office before it.

    Russian: мэр Сарнута Хильде Орван; elsewhere: Minister of Culture Mara Ilves.
    """
    start, end = place
    if end - start < _FEWEST:
        return place
    if language.patronymics and is_titled(words, place, language):
        middle = words[end - 2].low.endswith(language.patronymics)
        last = words[end - 1].low.endswith(language.patronymics)
        return (max(start, end - 3) if middle or last else end - 2), end
    return (end - 2, end) if _is_portfolio(words, start, language) else place


def _is_portfolio(words: Sequence[Word], start: int, language: Language) -> bool:
    """Whether an office of a place or portfolio and "of" stand before `start`."""
    at = start - 1
    while at >= 0 and (words[at].low in language.links or words[at].low in language.definite):
        at -= 1
    return 0 <= at < start - 1 and role_of(words[at].low, language) in (
        language.local_roles | language.portfolios
    )


def parts_of(words: Sequence[Word], place: Place, language: Language) -> tuple[str, ...]:
    """The folded words of a name, as they are compared."""
    inside = words[place[0] : place[1]]
    return tuple([stem(word.low, language) for word in inside if word.text[0].isalpha()])


def name_span(words: Sequence[Word], place: Place, language: Language) -> Span:
    """A name without a possessive or an article hung on to it."""
    last = words[place[1] - 1]
    for suffix in language.name_suffixes:
        kept, _, cut = suffix.partition("|")
        if last.low.endswith(kept + cut) and len(last.low) - len(cut) >= _FEWEST:
            return Span(words[place[0]].start, last.end - len(cut))
    return Span(words[place[0]].start, last.end)


def heads_of(words: Sequence[Word], language: Language) -> frozenset[str]:
    """The offices among some words, without what inflection adds."""
    return frozenset([role for word in words if (role := role_of(word.low, language))])


def titles_of(words: Sequence[Word], language: Language) -> frozenset[str]:
    """The forms of address among some words."""
    return frozenset([word.low for word in words if word.low in language.titles])


def gender_of(words: Sequence[Word], language: Language) -> Gender:
    """What titles and offices show: "m", "f" or nothing."""
    for word in words:
        gender = language.titles.get(word.low)
        if gender in ("m", "f"):
            return gender
        for ending in language.feminine_endings:
            base = word.low.removesuffix(ending)
            if base != word.low and base in language.roles and word.low in language.roles:
                return "f"
    return ""
