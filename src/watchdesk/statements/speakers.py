"""Which words beside a reporting verb name the one who speaks.

A frame and a cue come in, the items that name the speaker go out. Nothing is looked up: what is
found may be a pronoun; `resolve` asks who that is.
"""

from functools import lru_cache
from itertools import islice

from watchdesk.statements.cues import Found
from watchdesk.statements.frames import Frame, Item
from watchdesk.text.languages import Language

Place = tuple[int, int]

_LONGEST = 16
_SHORT = 9
_HARD = frozenset(";:–—―()[]/…!?.։؛*•|")
_COMMAS = frozenset(",،՝")


def speaker_of(frame: Frame, cue: Found, language: Language) -> Place | None:
    """The items that name the speaker of a cue, or None."""
    if cue.kind == "before":
        return _behind(frame, cue.behind, language, plain=True)
    if language.frames.verb_final and cue.kind == "verb":
        return _far_left(frame, cue, language)
    left = _left(frame, cue.first, language)
    if cue.kind == "after" or left:
        return left
    right = _right(frame, cue, language)
    if right or not cue.first or not frame.items[skipped(frame, cue.first, language)].quotation:
        return right
    return _before_quotation(frame, skipped(frame, cue.first, language), language)


def _right(frame: Frame, cue: Found, language: Language) -> Place | None:
    """The speaker behind the verb, where the language or a mark before the verb allows it."""
    before = frame.items[skipped(frame, cue.first, language)] if cue.first else None
    if before and before.alphabetic and not language.frames.inverts:
        return None
    place = _behind(frame, cue.behind, language)
    if place and frame.items[place[0]].low in language.pronouns and place[1] - place[0] > 1:
        return None
    return place


def subject_of(frame: Frame, behind: int, language: Language) -> Place | None:
    """The pronoun or name that begins the sentence, or its part behind a first comma."""
    commas = (at + 1 for at in range(behind) if frame.items[at].low in _COMMAS)
    starts = [0, *islice(commas, 1)]
    for start in starts:
        at = start
        while at < behind and frame.items[at].low in language.frames.openers:
            at += 1
        end = at
        while end < behind and (
            frame.items[end].capital or (end == at and _opens_phrase(frame.items[end], language))
        ):
            end += 1
        if end > at and frame.items[at].low not in language.frames.stops:
            return _checked(frame, (at, end), language)
    return None


def _opens_phrase(item: Item, language: Language) -> bool:
    return item.low in language.pronouns or item.low in language.frames.appositions


def _far_left(frame: Frame, cue: Found, language: Language) -> Place | None:
    """The speaker of a verb that stands last: before its quotation, or before the first comma."""
    before = skipped(frame, cue.first, language) if cue.first else 0
    if frame.items[before].quotation:
        return (
            _behind(frame, cue.behind, language)
            or _left(frame, cue.first, language)
            or _before_quotation(frame, before, language)
        )
    comma = next((at for at in range(cue.first) if frame.items[at].low in _COMMAS), 0)
    far = _checked(frame, (0, comma), language) if 0 < comma <= _SHORT else None
    return far or _left(frame, cue.first, language) or _behind(frame, cue.behind, language)


def skipped(frame: Frame, first: int, language: Language) -> int:
    """The item before `first`, auxiliaries and adverbs passed over (0 where there is none)."""
    at, rules = first - 1, language.frames
    while at > 0:
        low = frame.items[at].low
        if low not in rules.auxiliaries and not (
            rules.adverb_endings
            and low.endswith(rules.adverb_endings)
            and not (frame.items[at].capital)
        ):
            break
        at -= 1
    return max(at, 0)


def _left(frame: Frame, first: int, language: Language) -> Place | None:
    """The phrase that ends right before the verb."""
    if not first:
        return None
    last = skipped(frame, first, language)
    item = frame.items[last]
    if item.quotation:
        return None
    if item.low in _COMMAS:
        return _with_apposition(frame, last, language)
    end = _before_brackets(frame, last)
    start = _clause_start(frame, end, language)
    last = _before_weekday(frame, start, last, language)
    beside = start > 0 and frame.items[start - 1].quotation and last - start < _SHORT
    return _checked(frame, (start, last + 1), language, sure=bool(beside))


