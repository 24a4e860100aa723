"""Words and paragraphs with their places in a text.

A string comes in, places in it go out; nothing is changed, folded or guessed.
"""

import re
from typing import NamedTuple

from watchdesk.model import Span

# What belongs together is one word: a number with its separators (a blank parts groups of three
# digits only), "don't", "St-Oren", an Armenian word with the mark ՞ inside. The French elision
# ("l'", "qu'") and the pronoun behind a verb ("dit-il", "a-t-elle") are words of their own.
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670՞՛՜"
_PRONOUN = r"(?:ils?|elles?|on|je)\b"
# Letters of money, and the Arabic "and", are parted from digits behind them ("USD5", "$US5").
_MONEY = r"(?:USD|EUR|GBP|CHF|JPY|CNY|RUB|TRY|AMD|AZN|GEL|CAD|AUD|INR|RMB|RM|Rs|Rp)(?=\d)"
_MONEY += r"|(?<=\$)[A-Z]{1,2}(?=\d)|و(?=\d)"
# A blank fails at once, at the first test; the next three take nineteen words of twenty.
_WORD = re.compile(
    r"(?=\S)(?:"
    r"[.,;:?!\"“”]|"
    rf"[a-z]++(?![\w'’\-‑{_MARKS}])|"
    rf"(?!\d|[A-Z][A-Za-z]{{0,2}}\d|و\d)\w++(?!['’\-‑{_MARKS}])|"
    rf"{_MONEY}|"
    r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}(?![\d\w]))+(?:[.,]\d+)?"
    r"|\d+(?:[.,٫٬'’]\d+)*"
    r"|(?:[cdjlmnstCDJLMNST]|(?:[Jj]us|[Ll]ors|[Pp]uis|[Pp]res)?[Qq]u)['’](?=\w)"
    rf"|-(?:t-)?(?={_PRONOUN})"
    rf"|[^\W\d_][\w{_MARKS}]*(?:['’\-‑](?!(?:t-)?{_PRONOUN})[^\W\d_][\w{_MARKS}]*)*"
    r"|\w+|[^\w\s])"
)
_FOLD = {ord("’"): "'", ord("‑"): "-", ord("\u0307"): None, ord("՞"): None}
_FOLD |= {ord("՛"): None, ord("՜"): None}
_BREAK = re.compile(r"\n\s*\n")
_UNSEEN = "\u200b\ufeff"


class Word(NamedTuple):
    """A word, a number or one other character, with its place; `low` is folded for look-ups.

    In a row of words, one without text holds the place of what is hidden there.
    """

    text: str
    low: str
    start: int
    end: int

    @property
    def hidden(self) -> bool:
        """Whether it holds the place of what is not read here."""
        return not self.text

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()

    @property
    def alphabetic(self) -> bool:
        """Whether it is a word of letters."""
        return self.text[:1].isalpha()


def fold(word: str) -> str:
    """Small letters, straight apostrophe and hyphen, no marks that Armenian sets inside."""
    low = word.lower()
    return low if word.isascii() or low.isalnum() else low.translate(_FOLD)


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """All words of `text[start:end]` in their order; white space is left out."""
    stop, new = len(text) if end is None else end, tuple.__new__
    # A tenth of a million words a second pass here: the tuple is made without its named arguments.
    return [
        new(
            Word,
            (
                one := found[0],
                one.lower() if one.isascii() else fold(one),
                found.start(),
                found.end(),
            ),
        )
        for found in _WORD.finditer(text, start, stop)
    ]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The places of the paragraphs, parted by blank lines; empty ones are left out."""
    found, start = [], 0
    for gap in _BREAK.finditer(text):
        found.append((start, gap.start()))
        start = gap.end()
    found.append((start, len(text)))
    trimmed = (trim(text, first, last) for first, last in found)
    return [(span.start, span.end) for span in trimmed if span]


def trim(text: str, start: int, end: int, edge: str = _UNSEEN) -> Span | None:
    """The span without blanks and characters of `edge` at its ends; None where nothing is left."""
    if start < end and text[start].isalnum() and text[end - 1].isalnum():
        return Span(start, end)
    while start < end and (text[start].isspace() or text[start] in edge):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in edge):
        end -= 1
    return Span(start, end) if start < end else None
