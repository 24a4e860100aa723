"""What a frame reports: the content of each cue, and the quotations that stand alone.

A frame comes in, `Reported` values go out in the order of the text. A quotation belongs to the
frame of speaker and verb right beside it; where there is none, the clause is looked for.
"""

from watchdesk.model import Span
from watchdesk.statements import second
from watchdesk.statements.clauses import clause, clause_end
from watchdesk.statements.complements import is_passive
from watchdesk.statements.cues import Found, cues_of
from watchdesk.statements.frames import Frame
from watchdesk.statements.loose import leading, loose
from watchdesk.statements.nouns import of_noun
from watchdesk.statements.phrases import Place, skipped
from watchdesk.statements.reader import (
    INTRODUCES,
    LINKS,
    SPOKEN,
    Reader,
    Reported,
    is_adjunct,
    start_of,
)
from watchdesk.statements.speakers import speaker_of, subject_of
from watchdesk.text.languages import Language

_REACH = 18
_LEADS = LINKS | INTRODUCES
# What stands behind them, and is no quotation, begins something else.
_PARTS = frozenset(".–—―-")


def reported(frame: Frame, language: Language) -> list[Reported]:
    """All attributions of a frame, in the order of the text."""
    cues = cues_of(frame, language)
    if not cues and not frame.marks and not language.frames.second and not frame.leads():
        return []
    reader, reach = Reader(frame, language, set()), 0
    found: list[Reported] = []
    for number, cue in enumerate(cues):
        if cue.first < reach:
            continue
        one, behind = _of_cue(reader, cue, cues[number + 1 :])
        if one:
            found.append(one)
            reach = max(reach, behind)
    if reader.quotes:
        found += loose(reader, framed=bool(found))
    elif not any(one.opens for one in found) and frame.leads():
        found += leading(reader)
    if language.frames.second:
        found += second.onward(reader, framed=bool(found))
        found += second.own_words(frame, found)
    return sorted(found, key=lambda one: one.content[0].start if one.content else frame.span.end)


def _of_cue(reader: Reader, cue: Found, following: list[Found]) -> tuple[Reported | None, int]:
    """The attribution of one cue and the item behind what it used up."""
    rules = reader.language.frames
    if cue.kind == "noun":
        return of_noun(reader, cue, following)
    before = skipped(reader.frame, cue.first, reader.language) if cue.first else -1
    if is_passive(reader, cue, before):
        return None, 0
    opens = reader.lows[-1] == ":"
    joined = cue.kind == "verb" and reader.low(before) in rules.joins | rules.turns
    source = None if joined else speaker_of(reader.frame, cue, reader.language)
    if source is None and (joined or _same_speaker(reader, cue)):
        source = reader.source or subject_of(reader.frame, cue.first, reader.language)
    if source is None and (cue.kind != "verb" or not (reader.quotes or rules.second or opens)):
        return None, 0
    first, behind = _around(reader, cue, source)
    pieces = _quoted(reader, cue, first, behind)
    if pieces:
        reader.framed = set(range(first, max(behind, pieces[-1] + 1)))
        spans, end = _with_clause(reader, cue, behind, pieces)
        if more := second.after_quotation(reader, end):
            spans, end = (*spans, more), len(reader.frame.items)
    else:
        announced = not following and _announces(reader, cue)
        places = [] if announced else _clause(reader, cue, (first, behind, source), following)
        spans = tuple(span for span in (_span(reader, place) for place in places) if span)
        end = max([behind, *(place[1] for place in places)])
        reader.taken.update(*(range(*place) for place in places))
    reader.source = source or reader.source
    return _made(reader, spans, cue, source), end


def _announces(reader: Reader, cue: Found) -> bool:
    """Whether what a verb reports is the next paragraph ("In a speech, she put it plainly:")."""
    that = reader.language.frames.that
    return reader.frame.leads() and not any(low in that for low in reader.lows[cue.behind :])


def _span(reader: Reader, place: Place) -> Span | None:
    """The text of a place; of a quotation alone, the words within its marks."""
    inner = reader.quoted(place[0]) if place[1] - place[0] == 1 else None
    return inner or reader.frame.between(*place)


def _clause(
    reader: Reader, cue: Found, around: tuple[int, int, Place | None], following: list[Found]
) -> list[Place]:
    """The items of a clause, as the order of words in the language has it."""
    if not reader.language.frames.second:
        return clause(reader, cue, around, following)
    first, behind, _ = around
    if cue.kind in ("before", "after"):
        return second.around(reader, first, behind)
    return second.clause(reader, cue, (first, behind), following)


def _around(reader: Reader, cue: Found, source: Place | None) -> tuple[int, int]:
    """The items of speaker and verb together, from the first up to behind the last.

    A speaker before a quotation whose verb follows it (X, “…” dedi) leaves the verb alone.
    """
    verb = skipped(reader.frame, cue.first, reader.language) + 1 if cue.first else 0
    if source is None:
        return verb, cue.behind
    inside = [at for at in range(source[1], cue.first) if reader.frame.items[at].hidden]
    first = inside[-1] + 1 if inside else min(verb, source[0])
    return first, max(cue.behind, source[1])


