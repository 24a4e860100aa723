"""Reports in languages whose verb stands second, with a mood of their own: German.

A reader and a cue come in, the items that are reported go out; so do sentences that go on without
a verb of saying. All words are data of the pack (`Frames.second`).
"""

from collections.abc import Sequence
from dataclasses import replace

from watchdesk.model import Span
from watchdesk.statements.cues import Found
from watchdesk.statements.frames import Frame
from watchdesk.statements.mood import announced, in_mood, is_like, mood_of, opener
from watchdesk.statements.phrases import COMMAS, HARD, Place, is_verb
from watchdesk.statements.reader import SPOKEN, Reader, Reported, is_adjunct, start_of

_CLAUSE = 3
_NEAR = 3


def around(reader: Reader, first: int, behind: int) -> list[Place]:
    """What stands before and behind "nach Angaben von X" in its clause."""
    items, rules = reader.frame.items, reader.language.frames
    start = opener(reader.frame, first)
    bound = rules.appositions | rules.that | rules.turns | rules.stops
    inner = start > 0 and reader.low(start) in bound and start < first
    if not inner and not any(item.capital or item.hidden for item in items[start:first]):
        start = start_of(reader, first)
    end = len(items)
    if inner:
        end = next((at for at in range(behind + 1, end) if reader.low(at) in COMMAS), end)
    places = [(start, first), (behind + (reader.low(behind) in COMMAS), end)]
    places = [place for place in places if _says(reader, *place)]
    return [(a, b) for a, b in places if b - a > 1 or not inner or reader.low(a) not in bound]


def _says(reader: Reader, start: int, end: int) -> bool:
    return any(item.alphabetic or item.hidden for item in reader.frame.items[start:end])


def clause(reader: Reader, cue: Found, framed: Place, following: list[Found]) -> list[Place]:
    """The items that a verb reports: behind it, before it, or on both sides."""
    first, behind = framed
    opens = opener(reader.frame, cue.first)
    if reader.low(opens) in reader.language.frames.second.plain and first - opens <= 1:
        first = min(first, opens)
    frame, language = reader.frame, reader.language
    if is_like(frame, cue.first, language):
        return _beside_like(reader, opener(frame, cue.first), cue)
    inserted = _before(reader, cue, first, behind)
    adjunct = reader.low(start_of(reader, first)) in language.frames.turns
    if len(inserted) > 1 and not (adjunct or is_adjunct(reader, first)):
        return inserted
    start = announced(frame, cue.behind, language)
    if start is None and cue.form in language.frames.bare and first < SPOKEN:
        start = _bare(reader, behind)
    if start is not None:
        return [(start, end_of(reader, start, cue, following))]
    return inserted or _marks(reader, behind)


def _bare(reader: Reader, behind: int) -> int | None:
    """Where a clause begins that shows no mood, behind a comma near the verb."""
    last = min(behind + _NEAR, len(reader.frame.items) - SPOKEN)
    comma = next((at for at in range(behind, last) if reader.low(at) in COMMAS), None)
    return comma + 1 if comma is not None else None


def _beside_like(reader: Reader, start: int, cue: Found) -> list[Place]:
    """What stands around "wie X sagte"."""
    items, close = reader.frame.items, cue.behind
    while close < len(items) and reader.low(close) not in COMMAS | HARD:
        close += 1
    places = [(start_of(reader, start), start - 1)] if start > 1 else []
    if close + 1 < len(items) and reader.low(close) in COMMAS:
        places.append((close + 1, len(items)))
    return [place for place in places if _says(reader, *place) and place[1] - place[0] >= _CLAUSE]


def _marks(reader: Reader, behind: int) -> list[Place]:
    """The marked words in the clause of a verb: nannte den Plan einen „Angriff“."""
    places = []
    for at in range(behind, len(reader.frame.items)):
        if reader.low(at) in COMMAS | HARD:
            break
        inner = reader.quoted(at)
        if inner and at not in reader.taken and not _is_title(reader.frame.text, inner):
            places.append((at, at + 1))
    return places


def _before(reader: Reader, cue: Found, first: int, behind: int) -> list[Place]:
    """The clause before a frame that begins with its verb, and the one that goes on behind it."""
    if first < 2 or reader.low(first - 1) not in COMMAS | {"–", "—"}:
        return []
    frame, language, start = reader.frame, reader.language, start_of(reader, first)
    second = language.frames.second
    goes_on = reader.low(behind) in COMMAS and behind + 2 < len(frame.items)
    leads = cue.kind == "echo" or first == cue.first or reader.low(first) in second.plain
    tells = any(is_verb(frame, at, language) for at in range(start, first - 1))
    if not leads or not (tells or goes_on):
        return []
    if reader.low(start) in reader.language.frames.openers - {"auch", "so", "dann", "denn"}:
        start += 1
    return [(start, first - 1), *([(behind + 1, len(frame.items))] if goes_on else [])]


def end_of(reader: Reader, start: int, cue: Found, following: list[Found]) -> int:
    """Where a reported clause ends: where something else is told, or at the sentence's end."""
    rules, items = reader.language.frames, reader.frame.items
    second = rules.second
    last = len(items)
    for other in following:
        if other.first <= start or other.kind != "verb":
            continue
        before = reader.low(other.first - 1)
        if before in second.ends and reader.low(other.first) not in second.mood:
            last = min(last, other.first - 1)
            break
    depends = reader.low(opener(reader.frame, cue.first)) in rules.turns
    for at in range(start + 2, last - 1):
        if reader.low(at) not in COMMAS:
            continue
        after = reader.low(at + 1)
        if after in rules.turns or (after in second.plain and depends):
            return at
    return last


def after_quotation(reader: Reader, at: int) -> Span | None:
    """The clause in the reported mood behind a quotation and its frame: „…“, sagte er, sie sei."""
    rules, end = reader.language.frames.second, len(reader.frame.items)
    while reader.low(at) in reader.language.frames.separable:
        at += 1
    if reader.low(at) not in COMMAS or at + 1 >= end:
        return None
    if not in_mood(reader.frame, at + 1, rules):
        return None
    reader.taken.update(range(at, end))
    return reader.frame.between(at + 1, end)


def onward(reader: Reader, *, framed: bool) -> list[Reported]:
    """A sentence that goes on with who spoke last, or one that only says who speaks."""
    frame, rules = reader.frame, reader.language.frames.second
    if framed:
        return []
    mood, whole = mood_of(frame, 0, rules), frame.between(0, len(frame.items))
    resumed = any(item.low in rules.resumes for item in frame.items)
    if whole and (resumed or mood):
        one = Reported((whole,), None, None, frame.paragraph, marked=False, resumes=True)
        return [replace(one, perhaps=not resumed and mood in rules.moods)]
    source = frame.between(*reader.source) if reader.source else None
    return [Reported((), None, source, frame.paragraph, marked=False)] if source else []


def own_words(frame: Frame, found: Sequence[Reported]) -> list[Reported]:
    """The marked words within what is reported in other words; each is a report of its own."""
    out: dict[Span, Reported] = {}
    for one in found:
        spans = [] if one.marked else one.content
        for mark in frame.marks.values():
            if _is_title(frame.text, mark.inner):
                continue
            if any(span.start <= mark.start and mark.inner.end <= span.end for span in spans):
                out[mark.inner] = replace(one, content=(mark.inner,), marked=True, resumes=False)
    return list(out.values())


def _is_title(text: str, inner: Span) -> bool:
    """Whether marked words are a name of several words, each with a capital or a number."""
    words = inner.of(text).split()
    return len(words) > 1 and not any(word[0].islower() for word in words)
