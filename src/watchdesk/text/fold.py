"""One fixed folding, made before words are compared (rule V1).

In: any text. Out: the same text with typography levelled, and for each folded character the place
it came from. Levelled are: Unicode compatibility forms (NFKC), quotation marks and apostrophes (two
forms), dashes (one), ellipses, spaces of every kind, and what is invisible. Case and accents
stay. It never compares by likeness; whoever folds both sides compares for equality.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from watchdesk.model import Span

DOUBLE = "“”„‟«»″＂〝〞〟「」『』❝❞"
SINGLE = "‘’‚‛‹›′`´＇ʼʻˈ՚"
DASHES = "‐‑‒–—―−﹘﹣－⸺⸻"
# Zero width, soft hyphen, direction marks, variation selectors: nobody sees them, yet copying
# keeps them.
INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    "\ufe00-\ufe0f\ufeff"
)

_ACCENTS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u20d0-\u20ff"
_MARKS = str.maketrans(dict.fromkeys(DOUBLE, '"') | dict.fromkeys(SINGLE, "'"))
_TOKEN = re.compile(
    rf"(?P<blank>[\s{INVISIBLE}]+)"
    rf"|(?P<dash>[-{DASHES}]{{2,}}|[{DASHES}])"
    r"|(?P<dots>…[.…]*|\.(?:[ \u00a0]?\.){2,}[.…]*)"
    rf"|(?P<twin>['{SINGLE}]{{2}})"
    # What folds to itself, up to a mark that needs a look or an accent that follows.
    rf"|(?P<plain>(?:(?:[!-&(-,/-_a-~]|-(?![{DASHES}-])|\.(?![ \u00a0]?\.|…)|'(?!['{SINGLE}])"
    rf"| (?![\s{INVISIBLE}]))(?![{_ACCENTS}]))+)"
    rf"|(?P<cluster>.[{_ACCENTS}]*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `starts[i]` and `ends[i]` bound the original of folded character i."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The span in the original of the folded characters from `start` up to `end`."""
        return Span(self.starts[start], self.ends[end - 1])

    def find(self, needle: str, start: int = 0, *, whole_words: bool = False) -> Span | None:
        """Where the folded `needle` stands first, as a span of the original; None if nowhere.

        `start` is an offset in the original. With `whole_words` the place may not begin or end
        within a word.
        """
        return self.find_folded(fold(needle).text.strip(), start, whole_words=whole_words)

    def find_folded(self, wanted: str, start: int = 0, *, whole_words: bool = False) -> Span | None:
        """The same, for words that are folded already."""
        at = self.text.find(wanted, bisect_left(self.starts, start)) if wanted else -1
        while at >= 0 and whole_words and not self._whole(at, at + len(wanted)):
            at = self.text.find(wanted, at + 1)
        return None if at < 0 else self.span(at, at + len(wanted))

    def _whole(self, start: int, end: int) -> bool:
        text = self.text
        cut_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
        cut_after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
        return not (cut_before or cut_after)


def fold(text: str) -> Folded:
    """Level the typography of `text`; linear in its length."""
    if text.isascii() and "--" not in text and "''" not in text and "  " not in text:
        quick = _quick(text)
        if quick is not None:
            return quick
    return _slow(text)


def _quick(text: str) -> Folded | None:
    """ASCII that needs no levelling keeps its offsets."""
    if re.search(r"[\t-\r\x1c-\x1f`]|\.\.|\. \.", text):
        return None
    return Folded(text, range(len(text)), range(1, len(text) + 1))


def _slow(text: str) -> Folded:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if match.lastgroup == "plain":
            pieces.append(match.group())
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
            continue
        piece = _levelled(match.group(), match.lastgroup)
        pieces.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))
    return Folded("".join(pieces), starts, ends)


@lru_cache(maxsize=4096)
def _levelled(token: str, kind: str | None) -> str:
    if kind == "blank":
        return " " if any(character.isspace() for character in token) else ""
    if kind == "dash":
        return "-"
    if kind == "dots":
        return "..."
    if kind == "twin":
        return '"'
    marked = token.translate(_MARKS)
    normal = unicodedata.normalize("NFKC", marked)
    # A spacing accent becomes a space and a combining accent: it would make a space out of none.
    return marked if normal[:1].isspace() else normal.translate(_MARKS)
