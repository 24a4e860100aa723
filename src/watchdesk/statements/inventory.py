"""Who and what an article names, in the order of the text.

Words come in, persons with what stands right before and behind their names go out, and bodies by
their names. Places and the owners of bodies (*the Ilves campaign*) are left out; whose forms belong
together is asked in `people`.
"""

from collections.abc import Iterator, Sequence

from watchdesk.model import Span
from watchdesk.statements.beside import person_at
from watchdesk.statements.naming import (
    LONGEST,
    Person,
    Place,
    before_dots,
    behind_place,
    gender_of,
    heads_of,
    name_span,
    parts_of,
    runs,
    stem,
    titles_of,
)
from watchdesk.statements.phrases import is_role
from watchdesk.statements.sources import begins_well
from watchdesk.text.languages import Language
from watchdesk.text.spans import Word

_COMMAS = ",،՝"
_NEAR = 5
_FAR = 14
_LONGEST_BODY = 6


def people_in(
    text: str, words: Sequence[Word], language: Language
) -> tuple[list[Person], list[Person]]:
    """The full names of a text, and the single words that may be surnames."""
    full: dict[Place, tuple[str, ...]] = {}
    single: list[Place] = []
    for run in runs(words, language):
        if run[1] - run[0] == 1:
            single.append(run)
            continue
        place = behind_place(words, run, language)
        parts = parts_of(words, place, language)
        if len(parts) == 1:
            single.append(place)
        elif (
            1 < len(parts) <= LONGEST and len(parts[-1]) > 1 and _is_person(words, place, language)
        ):
            full[place] = parts
    known = set(full.values())
    surnames = {parts[-1] for parts in known}
    places = [_core(place, parts, known) for place, parts in full.items()]
    return [_person(text, words, place, language) for place in places], [
        _single(words, place, parts, language)
        for place in single
        if (parts := parts_of(words, place, language)) and parts[0] in surnames
    ]


def _single(
    words: Sequence[Word], place: Place, parts: tuple[str, ...], language: Language
) -> Person:
    """A name of one word; `organisation` where the words before it show that nobody is meant."""
    at = before_dots(words, place[0])
    before = words[at : at + 1] if at >= 0 else []
    thing = bool(before) and (
        before[0].low in language.whereabouts or before[0].low in language.definite
    )
    return Person(
        parts=parts,
        name=name_span(words, place, language),
        heads=heads_of(before, language),
        titles=titles_of(before, language),
        gender=gender_of(before, language),
        organisation=thing,
    )


def _is_person(words: Sequence[Word], place: Place, language: Language) -> bool:
    """Whether no article or preposition of place stands before it, and no body behind it."""
    before = words[place[0] - 1].low if place[0] else ""
    behind = words[place[1]].low if place[1] < len(words) else ""
    article = before in language.definite or before in language.indefinite
    owner = behind in language.organisations or is_role(behind, language)
    return not (article or owner or before in language.whereabouts)


def _core(place: Place, parts: tuple[str, ...], known: set[tuple[str, ...]]) -> Place:
    """A name without a first word that is none (Rival Mara Ilves), if the text has it so too."""
    for cut in range(1, len(parts) - 1):
        if parts[cut:] in known and place[1] - place[0] == len(parts):
            return place[0] + cut, place[1]
    return place


def _person(text: str, words: Sequence[Word], place: Place, language: Language) -> Person:
    before = _before(words, place, language)
    if before < place[0] and not _is_his(words, (before, place[0]), place, language):
        before = place[0]
    behind = _behind(words, place[1], language)
    return person_at(text, words, place, (before, behind), language)


def _is_his(words: Sequence[Word], office: Place, place: Place, language: Language) -> bool:
    """Whether the office before a name is its bearer's: not in the wife of Mayor Joren Pell."""
    start, end = office
    comma = next((at for at in range(start, end) if words[at].text in _COMMAS), None)
    start = start if comma is None else comma + 1
    inside = words[start : place[1]]
    return begins_well(inside, (place[0] - start, place[1] - start), language)


