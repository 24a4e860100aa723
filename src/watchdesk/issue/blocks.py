"""An edited text, cut into headings and the blocks beneath them.

In: Markdown as an editor left it. Out: blocks with the number of their first line, comments taken
out. A heading is always a block of its own; a quotation or a link begins one, whether or not the
editor left a blank line before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

# A comment never holds the beginning of another: one that was left open would swallow items.
_COMMENT = re.compile(r"(?<!\\)<!--(?:(?!<!--).)*?-->", re.DOTALL)
_OPEN_COMMENT = re.compile(r"(?<!\\)<!--")
_HEADING = re.compile(r"#+")


class Kind(Enum):
    """What a block holds."""

    HEADING = auto()
    WORDS = auto()
    POINTS = auto()
    QUOTE = auto()
    LINKS = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together; `number` is that of the first in the text."""

    number: int
    kind: Kind
    lines: list[str] = field(default_factory=list)


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text, in their order."""
    block: Block | None = None
    for number, line in enumerate(_without_comments(text).splitlines(), 1):
        said = line.strip()
        if not said:
            if block:
                yield block
            block = None
            continue
        kind = _kind(said)
        if block is None or _begins(block, kind):
            if block:
                yield block
            block = Block(number, kind)
        block.lines.append(said)
    if block:
        yield block


def unclosed(text: str) -> int | None:
    """The number of the line where a comment begins that never ends."""
    rest = _without_comments(text)
    found = _OPEN_COMMENT.search(rest)
    return rest[: found.start()].count("\n") + 1 if found else None


def _without_comments(text: str) -> str:
    return _COMMENT.sub(_same_length, text.replace("\r\n", "\n"))


def _same_length(found: re.Match[str]) -> str:
    """Blanks in place of a comment, so that every line keeps its number."""
    return re.sub(r"[^\n]", " ", found.group())


def _kind(line: str) -> Kind:
    if _HEADING.match(line):
        return Kind.HEADING
    if line.startswith(">"):
        return Kind.QUOTE
    if line.startswith("- ["):
        return Kind.LINKS
    return Kind.POINTS if line.startswith(("- ", "* ", "+ ")) else Kind.WORDS


def _begins(block: Block, kind: Kind) -> bool:
    """Whether a line of this kind begins a new block; plain words go on with any but a heading."""
    if Kind.HEADING in {kind, block.kind}:
        return True
    if kind is Kind.QUOTE and block.kind is Kind.QUOTE:
        return block.lines[-1].lstrip("> ").startswith("—")
    return kind not in {Kind.WORDS, block.kind}
