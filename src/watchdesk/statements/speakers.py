"""Which words beside a reporting verb name the one who speaks.

A frame and a cue come in, the items that name the speaker go out. Nothing is looked up: what is
found may be a pronoun; `resolve` asks who that is.
"""

from itertools import islice

from watchdesk.statements.cues import Found
from watchdesk.statements.frames import Frame, Item
from watchdesk.statements.phrases import (
    COMMAS,
    HARD,
    LONGEST,
    SHORT,
    Place,
    before_brackets,
    before_weekday,
    can_speak,
    checked,
    clause_start,
    has_role,
    is_role,
    named,
    only_name,
    phrase_end,
    skipped,
)
from watchdesk.statements.second_speakers import speaker_in_second
from watchdesk.text.languages import Language

_NOUN = 4
_CHAIN = 30
_LED = 2


def speaker_of(frame: Frame, cue: Found, language: Language) -> Place | None:
    """The items that name the speaker of a cue, or None."""
    place = speaker_in_second(frame, cue, language) if language.frames.second else None
    if place:
        return place
    if cue.kind in ("before", "echo"):
        return _behind(frame, cue.behind, language, plain=True)
    if language.frames.verb_final and cue.kind == "verb":
        return _far_left(frame, cue, language)
    left = _with_appositions(frame, cue, language) or _left(frame, cue.first, language)
    if cue.kind == "after" or left:
        return left
    right = _right(frame, cue, language) or _body(frame, cue, language)
    if right or not cue.first or not frame.items[skipped(frame, cue.first, language)].quotation:
        return right
    return _before_quotation(frame, skipped(frame, cue.first, language), language)


def _body(frame: Frame, cue: Found, language: Language) -> Place | None:
    """The body in which something was said, where the verb has no subject: в министерстве."""
    rules = language.frames
    if cue.form not in rules.impersonal:
        return None
    if cue.behind < len(frame.items) and frame.items[cue.behind].low in rules.inside:
        return checked(
            frame, (cue.behind + 1, phrase_end(frame, cue.behind + 1, language)), language
        )
    start = clause_start(frame, cue.first - 1, language) if cue.first else 0
    led = start < cue.first and frame.items[start].low in rules.inside
    return checked(frame, (start + 1, cue.first), language, sure=True) if led else None


def _right(frame: Frame, cue: Found, language: Language) -> Place | None:
    """The speaker behind the verb, where the language or a mark before the verb allows it."""
    before = frame.items[skipped(frame, cue.first, language)] if cue.first else None
    rules = language.frames
    if before and before.alphabetic and not (rules.inverts or before.low in rules.likes):
        return None
    quoted = cue.first > 0 and any(item.quotation for item in frame.items[: cue.first][-2:])
    liked = before is not None and before.low in rules.likes
    place = _behind(frame, cue.behind, language, sure=quoted, plain=liked)
    if place and frame.items[place[0]].low in language.pronouns and place[1] - place[0] > 1:
        return None
    return place


def subject_of(frame: Frame, behind: int, language: Language) -> Place | None:
    """The pronoun or name that begins the sentence, or its part behind a first comma."""
    commas = (at + 1 for at in range(behind) if frame.items[at].low in COMMAS)
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
        if end == at + 1 and frame.items[at].low in language.frames.appositions:
            end = _noun_end(frame, end, behind, language)
        if end > at and frame.items[at].low not in language.frames.stops:
            return checked(frame, (at, end), language)
    return None


def _noun_end(frame: Frame, start: int, behind: int, language: Language) -> int:
    """Behind the office or body that follows an article: The old council; 0 if none does."""
    near = range(start, min(behind, start + _NOUN))
    return next((at + 1 for at in near if can_speak(frame.items[at], language)), 0)


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
    comma = next((at for at in range(cue.first) if frame.items[at].low in COMMAS), 0)
    far = checked(frame, (0, comma), language) if 0 < comma <= SHORT else None
    far = far or (_leading(frame, cue.first, language) if not comma else None)
    return far or _left(frame, cue.first, language) or _behind(frame, cue.behind, language)


def _leading(frame: Frame, behind: int, language: Language) -> Place | None:
    """The name or office that begins the sentence, with no comma behind it."""
    end = 0
    while end < behind and (frame.items[end].capital or is_role(frame.items[end].low, language)):
        end += 1
    return checked(frame, (0, end), language) if 0 < end < behind else None


def _left(frame: Frame, first: int, language: Language) -> Place | None:
    """The phrase that ends right before the verb."""
    if not first:
        return None
    last = skipped(frame, first, language)
    item = frame.items[last]
    if item.quotation:
        return None
    if item.low in COMMAS:
        return _with_apposition(frame, last, language)
    end = before_brackets(frame, last)
    start = clause_start(frame, end, language)
    last = before_weekday(frame, start, last, language)
    beside = last - start < SHORT and (
        (start > 0 and frame.items[start - 1].quotation)
        or (frame.items[start].low in language.frames.appositions and _leads(frame, first))
    )
    start = _behind_relay(frame, start, last, language)
    return checked(frame, (start, last + 1), language, sure=bool(beside))


