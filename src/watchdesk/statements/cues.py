"""Where a frame holds a reporting verb, or words such as "according to".

A frame comes in, cues go out in their order. A form that is a noun or an infinitive here ("the
claims", "to say") is left out; so is a shy form ("states") with nothing reported beside it.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from watchdesk.statements.frames import Frame
from watchdesk.statements.mood import noun_behind, stands
from watchdesk.text.languages import Language
from watchdesk.text.languages.language import Complements
from watchdesk.text.spans import Word

_BESIDE = 8


class Found(NamedTuple):
    """A cue: the items `first` up to `behind`, and its form.

    `kind` is "verb", "noun" (his claim that …), "before" (according to …), "after" (… -ի խոսքով)
    or "echo" (…, so X).
    """

    first: int
    behind: int
    form: str
    kind: str = "verb"


# The phrases that begin with a word: their words, the whole, its kind.
_Phrase = tuple[tuple[str, ...], str, str]
_Phrases = Mapping[str, tuple[_Phrase, ...]]


@cache
def _phrases(language: Language) -> _Phrases:
    """All phrases of a language by their first word, the longest first."""
    takes, table = language.frames.complements, dict[str, list[_Phrase]]()
    second = language.frames.second
    verbs = takes.objects | takes.infinitives | takes.requests | takes.reports
    for kind, phrases in (
        ("verb", {**language.cues, **dict.fromkeys(verbs)}),
        ("noun", takes.nouns | takes.stances),
        ("by", second.by),
        ("before", language.frames.according),
        ("after", language.frames.according_after),
        ("echo", second.echoes),
    ):
        for phrase in phrases:
            parts = tuple(phrase.split())
            table.setdefault(parts[0], []).append((parts, phrase, kind))
    return {
        first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in table.items()
    }


@cache
def cue_words(language: Language) -> frozenset[str]:
    """One word of each cue of the language, no small one if there is another."""
    second = language.frames.second
    small = language.frames.stops | language.frames.complements.prepositions
    phrases = (parts for found in _phrases(language).values() for parts, _, _ in found)
    telling = frozenset(
        max(parts, key=lambda word: (word not in small, len(word))) for parts in phrases
    )
    return telling | second.mood | second.moods | second.resumes


def cues_of(frame: Frame, language: Language) -> list[Found]:
    """The cues of a frame, in their order, without overlap."""
    phrases, found, reach = _phrases(language), list[Found](), 0
    for at in [at for at, low in enumerate(frame.lows) if low in phrases]:
        if at >= reach and (here := _cue_at(frame, at, phrases[frame.lows[at]], language)):
            found.append(here)
            reach = here.behind
    return found


def _cue_at(
    frame: Frame, at: int, phrases: tuple[_Phrase, ...], language: Language
) -> Found | None:
    """The longest cue that begins at `at`."""
    for parts, form, kind in phrases:
        if kind == "by":
            if noun := noun_behind(frame, at, language):
                return Found(at, noun, form, "before")
            continue
        behind = at + len(parts)
        if len(parts) == 1 or _reads(frame, at, parts):
            found = Found(at, behind, form, kind)
            if _stands(frame, found, language):
                return found
    return None


def _reads(frame: Frame, at: int, parts: tuple[str, ...]) -> bool:
    """Whether the items from `at` are these words."""
    items = frame.items
    return (
        at + len(parts) <= len(items)
        and items[at + 1].low == parts[1]
        and all(items[at + place].low == part for place, part in enumerate(parts))
    )


def _stands(frame: Frame, found: Found, language: Language) -> bool:
    """Whether the form reports something here."""
    if found.kind == "noun":
        return _noun_stands(frame, found, language)
    if found.kind == "echo":
        return _echoes(frame, found, language)
    return found.kind != "verb" or _verb_stands(frame, found, language)


def _verb_stands(frame: Frame, found: Found, language: Language) -> bool:
    rules = language.frames
    before = frame.items[found.first - 1].low if found.first else ""
    if _is_noun_or_aim(frame, found, before, language):
        return False
    if found.form in rules.complements.plain and not _plain_stands(before, language):
        return False
    if frame.items[found.first].capital and found.first and not _shouted(frame, found):
        return False
    if found.form in rules.complements.voices:
        return _touches(frame, found, behind=found.form not in rules.complements.closing)
    return found.form not in rules.needy or _beside(frame, found, language)


def _echoes(frame: Frame, found: Found, language: Language) -> bool:
    """Whether a name or an office follows the word, and a comma is before it: …, so die Rätin."""
    items = frame.items
    if not found.first or found.behind >= len(items):
        return False
    before, after = items[found.first - 1], items[found.behind]
    closed = before.hidden or before.low in (",", "–", "—")
    return closed and (after.capital or after.low in language.frames.appositions)


def _is_noun_or_aim(frame: Frame, found: Found, before: str, language: Language) -> bool:
    """Whether the word before makes a noun ("the claims") or a mere aim ("to say") of the form."""
    rules = language.frames
    if before in rules.complements.infinitive and found.first > 1:
        return frame.items[found.first - 2].low not in rules.complements.controls
    return before in rules.refuse or (len(before) > 2 and before.endswith(("'s", "s'")))


def _touches(frame: Frame, found: Found, *, behind: bool) -> bool:
    """Whether a quotation ends right before the form's speaker, or stands right `behind` it."""
    items = frame.items
    if behind and any(item.hidden for item in items[found.behind : found.behind + 2]):
        return True
    if found.behind < len(items) and items[-1].low == ":":
        return True
    return any(item.hidden for item in items[max(0, found.first - _BESIDE) : found.first])


