"""What the words around a number say of it: over, under, about.

Words of a text and the place of a number come in, a bound goes out, or none.
"""

from collections.abc import Sequence
from functools import cache

from watchdesk.model import Bound
from watchdesk.text.languages.language import Language
from watchdesk.text.spans import Word

_PHRASE = 4
_SIGNS = {">": Bound.OVER, "<": Bound.UNDER, "~": Bound.ABOUT, "≈": Bound.ABOUT}
_SIGNS |= {"≥": Bound.OVER, "≤": Bound.UNDER, "±": Bound.ABOUT}


@cache
def _edges(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The last words of what stands before a number, the first of what stands behind."""
    last = frozenset(phrase.rpartition(" ")[2] for phrase in language.bounds)
    return last, frozenset(phrase.partition(" ")[0] for phrase in language.bounds_after)


def bound_before(words: Sequence[Word], at: int, language: Language) -> Bound | None:
    """What the words right before a number say of it: "more than"."""
    if at > 1 and words[at - 1].text == "-" and words[at - 1].start == words[at - 2].end:
        at -= 1  # sub-7, under-18
    known = at > 0 and words[at - 1].low in _edges(language)[0]
    for size in range(min(_PHRASE, at) if known else 0, 0, -1):
        phrase = " ".join([word.low for word in words[at - size : at]])
        if phrase in language.bounds:
            turned = at > size and words[at - size - 1].low in language.numbers.turned
            return None if turned else language.bounds[phrase]
    return _SIGNS.get(words[at - 1].text) if at else None


def bound_behind(
    words: Sequence[Word], behind: int, language: Language
) -> tuple[Bound | None, int]:
    """What the words right behind a number say of it ("or more"), and the place behind them."""
    known = behind < len(words) and words[behind].low in _edges(language)[1]
    for size in range(_PHRASE if known else 0, 0, -1):
        phrase = " ".join([word.low for word in words[behind : behind + size]])
        if phrase in language.bounds_after:
            return language.bounds_after[phrase], min(behind + size, len(words))
    if behind < len(words) and words[behind].text == "+":
        return Bound.OVER, behind + 1
    return None, behind