def _before_weekday(frame: Frame, start: int, last: int, language: Language) -> int:
    """The last item of a name before "on Monday", where that follows the name; else `last`."""
    for at in range(start + 2, last + 1):
        low = frame.items[at].low
        if low in language.weekdays and frame.items[at - 1].low in language.frames.stops:
            return at - 2
    return last


def _before_brackets(frame: Frame, last: int) -> int:
    """The last item before a bracket that closes at `last`, as in "Pell (Merin) said"."""
    if frame.items[last].low != ")":
        return last
    for at in range(last, max(0, last - _SHORT), -1):
        if frame.items[at].low == "(":
            return at - 1
    return last


def _clause_start(frame: Frame, last: int, language: Language) -> int:
    """Where the phrase that ends with item `last` begins."""
    at = last
    while at >= 0 and last - at < _LONGEST and not _bounds(frame, at, last, language):
        at -= 1
    return at + 1


def _bounds(frame: Frame, at: int, last: int, language: Language) -> bool:
    """Whether the item at `at` stands before a phrase that ends with `last`."""
    item, rules = frame.items[at], language.frames
    if item.low == "." and _abbreviates(frame, at, language):
        return False
    if item.quotation or item.low in _HARD or item.low in _COMMAS or item.low in rules.that:
        return True
    near = at < last and (last - at < _SHORT or at == 0)
    return near and item.low in rules.openers and not _joins(frame, at, last, language)


def _joins(frame: Frame, at: int, last: int, language: Language) -> bool:
    """Whether the word at `at` joins two short names: the Times and the Post."""
    return 0 < at <= 4 and last - at <= 5 and frame.items[at].low in language.frames.joins


def _abbreviates(frame: Frame, at: int, language: Language) -> bool:
    before = frame.items[at - 1] if at else None
    if before is None or before.end != frame.items[at].start:
        return False
    return before.low in language.abbreviations or len(before.low) == 1


def _with_apposition(frame: Frame, comma: int, language: Language) -> Place | None:
    """Name, what he is, said: the phrase up to the comma before the verb, if it begins a clause."""
    opening = next(
        (
            at
            for at in range(comma - 1, max(-1, comma - _LONGEST), -1)
            if frame.items[at].low in _COMMAS or frame.items[at].quotation
        ),
        -1,
    )
    if opening < 0 or frame.items[opening].quotation:
        return None
    middle = frame.items[opening + 1]
    aged = middle.low.isdecimal() and comma == opening + 2
    if not (
        aged
        or _only_name(frame, opening + 1, comma)
        or _opens_apposition(middle, language)
        or _has_role(frame, opening + 1, comma, language)
    ):
        return None
    start = _clause_start(frame, _before_brackets(frame, opening - 1), language)
    place = _checked(frame, (start, opening), language)
    if place is None or not (
        _named(frame, start, opening)
        or _has_role(frame, start, opening, language)
        or _only_name(frame, opening + 1, comma)
    ):
        return None
    return place[0], comma


def _only_name(frame: Frame, start: int, behind: int) -> bool:
    """Whether two to four capitals stand alone between commas: The mayor, Joren Pell, said."""
    return 2 <= behind - start <= 4 and all(item.capital for item in frame.items[start:behind])


def _named(frame: Frame, start: int, behind: int) -> bool:
    return any(item.capital for item in frame.items[start:behind])


def _opens_apposition(item: Item, language: Language) -> bool:
    return item.low in language.frames.appositions or is_role(item.low, language)


def _has_role(frame: Frame, start: int, behind: int, language: Language) -> bool:
    near = frame.items[start : min(behind, start + 6)]
    return any(is_role(item.low, language) for item in near)


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


def _behind(frame: Frame, at: int, language: Language, *, plain: bool = False) -> Place | None:
    """The phrase that begins right behind the verb, with what is added to the name.

    Behind a `plain` one a clause follows, so that "the …" adds nothing.
    """
    while at < len(frame.items) and frame.items[at].low in language.frames.addressee:
        at += 1
    end = _phrase_end(frame, at, language)
    while end < len(frame.items) and frame.items[end].low in _COMMAS:
        after = end + 1
        if after >= len(frame.items) or not _added(frame, after, language, sure=not plain):
            break
        end = _phrase_end(frame, after, language)
    while end > at and frame.items[end - 1].low in language.frames.separable:
        end -= 1
    return _checked(frame, (at, end), language)


