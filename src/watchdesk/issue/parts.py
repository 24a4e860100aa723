"""The parts of one item, as an editor's text has them.

In: an item and the blocks that stand beneath its headline. Out: the item with its lines, quotations
and links as they now are, and complaints. Likeness only finds which line or quotation was meant; it
proves nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from watchdesk.issue.blocks import Block, Kind
from watchdesk.issue.editing import MEANT, shared
from watchdesk.issue.editing import line as line_of
from watchdesk.issue.markdown import UNNAMED, address_of, flat, owner_of, plain
from watchdesk.model import Evidence, Item, ItemLink, Line, LinkKind, Quoted

_LINK = re.compile(r"- \[(?P<words>.*)\]\((?P<url>\S+)\)(?P<document> \(document\))?")
_POINT = re.compile(r"^[-*+] ")


class Parts:
    """Reads the blocks of one item; `complaints` fills as it goes."""

    def __init__(self, item: Item, *, language: str, by: str) -> None:
        self.complaints: list[str] = []
        self._item = item
        self._language = language
        self._by = by
        self._evidence: tuple[Evidence, ...] = tuple(dict.fromkeys(item.evidence))
        self._quotes_left = list(item.quotes)

    def item(self, headline: str, blocks: Sequence[Block]) -> Item:
        """The item with this headline and what the blocks hold."""
        quotes = self._quotes([block for block in blocks if block.kind is Kind.QUOTE])
        return replace(
            self._item,
            headline=self._line(headline, (self._item.headline,)),
            lines=tuple(self._line(words, self._item.lines) for words in _sayings(blocks)),
            quotes=tuple(quotes),
            links=tuple(link for block in blocks for link in self._links(block)),
        )

    def _line(self, words: str, old: Sequence[Line]) -> Line:
        """An unchanged line as it was; a changed one with all evidence of the item, signed."""
        return line_of(words, old, self._evidence, by=self._by, language=self._language)

    def _quotes(self, blocks: Sequence[Block]) -> Iterator[Quoted]:
        """Unchanged quotations find themselves first, so that changed ones meet what is left."""
        read = [(block.number, *_words_and_owner(block)) for block in blocks]
        same = {number: self._same(words) for number, words, _ in read}
        for number, words, owner in read:
            quote = same[number] or self._meant(words, owner)
            if quote is None:
                self.complaints.append(
                    f"line {number}: this quotation is not one of the item's; "
                    "quotations come from the archive"
                )
            elif not words:
                self.complaints.append(f"line {number}: a quotation without words")
            else:
                yield self._amended(quote, words, owner)

    def _same(self, words: str) -> Quoted | None:
        return self._taken(next((q for q in self._quotes_left if flat(q.text) == words), None))

    def _meant(self, words: str, owner: str) -> Quoted | None:
        """The quotation that was shortened or mended, else the one that was translated."""
        best = max(self._quotes_left, key=lambda quote: shared(words, quote.text), default=None)
        if best is None or shared(words, best.text) >= MEANT:
            return self._taken(best)
        foreign = [q for q in self._quotes_left if q.language not in {None, self._language}]
        return self._taken(next((q for q in foreign if owner == owner_of(q)), None))

    def _taken(self, quote: Quoted | None) -> Quoted | None:
        if quote is not None:
            self._quotes_left.remove(quote)
        return quote

    def _amended(self, quote: Quoted, words: str, owner: str) -> Quoted:
        """The quotation with new words or a new owner; a deleted owner line changes nothing."""
        if words != flat(quote.text):
            ours = shared(words, quote.text) < MEANT
            language = self._language if ours else quote.language
            quote = replace(quote, text=words, by=self._by, language=language)
        if owner in {"", owner_of(quote)}:
            return quote
        name, _, role = owner.partition(",")
        speaker = None if name.strip() == UNNAMED else name.strip()
        return replace(quote, speaker=speaker, role=role.strip(), by=self._by)

    def _links(self, block: Block) -> Iterator[ItemLink]:
        if block.kind is not Kind.LINKS:
            return
        for number, each in enumerate(block.lines, block.number):
            link = self._link(each)
            if link is None:
                self.complaints.append(
                    f"line {number}: this link is not one of the item's; "
                    "links lead to what was archived"
                )
            else:
                yield link

    def _link(self, line: str) -> ItemLink | None:
        found = _LINK.fullmatch(line)
        if found is None:
            return None
        meant = [link for link in self._item.links if address_of(link) == found["url"]]
        document = bool(found["document"])
        meant.sort(key=lambda link: (link.kind is LinkKind.DOCUMENT) != document)
        words = plain(found["words"])
        if not meant or words == flat(meant[0].words):
            return meant[0] if meant else None
        return replace(meant[0], words=words)


def _sayings(blocks: Sequence[Block]) -> Iterator[str]:
    """The lines of an item: a paragraph each, or each point of a list."""
    for block in blocks:
        if block.kind is Kind.WORDS:
            yield plain(" ".join(block.lines))
        elif block.kind is Kind.POINTS:
            yield from (plain(point) for point in _points(block.lines))


def _points(lines: Sequence[str]) -> list[str]:
    """The points of a list; a line without a sign goes on with the one before."""
    points: list[str] = []
    for line in lines:
        if _POINT.match(line):
            points.append(_POINT.sub("", line))
        else:
            points[-1] += f" {line}"
    return points


def _words_and_owner(block: Block) -> tuple[str, str]:
    """The words of a quotation, and the owner from a last line that begins with a dash."""
    lines = [re.sub(r"^(?:> ?)+", "", line).strip() for line in block.lines]
    owned = lines[-1].startswith("—")
    owner = plain(lines.pop()[1:]) if owned else ""
    return plain(" ".join(lines)), owner
