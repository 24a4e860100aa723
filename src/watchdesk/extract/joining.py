"""Printed lines to paragraphs: furniture dropped, words healed, lines joined.

In: the lines of each page. Out: paragraphs with the page on which they begin. A paragraph ends
where the distance grows, the letters change size, or a short line closes a sentence.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from watchdesk.extract.columns import Line

_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?։:;…»”\"]\s*$")
_ITEM = re.compile(r"^(?:[•▪–—*-]\s|\(?\d{1,3}[.)]\s|\(?[a-zа-я][.)]\s)")
_FURNITURE = 2
"""Lines at either end of a page that may be its furniture."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its number, from one."""

    number: int
    lines: tuple[Line, ...]


def without_furniture(sheets: list[Sheet]) -> list[Sheet]:
    """The sheets without headers, footers and page numbers that return on most of them."""
    counts = Counter(shape for sheet in sheets for shape in {_shape(x) for x in _edges(sheet)})
    often = {shape for shape, count in counts.items() if count >= max(2, len(sheets) / 2)}
    return [_stripped(sheet, often) for sheet in sheets]


def paragraphs_of(sheets: list[Sheet]) -> Iterator[tuple[int, str]]:
    """The paragraphs with their pages; one that goes on overleaf belongs to its first page."""
    page, text, last = 0, "", None
    for sheet in sheets:
        pitch = _pitch(sheet.lines)
        width = max((line.right for line in sheet.lines), default=0.0)
        for number, line in enumerate(sheet.lines):
            goes_on = last is not None and (
                _goes_on_overleaf(text, line)
                if number == 0
                else not _parts(last, line, pitch=pitch, width=width)
            )
            if goes_on and last is not None:
                text = _joined(text, line.text, broken=last.broken)
            else:
                if text:
                    yield page, text
                page, text = sheet.number, line.text
            last = line
    if text:
        yield page, text


def _edges(sheet: Sheet) -> tuple[Line, ...]:
    lines = sheet.lines
    return lines[:_FURNITURE] + lines[_FURNITURE:][-_FURNITURE:]


def _shape(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def _stripped(sheet: Sheet, often: set[str]) -> Sheet:
    edges = {id(line) for line in _edges(sheet)}
    kept = tuple(
        line
        for line in sheet.lines
        if id(line) not in edges or not (_shape(line) in often or line.text.isdigit())
    )
    return Sheet(sheet.number, kept) if kept else sheet


def _pitch(lines: tuple[Line, ...]) -> float:
    """The usual distance from one line to the next below."""
    steps = [a.bottom - b.bottom for a, b in itertools.pairwise(lines)]
    down = [step for step in steps if step > 0]
    return median(down) if down else 0.0


def _parts(last: Line, line: Line, *, pitch: float, width: float) -> bool:
    """Whether a paragraph ends between these lines of one page."""
    step = last.bottom - line.bottom
    if line.height and abs(last.height - line.height) > 0.15 * max(last.height, line.height):
        return True
    if step > 1.3 * pitch or _ITEM.match(line.text):
        return True
    short = last.right < 0.8 * width
    return short and (bool(_ENDS.search(last.text)) or line.text[:1].isupper()) and not last.broken


def _goes_on_overleaf(text: str, line: Line) -> bool:
    return not _ENDS.search(text) and line.text[:1].islower()


def _joined(text: str, more: str, *, broken: bool) -> str:
    if broken or text.endswith("-"):
        word = text.removesuffix("-")
        return word + more if more[:1].islower() else f"{word}-{more}"
    return f"{text} {more}"
