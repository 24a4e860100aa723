"""A Markdown file as the gate reads it: sentences with the footnotes that prove them.

In: the file's text. Out: its sentences, quotations and links with their places, and its footnotes
(`[^1]: target "passage"`). Marks of emphasis, links and footnotes are taken out of the words; code,
comments, pictures and what stands before the text between `---` are left out. No file is opened,
and no Markdown that is not needed for this is understood.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from watchdesk.text.marks import quotations
from watchdesk.text.sentences import sentences

_LEFT_OUT = re.compile(
    r"\A---\n.*?^(?:---|\.\.\.)[ \t]*$|<!--.*?(?:-->|\Z)|^(```|~~~).*?^\1[^\n]*$",
    re.DOTALL | re.MULTILINE,
)
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*")
_TARGET = re.compile(r"<([^>\s]++)>|\[[^\]]{0,999}+\]\(([^)\s]++)[^)]{0,299}+\)|(\S+)")
_BULLET = re.compile(r"[ \t]*(?:[-*+]|\d{1,4}[.)])[ \t]+|[ \t]*\|?")
_RULE = re.compile(r"[ \t]*(?:[-*_=][ \t]*){3,}$|[ \t|:-]+$")
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_QUOTE = re.compile(r"(?:[ \t]*>[ \t]?)+")
# Bounded and possessive: whatever is typed, one pass.
_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|\[\^(?P<ref>[^\]\s]{1,99}+)\]"
    r"|!\[[^\]]{0,999}+\]\([^)]{0,2999}+\)"
    r"|\[(?P<words>[^\[\]]{0,999}+)\]\((?P<url>[^)\s]{1,2999}+)[^)]{0,299}+\)"
    r"|<(?P<auto>https?://[^>\s]{1,2999}+)>"
    r"|\{#[^}\s]{0,99}+\}|\*+|`+|(?<!\w)_+|_+(?!\w)"
)


class Note(NamedTuple):
    """A footnote: what it leads to, the quoted passages, and its place in the file."""

    label: str
    target: str
    passages: tuple[str, ...]
    at: int


class Link(NamedTuple):
    """A link within the text: its words, its address, and its place in the file."""

    words: str
    url: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence, heading or block quotation; `places` leads from its characters into the file.

    `refs` are the labels of the footnotes that prove it.
    """

    text: str
    places: tuple[int, ...]
    refs: tuple[str, ...] = ()
    kind: str = "sentence"

    def at(self, offset: int) -> int:
        """The place in the file of a character of the text."""
        return self.places[min(offset, len(self.places) - 1)]


@dataclass(frozen=True, kw_only=True)
class Document:
    """All that the gate reads of a file."""

    text: str
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...]
    links: tuple[Link, ...]

    def line_and_column(self, at: int) -> tuple[int, int]:
        """Line and column of a place, both from 1, the column in characters."""
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]


class _Block(NamedTuple):
    """Lines that belong together: each line's start and end in the file, without its mark."""

    kind: str
    lines: list[tuple[int, int]]


def read_markdown(text: str) -> Document:
    """The sentences, footnotes and links of a Markdown text."""
    # The length stays, so that places do.
    seen = _LEFT_OUT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    notes: list[Note] = []
    passages: list[Passage] = []
    links: list[Link] = []
    for block in _blocks(seen):
        if block.kind == "note":
            notes += _note(seen, block)
            continue
        words = _Words()
        for start, end in block.lines:
            words.take(seen, start, end)
        links += words.links
        passages += _passages(words, block.kind)
    return Document(text=text, passages=tuple(passages), notes=tuple(notes), links=tuple(links))


