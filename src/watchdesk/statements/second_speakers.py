"""Who speaks where the verb stands second: beside an auxiliary, behind "nach Angaben".

A frame and a cue come in, the items that name the speaker go out, or None.
"""

from watchdesk.statements.cues import Found
from watchdesk.statements.frames import Frame
from watchdesk.statements.mood import is_like, opener
from watchdesk.statements.phrases import Place, checked, closing, is_verb, phrase_end
from watchdesk.text.languages import Language
from watchdesk.text.languages.verb_second import VerbSecond
from watchdesk.text.spans import Word

_SMALL = 4


def speaker_in_second(frame: Frame, cue: Found, language: Language) -> Place | None:
    """The speaker, where the place of the verb shows who it is."""
    if cue.kind == "before":
        return source_behind(frame, cue, language)
    if cue.kind == "after":
        return before_after(frame, cue.first - 1, language) if cue.first else None
    if cue.kind == "verb":
        return document(frame, cue, language) or subject(frame, cue, language)
    return None


def subject(frame: Frame, cue: Found, language: Language) -> Place | None:
    """The speaker of a participle, beside its auxiliary: hat der Rat am Montag angekündigt.

    None where no auxiliary stands before the verb in its clause.
    """
    rules, start = language.frames.second, opener(frame, cue.first)
    if is_like(frame, cue.first, language):
        return None
    at = next((at for at in range(start, cue.first) if frame.items[at].low in rules.plain), None)
    if at is None or at + 1 == cue.first == start + 1:
        return None
    left = checked(frame, (start, at), language) if at > start else None
    if left:
        return left
    end = min(phrase_end(frame, at + 1, language), cue.first)
    return checked(frame, (at + 1, end), language)


def document(frame: Frame, cue: Found, language: Language) -> Place | None:
    """What speaks where "es" is the subject: In dem Brief heißt es; so heißt es in dem Brief."""
    rules, start, after = language.frames.second, opener(frame, cue.first), cue.behind + 1
    if frame.items[start].low in rules.inside:
        place = (start + 1, cue.first)
        return place if any(item.capital for item in frame.items[slice(*place)]) else None
    if after + 1 >= len(frame.items) or frame.items[cue.behind].low not in rules.itself:
        return None
    end = _nouns_end(frame, after + 1, rules) if frame.items[after].low in rules.inside else None
    return (after + 1, end) if end else None


def source_behind(frame: Frame, cue: Found, language: Language) -> Place | None:
    """The source behind "nach Angaben", "laut": one noun phrase, with what is joined to it.

    Where none follows "nach ersten Angaben", these are the source.
    """
    rules, start = language.frames.second, cue.behind
    if start >= len(frame.items) or frame.items[start].low in rules.prepositions - rules.of:
        return None
    start += frame.items[start].low in rules.of
    if start < len(frame.items) and frame.items[start].hidden:
        return start, start + 1
    named = cue.behind - cue.first > 1
    joins = not named or start > cue.behind or _belongs(frame.items[start], rules)
    end = _phrase_end(frame, start, language) if joins else start
    if end == start and named:
        return cue.first + 1, cue.behind
    return (start, end) if end > start else None


def _phrase_end(frame: Frame, start: int, language: Language) -> int:
    """Behind the nouns of a phrase, brackets and what is joined to them; `start` without one."""
    rules, end = language.frames.second, start
    at: int | None = start
    while at is not None and (stop := _nouns_end(frame, at, rules)) is not None:
        end = stop
        if end < len(frame.items) and frame.items[end].low == "(":
            end = closing(frame, end)
        at = _joined(frame, end, language, rules)
    return end


def _belongs(item: Word, rules: VerbSecond) -> bool:
    """Whether a word right behind "nach Angaben" begins who gave them: der, israelischer, Pells."""
    return item.capital or item.low in rules.owners or item.low.endswith("er")


def _nouns_end(frame: Frame, start: int, rules: VerbSecond) -> int | None:
    """Behind the nouns of a phrase that begins at `start` with at most four small words."""
    at, items = start, frame.items
    while at < len(items) and at - start <= _SMALL and not _noun(items[at]):
        item = items[at]
        if not item.alphabetic or item.low in rules.plain or item.low in rules.mood:
            return None
        at += 1
    end = at
    while end < len(items) and _noun(items[end]):
        end += 1
    return end if end > at else None


def _noun(item: Word) -> bool:
    """Whether a word has a capital or is a number."""
    return item.capital or item.low[-1:].isdecimal()


def _joined(frame: Frame, at: int, language: Language, rules: VerbSecond) -> int | None:
    """Where the phrase goes on that is joined to a noun before `at`: der, von, und."""
    if at + 1 >= len(frame.items):
        return None
    low = frame.items[at].low
    if low in rules.of or low in rules.links or low in language.frames.joins:
        return at + 1
    genitive = low in rules.owners or (low.endswith("er") and frame.items[at + 1].capital)
    return at if genitive and frame.items[at].alphabetic else None


def before_after(frame: Frame, last: int, language: Language) -> Place | None:
    """The phrase that ends at `last`, up to the verb before it: warf Berichten zufolge."""
    start = opener(frame, last)
    verbs = (at for at in range(last, start - 1, -1) if is_verb(frame, at, language))
    start = next(verbs, start - 1) + 1
    return checked(frame, (start, last + 1), language, sure=True) if start <= last else None
