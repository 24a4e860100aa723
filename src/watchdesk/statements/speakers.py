"""Which words beside a reporting verb name the one who speaks.

A frame and a cue come in, the items that name the speaker go out. Nothing is looked up: what is
found may be a pronoun; `resolve` asks who that is.
"""

from watchdesk.statements.appositions import with_apposition, with_appositions
from watchdesk.statements.cues import Found
from watchdesk.statements.frames import Frame
from watchdesk.statements.phrases import (
    COMMAS,
    HARD,
    SHORT,
    Place,
    abbreviates,
    before_brackets,
    before_weekday,
    can_speak,
    checked,
    clause_start,
    has_role,
    is_role,
    is_weekday,
    only_name,
    phrase_end,
    skipped,
)
from watchdesk.statements.reader import INTRODUCES
from watchdesk.statements.second_speakers import speaker_in_second
from watchdesk.text.languages import Language
from watchdesk.text.spans import Word

_NOUN = 4
_LED = 6


def speaker_of(frame: Frame, cue: Found, language: Language) -> Place | None:
    """The items that name the speaker of a cue, or None."""
    place = speaker_in_second(frame, cue, language) if language.frames.second else None
    if place:
        return place
    if cue.kind in ("before", "echo"):
        return _behind(frame, cue.behind, language, plain=True)
    if language.frames.verb_final and cue.kind == "verb":
        return _far_left(frame, cue, language)
    left = with_appositions(frame, cue, language) or _left(frame, cue.first, language)
    if cue.kind == "after" or left or (cue.form in language.frames.also and cue.first):
        return left
    right = _right(frame, cue, language) or _body(frame, cue, language)
    if right or not cue.first or not frame.items[skipped(frame, cue.first, language)].hidden:
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
    quoted = cue.first > 0 and any(item.hidden for item in frame.items[: cue.first][-2:])
    liked = before is not None and before.low in rules.likes
    place = _behind(frame, cue.behind, language, sure=quoted, plain=liked)
    if place and frame.items[place[0]].low in language.pronouns and place[1] - place[0] > 1:
        return None
    return place


def subject_of(frame: Frame, behind: int, language: Language) -> Place | None:
    """The pronoun or name that begins the sentence, or its part behind a first comma."""
    comma = next((at for at in range(behind) if frame.items[at].low in COMMAS), behind)
    first = _subject_at(frame, 0, behind, language)
    # Here in Merin, she …; In a speech, she …
    if first and not (first[1] < comma and _is_adjunct(frame, first, language)):
        return first
    return _subject_at(frame, comma + 1, behind, language) or first


def _is_adjunct(frame: Frame, place: Place, language: Language) -> bool:
    """Whether the one word of a place leads to a preposition: Here in Merin."""
    after = frame.items[place[1]].low
    return place == (0, 1) and after in language.frames.stops


def last_subject(frame: Frame, behind: int, language: Language) -> Place | None:
    """The same for the last part between commas that has one; a place in it is none."""
    commas = [at + 1 for at in range(behind) if frame.items[at].low in COMMAS]
    for start in [*reversed(commas), 0]:
        place = _subject_at(frame, start, behind, language)
        if place and not (start and frame.items[place[1]].low in COMMAS):
            return place
    return None


def _subject_at(frame: Frame, start: int, behind: int, language: Language) -> Place | None:
    """The pronoun or name that stands at `start`, words that open a clause passed over."""
    at = start
    while at < behind and frame.items[at].low in language.frames.openers:
        at += 1
    end = at
    while end < behind and (
        frame.items[end].capital
        or (end == at and _opens_phrase(frame.items[end], language))
        or (frame.items[end].low == "." and abbreviates(frame, end, language))
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


def _opens_phrase(item: Word, language: Language) -> bool:
    return item.low in language.pronouns or item.low in language.frames.appositions


def _far_left(frame: Frame, cue: Found, language: Language) -> Place | None:
    """The speaker of a verb that stands last: before its quotation, or before the first comma."""
    before = skipped(frame, cue.first, language) if cue.first else 0
    if frame.items[before].hidden:
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
    if item.hidden:
        return None
    if item.low in COMMAS:
        return with_apposition(frame, last, language)
    if item.low in language.frames.that and last and _leads(frame, first):
        return _told_by(frame, last, language)
    end = before_brackets(frame, last)
    start = clause_start(frame, end, language)
    last = before_weekday(frame, start, last, language)
    beside = last - start < SHORT and (
        (start > 0 and frame.items[start - 1].hidden)
        or (frame.items[start].low in language.frames.appositions and _leads(frame, first))
    )
    start = _behind_relay(frame, start, last, language)
    return checked(frame, (start, last + 1), language, sure=bool(beside))


def _told_by(frame: Frame, that: int, language: Language) -> Place | None:
    """What is written on a thing, and the word for it: a sign that said."""
    start, rules = clause_start(frame, that - 1, language), language.frames
    articles = (at for at in range(that - 1, start, -1) if frame.items[at].low in rules.appositions)
    place = checked(frame, (next(articles, start), that), language)
    return place and (place[0], that + 1)


def _leads(frame: Frame, verb: int) -> bool:
    """Whether a quotation follows the verb, with none but the hearer and a mark between."""
    near = frame.items[verb + 1 : verb + 1 + _LED]
    quote = next((at for at, item in enumerate(near) if item.hidden), 0)
    return quote > 0 and near[quote - 1].low in INTRODUCES


def _behind_relay(frame: Frame, start: int, last: int, language: Language) -> int:
    """Behind the verb of passing on: the agency quoted Mara Ilves (as saying)."""
    quoting = language.ways.quoting
    return next((at + 1 for at in range(start, last) if frame.items[at].low in quoting), start)


def _behind(
    frame: Frame, at: int, language: Language, *, plain: bool = False, sure: bool = False
) -> Place | None:
    """The phrase that begins right behind the verb, with what is added to the name.

    Behind a `plain` one a clause follows, so that "the …" adds nothing. With `sure` the verb
    stands right behind a quotation, and a short phrase needs no further sign.
    """
    while at < len(frame.items) and frame.items[at].low in language.frames.addressee:
        at += 1
    if at < len(frame.items) and is_weekday(frame.items[at], language):
        return None
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
        if not (after.hidden or after.low in COMMAS or after.low in HARD):
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