def _blocks(text: str) -> Iterator[_Block]:
    block: _Block | None = None
    for start, end in _lines(text):
        begun = _begun(text, start, end)
        if block and (begun is None or begun.kind != "text" or block.kind == "heading"):
            goes_on = begun is not None and begun.kind == block.kind == "quote"
            if not goes_on:
                yield block
                block = None
        if begun is None:
            continue
        if block is None:
            block = begun if begun.kind != "item" else _Block("text", begun.lines)
        else:
            block.lines.extend(begun.lines)
    if block:
        yield block


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _begun(text: str, start: int, end: int) -> _Block | None:
    """What a line is, without its mark; None for a blank line or a rule."""
    line = text[start:end]
    if not line.strip() or _RULE.match(line):
        return None
    for kind, pattern in (("note", _NOTE), ("heading", _HEADING), ("quote", _QUOTE)):
        found = pattern.match(line)
        if found:
            at = start if kind == "note" else start + found.end()
            return _Block(kind, [(at, end)])
    bullet = _BULLET.match(line)
    marked = bullet is not None and bool(bullet.group().strip())
    return _Block("item" if marked else "text", [(start + (bullet.end() if bullet else 0), end)])


def _note(text: str, block: _Block) -> Iterator[Note]:
    body = "\n".join(text[start:end] for start, end in block.lines)
    found = _NOTE.match(body)
    target = _TARGET.match(body, found.end()) if found else None
    if found:
        rest = body[target.end() :] if target else ""
        passages = tuple(
            " ".join(rest[one.inner.start : one.inner.end].split()) for one in quotations(rest)
        )
        reached = next(filter(None, target.groups()), "") if target else ""
        yield Note(found.group(1), reached, passages, block.lines[0][0])


class _Words:
    """The plain words of a block, each character with its place in the file."""

    def __init__(self) -> None:
        self.characters: list[str] = []
        self.places: list[int] = []
        self.refs: list[tuple[int, str]] = []  # (where in the words, label)
        self.links: list[Link] = []

    def take(self, text: str, start: int, end: int) -> None:
        """Add one line; lines are parted by a blank."""
        if self.characters:
            self._add(" ", start)
        at = start
        for found in _INLINE.finditer(text, start, end):
            self._copy(text, at, found.start())
            at = found.end()
            if found["escaped"]:
                self._add(found["escaped"], found.start("escaped"))
            elif found["ref"]:
                self.refs.append((len(self.characters), found["ref"]))
            elif found["url"]:
                self.links.append(Link(found["words"], found["url"], found.start()))
                self._copy(text, *found.span("words"))
            elif found["auto"]:
                self.links.append(Link("", found["auto"], found.start()))
        self._copy(text, at, end)

    def _copy(self, text: str, start: int, end: int) -> None:
        self.characters += text[start:end]
        self.places += range(start, end)

    def _add(self, character: str, place: int) -> None:
        self.characters.append(character)
        self.places.append(place)


def _passages(words: _Words, kind: str) -> Iterator[Passage]:
    """The sentences of a block; a footnote proves what stands before it, back to the last one."""
    text = "".join(words.characters)
    spans = [(one.start, one.end) for one in sentences(text)] if kind == "text" else []
    if kind in ("heading", "quote") and text.strip():
        spans = [(0, len(text))]
    name = {"text": "sentence"}.get(kind, kind)
    for (start, end), labels in zip(spans, _proving(words.refs, spans), strict=True):
        places = tuple(words.places[start:end])
        yield Passage(text=text[start:end], places=places, refs=labels, kind=name)


def _proving(
    refs: list[tuple[int, str]], spans: list[tuple[int, int]]
) -> tuple[tuple[str, ...], ...]:
    """For each sentence its own footnotes, or those of the next one that has any."""
    starts = [start for start, _ in spans]
    own: list[list[str]] = [[] for _ in spans]
    for at, label in refs if spans else ():
        own[max(0, bisect_right(starts, at - 1) - 1)].append(label)
    found: list[tuple[str, ...]] = []
    for labels in reversed(own):
        found.append(tuple(dict.fromkeys(labels)) or (found[-1] if found else ()))
    return tuple(reversed(found))
