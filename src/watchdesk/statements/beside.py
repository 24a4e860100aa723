"""What stands beside a name: office, titles, bracket, the body its bearer is of.

The words around a name come in, a `Person` goes out. An office is printed before a name (Mayor Anna
Oke) or behind a comma (Anna Oke, 54, mayor of Lower Mirin); a relative clause is none.
"""

from collections.abc import Sequence

from watchdesk.model import Span
from watchdesk.statements.naming import (
    Person,
    Place,
    gender_of,
    heads_of,
    name_span,
    parts_of,
    titles_of,
)
from watchdesk.statements.phrases import is_role, role_of
from watchdesk.text.languages import Language
from watchdesk.text.spans import Word, trim

EDGE = " \t\r\n\u00a0\u202f,.;:–—-()"
COMMAS = frozenset(",،՝")
BREAKS = frozenset(",،՝;:–—()[]")
_LEAST = 3


def person_at(
    text: str, found: Sequence[Word], place: Place, around: Place, language: Language
) -> Person:
    """The person of a name with the office, titles and bracket that stand within `around`."""
    before, behind = found[around[0] : place[0]], found[place[1] : around[1]]
    role, heads = _role_beside(text, before, behind, language)
    near = [*before, *(word for word in behind if role and role.start <= word.start < role.end)]
    return Person(
        parts=parts_of(found, place, language),
        name=name_span(found, place, language),
        role=role,
        heads=heads,
        titles=titles_of(before, language),
        gender=gender_of(near, language),
        bracket=_bracket(text, behind),
        affiliation=_affiliation(behind, language),
    )


def _affiliation(behind: Sequence[Word], language: Language) -> Span | None:
    """The body that a name is of, which an article shows to be no place: of the Green Bench."""
    if len(behind) < _LEAST or behind[0].low not in language.links:
        return None
    if behind[1].low not in language.definite and behind[0].low not in language.definite:
        return None
    start = 1 + (behind[1].low in language.definite)
    end = start
    while end < len(behind) and behind[end].text[0].isupper():
        end += 1
    return Span(behind[start].start, behind[end - 1].end) if end > start else None


def _role_beside(
    text: str, before: Sequence[Word], behind: Sequence[Word], language: Language
) -> tuple[Span | None, frozenset[str]]:
    """The office printed before or behind a name, as printed, and its head nouns."""
    if not before and not behind:
        return None, frozenset()
    phrases = [_office_before(before, language), _apposition(behind, language)]
    heads = heads_of(before, language) | heads_of(phrases[1], language)
    if len(phrases[0]) == 1:
        phrases.reverse()  # a rank or a bare title says less: Major Pell, commander of the crossing
    for phrase in phrases:
        if heads_of(phrase, language):
            start = _office_start(phrase, language)
            return trim(text, phrase[start].start, phrase[-1].end, EDGE), heads
    return None, frozenset()


def _office_start(phrase: Sequence[Word], language: Language) -> int:
    """The first word of an office behind article or *his*; "one of the …" keeps its "one"."""
    articles = language.definite | language.indefinite
    articles |= language.frames.appositions - language.lesser
    for at, word in enumerate(phrase):
        small = not word.text[0].isalnum() or (
            word.low in articles and not is_role(word.low, language)
        )
        if not small or (at + 1 < len(phrase) and phrase[at + 1].low in language.links):
            return at
    return 0


def _office_before(before: Sequence[Word], language: Language) -> Sequence[Word]:
    """The office before a name without the title that follows it: Chair of the …, Senator …."""
    end = len(before)
    comma = next((at for at in range(end - 1, 0, -1) if before[at].text in COMMAS), end)
    if heads_of(before[:comma], language):
        end = comma
    while end and before[end - 1].text == ".":
        end -= 1
    if language.heads_first and end and before[end - 1].low in language.roles:
        rank = bool(heads_of(before[: end - 1], language))
        return before[: end - rank]  # начальник поста майор …
    shorter = before[: end - 1]
    titled = (
        end < len(before) and before[end].text == "." and before[end - 1].low in language.titles
    )
    return shorter if titled and heads_of(shorter, language) else before[:end]


def _apposition(behind: Sequence[Word], language: Language) -> Sequence[Word]:
    """What is added to a name, without bracket, age and relative clause: , 54, mayor of Mirin."""
    start = 0
    if behind and behind[0].text == "(":
        start = next((at + 1 for at, word in enumerate(behind) if word.text == ")"), 0)
    while start < len(behind) and (
        not behind[start].text[0].isalpha() or behind[start].low in language.numbers.aged
    ):
        start += 1
    end = start
    while end < len(behind) and not _ends_office(behind[end], language):
        end += 1
    phrase = behind[start:end]
    return () if _is_plural(phrase, language) else phrase


def _is_plural(phrase: Sequence[Word], language: Language) -> bool:
    """Whether only offices of several are named (Russian speakers), and not one of them."""
    nouns = [word for word in phrase if is_role(word.low, language)]
    several = [word for word in nouns if ending_of(word, language) in language.plural_endings]
    return bool(nouns) and several == nouns and phrase[0].low not in language.indefinite


def ending_of(word: Word, language: Language) -> str:
    """What inflection adds to an office."""
    return word.low.removeprefix(role_of(word.low, language))


def _ends_office(word: Word, language: Language) -> bool:
    return word.text in BREAKS or word.low in language.relatives


def _bracket(text: str, behind: Sequence[Word]) -> Span | None:
    """What stands in brackets right behind a name."""
    if not behind or behind[0].text != "(":
        return None
    end = next((word.start for word in behind if word.text == ")"), behind[-1].end)
    return trim(text, behind[0].end, end)
