"""Where quotation marks open and close.

A text comes in, the outermost pairs go out, in their order. A paragraph that leaves its mark open
goes on where the next paragraph opens with the same mark; any other open mark is left out. Whether
the marked words are speech, a title or a doubted word is not decided here. One pass, linear.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from watchdesk.model import Span
from watchdesk.text.spans import paragraphs, trim

# The first of three strokes behind words closes the inner mark: 'no,'''.
# An apostrophe within a word is passed over here, as most are.
_MARK = re.compile(
    r"``|(?<=\S)'(?=''(?!'))|''|[“”„«»‹›\"‘‚「」『』]|’(?![^\W_])|(?<![^\W_])'|'(?![^\W_])"
)
_CLOSERS = {
    "“": '”“"',
    "„": '“”"',
    "”": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    '"': '"”',
    "‘": "’",
    "‚": "‘’",
    "'": "'",
    "「": "」",
    "『": "』",
    "``": "''",
    "''": "''",
}
_OPENERS_OF = {
    close: tuple(opening for opening, closers in _CLOSERS.items() if close in closers)
    for close in ("”", "“", "»", "«", "›", '"', "’", "‘", "'", "」", "』", "''")
}
# Outer start, inner start, inner end, outer end, and the opening mark.
_Pair = tuple[int, int, int, int, str]
_SINGLE = "'‘‚"


class Quotation(NamedTuple):
    """A marked passage: `start` and `end` with the marks, `inner` without marks and blanks.

    `goes_on` says that it continues the quotation of the paragraph before; `mark` is the opener.
    """

    start: int
    end: int
    inner: Span
    mark: str
    goes_on: bool = False


@dataclass(slots=True)
class _Open:
    """The marks still open within a paragraph, innermost last.

    `weak` are closers that may be a genitive ("the workers’ fault"), by the opener's place.
    """

    stack: list[tuple[str, int, int]] = field(default_factory=list)
    places: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    weak: dict[int, tuple[int, int]] = field(default_factory=dict)

    def push(self, mark: str, start: int, end: int) -> None:
        self.stack.append((mark, start, end))
        self.places[mark].append(start)

    def innermost(self, marks: tuple[str, ...]) -> str:
        """Which of these marks was opened last; empty if none is open."""
        return max((one for one in marks if self.places[one]), key=self._last, default="")

    def _last(self, mark: str) -> int:
        return self.places[mark][-1]

    def clear(self) -> None:
        """Forget all that is open."""
        self.stack.clear()
        self.places.clear()

    def pop(self, mark: str) -> tuple[int, int]:
        """Close the innermost `mark`; what was opened within it and not closed is forgotten."""
        while True:
            opener, start, end = self.stack.pop()
            self.places[opener].pop()
            if opener == mark:
                return start, end


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost marked passages of `text`, in their order; empty ones are left out."""
    found: list[Quotation] = []
    carried = ""
    places = paragraphs(text)
    for number, (start, end) in enumerate(places):
        if not _MARK.search(text, start, end):
            carried = ""
            continue
        opened = _Open()
        pairs = _pairs(text, start, end, opened)
        following = text[places[number + 1][0]] if number + 1 < len(places) else ""
        here = _outermost(text, pairs)
        left = next((place for place in opened.stack if place[0] == following), None)
        if left is not None and following not in _SINGLE:
            here = [one for one in here if one.end <= left[1]]
            inner = trim(text, left[2], end)
            here += [Quotation(left[1], end, inner, left[0])] if inner else []
        if here and carried and here[0].start == start and here[0].mark == carried:
            here[0] = here[0]._replace(goes_on=True)
        carried = left[0] if left else ""
        found += here
    return tuple(found)


def _pairs(text: str, start: int, end: int, opened: _Open) -> list[_Pair]:
    """All closed pairs of a paragraph, in the order of their closing marks."""
    pairs: list[_Pair] = []
    for found in _MARK.finditer(text, start, end):
        mark, place = found.group(), found.start()
        before = text[place - 1] if place > start else " "
        after = text[found.end()] if found.end() < end else " "
        if mark == "’" and opened.places["‘"] and _genitive(text, place, after):
            opened.weak.setdefault(opened.places["‘"][-1], found.span())
            continue
        opener = _closes(mark, opened, before, after)
        if opener:
            outer, inner = opened.pop(opener)
            if opener != "'" or not pairs or pairs[-1][0] < outer:
                pairs.append((outer, inner, place, found.end(), opener))
        elif _opens(mark, before, after):
            if before == "\n" and opened.places[mark]:
                opened.clear()  # the line before was never closed
            opened.push(mark, place, found.end())
    return pairs + _weak_pairs(opened)


def _weak_pairs(opened: _Open) -> list[_Pair]:
    """The pairs whose only closer may be a genitive."""
    return [
        (outer, inner, *opened.weak[outer], mark)
        for mark, outer, inner in opened.stack
        if mark == "‘" and outer in opened.weak
    ]


def _genitive(text: str, place: int, after: str) -> bool:
    """Whether the apostrophe at `place` may be that of a plural: an s before, a word behind."""
    return text[place - 1] == "s" and after == " " and text[place + 1 : place + 3].strip().islower()


def _closes(mark: str, opened: _Open, before: str, after: str) -> str:
    """The open mark that this one closes, or nothing."""
    if mark in "'’‘" and (before.isspace() or after.isalnum()):
        return ""
    if mark in ('"', "''") and before.isspace() and after.isalnum():
        return ""
    if mark == "“" and not opened.places["„"] and not after.isspace():
        return ""
    return opened.innermost(_OPENERS_OF.get(mark, ()))


def _opens(mark: str, before: str, after: str) -> bool:
    """Whether this mark can open: nothing of a word before it, something behind it."""
    if mark in ("’", "›", "」", "』"):
        return False
    if before.isalnum() and mark not in "「『":
        return False
    return not after.isspace() or mark == "«"


def _outermost(text: str, pairs: list[_Pair]) -> list[Quotation]:
    reach, found = -1, []
    for outer, start, stop, end, mark in sorted(pairs):
        inner = trim(text, start, stop)
        if end > reach and inner:
            found.append(Quotation(outer, end, inner, mark))
        reach = max(reach, end)
    return found
