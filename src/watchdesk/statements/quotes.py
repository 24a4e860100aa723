"""What a frame reports: the content of each cue, and the quotations that stand alone.

A frame with its cues comes in, `Reported` values go out: pieces of content as spans, the cue and
the items of the source. A marked word or title that nobody is said to have said is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from watchdesk.model import Span
from watchdesk.statements.cues import Found, cues_of
from watchdesk.statements.frames import Frame
from watchdesk.statements.speakers import Place, skipped, speaker_of, subject_of
from watchdesk.text.languages import Cue, Language

_COMMAS = frozenset(",،՝")
_LINKS = frozenset(",،՝.:;–—-―…!?`")
_INTRODUCES = frozenset(":،՝,`–—")
_DASHES = frozenset("–—―-")
_SPOKEN = 3
_TAIL = 7
_REACH = 9


@dataclass(frozen=True, slots=True)
class Reported:
    """One attribution within a frame; `marked` says that its pieces are quotations alone."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    paragraph: int
    marked: bool
    opens: bool = False
    inflected: bool = False


@dataclass(slots=True)
class _Reader:
    """The state of one frame: which quotations are taken, and by whom was spoken last."""

    frame: Frame
    language: Language
    taken: set[int]
    source: Place | None = None
    framed: set[int] = field(default_factory=set)

    def low(self, at: int) -> str:
        return self.frame.items[at].low if 0 <= at < len(self.frame.items) else ""


def reported(frame: Frame, language: Language) -> list[Reported]:
    """All attributions of a frame, in the order of their cues."""
    if not any(item.quotation or item.low in language.cues for item in frame.items) and not (
        language.frames.according or language.frames.according_after
    ):
        return []
    cues = cues_of(frame, language)
    reader, found, reach = _Reader(frame, language, set()), [], 0
    for number, cue in enumerate(cues):
        if cue.first < reach:
            continue
        following = cues[number + 1 :]
        one, behind = _of_cue(reader, cue, following)
        if one:
            found.append(one)
            reach = max(reach, behind)
    found += _labelled(reader)
    found += _alone(reader, opens=bool(found))
    return sorted(found, key=lambda one: one.content[0].start if one.content else reach)


def _of_cue(reader: _Reader, cue: Found, following: list[Found]) -> tuple[Reported | None, int]:
    """The attribution of one cue and the item behind what it used up."""
    source = speaker_of(reader.frame, cue, reader.language)
    if source is None and _same_speaker(reader, cue):
        source = reader.source or subject_of(reader.frame, cue.first, reader.language)
    if cue.kind != "verb" and source is None:
        return None, 0
    verb = skipped(reader.frame, cue.first, reader.language) + 1 if cue.first else 0
    first = min(verb, source[0] if source else verb)
    behind = max(cue.behind, source[1] if source else cue.behind)
    if source and source[1] <= cue.first and reader.frame.items[source[0]].quotation is None:
        gap = range(source[1], cue.first)
        inside = [at for at in gap if reader.frame.items[at].quotation]
        if inside:
            first = inside[-1] + 1
    pieces = _quoted(reader, first, behind, cue)
    marked = bool(pieces)
    end = behind
    if pieces:
        end = max(end, pieces[-1] + 1)
        reader.framed = set(range(first, end))
        spans = _spans(reader, pieces)
        spans, end = _with_clause(reader, cue, (behind, end), spans)
        marked = all(reader.frame.items[at].quotation.inner in spans for at in pieces)  # type: ignore[union-attr]
    else:
        clause = _clause(reader, cue, (first, behind, source), following)
        spans = tuple(span for span in (reader.frame.between(*place) for place in clause) if span)
        end = max([end, *(place[1] for place in clause)])
        for place in clause:
            reader.taken |= set(range(*place))
    if source:
        reader.source = source
    opens = not spans and reader.low(len(reader.frame.items) - 1) == ":"
    if not spans and not opens:
        return None, 0
    return _made(reader, spans, (cue, source), marked, opens), end


