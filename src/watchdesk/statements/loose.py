"""Quotations that no reporting verb frames: transcripts, signed quotations, colons, bare ones.

A reader comes in after its cues were read, attributions of what is left go out. A marked word or
title with words around it that report nothing is left out.
"""

import re
from collections.abc import Iterator

from watchdesk.model import Span
from watchdesk.statements.phrases import Place, is_role
from watchdesk.statements.reader import COMMAS, Reader, Reported, is_speech
from watchdesk.statements.speakers import last_subject
from watchdesk.text.spans import trim

_LABEL = 7
_SIGNATURE = 16
_CAPITALS = re.compile(r"([^\W\d_][\w.'’ -]{1,40}):\s")
_UNDER = re.compile(r"\s*\n\s*[–—―-]{1,2}\s?([^\W\d_][^\n“”«»\"]{2,90})(?=\n|$)")
_DASHES = frozenset("–—―-")


def loose(reader: Reader, *, framed: bool) -> Iterator[Reported]:
    """What is left in a frame after its cues; `framed` says that some cue reported something."""
    yield from _signed(reader)
    yield from _introduced(reader)
    yield from _labelled(reader)
    if not framed:
        yield from _alone(reader)


def _labelled(reader: Reader) -> Iterator[Reported]:
    """A name, a colon and words: a transcript or a headline."""
    items = reader.frame.items
    colon = next((at for at in range(1, min(_LABEL, len(items))) if _colon(reader, at)), None)
    if colon is None or reader.quoted(colon + 1) is None or colon + 1 in reader.taken:
        return
    if not all(item.capital or item.low in (".", ",") for item in items[:colon]):
        return
    if items[colon - 1].low in reader.language.frames.openers:
        return
    quotes = [at for at in reader.quotes if at > colon and at not in reader.taken]
    reader.taken.update(quotes)
    yield Reported(
        content=tuple(inner for inner in map(reader.quoted, quotes) if inner),
        cue=Span(items[colon].start, items[colon].end),
        source=reader.frame.between(0, colon),
        paragraph=reader.frame.paragraph,
        marked=True,
    )


def _colon(reader: Reader, at: int) -> bool:
    """Whether a colon stands here, or the stop that Armenian sets in its place."""
    return reader.low(at) == ":" or (reader.low(at) == "." and reader.quoted(at + 1) is not None)


def _introduced(reader: Reader) -> Iterator[Reported]:
    """A quotation behind a colon, with no verb known: it belongs to who begins the sentence."""
    for at in reader.quotes:
        inner = reader.quoted(at)
        if inner is None or at < 2 or at in reader.taken or reader.low(at - 1) != ":":
            continue
        source = _introducing(reader, at - 1)
        if source and is_speech(reader, inner):
            reader.taken.add(at)
            yield Reported(
                content=(inner,),
                cue=None,
                source=reader.frame.between(*source),
                paragraph=reader.frame.paragraph,
                marked=True,
            )


def leading(reader: Reader) -> Iterator[Reported]:
    """A sentence that ends with a colon before quoted paragraphs: they are its subject's words."""
    source = _introducing(reader, len(reader.lows) - 1)
    if source:
        yield Reported(
            content=(),
            cue=None,
            source=reader.frame.between(*source),
            paragraph=reader.frame.paragraph,
            marked=False,
            opens=True,
        )


def _introducing(reader: Reader, colon: int) -> Place | None:
    """Who introduces what follows the colon: a name right before it, or the last clause's subject.

    The name stands behind a dash or an office: The polls agree – Mara Ilves: “…”.
    """
    first = colon
    while first > 0 and reader.frame.items[first - 1].capital:
        first -= 1
    before = reader.low(first - 1)
    if first < colon and (before in _DASHES or is_role(before, reader.language)):
        return first, colon
    source = last_subject(reader.frame, colon, reader.language)
    return source if source and source[1] < colon else None


def _signed(reader: Reader) -> Iterator[Reported]:
    """A quotation, a dash and a name."""
    items, inner = reader.frame.items, reader.quoted(0)
    if len(items) < 3 or inner is None or items[1].low not in _DASHES or reader.taken:
        return
    comma = next((at for at in range(2, len(items)) if items[at].low in COMMAS), len(items))
    signature = items[2:comma]
    if not signature or not all(item.capital or item.low == "." for item in signature):
        return
    if len(items) > _SIGNATURE:
        return
    reader.taken.add(0)
    yield Reported(
        content=(inner,),
        cue=Span(items[1].start, items[1].end),
        source=reader.frame.between(2, len(items)),
        paragraph=reader.frame.paragraph,
        marked=True,
    )


def _alone(reader: Reader) -> Iterator[Reported]:
    """Quotations that are a whole sentence, with no frame of their own."""
    if any(item.alphabetic for item in reader.frame.items):
        return
    for at in reader.quotes:
        inner = reader.quoted(at)
        quotation = reader.frame.marks.get(at)
        goes_on = quotation is not None and quotation.goes_on
        if inner and at not in reader.taken and (goes_on or is_speech(reader, inner)):
            source = _turn(reader, inner) or _signature(reader, reader.frame.items[at].end)
            yield Reported((inner,), None, source, reader.frame.paragraph, marked=True)


def _turn(reader: Reader, inner: Span) -> Span | None:
    """The name in capitals that opens a turn of a transcript within the marks: “PELL: No.”."""
    found = _CAPITALS.match(reader.frame.text, inner.start, inner.end)
    name = found.group(1) if found else ""
    return Span(*found.span(1)) if found and name.isupper() else None


def _signature(reader: Reader, end: int) -> Span | None:
    """The name on a line of its own under a quotation, behind a dash."""
    found = _UNDER.match(reader.frame.text, end)
    if found is None or not found.group(1)[0].isupper():
        return None
    name = found.group(1).partition(",")[0].split()
    small = [word for word in name if not word[0].isupper()]
    if len(small) * 3 > len(name):
        return None
    return trim(reader.frame.text, *found.span(1), edge=".")
