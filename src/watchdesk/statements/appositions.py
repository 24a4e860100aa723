"""A name with what is added to it between commas, up to the verb: Pell, mayor of Merin, said.

A frame and a cue come in, the items of name and additions go out, or None.
"""

from watchdesk.statements.cues import Found
from watchdesk.statements.frames import Frame
from watchdesk.statements.phrases import (
    CLOSED,
    COMMAS,
    LONGEST,
    SHORT,
    Place,
    before_brackets,
    checked,
    clause_start,
    has_role,
    is_role,
    is_weekday,
    named,
    only_name,
    skipped,
)
from watchdesk.text.languages import Language
from watchdesk.text.spans import Word

_CHAIN = 30


def with_appositions(frame: Frame, cue: Found, language: Language) -> Place | None:
    """All from a quotation, or the sentence's beginning, up to the comma before the verb.

    It begins with a name or an office, which a comma closes before any verb: Pell, mayor of Merin,
    a former miner, said. What only says where or when is no part of it: Pell, at a rally, said.
    """
    comma = skipped(frame, cue.first, language) if cue.first else 0
    if frame.items[comma].low not in COMMAS or _turned(frame, cue, language):
        return None
    near = range(comma - 1, max(-1, comma - _CHAIN), -1)
    quote = next((at for at in near if frame.items[at].hidden), None)
    start = 0 if quote is None else quote + 1
    first = next((at for at in range(start, comma) if frame.items[at].low in COMMAS), comma)
    if first == comma and frame.items[comma - 1].low in CLOSED:
        return _bracketed(frame, comma, language)
    if first == comma or comma - start > _CHAIN or not _is_named(frame, start, first, language):
        return None
    if quote is None and frame.items[first + 1].low in language.frames.stops:
        return checked(frame, (start, first), language)
    if quote is None and not _adds(frame, first + 1, language):
        parted = _is_participle(frame.items[first + 1], language)
        return checked(frame, (start, first), language) if parted else None
    return checked(frame, (start, comma), language)


def _bracketed(frame: Frame, comma: int, language: Language) -> Place | None:
    """A name and its bracket, which a comma needlessly closes: Pell (Merin), said."""
    end = before_brackets(frame, comma - 1)
    return checked(frame, (clause_start(frame, end, language), comma), language)


def _turned(frame: Frame, cue: Found, language: Language) -> bool:
    """Whether the speaker follows the verb: …, said Pell."""
    after = frame.items[cue.behind] if cue.behind < len(frame.items) else None
    return after is not None and (
        (after.capital and not is_weekday(after, language))
        or after.low in language.pronouns
        or after.low in language.frames.appositions
        or after.low in language.frames.also
    )


def _is_named(frame: Frame, start: int, behind: int, language: Language) -> bool:
    """Whether a name or an office, and no verb, stands here."""
    row = frame.items[start:behind]
    if not row or not (row[0].capital or row[0].low in language.frames.appositions):
        return False
    rules = language.frames
    verbs = (rules.auxiliaries, rules.complements.passive, language.cues)
    if any(item.low in forms for item in row for forms in verbs):
        return False
    if len(row) == 1:
        return not (row[0].low in rules.openers or row[0].low in rules.stops)
    return any(item.capital for item in row[1:]) or has_role(frame, start, behind, language)


def _is_participle(item: Word, language: Language) -> bool:
    """Whether a word says what the one named does meanwhile: Pell, speaking in Merin, said."""
    endings = language.frames.participle_endings
    return bool(endings) and item.low.endswith(endings) and not item.capital


def _adds(frame: Frame, at: int, language: Language) -> bool:
    """Whether a comma adds an office, an age or a clause to a name."""
    item = frame.items[at]
    return (
        opens_apposition(item, language)
        or item.low in language.relatives
        or item.low.isdecimal()
        or has_role(frame, at, at + SHORT, language)
    )


def with_apposition(frame: Frame, comma: int, language: Language) -> Place | None:
    """Name, what he is, said: the phrase up to the comma before the verb, if it begins a clause."""
    opening = next(
        (
            at
            for at in range(comma - 1, max(-1, comma - LONGEST), -1)
            if frame.items[at].low in COMMAS or frame.items[at].hidden
        ),
        -1,
    )
    if opening < 0 or frame.items[opening].hidden:
        return None
    middle = frame.items[opening + 1]
    aged = middle.low.isdecimal() and comma == opening + 2
    if not (
        aged
        or only_name(frame, opening + 1, comma)
        or opens_apposition(middle, language)
        or has_role(frame, opening + 1, comma, language)
    ):
        return None
    start = clause_start(frame, before_brackets(frame, opening - 1), language)
    place = checked(frame, (start, opening), language)
    if place is None or not (
        named(frame, start, opening)
        or has_role(frame, start, opening, language)
        or only_name(frame, opening + 1, comma)
    ):
        return None
    return place[0], comma


def opens_apposition(item: Word, language: Language) -> bool:
    """Whether a word begins what is added to a name: the, a, who, an office."""
    return item.low in language.frames.appositions or is_role(item.low, language)
