"""Two readings of one page, and what they agree on.

In: the paragraphs of the careful reader and of a simple one that lets much through. Out: better
paragraphs. What the simple reader left out too, at either end, is no article text; prose that it
found between two paragraphs of the careful one was lost there; and where the careful reader kept
less than half of a page of prose, the simple one is believed.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

# One character is a word in scripts that put no blanks between words.
_WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")
_SENTENCE_END = re.compile(r"[.!?…։。！？؟:»”\"'’)\]]\s*$")
_HALF = 0.5
_PROSE = 10
"""Words from which a line that ends like a sentence counts as prose."""

_LOST = 20
"""Words from which prose that one reader alone found is taken over."""

_ENDS = 0.3
"""No more than this share of a text is cut away as its ends."""

_MUCH_MORE = 2

Paragraphs = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph, its words in small letters, and its runs of four words."""

    text: str
    words: Sequence[str]
    runs: frozenset[tuple[str, ...]] = field(default=frozenset())

    @property
    def key(self) -> str:
        return f" {' '.join(self.words)} "

    @property
    def is_prose(self) -> bool:
        return len(self.words) >= _PROSE and _SENTENCE_END.search(self.text) is not None


def agreed(careful: Sequence[str], simple: Sequence[str]) -> Paragraphs:
    """The better paragraphs of both readings; linear in their length."""
    first, second = _lines(careful), _lines(simple)
    if not second:
        return tuple(careful)
    if not first or _kept_too_little(first, second):
        return tuple(line.text for line in second)
    kept = _without_ends(first, _known(second))
    return tuple(line.text for line in _with_lost(kept, second))


def _lines(paragraphs: Sequence[str]) -> list[_Line]:
    lines = []
    for text in paragraphs:
        words = _WORD.findall(text.casefold())
        if words:
            lines.append(_Line(text, words, _runs(words)))
    return lines


def _runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))


def _kept_too_little(first: list[_Line], second: list[_Line]) -> bool:
    """Whether a page of prose was halved: both counts speak, all words and those in prose."""
    all_first, all_second = _size(first), _size(second)
    prose_first, prose_second = (_size([x for x in one if x.is_prose]) for one in (first, second))
    return (
        all_first < _HALF * all_second
        and prose_second > _MUCH_MORE * prose_first
        and prose_second > _HALF * all_second
    )


def _size(lines: list[_Line]) -> int:
    return sum(len(line.words) for line in lines)


def _known(lines: list[_Line]) -> Callable[[_Line], bool]:
    """Whether a line stands, whole or for the greater part, among these lines."""
    words = [word for line in lines for word in line.words]
    text = f" {' '.join(words)} "
    runs = _runs(words)

    def known(line: _Line) -> bool:
        if line.runs:
            return len(line.runs & runs) >= _HALF * len(line.runs)
        return line.key in text

    return known


def _without_ends(lines: list[_Line], known: Callable[[_Line], bool]) -> list[_Line]:
    marks = [known(line) for line in lines]
    if sum(marks) < max(1, _HALF * len(lines)):
        return lines
    start = marks.index(True)
    end = len(marks) - marks[::-1].index(True)
    cut = sum(len(line.text) for line in lines[:start] + lines[end:])
    whole = sum(len(line.text) for line in lines)
    return lines[start:end] if cut <= _ENDS * whole else lines


def _with_lost(lines: list[_Line], others: list[_Line]) -> list[_Line]:
    """The lines, with prose of the others put behind the line that they follow there."""
    known = _known(lines)
    marks = [known(line) for line in others]
    if not any(marks):
        return lines
    start, end = marks.index(True), len(marks) - marks[::-1].index(True)
    joined = list(lines)
    at = 0
    for mark, other in zip(marks[start:end], others[start:end], strict=True):
        if mark:
            at = _after(joined, other, at)
        elif other.is_prose and len(other.words) >= _LOST:
            joined.insert(at, other)
            at += 1
    return joined


def _after(lines: list[_Line], other: _Line, at: int) -> int:
    """The place behind the line that holds `other`, looked for a little ahead of `at`."""
    for place in range(at, min(at + 40, len(lines))):
        line = lines[place]
        if other.key in line.key or line.key in other.key or len(other.runs & line.runs) > 2:
            return place + 1
    return at