def _same_speaker(reader: _Reader, cue: Found) -> bool:
    """Whether the verb goes on with the speaker of the sentence: "…, adding", "… and said"."""
    rules = reader.language.frames
    if cue.kind != "verb" or not cue.first:
        return False
    before = reader.low(skipped(reader.frame, cue.first, reader.language))
    return cue.form in rules.also or before in rules.joins


def _made(
    reader: _Reader,
    spans: tuple[Span, ...],
    who: tuple[Found, Place | None],
    marked: bool,
    opens: bool,
) -> Reported:
    cue, source = who
    return Reported(
        content=spans,
        cue=reader.frame.between(cue.first, cue.behind),
        source=reader.frame.between(*source) if source else None,
        paragraph=reader.frame.paragraph,
        marked=marked,
        opens=opens,
        inflected=cue.kind != "verb",
    )


def _is_title(reader: _Reader, at: int, behind: int) -> bool:
    """Whether the mark at `at` closes an adjunct: In his book, “The Road,” she said that …"""
    led = at > 0 and reader.frame.items[at - 1].word is not None
    return led and _adjunct(reader, at) and len(reader.frame.items) - behind > _SPOKEN


def _spans(reader: _Reader, pieces: list[int]) -> tuple[Span, ...]:
    """The words within the marks, with the words that lead to them: The road is “closed,” …"""
    spans: list[Span] = []
    for at in pieces:
        quotation = reader.frame.items[at].quotation
        start = _start(reader, at) if at == pieces[0] else at
        led = at > start and reader.frame.items[at - 1].alphabetic
        if led and not _adjunct(reader, at) and reader.low(at - 1) not in reader.language.cues:
            whole = reader.frame.between(start, at + 1)
            spans += [whole] if whole and at not in reader.framed else []
        elif quotation:
            spans.append(quotation.inner)
    return tuple(spans)


def _quoted(reader: _Reader, first: int, behind: int, cue: Found) -> list[int]:
    """The quotations that stand right before and right behind a frame of speaker and verb."""
    pieces: list[int] = []
    at = first - 1
    while at >= 0 and (
        reader.low(at) in _LINKS or reader.low(at) in reader.language.frames.auxiliaries
    ):
        at -= 1
    if at >= 0 and reader.frame.items[at].quotation and at not in reader.taken:
        if _is_title(reader, at, behind):
            return []
        pieces.append(at)
    after = _next_quotation(reader, behind, strict=not pieces, cue=cue)
    if after is not None:
        pieces.append(after)
    reader.taken |= set(pieces)
    return pieces


def _next_quotation(reader: _Reader, behind: int, *, strict: bool, cue: Found) -> int | None:
    """The quotation that a frame leads to: at once, or behind a colon or comma near it."""
    del cue
    items, at = reader.frame.items, behind
    while at < len(items) and at - behind < 2 * _REACH:
        item = items[at]
        if item.quotation:
            led = (
                at == behind or reader.low(at - 1) in _INTRODUCES or (reader.low(at - 1) in _LINKS)
            )
            return at if led and at not in reader.taken else None
        if item.low in reader.language.frames.that or item.low in (";", "."):
            return None
        if strict and item.low in reader.language.cues:
            return None
        at += 1
    return None


def _with_clause(
    reader: _Reader, cue: Found, places: tuple[int, int], spans: tuple[Span, ...]
) -> tuple[tuple[Span, ...], int]:
    """A quotation that runs on without its marks: said “no” and would not sign."""
    behind, end = places
    items = reader.frame.items
    if len(spans) != 1 or end <= behind or items[end - 1].quotation is None:
        return spans, end
    if end >= len(items) or not items[end].alphabetic or cue.kind != "verb":
        return spans, end
    if items[end].low in reader.language.cues or items[end].low in reader.language.pronouns:
        return spans, end
    stop = _clause_end(reader, end, [])
    span = reader.frame.between(end - 1, stop)
    return ((span,), stop) if span else (spans, end)


