"""The words in which a draft and its nearest passage differ, for the terminal."""

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+")
_AROUND = 6  # words shown before and behind the changed ones


def word_diff(draft: str, nearest: str) -> str:
    """The changed words with some around: [-what the draft has-] {+what the source has+}."""
    mine, theirs = _WORD.findall(draft), _WORD.findall(nearest)
    codes = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    out: list[str] = []
    for number, (tag, a, b, c, d) in enumerate(codes):
        if tag == "equal":
            out += _kept(mine[a:b], first=number == 0, last=number == len(codes) - 1)
            continue
        if a < b:
            out.append(f"[-{' '.join(mine[a:b])}-]")
        if c < d:
            out.append(f"{{+{' '.join(theirs[c:d])}+}}")
    return " ".join(out)


def _kept(words: list[str], *, first: bool, last: bool) -> list[str]:
    """Unchanged words, those far from a change left out."""
    if len(words) <= 2 * _AROUND:
        return words
    head = [] if first else words[:_AROUND]
    tail = [] if last else words[-_AROUND:]
    return [*head, "…", *tail]
