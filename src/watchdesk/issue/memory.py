"""What already ran: the keys by which a story, link, quotation or picture is known again.

In: an issue and, for each key, the last issue in which it ran. Out: the same issue, each item
marked with what ran before and where. Nothing is taken out for it: the editor decides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from watchdesk.model import Dossier, Issue, Item, Ran, identity
from watchdesk.text.fold import fold


def keys_of(issue: Issue) -> frozenset[str]:
    """All keys of an issue."""
    return frozenset(key for item in issue.items for key, _ in _keys(item))


def with_memory(issue: Issue, ran: Mapping[str, int]) -> Issue:
    """The issue with what ran before marked on each item."""
    return issue.with_items({item.id: _remembered(item, ran) for item in issue.items})


def _remembered(item: Item, ran: Mapping[str, int]) -> Item:
    found = (Ran(what=what, issue=ran[key]) for key, what in _keys(item) if key in ran)
    return replace(item, ran=tuple(dict.fromkeys(found)))


def story_key(story_id: str) -> str:
    """The key of a story."""
    return f"story:{story_id}"


def entry_key(entry_id: str) -> str:
    """The key of an entry of a register."""
    return f"entry:{entry_id}"


def _keys(item: Item) -> Iterator[tuple[str, str]]:
    """Each key of an item with the word for what it is."""
    if item.story_id:
        yield story_key(item.story_id), "story"
    for link in item.links:
        yield f"link:{link.url}", "link"
    for quote in item.quotes:
        yield f"quotation:{identity(fold(quote.text).text.casefold())}", "quotation"
    if isinstance(item.detail, Dossier):
        yield entry_key(item.detail.entry), "entry"
    if item.photo:
        yield f"photo:{item.photo.digest}", "photo"
