"""The issue as readable Markdown, and an editor's changes taken back from it.

In: an issue, or the text that an editor made of it. Out: the text, or the edited issue with what
was decided. The text carries the ids of sections and items; a changed line keeps the evidence of
its item and is signed by the editor. What cannot be understood becomes a complaint with its line
number, and nothing is taken over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from watchdesk.model import Evidence, Issue, Item, ItemLink, Line, LinkKind, Quoted, Section

HELP = (
    "<!-- Change words, move or delete items and lines; keep the {#marks}.\n"
    "     A line you change is signed with your name and proven against the same sources. -->"
)

_SECTION = re.compile(r"^## (?P<title>.*?)\s*\{#(?P<key>[^}\s]+)\}\s*$")
_ITEM = re.compile(r"^### (?P<title>.*?)\s*\{#(?P<id>[0-9a-f]+)\}\s*$")
_LINK = re.compile(r"^- \[(?P<words>.*)\]\((?P<url>\S+)\)(?P<kind> \(document\))?\s*$")


def to_markdown(issue: Issue) -> str:
    """The issue as text for an editor."""
    blocks = [f"# {issue.title}, issue {issue.number}", HELP]
    for section in issue.sections:
        blocks.append(f"## {section.title} {{#{section.key}}}")
        blocks += [block for item in section.items for block in _item_blocks(item)]
    return "\n\n".join(blocks) + "\n"


def _item_blocks(item: Item) -> Iterator[str]:
    yield f"### {_flat(item.headline.text)} {{#{item.id}}}"
    yield from (_flat(line.text) for line in item.lines)
    yield from (_quote_block(quote) for quote in item.quotes)
    if item.links:
        yield "\n".join(_link_line(link) for link in item.links)


def _quote_block(quote: Quoted) -> str:
    owner = ", ".join(filter(None, (quote.speaker or "unnamed", quote.role)))
    return f"> {_flat(quote.text)}\n> — {owner}"


def _link_line(link: ItemLink) -> str:
    document = " (document)" if link.kind is LinkKind.DOCUMENT else ""
    return f"- [{_flat(link.words)}]({link.url}){document}"


def _flat(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What an editor made of an issue: `changed` items, `removed` ids, or complaints alone."""

    issue: Issue
    changed: tuple[Item, ...] = ()
    removed: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()


@dataclass(slots=True)
class _Block:
    number: int
    lines: list[str] = field(default_factory=list)


def from_markdown(text: str, issue: Issue, *, by: str) -> Edited:
    """Take an editor's text back; with any complaint the issue stays as it was."""
    taken = _Taker(issue, by)
    for block in _blocks(text):
        taken.take(block)
    if taken.complaints:
        return Edited(issue=issue, complaints=tuple(taken.complaints))
    return taken.edited()


def _blocks(text: str) -> Iterator[_Block]:
    """Groups of lines parted by blank ones, with the number of their first line."""
    block = _Block(0)
    for number, line in enumerate([*_without_comments(text).splitlines(), ""], 1):
        if line.strip():
            if not block.lines:
                block.number = number
            block.lines.append(line.rstrip())
        elif block.lines:
            yield block
            block = _Block(0)


def _without_comments(text: str) -> str:
    blank = lambda found: "\n" * found.group().count("\n")  # noqa: E731 - keeps the line numbers
    return re.sub(r"<!--.*?-->", blank, text, flags=re.DOTALL)


