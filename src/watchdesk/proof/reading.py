"""A text as the rules compare it: folded, and parted into tokens with their places.

In: a text and its language, if known. Out: its tokens in small letters, hyphens parted, "won't"
read as "will not", "Ilves's" as "ilves". What it means is not asked here.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from watchdesk.model import Span
from watchdesk.text.dates import FoundDate, dates_in
from watchdesk.text.figures import FoundFigure, figures_in
from watchdesk.text.fold import Folded, fold
from watchdesk.text.languages import Language, guess
from watchdesk.text.languages import language as language_of
from watchdesk.text.names import NameWord, name_words
from watchdesk.text.spans import Word
from watchdesk.text.spans import words as words_of

_PIECE = re.compile(r"[^\W_]+")
_WHOLE = {"won't": ("will", "not"), "can't": ("can", "not"), "cannot": ("can", "not")}
_WHOLE |= {"shan't": ("shall", "not"), "ain't": ("is", "not")}
Token = Word  # a word in small letters, `low`, with its place in the folded text
_UNSEEN_NAME = re.compile(r"(?<=[a-zà-ÿ]-)(?:[A-Z]-)?[^\W\d_a-z][a-z]\w+|(?<= of )[A-Z][a-z]{3,}")
_GROUPED = re.compile(r"\d{1,3}(?:[,.' ]\d{3})+")


@dataclass(frozen=True, slots=True)
class Reading:
    """A folded text and its tokens; all places in it refer to `folded.text`."""

    given: str
    folded: Folded
    pack: Language
    words: tuple[Word, ...]
    tokens: tuple[Token, ...]
    bag: Counter[str]

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    def original(self, start: int, end: int) -> Span:
        """The place in the text as it was given."""
        return self.folded.span(start, end)


def read(text: str, language: str | None = None) -> Reading:
    """Fold and part a text; with no language given, its script and common words tell it."""
    return _read(text, language)


@lru_cache(maxsize=1024)
def _read(text: str, language: str | None) -> Reading:
    folded = fold(text)
    pack = language_of(language) if language else guess(folded.text)
    words = tuple(words_of(folded.text))
    tokens: list[Token] = []
    for word in words:
        if word.low.isalnum():
            tokens.append(word)
        elif len(word.low) > 1:
            tokens += _tokens(word)
    return Reading(text, folded, pack, words, tuple(tokens), Counter([one.low for one in tokens]))


def _tokens(word: Word) -> list[Token]:
    """The tokens of a word that is not plain letters or digits; none for a mark."""
    low, start = word.low, word.start
    if low in _WHOLE:
        return [word._replace(low=piece) for piece in _WHOLE[low]]
    if low.endswith("n't"):
        cut = word.end - 3
        return [word._replace(low=low[:-3], end=cut), word._replace(low="not", start=cut)]
    if _GROUPED.fullmatch(low):
        return [word._replace(low=re.sub(r"\D", "", low))]
    return [
        Token(found.group(), found.group(), start + found.start(), start + found.end())
        for found in _PIECE.finditer(low.removesuffix("'s"))
    ]


def figures_of(reading: Reading) -> tuple[FoundFigure, ...]:
    """The figures of a text, in the places of its folding."""
    return _figures(reading.given, reading.pack.code)


@lru_cache(maxsize=2048)
def _figures(text: str, code: str) -> tuple[FoundFigure, ...]:
    reading = _read(text, code or None)
    return tuple(figures_in(reading.words, reading.pack))


def names_of(reading: Reading) -> tuple[NameWord, ...]:
    """The capitalised words of a text that read as names, in the places of its folding."""
    return _names(reading.text, reading.pack.code)


@lru_cache(maxsize=2048)
def _names(text: str, code: str) -> tuple[NameWord, ...]:
    """The words of names, with anti-*Karvenian* and Ministry of *Justice*, which is no title."""
    found = name_words(text, code or None)
    tails = list(_UNSEEN_NAME.finditer(text)) if "-" in text or " of " in text else []
    run = found[-1].run if found else 0
    added = [
        NameWord(tail.group(), *tail.span(), run + number, opens=False)
        for number, tail in enumerate(tails, 1)
        if not any(one.start <= tail.start() < one.end for one in found)
    ]
    return tuple(sorted([*found, *added], key=lambda one: one.start)) if added else found


def name_runs(reading: Reading) -> list[list[NameWord]]:
    """The same, run by run."""
    runs: dict[int, list[NameWord]] = {}
    for word in names_of(reading):
        runs.setdefault(word.run, []).append(word)
    return list(runs.values())


def next_word(reading: Reading, word: NameWord) -> str:
    """The token that follows a name's word; empty at the end."""
    return next((token.low for token in reading.tokens if token.start >= word.end), "")


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital."""
    return word[0].isupper()


def dates_of(reading: Reading, reference: datetime) -> tuple[FoundDate, ...]:
    """The dates of a text, in the places of its folding."""
    return _dates(reading.given, reading.pack.code, reference)


@lru_cache(maxsize=2048)
def _dates(text: str, code: str, reference: datetime) -> tuple[FoundDate, ...]:
    reading = _read(text, code or None)
    return dates_in(reading.text, reading.words, language=code or None, reference=reference)


def plain(word: str) -> str:
    """A word without accents and in small letters, as names are compared."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def pieces(word: str) -> list[str]:
    """The parts of a name's word: Al-Sayed → al, sayed; U.S. → u, s."""
    low = word.lower()
    return [low] if low.isalnum() else _PIECE.findall(low)