def _clause(
    reader: _Reader,
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
    opened = _opened(reader, behind, cue)
    if opened is not None:
        return [(opened, _clause_end(reader, opened, following))]
    before = _before(reader, first, behind)
    if before:
        return before
    if reader.language.frames.verb_final and source[1] < cue.first:
        return _final(reader, source, cue)
    bare = _bare(reader, cue, behind)
    return [(bare, _clause_end(reader, bare, following))] if bare is not None else []


def _opened(reader: _Reader, behind: int, cue: Found) -> int | None:
    """Where "that …" begins, near behind the frame."""
    rules = reader.language.frames
    for at in range(behind, min(behind + _REACH, len(reader.frame.items))):
        low = reader.low(at)
        if low in rules.that:
            far = at > behind + 1 and not _addresses(reader, behind)
            return None if far and low not in _COMMAS and reader.low(at - 1) not in _COMMAS else at
        if low in rules.openers or (low in reader.language.cues and at > behind) or low in ";:":
            return None
    return None


def _addresses(reader: _Reader, behind: int) -> bool:
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


def _bare(reader: _Reader, cue: Found, behind: int) -> int | None:
    """Where a clause begins that no "that" opens: said the road was closed."""
    rules, items = reader.language.frames, reader.frame.items
    holds = any(item.quotation for item in items[behind:])
    if cue.form not in rules.bare and not (holds and cue.kind == "verb"):
        return None
    at = behind
    if rules.comma_clause and cue.form in rules.bare:
        if reader.low(at) not in _COMMAS:
            return None
        return at + 1
    while at < len(items) and (
        items[at].low in rules.addressee or items[at].low in reader.language.weekdays
    ):
        at += 1
    if (
        at >= len(items)
        or reader.low(at) in _COMMAS
        or not (items[at].word is None or items[at].alphabetic or items[at].start < items[at].end)
    ):
        return None
    return at if len(items) - at > 2 and reader.low(at) not in _LINKS else None


def _clause_end(reader: _Reader, start: int, following: list[Found]) -> int:
    """Where a clause ends: at the sentence's end, or where another frame takes over."""
    rules = reader.language.frames
    last = len(reader.frame.items)
    for cue in following:
        if cue.first <= start:
            continue
        comma = reader.low(cue.first - 1) in _COMMAS
        if comma and (cue.form in rules.also or cue.kind == "before"):
            last = cue.first - 1
            break
        own = speaker_of(reader.frame, cue, reader.language) if _leads(reader, cue) else None
        if own and own[0] > start:
            last = own[0]
            break
    for at in range(start + _SPOKEN, last - 1):
        if reader.low(at) in _COMMAS and reader.low(at + 1) in rules.turns:
            return at
    return last


def _leads(reader: _Reader, cue: Found) -> bool:
    """Whether a quotation follows the verb, behind a comma or colon."""
    if reader.low(cue.behind) not in _INTRODUCES or cue.behind + 1 >= len(reader.frame.items):
        return False
    return reader.frame.items[cue.behind + 1].quotation is not None


def _before(reader: _Reader, first: int, behind: int) -> list[Place]:
    """The clause that stands before a frame at the end of its sentence: …, she said."""
    items = reader.frame.items
    if first < _SPOKEN + 1 or reader.low(first - 1) not in _COMMAS | {"–", "—"}:
        return []
    tail = [at for at in range(behind, len(items)) if items[at].alphabetic or items[at].quotation]
    places = [(_start(reader, first), first - 1)]
    if not tail or (
        len(tail) <= _TAIL and _trails(reader, tail[0]) and not _adjunct(reader, first)
    ):
        return places
    if reader.low(behind) in _COMMAS:
        return [*places, (behind + 1, len(items))] if len(tail) > 2 else places
    return []


def _trails(reader: _Reader, at: int) -> bool:
    """Whether words on whom, when or where close the sentence from `at` on."""
    item, rules = reader.frame.items[at], reader.language.frames
    return (
        item.low in rules.addressee
        or item.low in rules.stops
        or item.low in rules.moments
        or item.low in reader.language.weekdays
    )


def _adjunct(reader: _Reader, first: int) -> bool:
    """Whether what stands before the frame is no clause but a time or place: In a statement, …"""
    item, rules = reader.frame.items[_start(reader, first)], reader.language.frames
    return item.low in rules.stops or item.low in rules.openers or item.low.endswith("ing")


def _start(reader: _Reader, first: int) -> int:
    """The beginning of the sentence, behind what another frame has taken."""
    start = 0
    for at in range(first):
        if at in reader.taken:
            start = at + 1
    while start < first and reader.low(start) in _LINKS:
        start += 1
    return start


def _final(reader: _Reader, source: Place, cue: Found) -> list[Place]:
    """The clause between a speaker and a verb that stands last."""
    start = source[1]
    if reader.low(start) in _COMMAS:
        start += 1
    return [(start, cue.first)] if cue.first - start >= _SPOKEN else []


def _according(reader: _Reader, first: int, behind: int) -> list[Place]:
    """What stands before or behind "according to …" and its source."""
    items = reader.frame.items
    places: list[Place] = []
    start = _start(reader, first)
    if first - start >= _SPOKEN:
        places.append((start, first))
    after = behind + 1 if reader.low(behind) in _COMMAS else behind
    if len(items) - after >= _SPOKEN and (not places or reader.low(behind) in _COMMAS):
        places.append((after, len(items)))
    return places


def _labelled(reader: _Reader) -> Iterator[Reported]:
    """A name, a colon and words: a transcript or a headline."""
    items = reader.frame.items
    yield from _signed(reader)
    colon = next((at for at in range(1, min(_TAIL, len(items))) if items[at].low == ":"), None)
    if colon is None or colon + 1 >= len(items) or (reader.taken and min(reader.taken) > 0):
        return
    if not all(item.capital or item.low in (".", ",") for item in items[:colon]):
        return
    quotes = [at for at in reader.frame.quotes() if at > colon and at not in reader.taken]
    if not quotes or quotes[0] != colon + 1:
        return
    reader.taken |= set(quotes)
    spans = _spans(reader, quotes)
    yield Reported(
        spans,
        Span(items[colon].start, items[colon].end),
        reader.frame.between(0, colon),
        reader.frame.paragraph,
        True,
    )


def _signed(reader: _Reader) -> Iterator[Reported]:
    """A quotation, a dash and a name."""
    items = reader.frame.items
    if len(items) < 3 or not items[0].quotation or items[1].low not in _DASHES or reader.taken:
        return
    if not all(item.capital or item.low in (".", ",") for item in items[2:]):
        return
    reader.taken.add(0)
    yield Reported(
        (items[0].quotation.inner,),
        Span(items[1].start, items[1].end),
        reader.frame.between(2, len(items)),
        reader.frame.paragraph,
        True,
    )


def _alone(reader: _Reader, *, opens: bool) -> Iterator[Reported]:
    """Quotations that are a whole sentence, with no frame of their own."""
    items = reader.frame.items
    words = [item for item in items if item.alphabetic]
    if words or opens:
        return
    for at in reader.frame.quotes():
        quotation = items[at].quotation
        if quotation and at not in reader.taken and _is_speech(reader, quotation.inner):
            yield Reported((quotation.inner,), None, None, reader.frame.paragraph, True)


def _is_speech(reader: _Reader, inner: Span) -> bool:
    """Whether marked words with nothing around them are more than a title."""
    said = inner.of(reader.frame.text)
    return len(said.split()) >= _SPOKEN or said[-1:] in ".!?…։"


def raised(one: Reported, source: Span) -> Reported:
    """The same attribution with a source taken from the frame before it."""
    return replace(one, source=source)


CUE_OF_COLON = Cue.SAY
