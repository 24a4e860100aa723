"""JSON Feed 1.0 and 1.1, read tolerantly: what has another type than it should is left out.

In: bytes. Out: a `Feed`, or `NotAFeed`. See https://www.jsonfeed.org/version/1.1/.
"""

import json
from typing import Any

from watchdesk.sources.entry import Entry, Feed, NotAFeed, joined


def read_json_feed(body: bytes, url: str) -> Feed:
    """The entries of a JSON Feed; what is no object, or tells nothing but an id, is noted."""
    try:
        feed = json.loads(body.decode("utf-8-sig", "replace"), parse_int=_number)
    except (ValueError, RecursionError) as error:
        raise NotAFeed("it is no JSON that can be read") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise NotAFeed("it is JSON, but no JSON Feed: it has no list of items")
    entries = [_entry(item, url) for item in items if isinstance(item, dict)]
    usable = tuple(entry for entry in entries if entry.url or entry.title or entry.content)
    damage = f"{len(items) - len(usable)} of its items cannot be read"
    return Feed(
        title=_text(feed, "title"),
        entries=usable,
        damage=damage if len(usable) < len(items) else "",
    )


def _number(digits: str) -> int:
    return int(digits[:30])  # a number of thousands of digits is an attack, not an id


def _entry(item: dict[str, Any], url: str) -> Entry:
    link = _text(item, "url") or _text(item, "external_url")
    return Entry(
        id=_text(item, "id"),
        url=joined(url, link),
        title=_text(item, "title"),
        published=_text(item, "date_published"),
        updated=_text(item, "date_modified"),
        authors=_authors(item),
        summary=_text(item, "summary") or _text(item, "content_text"),
        content=_text(item, "content_html"),
        categories=tuple(tag for tag in _list(item, "tags") if isinstance(tag, str)),
    )


def _text(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    if isinstance(value, int) and not isinstance(value, bool) and name == "id":
        return str(value)  # version 1.0 allowed numbers, and many feeds have them
    return value if isinstance(value, str) else ""


def _list(item: dict[str, Any], name: str) -> list[Any]:
    value = item.get(name)
    return value if isinstance(value, list) else []


def _authors(item: dict[str, Any]) -> tuple[str, ...]:
    authors = _list(item, "authors") or [item.get("author")]
    names = (_text(author, "name") for author in authors if isinstance(author, dict))
    return tuple(name for name in names if name)
