"""What the words of a source name: a person with name and office, a body, or nobody known.

Words of a text come in, a `Person` goes out. A name counts where a speaker's stands: first, right
behind an office or a title, or in apposition to one. *A spokeswoman for Mara Ilves* is not Mara
Ilves, *the Ilves campaign* no person, *a ministry official* no ministry.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from watchdesk.statements.beside import BREAKS, EDGE, ending_of, person_at
from watchdesk.statements.naming import (
    LONGEST,
    Person,
    Place,
    behind_place,
    gender_of,
    heads_of,
    is_full,
    is_titled,
    runs,
    stem,
)
from watchdesk.statements.phrases import is_role, role_of
from watchdesk.text.languages import Language
from watchdesk.text.spans import Word, trim

_LONGEST_BODY = 9
_ACRONYM = range(2, 7)
_SECOND = 2


def parse(text: str, found: Sequence[Word], language: Language) -> Person | None:
    """The person, role or organisation that a source's words name; None where they name none."""
    parts = list(_segments(found, language))
    if not parts:
        return None
    person = _named(text, found, parts, language)
    if person:
        return person
    first = found[parts[0][0] : parts[0][1]]
    head = _head(first, language)
    if head and is_role(head.low, language):
        return _office(text, first, head, language)
    if first[0].low in language.pronouns or any(word.low in language.cues for word in first):
        return None
    return _body(text, first, head, language)


def _segments(found: Sequence[Word], language: Language) -> Iterator[Place]:
    """The parts of a source between commas, dashes and brackets."""
    start = 0
    for at, word in enumerate(found):
        if word.text in BREAKS or (word.text == "." and not _abbreviates(found, at, language)):
            if at > start:
                yield start, at
            start = at + 1
    if start < len(found):
        yield start, len(found)


def _abbreviates(found: Sequence[Word], at: int, language: Language) -> bool:
    before = found[at - 1].low if at else ""
    return len(before) == 1 or before in language.abbreviations or before in language.titles


def _named(
    text: str, found: Sequence[Word], parts: Sequence[Place], language: Language
) -> Person | None:
    """The person whose name stands where a speaker's does, in the first part or in apposition."""
    first = parts[0]
    place = _name_in(found, first, language)
    if place and _several(found, place, language):
        return None
    if place is None and heads_of(found[first[0] : first[1]], language):
        appositions = (_name_in(found, part, language) for part in parts[1:])
        place = next((one for one in appositions if one and is_full(found, one)), None)
        if place and _several(found, place, language):
            return None
    return person_at(text, found, place, (0, len(found)), language) if place else None


def _several(found: Sequence[Word], place: Place, language: Language) -> bool:
    """Whether another name is joined to this one: Mr. Pell and Ms. Oke."""
    joins, behind = language.frames.joins, found[place[1] : place[1] + 2]
    before = [word.low for word in found[: place[0]] if word.text != "."]
    while before and before[-1] in language.titles:
        before.pop()
    after = len(behind) > 1 and behind[0].low in joins and behind[1].text[0].isupper()
    return after or bool(before and before[-1] in joins)


def _name_in(found: Sequence[Word], part: Place, language: Language) -> Place | None:
    """The name of one part: one right behind a title or office, else the one that begins it."""
    first, behind = part
    inside = found[first:behind]
    places = [
        place
        for place in runs(inside, language)
        if place[1] - place[0] <= 2 * LONGEST and _ends_well(inside, place[1], language)
    ]
    places = [behind_place(inside, place, language) for place in places]
    places = [place for place in places if begins_well(inside, place, language)]
    if not places:
        return None
    best = max(
        places, key=lambda place: (is_full(inside, place), is_titled(inside, place, language))
    )
    return first + best[0], first + best[1]


