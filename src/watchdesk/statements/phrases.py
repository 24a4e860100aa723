"""Where a phrase that may name a speaker begins and ends, and whether it can be one.

Places in a frame come in, places go out. Whose words are looked for is asked in `speakers`.
"""

from functools import lru_cache

from watchdesk.statements.frames import Frame
from watchdesk.text.languages import Language
from watchdesk.text.spans import Word

Place = tuple[int, int]

LONGEST = 16
SHORT = 9
HARD = frozenset(";:–—―()[]/…!?.։؛*•|")
COMMAS = frozenset(",،՝")
CLOSED = frozenset(")»”")
_SHORTEST_WEEKDAY = 4


def skipped(frame: Frame, first: int, language: Language) -> int:
    """The item before `first`, auxiliaries, adverbs and "declined to" passed over, or 0."""
    at, rules = first - 1, language.frames
    takes = rules.complements
    while at > 0:
        low = frame.items[at].low
        if low in takes.infinitive and frame.items[at - 1].low in takes.controls:
            at -= 2
            continue
        if low not in rules.auxiliaries and not (
            rules.adverb_endings
            and low.endswith(rules.adverb_endings)
            and not (frame.items[at].capital)
        ):
            break
        at -= 1
    return max(at, 0)


def before_weekday(frame: Frame, start: int, last: int, language: Language) -> int:
    """The last item of a name before "on Monday", where that follows the name; else `last`."""
    for at in range(start + 2, last + 1):
        low = frame.items[at].low
        if low in language.weekdays and frame.items[at - 1].low in language.frames.stops:
            return at - 2
    return last


def before_brackets(frame: Frame, last: int) -> int:
    """The last item before a bracket that closes at `last`, as in "Pell (Merin) said"."""
    if frame.items[last].low != ")":
        return last
    for at in range(last, max(0, last - SHORT), -1):
        if frame.items[at].low == "(":
            return at - 1
    return last


def clause_start(frame: Frame, last: int, language: Language) -> int:
    """Where the phrase that ends with item `last` begins; a pronoun is one by itself."""
    at = last
    joined = frame.items[last - 1].low in language.frames.joins if last > 0 else False
    if frame.items[last].low in language.pronouns and not joined:
        return last
    while at >= 0 and last - at < LONGEST and not bounds(frame, at, last, language):
        at -= 1
    return at + 1


def bounds(frame: Frame, at: int, last: int, language: Language) -> bool:
    """Whether the item at `at` stands before a phrase that ends with `last`."""
    item, rules = frame.items[at], language.frames
    if item.low == "." and abbreviates(frame, at, language):
        return False
    if item.hidden or item.low in HARD or item.low in COMMAS or item.low in rules.that:
        return True
    if at < last and (item.low in rules.complements.wh or item.low in rules.complements.asks):
        return True
    near = at < last and (last - at < SHORT or at == 0)
    return near and item.low in rules.openers and not joins(frame, at, last, language)


def joins(frame: Frame, at: int, last: int, language: Language) -> bool:
    """Whether the word at `at` joins two short names: the Times and the Post."""
    return 0 < at <= 4 and last - at <= 5 and frame.items[at].low in language.frames.joins


def abbreviates(frame: Frame, at: int, language: Language) -> bool:
    """Whether the full stop at `at` belongs to the word before it."""
    before = frame.items[at - 1] if at else None
    if before is None or before.end != frame.items[at].start:
        return False
    return before.low in language.abbreviations or len(before.low) == 1


def phrase_end(frame: Frame, at: int, language: Language) -> int:
    """Where the phrase that begins at `at` ends."""
    end, rules = at, language.frames
    while end < len(frame.items) and end - at < LONGEST:
        item = frame.items[end]
        if item.hidden or item.low in COMMAS or item.low in rules.that:
            break
        if item.low == "(" and end > at:
            end = closing(frame, end)
            continue
        if item.low in HARD and not (item.low == "." and abbreviates(frame, end, language)):
            break
        if end > at and (item.low in rules.stops or item.low in rules.addressee):
            break
        if end > at and item.low in language.weekdays:
            break
        if rules.noun_phrases and is_verb(frame, end, language):
            break
        end += 1
    return end


