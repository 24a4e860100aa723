"""From pieces of text to clean paragraphs, the same way for every reader.

In: pieces as they stand in a document. Out: paragraphs without doubled blanks, control characters
and direction overrides, which could change how the text around them is shown.
"""

import re
from collections.abc import Iterator

# Controls, direction embeddings, overrides and isolates, the byte order mark, lone surrogates.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_BLANKS = re.compile(r"[^\S\n]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_PARTING = re.compile(r"\n{2,}")
_WORD = re.compile(r"\w")


def tidy(parts: list[str]) -> Iterator[str]:
    """The paragraphs of these pieces, which are emptied; a double line break parts two."""
    if not parts:
        return
    text = "".join(parts)
    parts.clear()
    yield from paragraphs_in(text)


def paragraphs_in(text: str) -> Iterator[str]:
    """The paragraphs of a text in which a blank line parts two."""
    for piece in _PARTING.split(_AROUND_BREAK.sub("\n", _BLANKS.sub(" ", clean(text)))):
        paragraph = piece.strip()
        if paragraph and _WORD.search(paragraph):
            yield paragraph


def clean(text: str) -> str:
    """Text without characters that nobody can see but a program obeys."""
    return _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
