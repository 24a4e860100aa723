"""Reported clauses: what was said where no quotation marks stand around all of it.

A reader, a cue and the items around it come in, the places of the clause go out: behind "that",
behind the bare verb, before a frame that ends its sentence, around "according to".
"""

from watchdesk.statements.complements import complement, has_verb, opens_thing, takes_thing
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
_PART = 3
_INSERTED = 2
_PARTS = COMMAS | {"–", "—"}
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
    depends = source[1] <= cue.first and _depends(reader, source)
    start = _opened(reader, cue, behind)
    if start is None:
        end = clause_end(reader, behind, following, cue, depends=depends)
        places = _unopened(reader, cue, around, end, depends=depends)
        if places:
            return places
        start = _bare(reader, cue, behind)
    if start is None:
        return []
    return [(start, clause_end(reader, start, following, cue, depends=depends))]


def _unopened(
    reader: Reader,
    cue: Found,
    around: tuple[int, int, Place | None],
    end: int,
    *,
    depends: bool,
) -> list[Place]:
    """What no "that" opens: as she said, …; wants […]; […], she said; […] dedi."""
    (first, behind, source), rules = around, reader.language.frames
    if reader.low(0) in rules.likes and reader.low(behind) in COMMAS:
        return [(behind + 1, len(reader.frame.items))]
    led = source is not None and source[1] <= cue.first
    places = complement(reader, cue, behind, end, depends=depends) if led else []
    if not places and (
        not led or cue.form in rules.bare or not takes_thing(cue.form, reader.language)
    ):
        places = _before(reader, first, behind)
    if not places and rules.verb_final and source and source[1] < cue.first:
        places = _final(reader, source, cue)
    return places


def _opened(reader: Reader, cue: Found, behind: int) -> int | None:
    """Where "that …" begins, near behind the frame."""
    rules = reader.language.frames
    for at in range(behind, min(behind + _REACH, len(reader.frame.items))):
        low = reader.low(at)
        if low in rules.that:
            if (
                cue.form in rules.complements.addressed
                and reader.low(at + 1) not in rules.auxiliaries
            ):
                return at
            if at > behind and cue.form in rules.complements.objects:
                known = reader.low(at - 1) in rules.complements.nouns
                return at if known and reader.low(at + 1) not in rules.auxiliaries else None
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
    if cue.form not in rules.bare and not any(at >= behind for at in reader.quotes):
        return None
    at = behind
    if rules.comma_clause and cue.form in rules.bare:
        return at + 1 if reader.low(at) in COMMAS else None
    while at < len(items) and (
        items[at].low in rules.addressee or items[at].low in reader.language.weekdays
    ):
        at += 1
    if not _opens_clause(reader, at) or (_trails(reader, at) and len(items) - at <= _ADJUNCT):
        return None
    sure = rules.complements.surely
    if sure and not (opens_thing(reader, at) and _is_clause(reader, cue, at)):
        return None
    return at


def _opens_clause(reader: Reader, at: int) -> bool:
    """Whether three words or more begin at `at`, and the first is no mark."""
    items = reader.frame.items
    return len(items) - at > 2 and reader.low(at) not in LINKS


def _is_clause(reader: Reader, cue: Found, at: int) -> bool:
    """Whether what begins at `at` is more than a thing: claimed [he won], not the prize."""
    sure = reader.language.frames.complements.surely
    return cue.form in sure or has_verb(reader, at, len(reader.frame.items))


def clause_end(
    reader: Reader,
    start: int,
    following: list[Found],
    verb: Found | None = None,
    *,
    depends: bool = False,
) -> int:
    """Where a clause ends: at the sentence's end, or where another frame takes over.

    The clause of a `verb` ends where the same speaker does something else. One that `depends` on
    another ("When she said so, …") ends at its comma.
    """
    rules, last = reader.language.frames, len(reader.frame.items)
    for cue in following:
        taken = _taken_over(reader, start, verb, cue) if cue.first > start else None
        if taken is not None:
            last = taken
            break
    for at in [at for at in range(start + 1, len(reader.lows)) if reader.lows[at] in COMMAS]:
        if at >= last - 1:
            break
        behind = reader.low(at + 1)
        if (depends and behind not in rules.joins) or (
            at >= start + SPOKEN and behind in rules.turns
        ):
            return at
    return last


def _taken_over(reader: Reader, start: int, verb: Found | None, cue: Found) -> int | None:
    """Where the frame of `cue` ends the clause that began at `start`, if it does."""
    rules, before = reader.language.frames, reader.low(cue.first - 1)
    if before in COMMAS and (cue.form in rules.also or cue.kind == "before"):
        return cue.first - 1
    if verb and before in rules.joins and _alike(reader, verb, cue):
        return cue.first - 1
    own = speaker_of(reader.frame, cue, reader.language) if _leads(reader, cue) else None
    return own[0] if own and own[0] > start else None


def _alike(reader: Reader, verb: Found, cue: Found) -> bool:
    """Whether two verbs stand in the same tense: asked for help and called on the council."""
    past = reader.language.frames.complements.passive
    return verb.form in past and cue.form in past and cue.kind == "verb"


def _depends(reader: Reader, source: Place) -> bool:
    """Whether the speaker stands in a clause that depends on another, as in "When she says"."""
    takes, at = reader.language.frames.complements, source[0]
    return reader.low(at - 1) in takes.depends or reader.low(source[1] - 1) in takes.depends


def _leads(reader: Reader, cue: Found) -> bool:
    """Whether a quotation follows the verb, behind a comma or colon."""
    if reader.low(cue.behind) not in INTRODUCES or cue.behind + 1 >= len(reader.frame.items):
        return False
    return reader.frame.items[cue.behind + 1].hidden


def _before(reader: Reader, first: int, behind: int) -> list[Place]:
    """The clause that stands before a frame at the end of its sentence: …, she said."""
    items = reader.frame.items
    goes_on = reader.low(behind) in COMMAS and len(items) - behind > SPOKEN
    first -= reader.low(first - 1) in reader.language.frames.likes
    if first < (_PART if goes_on else SPOKEN + 1) or reader.low(first - 1) not in _PARTS:
        return []
    tail = [at for at in range(behind, len(items)) if items[at].alphabetic or items[at].hidden]
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
    inserted = reader.low(first - 1) in COMMAS and reader.low(behind) in COMMAS
    if first - start >= (_INSERTED if inserted else SPOKEN):
        places.append((start, first))
    after = behind + 1 if reader.low(behind) in COMMAS else behind
    if len(items) - after >= SPOKEN and (not places or reader.low(behind) in COMMAS):
        places.append((after, len(items)))
    return places
