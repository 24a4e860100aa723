"""One way to print an identifier, and what every form is made with."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from watchdesk.model import Mention, Span

Key = Callable[[re.Match[str]], str | None]
Reads = Callable[[re.Match[str]], Iterable[Mention]]

AROUND = 140
"""Characters before and behind a number in which its parliament may be named."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to print an identifier.

    Each match holds one of `hints`: a text with none of them beside its digits is not searched.
    `words` is the pattern, compiled when the first text has a hint of it. `reads` makes mentions of
    a match; none where the words around it say that it is something else.
    """

    hints: tuple[str, ...]
    words: str
    reads: Reads


def form(kind: str, hints: str, pattern: str, key: str | Key) -> Form:
    """A form with one mention a match; `hints` are parted by blanks, `key` may be a template."""
    making = _expanding(key) if isinstance(key, str) else key

    def reads(match: re.Match[str]) -> Iterator[Mention]:
        made = making(match)
        if made is not None:
            yield Mention(Span(*match.span()), kind, made)

    return Form(tuple(hints.split()), pattern, reads)


@cache
def bounded(pattern: str) -> re.Pattern[str]:
    """The pattern as a whole word: no letter, digit or hyphen goes on at either end."""
    return re.compile(rf"(?<![\w.-]){pattern}(?![\w-]|\.\d)", re.VERBOSE)


def _expanding(template: str) -> Key:
    def expand(match: re.Match[str]) -> str:
        return re.sub(r"\s+", "", match.expand(template))

    return expand


def around(match: re.Match[str], reach: int = AROUND) -> str:
    """The text on both sides of a match, without the match itself."""
    return f"{before(match, reach)} \n {behind(match, reach)}"


def before(match: re.Match[str], reach: int = AROUND) -> str:
    """The text that ends where the match begins."""
    return match.string[max(0, match.start() - reach) : match.start()]


def behind(match: re.Match[str], reach: int = AROUND) -> str:
    """The text that begins where the match ends."""
    return match.string[match.end() : match.end() + reach]