def _made(
    reader: Reader, spans: tuple[Span, ...], cue: Found, source: Place | None
) -> Reported | None:
    frame = reader.frame
    opens = not spans and reader.low(len(frame.items) - 1) == ":"
    if not spans and not opens:
        return None
    inner = {reader.quoted(at) for at in reader.quotes}
    return Reported(
        content=spans,
        cue=frame.between(cue.first, cue.behind),
        source=frame.between(*source) if source else None,
        paragraph=frame.paragraph,
        marked=bool(spans) and inner.issuperset(spans),
        opens=opens,
        inflected=cue.kind != "verb",
    )


def _same_speaker(reader: Reader, cue: Found) -> bool:
    """Whether the verb goes on with the speaker of the sentence: "…, adding"."""
    if cue.kind != "verb" or not cue.first:
        return False
    return cue.form in reader.language.frames.also


def _is_called(reader: Reader, at: int) -> bool:
    """Whether a mark stands between a noun and a verb with no comma: the party “Open Road” says."""
    inner = reader.quoted(at)
    if inner is None or not at or reader.low(at + 1) in LINKS:
        return False
    if reader.language.frames.verb_final:
        return False
    ends = reader.frame.text[inner.end - 1] in ",.!?…"
    return not ends and reader.frame.items[at - 1].alphabetic


def _is_title(reader: Reader, at: int, behind: int) -> bool:
    """Whether the mark at `at` closes an adjunct: In his book, “The Road,” she said so."""
    led = at > 0 and not reader.frame.items[at - 1].hidden
    return led and is_adjunct(reader, at) and len(reader.frame.items) - behind > SPOKEN


def _spans(reader: Reader, pieces: list[int]) -> tuple[Span, ...]:
    """The words within the marks, with the words that lead to them: it is “closed”."""
    spans: list[Span] = []
    for at in pieces:
        inner = reader.quoted(at)
        start = start_of(reader, at) if at == pieces[0] else at
        led = at > start and reader.frame.items[at - 1].alphabetic
        led = led and at - 1 not in reader.framed and not reader.language.frames.verb_final
        if led and not is_adjunct(reader, at) and reader.low(at - 1) not in reader.language.cues:
            whole = reader.frame.between(start, at + 1)
            spans += [whole] if whole and at not in reader.framed else []
        elif inner:
            spans.append(inner)
    return tuple(spans)


def _quoted(reader: Reader, cue: Found, first: int, behind: int) -> list[int]:
    """The quotations that stand right before and right behind a frame of speaker and verb."""
    pieces: list[int] = []
    if not reader.quotes:
        return pieces
    at = first - 1
    while at >= 0 and (
        reader.low(at) in LINKS or reader.low(at) in reader.language.frames.auxiliaries
    ):
        at -= 1
    if reader.quoted(at) and at not in reader.taken and not _is_called(reader, at):
        if _is_title(reader, at, behind):
            return []
        pieces.append(at)
    after = _next_quotation(reader, cue.behind, behind, strict=not pieces)
    if after is not None:
        pieces.append(after)
    reader.taken.update(pieces)
    return pieces


def _next_quotation(reader: Reader, verb: int, behind: int, *, strict: bool) -> int | None:
    """The quotation that a frame leads to: right behind the verb, or behind a comma or colon."""
    for at in range(behind, min(len(reader.frame.items), behind + _REACH)):
        low = reader.low(at)
        if reader.quoted(at):
            led = reader.low(at - 1) in _LEADS or (at == behind and verb == behind)
            return at if led and at not in reader.taken else None
        if low in reader.language.frames.that or low == ";":
            return None
        if low in _PARTS and reader.quoted(at + 1) is None:
            return None
        if strict and low in reader.language.cues:
            return None
    return None


def _with_clause(
    reader: Reader, cue: Found, behind: int, pieces: list[int]
) -> tuple[tuple[Span, ...], int]:
    """The words of the pieces, and a clause that runs on behind: said “no” and would not sign."""
    spans, items = _spans(reader, pieces), reader.frame.items
    end = max(behind, pieces[-1] + 1)
    if len(pieces) != 1 or end <= behind or end >= len(items) or cue.kind != "verb":
        return spans, end
    low, inner = items[end].low, reader.quoted(end - 1)
    if inner and reader.frame.text[inner.end - 1] in ",.!?…":
        return spans, end
    if not items[end].alphabetic or low in reader.language.cues or low in reader.language.pronouns:
        return spans, end
    stop = clause_end(reader, end, [])
    whole = reader.frame.between(end - 1, stop)
    return ((whole,), stop) if whole else (spans, end)
