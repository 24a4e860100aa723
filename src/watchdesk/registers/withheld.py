"""Words that must not be read anywhere in what leaves.

In: values that are withheld. Out: whether a text holds one of them, in any case and form. A short
value (a name, a place, a number) is looked for word by word, a long one by its names and numbers;
the beginning of a word is enough, since names are inflected.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from watchdesk.text.fold import fold

SHORT = 5
"""A value of up to so many words is looked for in each of them."""

LEAST = 4
"""Letters of a word that may go on; a shorter one is looked for as it is, in a name alone."""

STEM = 5
"""Letters from which on a word is also found with another ending."""

_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)?")


@dataclass(frozen=True, slots=True)
class Words:
    """Beginnings of words that are withheld, folded."""

    pattern: re.Pattern[str] | None

    def stand_in(self, text: str) -> bool:
        """Whether any of them stands in a text."""
        return self.pattern is not None and self.pattern.search(_folded(text)) is not None


def words_of(values: Iterable[Any]) -> Words:
    """The words of all these values."""
    found = sorted({stem for value in values for text in _texts(value) for stem in _stems(text)})
    if not found:
        return Words(None)
    return Words(re.compile(rf"(?<![^\W_])(?:{'|'.join(found)})"))


def _texts(value: Any) -> Iterator[str]:
    match value:
        case None | bool():
            return
        case Mapping():
            yield from (text for part in value.values() for text in _texts(part))
        case list() | tuple():
            yield from (text for part in value for text in _texts(part))
        case _:
            yield str(value)


def _stems(text: str) -> Iterator[str]:
    parts = _WORD.findall(fold(text).text)
    name = len(parts) <= SHORT and all(part[0].isupper() or part[0].isdigit() for part in parts)
    for part in parts:
        low = part.casefold()
        if len(low) >= LEAST and (len(parts) <= SHORT or not part[0].islower()):
            yield re.escape(_stem(low))
        elif name or len(parts) == 1:
            yield re.escape(low) + r"(?![^\W_])"


def _stem(word: str) -> str:
    """Its beginning: without the last letter, or with two decimals of a number."""
    if word[-1].isdigit():
        whole, mark, decimals = word.partition(".")
        return whole + mark + decimals[:2]
    return word[:-1] if len(word) > STEM else word


def _folded(text: str) -> str:
    return fold(text).text.casefold()