def _plain_stands(before: str, language: Language) -> bool:
    """Whether a form that may be a noun has a plural, a pronoun or an auxiliary before it."""
    rules = language.frames
    return (
        before in rules.auxiliaries
        or before in rules.complements.infinitive
        or before in language.pronouns
        or before in language.sources
        or before in rules.joins
        or before.endswith("s")
        or bool(rules.adverb_endings and before.endswith(rules.adverb_endings))
    )


def _noun_stands(frame: Frame, found: Found, language: Language) -> bool:
    """Whether a noun has a clause, an aim or a subject behind it."""
    takes, items = language.frames.complements, frame.items
    if found.behind + 1 >= len(items):
        return False
    low, after = items[found.behind].low, items[found.behind + 1]
    if low in language.frames.that and found.form in takes.nouns:
        return after.low not in language.frames.auxiliaries
    if low in takes.infinitive and found.form in takes.aims:
        return is_verb_behind(after, language)
    return low in takes.prepositions and found.form in takes.stances


def is_verb_behind(item: Word, language: Language) -> bool:
    """Whether a word behind "to" can be an infinitive."""
    rules = language.frames
    return not (
        item.capital
        or item.low in rules.appositions
        or item.low in rules.refuse
        or item.low in language.pronouns
        or item.low in rules.addressee
    )


def ends_infinitive(low: str, takes: Complements) -> bool:
    """Whether a word ends as an infinitive does, in a language that shows it so."""
    return bool(takes.infinitive_endings) and low.endswith(takes.infinitive_endings)


def _shouted(frame: Frame, found: Found) -> bool:
    """Whether the words around are capitals too, as in a headline."""
    return all(item.capital for item in frame.items[max(0, found.first - 2) : found.behind + 2])


def _beside(frame: Frame, found: Found, language: Language) -> bool:
    """Whether a quotation or a reported clause stands near, or is announced by a colon."""
    items, takes = frame.items, language.frames.complements
    behind = items[found.behind].low if found.behind < len(items) else ""
    aims = found.form in takes.infinitives
    if aims and (behind in takes.infinitive or ends_infinitive(behind, takes)):
        return True
    reach = found.behind + (_BESIDE if language.frames.verb_first else 1 + (behind == ","))
    if any(item.low in language.frames.that for item in items[found.behind : reach]):
        return True
    if items[-1].low == ":":
        return True
    if language.frames.second and stands(frame, found.first, found.behind, language):
        return True
    near = items[max(0, found.first - _BESIDE) : found.behind + _BESIDE]
    return any(item.hidden for item in near)
