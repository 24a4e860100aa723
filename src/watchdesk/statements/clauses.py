"""Reported clauses: what was said where no quotation marks stand around all of it.

A reader, a cue and the items around it come in, the places of the clause go out: behind "that",
behind the bare verb, before a frame that ends its sentence, around "according to".
"""

from watchdesk.statements.cues import Found
from watchdesk.statements.phrases import Place
from watchdesk.statements.reader import (
    COMMAS,
    INTRODUCES,
    LINKS,
    SPOKEN,
    Reader,
    is_adjunct,
    start_of,
)
from watchdesk.statements.speakers import speaker_of

_TAIL = 7
_ADJUNCT = 4
_REACH = 9


def clause(
    reader: Reader,
    cue: Found,
    around: tuple[int, int, Place | None],
    following: list[Found],
) -> list[Place]:
    """The items of a reported clause without marks around all of it."""
    first, behind, source = around
    if source is None:
        return []
    if cue.kind != "verb":
        return _according(reader, first, behind)
    opened = _opened(reader, behind)
    if opened is not None:
        return [(opened, clause_end(reader, opened, following))]
    if reader.low(0) in reader.language.frames.likes and reader.low(behind) in COMMAS:
        return [(behind + 1, len(reader.frame.items))]
    before = _before(reader, first, behind)
    if before:
        return before
    if reader.language.frames.verb_final and source[1] < cue.first:
        return _final(reader, source, cue)
    bare = _bare(reader, cue, behind)
    return [(bare, clause_end(reader, bare, following))] if bare is not None else []


def _opened(reader: Reader, behind: int) -> int | None:
    """Where "that …" begins, near behind the frame."""
    rules = reader.language.frames
    for at in range(behind, min(behind + _REACH, len(reader.frame.items))):
        low = reader.low(at)
        if low in rules.that:
            far = at > behind + 1 and not _addresses(reader, behind)
            return None if far and low not in COMMAS and reader.low(at - 1) not in COMMAS else at
        if low in rules.openers or (low in reader.language.cues and at > behind) or low in ";:":
            return None
    return None


def _addresses(reader: Reader, behind: int) -> bool:
    """Whether words on whom, when or where it was said stand at `behind`."""
    item, rules = reader.frame.items[behind], reader.language.frames
    return (
        item.low in rules.addressee
        or item.low in rules.stops
        or item.low in reader.language.weekdays
        or item.capital
        or item.low in rules.appositions
        or item.low in rules.moments
    )


def _bare(reader: Reader, cue: Found, behind: int) -> int | None:
    """Where a clause begins that no "that" opens: said the road was closed."""
    rules, items = reader.language.frames, reader.frame.items
    holds = any(item.quotation for item in items[behind:])
    if cue.form not in rules.bare and not (holds and cue.kind == "verb"):
        return None
    at = behind
    if rules.comma_clause and cue.form in rules.bare:
        if reader.low(at) not in COMMAS:
            return None
        return at + 1
    while at < len(items) and (
        items[at].low in rules.addressee or items[at].low in reader.language.weekdays
    ):
        at += 1
    if (
        at >= len(items)
        or reader.low(at) in COMMAS
        or not (items[at].word is None or items[at].alphabetic or items[at].start < items[at].end)
    ):
        return None
    if _trails(reader, at) and len(items) - at <= _ADJUNCT:
        return None
    return at if len(items) - at > 2 and reader.low(at) not in LINKS else None


def clause_end(reader: Reader, start: int, following: list[Found]) -> int:
    """Where a clause ends: at the sentence's end, or where another frame takes over."""
    rules = reader.language.frames
    last = len(reader.frame.items)
    for cue in following:
        if cue.first <= start:
            continue
        comma = reader.low(cue.first - 1) in COMMAS
        if comma and (cue.form in rules.also or cue.kind == "before"):
            last = cue.first - 1
            break
        own = speaker_of(reader.frame, cue, reader.language) if _leads(reader, cue) else None
        if own and own[0] > start:
            last = own[0]
            break
    for at in range(start + SPOKEN, last - 1):
        if reader.low(at) in COMMAS and reader.low(at + 1) in rules.turns:
            return at
    return last


def _leads(reader: Reader, cue: Found) -> bool:
    """Whether a quotation follows the verb, behind a comma or colon."""
    if reader.low(cue.behind) not in INTRODUCES or cue.behind + 1 >= len(reader.frame.items):
        return False
    return reader.frame.items[cue.behind + 1].quotation is not None


def _before(reader: Reader, first: int, behind: int) -> list[Place]:
    """The clause that stands before a frame at the end of its sentence: …, she said."""
    items = reader.frame.items
    if first < SPOKEN + 1 or reader.low(first - 1) not in COMMAS | {"–", "—"}:
        return []
    tail = [at for at in range(behind, len(items)) if items[at].alphabetic or items[at].quotation]
    places = [(start_of(reader, first), first - 1)]
    if not tail or (
        len(tail) <= _TAIL and _trails(reader, tail[0]) and not is_adjunct(reader, first)
    ):
        return places
    if reader.low(behind) in COMMAS:
        return [*places, (behind + 1, len(items))] if len(tail) > 2 else places
    return []


def _trails(reader: Reader, at: int) -> bool:
    """Whether words on whom, when or where close the sentence from `at` on."""
    item, rules = reader.frame.items[at], reader.language.frames
    return (
        item.low in rules.addressee
        or item.low in rules.stops
        or item.low in rules.moments
        or item.low in reader.language.weekdays
    )


def _final(reader: Reader, source: Place, cue: Found) -> list[Place]:
    """The clause between a speaker and a verb that stands last."""
    start = source[1]
    if reader.low(start) in COMMAS:
        start += 1
    return [(start, cue.first)] if cue.first - start >= SPOKEN else []


def _according(reader: Reader, first: int, behind: int) -> list[Place]:
    """What stands before or behind "according to …" and its source."""
    items = reader.frame.items
    places: list[Place] = []
    start = start_of(reader, first)
    if first - start >= SPOKEN:
        places.append((start, first))
    after = behind + 1 if reader.low(behind) in COMMAS else behind
    if len(items) - after >= SPOKEN and (not places or reader.low(behind) in COMMAS):
        places.append((after, len(items)))
    return places