def is_verb(frame: Frame, at: int, language: Language) -> bool:
    """Whether a small word, where nouns have capitals, can belong to no noun: a verb."""
    item = frame.items[at]
    if item.capital or not item.alphabetic or item.low in language.frames.noun_phrases:
        return False
    if item.low in language.pronouns or is_role(item.low, language):
        return False
    noun = at + 1 < len(frame.items) and frame.items[at + 1].capital
    return not (noun and item.low.endswith(("en", "er", "es", "em", "e", "ige", "te")))


def closing(frame: Frame, opening: int) -> int:
    """The item behind the bracket that opens at `opening`, or the end of the frame."""
    for at in range(opening, min(opening + SHORT, len(frame.items))):
        if frame.items[at].low == ")":
            return at + 1
    return len(frame.items)


def only_name(frame: Frame, start: int, behind: int) -> bool:
    """Whether two to four capitals stand alone between commas: The mayor, Joren Pell, said."""
    return 2 <= behind - start <= 4 and all(item.capital for item in frame.items[start:behind])


def named(frame: Frame, start: int, behind: int) -> bool:
    """Whether a word with a capital stands among these items."""
    return any(item.capital for item in frame.items[start:behind])


def is_role(low: str, language: Language) -> bool:
    """Whether a word is the head of an office, in any form the pack knows."""
    return bool(role_of(low, language))


@lru_cache(maxsize=8192)
def role_of(low: str, language: Language) -> str:
    """The office that a word names, without what inflection adds; empty for other words."""
    if low in language.roles:
        return low
    for ending in language.role_endings:
        if low.endswith(ending) and low[: -len(ending)] in language.roles:
            return low[: -len(ending)]
    return ""


def has_role(frame: Frame, start: int, behind: int, language: Language) -> bool:
    """Whether an office is named among the first words of these items."""
    near = frame.items[start : min(behind, start + 6)]
    return any(is_role(item.low, language) for item in near)


def checked(frame: Frame, place: Place, language: Language, *, sure: bool = False) -> Place | None:
    """The phrase without words that open a clause, if it can be a speaker at all.

    With `sure` it stands between a quotation and the verb and needs no further sign.
    """
    start, behind = place
    rules = language.frames
    while start < behind and (
        frame.items[start].low in rules.openers
        or frame.items[start].low in rules.auxiliaries - rules.appositions
        or not word_like(frame.items[start])
    ):
        start += 1
    while behind > start and not word_like(frame.items[behind - 1]):
        if frame.items[behind - 1].low in CLOSED:
            break
        behind -= 1
    if behind - start > 1 and is_weekday(frame.items[behind - 1], language):
        behind -= 1
    if start >= behind or behind - start > 2 * LONGEST:
        return None
    if frame.items[start].low in rules.stops and not sure:
        return None
    if not sure and not any(can_speak(item, language) for item in frame.items[start:behind]):
        return None
    return start, behind


def is_weekday(item: Word, language: Language) -> bool:
    """Whether a word is a weekday written out: The Sun is none."""
    return len(item.low) >= _SHORTEST_WEEKDAY and item.low in language.weekdays


def word_like(item: Word) -> bool:
    """Whether an item is a word or a number."""
    return item.alphabetic or item.text[:1].isdecimal()


def can_speak(item: Word, language: Language) -> bool:
    """Whether a word can name a speaker: a name, a pronoun, an office, an institution."""
    if (
        item.capital
        or not language.cased
        or item.low in language.pronouns
        or item.low in language.organisations
    ):
        return True
    return item.low in language.sources or is_role(item.low, language)
