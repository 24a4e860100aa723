"""What an editor does to an issue, one item at a time.

In: an item or an issue, and the change. Out: the item or issue as it then stands. A changed line
keeps all evidence of its item and is signed; an unchanged one stays the archive's. Quotations and
links are given as values made from the archive, never as words. `UsageError` where the change has
no meaning (a line that is not there, a headline without words).
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TypeVar

from watchdesk.issue.markdown import flat
from watchdesk.model import (
    Evidence,
    Issue,
    Item,
    ItemLink,
    Line,
    Photo,
    Quoted,
    Section,
    UsageError,
    identity,
)

T = TypeVar("T")

TAKEN_OUT = "An editor took the items out."

MEANT = 0.6
"""So much of the new words has to stand in the old ones, in their order: an editor may cut a
quotation to a clause, and mend a slip in it, and still means the same one."""


def version_of(item: Item) -> str:
    """What two editors must agree on before one of them changes an item's words.

    It follows from the words, quotations, links and picture alone: a move, or a number of sources
    that grew, is no reason to refuse a sentence.
    """
    words = (item.headline, item.lines, item.quotes, item.links, item.photo)
    return identity("version", repr(words))


def shared(words: str, old: str) -> float:
    """How much of the new words stands in the old ones, in their order, from 0 to 1."""
    mine = words.split()
    runs = SequenceMatcher(None, mine, old.split(), autojunk=False).get_matching_blocks()
    return sum(run.size for run in runs) / len(mine) if mine else 0.0


def line(
    words: str, old: Sequence[Line], evidence: tuple[Evidence, ...], *, by: str, language: str
) -> Line:
    """One of `old` where the words are its own; else signed, with all the evidence."""
    for one in old:
        if flat(one.text) == words:
            return one
    near = max(old, key=lambda each: shared(words, each.text), default=None)
    meant = near is not None and shared(words, near.text) >= MEANT
    spoken = near.language if near and meant else language
    return Line(text=words, evidence=evidence, by=by, language=spoken)


# ── the words of an item ──────────────────────────────────────────────────────────────────────────


def with_headline(item: Item, words: str, *, by: str, language: str) -> Item:
    """The item under other words."""
    said = _signed(item, words, (item.headline,), by=by, language=language)
    return replace(item, headline=said)


def with_words(item: Item, headline: str, lines: Sequence[str], *, by: str, language: str) -> Item:
    """The item with this headline and these lines, each unchanged one as it was."""
    said = tuple(
        _signed(item, words, item.lines, by=by, language=language)
        for words in lines
        if words.strip()
    )
    return replace(with_headline(item, headline, by=by, language=language), lines=said)


def _signed(item: Item, words: str, old: Sequence[Line], *, by: str, language: str) -> Line:
    said = flat(words)
    if not said:
        raise UsageError("A line needs words; to take it out, remove it.")
    evidence = tuple(dict.fromkeys(item.evidence))
    return line(said, old, evidence, by=by, language=language)


# ── what comes from the archive ───────────────────────────────────────────────────────────────────


def with_quotation(item: Item, quote: Quoted) -> Item:
    """The item with one more quotation; one that is there already is not put twice."""
    if any(one.evidence == quote.evidence for one in item.quotes):
        return item
    return replace(item, quotes=(*item.quotes, quote))


def without_quotation(item: Item, number: int) -> Item:
    """The item without a quotation."""
    _at(item.quotes, number, "quotation")
    return replace(item, quotes=(*item.quotes[:number], *item.quotes[number + 1 :]))


def with_link(item: Item, link: ItemLink, words: str) -> Item:
    """The item with one more link, under these words where there are any."""
    if any(one.url == link.url for one in item.links):
        raise UsageError("The item leads there already.")
    return replace(item, links=(*item.links, replace(link, words=flat(words) or link.words)))


def with_link_words(item: Item, number: int, words: str) -> Item:
    """The item with other words over a link."""
    old, said = _at(item.links, number, "link"), flat(words)
    if not said:
        raise UsageError("A link needs words.")
    links = (*item.links[:number], replace(old, words=said), *item.links[number + 1 :])
    return replace(item, links=links)


def without_link(item: Item, number: int) -> Item:
    """The item without a link."""
    _at(item.links, number, "link")
    return replace(item, links=(*item.links[:number], *item.links[number + 1 :]))


def with_photo(item: Item, photo: Photo | None) -> Item:
    """The item with another picture, or none."""
    return replace(item, photo=photo)


def with_photo_words(item: Item, *, caption: str, credit: str, licence: str, alt: str) -> Item:
    """The item with other words at its picture."""
    if item.photo is None:
        raise UsageError("This item has no picture.")
    said = {"caption": caption, "credit": credit, "licence": licence, "alt": alt}
    return replace(item, photo=replace(item.photo, **{k: flat(v) for k, v in said.items()}))


def joined(item: Item, other: Item) -> Item:
    """An item with the quotations, links and picture of another that it does not have yet."""
    for quote in other.quotes:
        item = with_quotation(item, quote)
    known = {link.url for link in item.links}
    links = (*item.links, *(link for link in other.links if link.url not in known))
    return replace(item, links=links, photo=item.photo or other.photo)


def _at(parts: Sequence[T], number: int, name: str) -> T:
    if not 0 <= number < len(parts):
        raise UsageError(f"This item has no {name} {number + 1}.")
    return parts[number]


def _put(parts: tuple[T, ...], part: T, number: int | None) -> tuple[T, ...]:
    """The parts with one more at a place, at the end where the place is None or beyond it."""
    place = len(parts) if number is None else max(0, min(number, len(parts)))
    return (*parts[:place], part, *parts[place:])


# ── the items of an issue ─────────────────────────────────────────────────────────────────────────


def with_item(issue: Issue, item: Item) -> Issue:
    """The issue with an item as it now is, in its place."""
    sections = tuple(
        replace(each, items=tuple(item if one.id == item.id else one for one in each.items))
        for each in issue.sections
    )
    return replace(issue, sections=sections)


def with_placed(issue: Issue, item: Item, section: str, position: int | None) -> Issue:
    """The issue with an item in a section, at a place there or at its end."""
    if section not in {each.key for each in issue.sections}:
        known = ", ".join(each.key for each in issue.sections)
        raise UsageError(f"There is no section '{section}'; there are: {known}.")
    rest = without_items(issue, {item.id})
    sections = tuple(
        replace(each, items=_put(each.items, item, position), empty_because="")
        if each.key == section
        else each
        for each in rest.sections
    )
    return replace(issue, sections=sections)


def without_items(issue: Issue, ids: Collection[str]) -> Issue:
    """The issue without some items; a section that they leave empty says so."""
    return replace(issue, sections=tuple(_without(each, ids) for each in issue.sections))


def _without(section: Section, ids: Collection[str]) -> Section:
    left = tuple(item for item in section.items if item.id not in ids)
    emptied = TAKEN_OUT if section.items and not left else section.empty_because
    return replace(section, items=left, empty_because=emptied)