def _added(frame: Frame, at: int, language: Language, *, sure: bool) -> bool:
    """Whether what follows a comma belongs to the name before it."""
    item, rules = frame.items[at], language.frames
    if not item.alphabetic or item.low in language.cues or item.low in rules.also:
        return False
    end = _phrase_end(frame, at, language)
    if not sure and (end >= len(frame.items) or frame.items[end].low not in _COMMAS):
        return False
    if end < len(frame.items):
        after = frame.items[end]
        if not (after.quotation or after.low in _COMMAS or after.low in _HARD):
            return False
    return (
        (sure and item.low in rules.appositions)
        or _only_name(frame, at, end)
        or _has_role(frame, at, end, language)
    )


def _phrase_end(frame: Frame, at: int, language: Language) -> int:
    """Where the phrase that begins at `at` ends."""
    end, rules = at, language.frames
    while end < len(frame.items) and end - at < _LONGEST:
        item = frame.items[end]
        if item.quotation or item.low in _COMMAS or item.low in rules.that:
            break
        if item.low == "(" and end > at:
            end = _closing(frame, end)
            continue
        if item.low in _HARD and not (item.low == "." and _abbreviates(frame, end, language)):
            break
        if end > at and (item.low in rules.stops or item.low in rules.addressee):
            break
        if end > at and item.low in language.weekdays:
            break
        if rules.noun_phrases and _is_verb(frame, end, language):
            break
        end += 1
    return end


def _is_verb(frame: Frame, at: int, language: Language) -> bool:
    """Whether a small word, where nouns have capitals, can belong to no noun: a verb."""
    item = frame.items[at]
    if item.capital or not item.alphabetic or item.low in language.frames.noun_phrases:
        return False
    if item.low in language.pronouns or is_role(item.low, language):
        return False
    noun = at + 1 < len(frame.items) and frame.items[at + 1].capital
    return not (noun and item.low.endswith(("en", "er", "es", "em", "e", "ige", "te")))


def _closing(frame: Frame, opening: int) -> int:
    """The item behind the bracket that opens at `opening`, or the end of the frame."""
    for at in range(opening, min(opening + _SHORT, len(frame.items))):
        if frame.items[at].low == ")":
            return at + 1
    return len(frame.items)


def _before_quotation(frame: Frame, quote: int, language: Language) -> Place | None:
    """The speaker who stands before the quotation whose verb follows it: X, “…” dedi."""
    if quote == 0:
        return None
    last = quote - 1
    while last >= 0 and not frame.items[last].alphabetic:
        last -= 1
    if last < 0:
        return None
    start = _clause_start(frame, last, language)
    return _checked(frame, (start, last + 1), language)


def _checked(frame: Frame, place: Place, language: Language, *, sure: bool = False) -> Place | None:
    """The phrase without words that open a clause, if it can be a speaker at all.

    With `sure` it stands between a quotation and the verb and needs no further sign.
    """
    start, behind = place
    rules = language.frames
    while start < behind and (
        frame.items[start].low in rules.openers
        or frame.items[start].low in rules.auxiliaries - rules.appositions
        or not _word_like(frame.items[start])
    ):
        start += 1
    while behind > start and not _word_like(frame.items[behind - 1]):
        if frame.items[behind - 1].low == ")":
            break
        behind -= 1
    if start >= behind or behind - start > 2 * _LONGEST:
        return None
    if frame.items[start].low in rules.stops and not sure:
        return None
    if not sure and not any(_can_speak(item, language) for item in frame.items[start:behind]):
        return None
    return start, behind


def _word_like(item: Item) -> bool:
    return item.word is not None and (item.alphabetic or item.word.text[0].isdecimal())


def _can_speak(item: Item, language: Language) -> bool:
    if (
        item.capital
        or not language.cased
        or item.low in language.pronouns
        or item.low in language.organisations
    ):
        return True
    return item.low in language.sources or is_role(item.low, language)
