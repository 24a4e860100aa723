"""An editor's changes, taken back from the text of an issue.

In: the text and the issue it was made from. Out: the edited issue with what was decided. A changed
line keeps the evidence of its item and is signed by the editor; quotations and links may be
shortened, reordered and taken out, never invented. What cannot be understood becomes a complaint
with its line number, and then nothing is taken over.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from watchdesk.issue.blocks import Block, Kind, blocks, unclosed
from watchdesk.issue.editing import TAKEN_OUT
from watchdesk.issue.markdown import flat, plain, title_of
from watchdesk.issue.parts import Parts
from watchdesk.model import Issue, Item, Section

_SECTION = re.compile(r"##\s*(?!#)(?P<title>.*?)\s*(?<!\\)\{#(?P<key>[^}\s]+)\}")
_ITEM = re.compile(r"###\s*(?!#)(?P<title>.*?)\s*(?<!\\)\{#(?P<id>[^}\s]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What an editor made of an issue: `changed` items, ids `moved` or `removed`, or complaints."""

    issue: Issue
    changed: tuple[Item, ...] = ()
    moved: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()


def from_markdown(text: str, issue: Issue, *, by: str) -> Edited:
    """Take an editor's text back; with any complaint the issue stays as it was."""
    if not by.strip():
        raise ValueError("an edit names who made it")
    if (line := unclosed(text)) is not None:
        return _refused(issue, [f"line {line}: a comment begins here and never ends"])
    outline = _Outline(issue)
    for block in blocks(text):
        outline.take(block)
    if issue.items and not outline.parts:
        outline.complaints.append("line 1: no item is left in this text; nothing was taken over")
    built = {id_: _built(outline, id_, by) for id_ in outline.parts}
    if outline.complaints:
        return _refused(issue, outline.complaints)
    return _edited(outline, built, by)


def _refused(issue: Issue, complaints: Sequence[str]) -> Edited:
    return Edited(issue=issue, complaints=tuple(complaints))


class _Outline:
    """Walks the blocks of a text and notes which block belongs to which item and section."""

    def __init__(self, issue: Issue) -> None:
        self.issue = issue
        self.complaints: list[str] = []
        self.items = {item.id: item for item in issue.items}
        self.titles = {section.key: section.title for section in issue.sections}
        self.order: dict[str, list[str]] = {}
        self.parts: dict[str, list[Block]] = {}
        self.headlines: dict[str, str] = {}
        self._section = ""
        self._item = ""

    def take(self, block: Block) -> None:
        """Take one block in: the title, a section, an item, or a part of the item before it."""
        first = block.lines[0]
        if block.kind is not Kind.HEADING:
            self._take_part(block)
        elif first.startswith("####") or not first.lstrip("#"):
            self._complain(block, "headings are ## for a section and ### for an item")
        elif first.startswith("###"):
            self._take_item(first, block)
        elif first.startswith("##"):
            self._take_section(first, block)
        elif plain(first) != plain(title_of(self.issue)):
            self._complain(block, r"only the issue's own title begins with #; write \# for a sign")

    def _complain(self, block: Block, words: str) -> None:
        self.complaints.append(f"line {block.number}: {words}")

    def _take_part(self, block: Block) -> None:
        if self._item:
            self.parts[self._item].append(block)
        else:
            self._complain(block, "these words stand in no item")

    def _take_section(self, line: str, block: Block) -> None:
        found = _SECTION.fullmatch(line)
        if not found or found["key"] not in self.titles:
            known = ", ".join(self.titles)
            self._complain(block, f"no such section; sections: {known}")
            return
        self._section, self._item = found["key"], ""
        self.order.setdefault(self._section, [])
        if not found["title"]:
            self._complain(block, "a section needs a title")
        if plain(found["title"]) != flat(self.titles[self._section]):
            self.titles[self._section] = plain(found["title"])

    def _take_item(self, line: str, block: Block) -> None:
        found = _ITEM.fullmatch(line)
        if not found or found["id"] not in self.items:
            self._complain(
                block,
                "this headline has no mark {#…} of an item of this issue; "
                "an item without evidence cannot be built",
            )
        elif found["id"] in self.parts:
            self._complain(block, "this item stands in the text twice")
        elif not self._section:
            self._complain(block, "this item stands in no section")
        elif not found["title"]:
            self._complain(block, "this item has no headline")
        else:
            self._begin(found["id"], plain(found["title"]))

    def _begin(self, item_id: str, headline: str) -> None:
        self._item = item_id
        self.order[self._section].append(item_id)
        self.parts[item_id] = []
        self.headlines[item_id] = headline


def _built(outline: _Outline, item_id: str, by: str) -> Item:
    """The item as the text has it; what is not understood goes to the complaints."""
    parts = Parts(outline.items[item_id], language=outline.issue.language, by=by)
    item = parts.item(outline.headlines[item_id], outline.parts[item_id])
    outline.complaints += parts.complaints
    return item


def _edited(outline: _Outline, built: dict[str, Item], by: str) -> Edited:
    """The edited issue, with what changed; whatever a person touched or moved is signed."""
    moved = _moved(outline)
    signed = {
        id_: replace(item, edited_by=by) if item != outline.items[id_] or id_ in moved else item
        for id_, item in built.items()
    }
    return Edited(
        issue=replace(outline.issue, sections=tuple(_sections(outline, signed))),
        changed=tuple(item for id_, item in signed.items() if item != outline.items[id_]),
        moved=tuple(id_ for id_ in built if id_ in moved),
        removed=tuple(id_ for id_ in outline.items if id_ not in built),
    )


def _sections(outline: _Outline, items: dict[str, Item]) -> Iterator[Section]:
    """The sections in the order of the text; one that was deleted stays, empty, at the end."""
    place = {key: number for number, key in enumerate(outline.order)}
    for section in sorted(outline.issue.sections, key=lambda each: place.get(each.key, len(place))):
        placed = tuple(items[id_] for id_ in outline.order.get(section.key, ()))
        taken_out = TAKEN_OUT if section.items else section.empty_because
        yield replace(
            section,
            title=outline.titles[section.key],
            items=placed,
            empty_because="" if placed else taken_out,
        )


def _moved(outline: _Outline) -> set[str]:
    """Items that came from another section, and the fewest whose move explains a new order."""
    moved: set[str] = set()
    for section in outline.issue.sections:
        before = {item.id: place for place, item in enumerate(section.items)}
        after = outline.order.get(section.key, [])
        stayed = [id_ for id_ in after if id_ in before]
        moved |= {id_ for id_ in after if id_ not in before}
        moved |= set(stayed) - _in_order(stayed, before)
    return moved


def _in_order(ids: Sequence[str], place: dict[str, int]) -> set[str]:
    """The longest run of `ids` that still stands in its old order (patience sorting)."""
    tops: list[int] = []
    chains: list[tuple[str, ...]] = []
    for id_ in ids:
        at = bisect_left(tops, place[id_])
        chain = (*(chains[at - 1] if at else ()), id_)
        tops[at : at + 1], chains[at : at + 1] = [place[id_]], [chain]
    return set(chains[-1]) if chains else set()