def _before(words: Sequence[Word], place: Place, language: Language) -> int:
    """Where an office or title right before a name begins; the name's start if there is none."""
    start = place[0]
    at = before_dots(words, start)
    if at < 0:
        return start
    if words[at].text in _COMMAS:
        return _before_comma(words, place, at, language)
    if not (is_role(words[at].low, language) or words[at].low in language.titles):
        return start
    while (
        at > 0
        and start - at < _NEAR + 1
        and (words[at - 1].text[0].isupper() or words[at - 1].low in language.role_words)
    ):
        at -= 1
    if at and words[at - 1].text in _COMMAS:
        return _before_comma(words, (at, place[1]), at - 1, language)
    return at


def _before_comma(words: Sequence[Word], place: Place, comma: int, language: Language) -> int:
    """Where an office before a name and a comma begins, if a sentence does."""
    start, end = place
    at = comma
    while (
        at > 0
        and comma - at < _FAR
        and words[at - 1].text[0].isalnum()
        and words[at - 1].low not in language.cues
    ):
        at -= 1
    before = words[at - 1] if at else None
    opens = before is None or before.text in ".!?։…" or before.low in language.cues
    opens = opens or (before is not None and words[at].start - before.end > 1)
    ends = end < len(words) and (
        words[end].text in _COMMAS + ".(" or words[end].low in language.cues
    )
    office = any(is_role(word.low, language) for word in words[at : min(comma, at + _NEAR + 1)])
    return at if opens and ends and office and words[at].low not in language.frames.stops else start


def _behind(words: Sequence[Word], end: int, language: Language) -> int:
    """Where brackets, age and office behind a name end; `end` where there are none."""
    last = end
    if end < len(words) and words[end].text == "(":
        closing = (
            at + 1 for at in range(end, min(len(words), end + _NEAR + 2)) if words[at].text == ")"
        )
        last = end = next(closing, end)
    while end + 1 < len(words) and words[end].text in _COMMAS + "(":
        at = end + 1
        while at < len(words) and at - end < _FAR and _goes_on(words, at, language):
            at += 1
        if at >= len(words) or words[at].text not in ".)։" + _COMMAS:
            break
        if any(is_role(word.low, language) for word in words[end + 1 : min(at, end + _NEAR + 1)]):
            return at
        if not any(word.text[0].isdecimal() for word in words[end + 1 : at]):
            break
        end = at
    return last


def _goes_on(words: Sequence[Word], at: int, language: Language) -> bool:
    """Whether a word or the full stop of an abbreviation stands here: spokesman for Mr. Pell."""
    word = words[at]
    return word.text[0].isalnum() or (
        word.text == "." and words[at - 1].low in language.abbreviations
    )


def bodies_in(words: Sequence[Word], language: Language) -> Iterator[Person]:
    """The bodies that a text names with a capital beside their noun: Ministry of Health."""
    small = language.frames.appositions | language.definite | language.indefinite
    for at, word in enumerate(words):
        if word.low not in language.organisations:
            continue
        start, end = at, at + 1
        while start and at - start < _LONGEST_BODY and _joins_body(words, start - 1, start, small):
            start -= 1
        while end < len(words) and end - at < _LONGEST_BODY and words[end].low in language.links:
            behind = end + 1
            while behind < len(words) and words[behind].low in language.definite:
                behind += 1
            if behind >= len(words) or not words[behind].text[0].isupper():
                break
            end = behind + 1
        if end - start > 1:
            name = Span(words[start].start, words[end - 1].end)
            yield Person(name=name, organisation=True, body=stem(word.low, language))


def _joins_body(words: Sequence[Word], at: int, after: int, small: frozenset[str]) -> bool:
    word = words[at]
    return word.text[0].isupper() and word.low not in small and words[after].start - word.end <= 1