def begins_well(inside: Sequence[Word], place: Place, language: Language) -> bool:
    """Whether only an office or a title stands before a name, and none that is of somebody."""
    before = [word for word in inside[: place[0]] if word.text != "."]
    if not before:
        return True
    tail = len(before)
    while tail and _leads(before[tail - 1], language):
        tail -= 1
    rest = before[:tail]
    head = next((word for word in before if _leads(word, language)), None)
    if head is None or _is_owner(before, inside[place[0]], language):
        return False
    small = language.links | language.frames.stops
    if rest and rest[-1].low in small - language.definite:
        return False
    opening = rest[1:] if rest and rest[0].low in language.definite else rest
    if not any(word.low in small for word in opening):
        return tail < len(before) or rest[-1].low not in language.definite
    if rest[-1].low in small | language.definite and tail == len(before):
        return False
    if before[-1] is not head and tail < len(before) and is_role(before[-1].low, language):
        return head not in rest
    known = language.portfolios | language.local_roles
    body = any(word.low in language.organisations for word in rest)
    return body or role_of(head.low, language) in known


def _is_owner(before: Sequence[Word], given: Word, language: Language) -> bool:
    """Whether a name's case differs from that of the office before it: адвокат Анны Оке."""
    first_case = any(word.low in language.roles for word in before)
    return first_case and given.low.endswith(language.oblique_endings or ("\0",))


def _leads(word: Word, language: Language) -> bool:
    return word.low in language.titles or is_role(word.low, language)


def _ends_well(inside: Sequence[Word], end: int, language: Language) -> bool:
    """Whether no noun follows a name, which would then only say whose it is."""
    if end >= len(inside) or not inside[end].text[0].isalpha():
        return not inside[end - 1].low.endswith(("'s", "s'")) or end >= len(inside)
    return inside[end].low in _behind_names(language)


@cache
def _behind_names(language: Language) -> frozenset[str]:
    """Words that may follow a name without owning it."""
    rules = language.frames
    small = (rules.stops, rules.auxiliaries, rules.appositions, rules.also, rules.moments)
    words = (language.links, language.cues, language.definite, rules.joins, language.negations)
    return frozenset().union(*small, *words)


def _head(first: Sequence[Word], language: Language) -> Word | None:
    """The noun that a phrase is about: an official of the ministry is no ministry."""
    small = language.links | language.frames.stops
    end = next((at for at, word in enumerate(first) if at and word.low in small), len(first))
    nouns = [
        word
        for word in first[:end]
        if is_role(word.low, language) or word.low in language.organisations
    ]
    return nouns[0 if language.heads_first else -1] if nouns else None


def _office(text: str, first: Sequence[Word], head: Word, language: Language) -> Person | None:
    """Somebody known by his office alone; None for several, and for one not met before."""
    if ending_of(head, language) in language.plural_endings or first[0].low in language.indefinite:
        return None
    role = trim(text, first[0].start, first[-1].end, EDGE)
    return Person(role=role, heads=heads_of([head], language), gender=gender_of([head], language))


def _body(text: str, first: Sequence[Word], head: Word | None, language: Language) -> Person | None:
    """A body by its name (which has a capital), or by its noun alone: the council."""
    small = language.frames.appositions | language.definite | language.indefinite
    start = next(
        (
            at
            for at, word in enumerate(first)
            if word is head or (word.text[0].isupper() and word.low not in small)
        ),
        len(first),
    )
    inside = first[start:]
    if not 0 < len(inside) <= _LONGEST_BODY or any(word.text[0].isdecimal() for word in inside):
        return None
    if inside[0].low in language.titles and not is_role(inside[0].low, language):
        return None
    noun = stem(head.low, language) if head else ""
    proper = any(word.text[0].isupper() for word in inside if not (word is head is inside[0]))
    if not proper:
        known = len(inside) == 1 and first[0].low not in language.indefinite
        return Person(organisation=True, body=noun) if noun and known else None
    if not noun and not (start < _SECOND and _is_institution(first, inside, language)):
        return None
    return Person(
        name=trim(text, inside[0].start, inside[-1].end, EDGE), organisation=True, body=noun
    )


def _is_institution(first: Sequence[Word], inside: Sequence[Word], language: Language) -> bool:
    """Whether a name of no known noun is a body's: the White House, UNHCR."""
    if len(inside) == 1:
        return len(inside[0].text) in _ACRONYM and inside[0].text.isupper()
    capitals = all(word.text[0].isupper() or word.low in language.links for word in inside)
    return capitals and first[0].low in language.definite
