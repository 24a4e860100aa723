"""What a page may cost before anyone parses it.

In: decoded text. Out: how to read it: carefully, plainly (linear time), or not at all. Parsers of
trees take time that grows with the square of the depth; real pages are some dozens deep.
"""

import re
from enum import StrEnum

_MOST_CHARACTERS = 12_000_000
_CAREFUL_CHARACTERS = 3_000_000
_CAREFUL_TAGS = 40_000
_DEEPEST = 1500
_SUSPECT = 2000
"""Fewer tags than this cannot be too deep for any parser."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_NO_DEPTH = frozenset(
    """area base br col embed hr img input link meta param source track wbr p li dt dd option
    optgroup tr td th thead tbody tfoot colgroup path circle rect use g line polygon""".split()  # noqa: SIM905
)


class Manner(StrEnum):
    """How a page is read."""

    CAREFUL = "careful"
    PLAIN = "plain"
    NOT = "not"


def manner_of(text: str) -> Manner:
    """How to read a page of this size and depth; linear in its length."""
    if len(text) > _MOST_CHARACTERS:
        return Manner.NOT
    tags = text.count("<")
    if tags > _SUSPECT and _depth(text) > _DEEPEST:
        return Manner.NOT
    if tags > _CAREFUL_TAGS or len(text) > _CAREFUL_CHARACTERS:
        return Manner.PLAIN
    return Manner.CAREFUL


def _depth(text: str) -> int:
    """The greatest depth, counting tags that need an end; more than a parser would see."""
    depth = deepest = 0
    for match in _TAG.finditer(text):
        if match.group(2).lower() in _NO_DEPTH:
            continue
        if match.group(1):
            depth = max(0, depth - 1)
            continue
        depth += 1
        if depth > deepest:
            deepest = depth
            if deepest > _DEEPEST:
                return deepest
    return deepest
