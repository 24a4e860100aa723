"""The shape of a report where the verb stands second: what a verb announces, in which mood.

Places in a frame come in, places and truths go out; all words are data of the pack
(`Frames.second`). Who speaks is not asked here.
"""

from watchdesk.statements.frames import Frame
from watchdesk.statements.phrases import COMMAS, HARD
from watchdesk.text.languages import Language
from watchdesk.text.languages.verb_second import VerbSecond

_REACH = 18
_LONG = 30
_LINKS = COMMAS | HARD
_SHORT = 6


def announced(frame: Frame, behind: int, language: Language, *, shy: bool = False) -> int | None:
    """Where the clause begins that a verb announces: behind the comma or colon that follows it.

    It opens with "dass" or a question, is in the reported mood, or is an infinitive; behind a
    second comma only the first counts, as what stands between may belong to the speaker. A shy
    verb announces no question.
    """
    rules = language.frames.second
    commas = 0
    for at in range(behind, min(behind + _REACH, len(frame.items) - 1)):
        item = frame.items[at]
        if item.hidden or item.low == ";" or (item.low in language.cues and commas):
            return None
        if item.low not in COMMAS and item.low != ":":
            continue
        after = frame.items[at + 1].low
        if after in language.frames.that or (not (commas or shy) and after in rules.asks):
            return at + 1
        if not commas and (in_mood(frame, at + 1, rules) or infinitive(frame, at + 1, rules)):
            return at + 1
        commas += 1
    return None


def in_mood(frame: Frame, start: int, rules: VerbSecond) -> bool:
    """Whether the first finite verb known from `start` on is in the mood of reports."""
    return bool(mood_of(frame, start, rules))


def mood_of(frame: Frame, start: int, rules: VerbSecond) -> str:
    """That verb, if it is in that mood; else nothing."""
    for item in frame.items[start : start + _LONG]:
        if item.low in rules.plain or item.low in (":", ";"):
            return ""
        if item.low in rules.mood or item.low in rules.moods:
            return "" if item.capital else item.low
    return ""


def infinitive(frame: Frame, start: int, rules: VerbSecond) -> bool:
    """Whether a clause with an infinitive of its own begins at `start`."""
    items = frame.items
    if items[start].low in rules.purposes:
        return False
    return any(
        item.low.endswith("n")
        and not item.capital
        and (items[at - 1].low == rules.infinitive or _holds(item.low, rules))
        for at, item in enumerate(items[start : start + _LONG], start)
    )


def _holds(low: str, rules: VerbSecond) -> bool:
    """Whether an infinitive has its "zu" within: aufzugeben."""
    return low.startswith(rules.prefixes) and any(
        low.startswith(prefix + rules.infinitive) for prefix in rules.prefixes
    )


def completed(frame: Frame, behind: int, form: str, language: Language) -> bool:
    """Whether a verb in two parts has its second one at the end of its clause: gab … bekannt."""
    rules = language.frames.second
    parts = rules.split.get(form)
    if not parts:
        return False
    last = ""
    for item in frame.items[behind : behind + _LONG]:
        closes = item.hidden or item.low in _LINKS or item.low in language.frames.joins
        if closes and last in parts:
            return True
        last = item.low
    return last in parts


def opener(frame: Frame, at: int) -> int:
    """Where the clause that holds the item at `at` begins, behind a comma, colon or dash."""
    while at > 0 and frame.items[at - 1].low not in _LINKS:
        at -= 1
    return at


def is_like(frame: Frame, first: int, language: Language) -> bool:
    """Whether the clause of the verb begins with "wie": wie sie am Montag sagte."""
    at = opener(frame, first)
    return at < first and frame.items[at].low in language.frames.likes


def noun_behind(frame: Frame, at: int, language: Language) -> int | None:
    """Behind the noun of "nach ersten Angaben", where one of saying follows the word at `at`."""
    rules = language.frames.second
    if frame.items[at].low not in rules.by:
        return None
    for place in range(at + 1, min(at + _SHORT, len(frame.items))):
        item = frame.items[place]
        if item.capital and (item.low in rules.nouns or item.low.endswith(rules.noun_endings)):
            return place + 1
        if not item.alphabetic or item.low in rules.plain:
            return None
    return None


def stands(frame: Frame, first: int, behind: int, language: Language) -> bool:
    """Whether a shy verb reports: it announces a clause, is completed, or begins with "wie"."""
    form = " ".join(item.low for item in frame.items[first:behind])
    rules = language.frames.second
    if completed(frame, behind, form, language) or is_like(frame, first, language):
        return True
    if form in rules.split:
        return False
    return announced(frame, behind, language, shy=True) is not None
