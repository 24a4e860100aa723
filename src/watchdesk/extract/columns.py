"""The lines of a PDF page with their places.

In: a text page of pdfium, which keeps the order of reading. Out: lines with their edges in points.
"""

import re
from dataclasses import dataclass
from typing import Any

from watchdesk.extract.paragraphs import clean


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; `broken` where a word was divided at its end."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    broken: bool = False

    @property
    def height(self) -> float:
        """The height of its letters, in points."""
        return self.top - self.bottom


_DIVISION = ("\x02", "\ufffe", "\u00ad")
"""What pdfium gives for a hyphen that divides a word at a line's end."""

# Where pdfium has already joined both lines, a capital shows that the hyphen belongs to the name.
_DIVIDED = re.compile("[\x02\ufffe\u00ad]")
_BEFORE_CAPITAL = re.compile(r"[\x02\ufffe\u00ad]\s?(?=[A-ZÀ-ÞА-ЯԱ-Ֆ])")


def lines_of(words: Any) -> list[Line]:
    """The lines of a page; two calls into the library for each."""
    text: str = words.get_text_range()
    lines: list[Line] = []
    start = 0
    for raw in text.replace("\r\n", "\n\n").replace("\r", "\n").split("\n"):
        line = _line(words, raw, start)
        if line is not None:
            lines.append(line)
        start += len(raw) + 1
    return lines


def _line(words: Any, raw: str, start: int) -> Line | None:
    inner = raw.strip()
    if not inner:
        return None
    first = start + len(raw) - len(raw.lstrip())
    box = _box(words, first)
    end = _box(words, first + len(inner) - 1) or box
    if box is None or end is None:
        box = end = (0.0, 0.0, 0.0, 0.0)
    broken = inner.endswith(_DIVISION)
    whole = _DIVIDED.sub("", _BEFORE_CAPITAL.sub("-", inner.rstrip("".join(_DIVISION))))
    kept = " ".join(clean(whole).split())
    bottom, top = min(box[1], end[1]), max(box[3], end[3])
    return Line(kept, box[0], end[2], top, bottom, broken) if kept else None


def _box(words: Any, index: int) -> tuple[float, float, float, float] | None:
    if not 0 <= index < words.count_chars():
        return None
    left, bottom, right, top = words.get_charbox(index, loose=True)
    return left, bottom, right, top
