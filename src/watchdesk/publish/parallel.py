"""Whether the sentences of an item are parallel, so that they are printed as points.

In: sentences in their order. Out: yes or no. They are parallel if there are three or more, of like
length, that open in the same way: a word and a name or number (*In Tarrin …*, *In Halden …*), a
number, or a short label before a colon. It reads openings only, in scripts that have capitals; what
it is not sure of stays running text.
"""

import re
from collections.abc import Sequence

FEWEST = 3
UNLIKE = 2.0
"""The longest may have so many times the words of the shortest."""
_LABEL = re.compile(r"\W*\w[^:.!?]{0,30}:\s")
_LABEL_WORDS = 4
_WORD = re.compile(r"\w+")


def parallel(sentences: Sequence[str]) -> bool:
    """Whether sentences read better as points than one after the other."""
    if len(sentences) < FEWEST:
        return False
    lengths = [len(sentence.split()) for sentence in sentences]
    if max(lengths) > UNLIKE * min(lengths):
        return False
    ways = {_way(sentence) for sentence in sentences}
    openings = {tuple(_WORD.findall(sentence)[:2]) for sentence in sentences}
    return len(ways) == 1 and None not in ways and len(openings) == len(sentences)


def _way(sentence: str) -> tuple[str, ...] | None:
    """How a sentence opens, or None where that says nothing."""
    label = _LABEL.match(sentence)
    if label and len(label.group().split()) <= _LABEL_WORDS:
        return ("label",)
    first, second = (*_WORD.findall(sentence)[:2], "", "")[:2]
    if first[:1].isdigit():
        return ("number",)
    if second[:1].isdigit():
        return (first.casefold(), "number")
    return (first.casefold(), "name") if second[:1].isupper() else None