def _leads(frame: Frame, verb: int) -> bool:
    """Whether a comma or colon and a quotation follow the verb."""
    near = frame.items[verb + 1 : verb + 3]
    return len(near) == _LED and near[1].quotation is not None


def _behind_relay(frame: Frame, start: int, last: int, language: Language) -> int:
    """Behind the verb of passing on: the agency quoted Mara Ilves (as saying)."""
    quoting = language.ways.quoting
    return next((at + 1 for at in range(start, last) if frame.items[at].low in quoting), start)


def _with_appositions(frame: Frame, cue: Found, language: Language) -> Place | None:
    """All from a quotation, or the sentence's beginning, up to the comma before the verb.

    It begins with a name or an office, which a comma closes before any verb: Pell, mayor of Merin,
    a former miner, said. What only says where or when is no part of it: Pell, at a rally, said.
    """
    comma = skipped(frame, cue.first, language) if cue.first else 0
    if frame.items[comma].low not in COMMAS or _turned(frame, cue, language):
        return None
    near = range(comma - 1, max(-1, comma - _CHAIN), -1)
    quote = next((at for at in near if frame.items[at].quotation), None)
    start = 0 if quote is None else quote + 1
    first = next((at for at in range(start, comma) if frame.items[at].low in COMMAS), comma)
    if first == comma or comma - start > _CHAIN or not _is_named(frame, start, first, language):
        return None
    if quote is None and frame.items[first + 1].low in language.frames.stops:
        return checked(frame, (start, first), language)
    if quote is None and not _adds(frame, first + 1, language):
        return None
    return checked(frame, (start, comma), language)


def _turned(frame: Frame, cue: Found, language: Language) -> bool:
    """Whether the speaker follows the verb: …, said Pell."""
    after = frame.items[cue.behind] if cue.behind < len(frame.items) else None
    return after is not None and (
        after.capital
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
    return any(item.capital for item in row[1:]) or has_role(frame, start, behind, language)


def _adds(frame: Frame, at: int, language: Language) -> bool:
    """Whether a comma adds an office, an age or a clause to a name."""
    item = frame.items[at]
    return (
        _opens_apposition(item, language)
        or item.low in language.relatives
        or item.low.isdecimal()
        or has_role(frame, at, at + SHORT, language)
    )


def _with_apposition(frame: Frame, comma: int, language: Language) -> Place | None:
    """Name, what he is, said: the phrase up to the comma before the verb, if it begins a clause."""
    opening = next(
        (
            at
            for at in range(comma - 1, max(-1, comma - LONGEST), -1)
            if frame.items[at].low in COMMAS or frame.items[at].quotation
        ),
        -1,
    )
    if opening < 0 or frame.items[opening].quotation:
        return None
    middle = frame.items[opening + 1]
    aged = middle.low.isdecimal() and comma == opening + 2
    if not (
        aged
        or only_name(frame, opening + 1, comma)
        or _opens_apposition(middle, language)
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


def _opens_apposition(item: Item, language: Language) -> bool:
    return item.low in language.frames.appositions or is_role(item.low, language)


def _behind(
    frame: Frame, at: int, language: Language, *, plain: bool = False, sure: bool = False
) -> Place | None:
    """The phrase that begins right behind the verb, with what is added to the name.

    Behind a `plain` one a clause follows, so that "the …" adds nothing. With `sure` the verb
    stands right behind a quotation, and a short phrase needs no further sign.
    """
    while at < len(frame.items) and frame.items[at].low in language.frames.addressee:
        at += 1
    end = phrase_end(frame, at, language)
    while end < len(frame.items) and frame.items[end].low in COMMAS:
        after = end + 1
        if after >= len(frame.items) or not _added(frame, after, language, sure=not plain):
            break
        end = phrase_end(frame, after, language)
    while end > at and frame.items[end - 1].low in language.frames.separable:
        end -= 1
    return checked(frame, (at, end), language, sure=sure and end - at < SHORT)


def _added(frame: Frame, at: int, language: Language, *, sure: bool) -> bool:
    """Whether what follows a comma belongs to the name before it."""
    item, rules = frame.items[at], language.frames
    if not item.alphabetic or item.low in language.cues or item.low in rules.also:
        return False
    end = phrase_end(frame, at, language)
    ends = end >= len(frame.items) or frame.items[end].low == "."
    if (
        not sure
        and not (ends and only_name(frame, at, end))
        and (ends or frame.items[end].low not in COMMAS)
    ):
        return False
    if end < len(frame.items):
        after = frame.items[end]
        if not (after.quotation or after.low in COMMAS or after.low in HARD):
            return False
    return (
        (sure and item.low in rules.appositions)
        or only_name(frame, at, end)
        or has_role(frame, at, end, language)
    )


def _before_quotation(frame: Frame, quote: int, language: Language) -> Place | None:
    """The speaker who stands before the quotation whose verb follows it: X, “…” dedi."""
    if quote == 0:
        return None
    last = quote - 1
    while last >= 0 and not frame.items[last].alphabetic:
        last -= 1
    if last < 0:
        return None
    start = clause_start(frame, last, language)
    return checked(frame, (start, last + 1), language)