class _Taker:
    """Walks the blocks of a text and builds the edited sections."""

    def __init__(self, issue: Issue, by: str) -> None:
        self.issue = issue
        self.by = by
        self.complaints: list[str] = []
        self.items = {item.id: item for item in issue.items}
        self.titles = {section.key: section.title for section in issue.sections}
        self.order: dict[str, list[str]] = {}
        self.parts: dict[str, list[_Block]] = {}
        self.headlines: dict[str, str] = {}
        self._section = ""
        self._item = ""

    def take(self, block: _Block) -> None:
        """Take one block in: a section, an item, or a part of the item before it."""
        first = block.lines[0]
        if first.startswith("# "):
            return
        if first.startswith("## "):
            self._take_section(first, block.number)
        elif first.startswith("### "):
            self._take_item(first, block.number)
            if rest := block.lines[1:]:
                self.take(_Block(block.number + 1, rest))
        elif self._item:
            self.parts[self._item].append(block)
        else:
            self.complaints.append(f"line {block.number}: these words stand in no item")

    def _take_section(self, line: str, number: int) -> None:
        found = _SECTION.match(line)
        if not found or found["key"] not in self.titles:
            known = ", ".join(self.titles)
            self.complaints.append(f"line {number}: no such section; sections: {known}")
            return
        self._section, self._item = found["key"], ""
        self.titles[self._section] = found["title"]
        self.order.setdefault(self._section, [])

    def _take_item(self, line: str, number: int) -> None:
        found = _ITEM.match(line)
        if not found or found["id"] not in self.items:
            self.complaints.append(
                f"line {number}: this headline has no mark {{#…}} of an item of this issue; "
                "an item without evidence cannot be built"
            )
            return
        if found["id"] in self.parts:
            self.complaints.append(f"line {number}: this item stands in the text twice")
            return
        if not self._section:
            self.complaints.append(f"line {number}: this item stands in no section")
            return
        self._item = found["id"]
        self.order[self._section].append(self._item)
        self.parts[self._item] = []
        self.headlines[self._item] = found["title"]

    def edited(self) -> Edited:
        """The edited issue, with what changed; complaints of items come here."""
        built = {id_: self._build(id_) for id_ in self.parts}
        if self.complaints:
            return Edited(issue=self.issue, complaints=tuple(self.complaints))
        moved = self._moved()
        signed = {
            id_: replace(item, edited_by=self.by)
            if item != self.items[id_] or id_ in moved
            else item
            for id_, item in built.items()
        }
        sections = tuple(self._section_of(section, signed) for section in self.issue.sections)
        return Edited(
            issue=replace(self.issue, sections=sections),
            changed=tuple(i for id_, i in signed.items() if i != self.items[id_]),
            removed=tuple(id_ for id_ in self.items if id_ not in built),
        )

    def _section_of(self, section: Section, items: dict[str, Item]) -> Section:
        placed = tuple(items[id_] for id_ in self.order.get(section.key, ()))
        empty = "" if placed else section.empty_because or "An editor took the items out."
        return replace(section, title=self.titles[section.key], items=placed, empty_because=empty)

    def _moved(self) -> set[str]:
        """Items whose section changed, or all of a section whose order changed."""
        moved: set[str] = set()
        for section in self.issue.sections:
            before = [item.id for item in section.items if item.id in self.parts]
            after = self.order.get(section.key, [])
            stayed = [id_ for id_ in after if id_ in before]
            moved |= set(after) - set(before)
            if stayed != [id_ for id_ in before if id_ in after]:
                moved |= set(after)
        return moved

    def _build(self, item_id: str) -> Item:
        item = self.items[item_id]
        lines: list[Line] = []
        quotes: list[Quoted] = []
        links: list[ItemLink] = []
        for block in self.parts[item_id]:
            if block.lines[0].startswith(">"):
                quotes += self._quote(block, item)
            elif block.lines[0].startswith("- ["):
                links += self._links(block, item)
            else:
                lines.append(self._line(" ".join(block.lines), item))
        return replace(
            item,
            headline=self._headline(item),
            lines=tuple(lines),
            quotes=tuple(quotes),
            links=tuple(links),
        )

    def _headline(self, item: Item) -> Line:
        words = self.headlines[item.id]
        if words == _flat(item.headline.text):
            return item.headline
        language = self.issue.language
        evidence = _all_evidence(item)
        return Line(text=words, evidence=evidence, by=self.by, language=language)

    def _line(self, words: str, item: Item) -> Line:
        """An unchanged line as it was; a changed one with all evidence of the item, signed."""
        for line in item.lines:
            if _flat(line.text) == _flat(words):
                return line
        language = self.issue.language
        return Line(text=words, evidence=_all_evidence(item), by=self.by, language=language)

    def _quote(self, block: _Block, item: Item) -> Iterator[Quoted]:
        lines = [line.lstrip("> ").strip() for line in block.lines]
        owner = lines[-1].removeprefix("—").strip() if lines[-1].startswith("—") else ""
        words = " ".join(lines[:-1] if owner else lines)
        nearest = max(item.quotes, key=lambda quote: _likeness(quote.text, words), default=None)
        if nearest is None or _likeness(nearest.text, words) < 0.5:
            self.complaints.append(
                f"line {block.number}: this quotation is not one of the item's; "
                "quotations come from the archive"
            )
            return
        yield self._amended(nearest, words, owner)

    def _amended(self, quote: Quoted, words: str, owner: str) -> Quoted:
        old_owner = ", ".join(filter(None, (quote.speaker or "unnamed", quote.role)))
        if words == _flat(quote.text) and owner in {"", old_owner}:
            return quote
        speaker, _, role = owner.partition(",")
        if owner in {"", old_owner}:
            return replace(quote, text=words, by=self.by)
        named = None if speaker.strip() == "unnamed" else speaker.strip()
        return replace(quote, text=words, speaker=named, role=role.strip(), by=self.by)

    def _links(self, block: _Block, item: Item) -> Iterator[ItemLink]:
        known = {link.url: link for link in item.links}
        for number, line in enumerate(block.lines, block.number):
            found = _LINK.match(line)
            if not found or found["url"] not in known:
                self.complaints.append(
                    f"line {number}: this link is not one of the item's; "
                    "links lead to what was archived"
                )
                continue
            yield replace(known[found["url"]], words=found["words"])


def _all_evidence(item: Item) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(item.evidence))


def _likeness(one: str, other: str) -> float:
    """How alike two texts are by their words, 0 to 1; only to find which quotation was meant."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
