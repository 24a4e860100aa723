"""Where a frame holds a reporting verb, or words such as "according to".

A frame comes in, cues go out in their order. A form that is a noun or an infinitive here ("the
claims", "to say") is left out; so is a shy form ("states") with nothing reported beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from watchdesk.statements.frames import Frame, Item
from watchdesk.text.languages import Cue, Language

_BESIDE = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A cue: the items `first` up to `behind`, its form and class.

    `kind` is "verb", "before" (according to …) or "after" (… -ի խոսքով).
    """

    first: int
    behind: int
    form: str
    cue: Cue
    kind: str = "verb"


@cache
def _phrases(language: Language) -> Mapping[str, tuple[tuple[tuple[str, ...], Cue, str], ...]]:
    """All phrases of a language by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Cue, str]]] = {}
    for form, cue in language.cues.items():
        parts = tuple(form.split())
        table.setdefault(parts[0], []).append((parts, cue, "verb"))
    for kind, phrases in (
        ("before", language.frames.according),
        ("after", language.frames.according_after),
    ):
        for phrase in phrases:
            parts = tuple(phrase.split())
            table.setdefault(parts[0], []).append((parts, Cue.SAY, kind))
    return {
        first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in table.items()
    }


@cache
def cue_words(language: Language) -> frozenset[str]:
    """The words that begin a cue of the language."""
    return frozenset(_phrases(language))


def cues_of(frame: Frame, language: Language) -> list[Found]:
    """The cues of a frame, in their order, without overlap."""
    phrases, found, at = _phrases(language), [], 0
    items = frame.items
    while at < len(items):
        if items[at].low not in phrases:
            at += 1
            continue
        here = _phrase_at(items, at, phrases)
        if here is None or not _stands(frame, here, language):
            at += 1
            continue
        found.append(here)
        at = here.behind
    return found


def _phrase_at(
    items: tuple[Item, ...],
    at: int,
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Cue, str], ...]],
) -> Found | None:
    for parts, cue, kind in phrases.get(items[at].low, ()):
        behind = at + len(parts)
        if tuple(item.low for item in items[at:behind]) == parts:
            return Found(at, behind, " ".join(parts), cue, kind)
    return None


def _stands(frame: Frame, found: Found, language: Language) -> bool:
    """Whether the form reports something here."""
    if found.kind != "verb":
        return True
    before = frame.items[found.first - 1].low if found.first else ""
    if before in language.frames.refuse or before.endswith(("'s", "s'")):
        return False
    if frame.items[found.first].capital and found.first and not _shouted(frame, found):
        return False
    return found.form not in language.frames.needy or _beside(frame, found, language)


def _shouted(frame: Frame, found: Found) -> bool:
    """Whether the words around are capitals too, as in a headline."""
    return all(item.capital for item in frame.items[max(0, found.first - 2) : found.behind + 2])


def _beside(frame: Frame, found: Found, language: Language) -> bool:
    """Whether a quotation or a reported clause stands near, or is announced by a colon."""
    items = frame.items
    if found.behind < len(items) and items[found.behind].low in language.frames.that:
        return True
    if items[-1].low == ":":
        return True
    near = items[max(0, found.first - _BESIDE) : found.behind + _BESIDE]
    return any(item.quotation for item in near)
