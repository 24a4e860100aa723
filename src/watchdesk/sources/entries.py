"""Feeds of every version read into entries, as the feed prints them.

In: the bytes of an RSS 0.9 to 2.0, RDF or Atom feed, or of a JSON Feed. Out: entries with raw
ids and addresses (made absolute), or a `NotAFeed` that says why there are none. The fast parser
comes first; the tolerant one where it fails or finds nothing. Nothing is sanitised: that is done
once, at display.
"""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import fastfeedparser

LONGEST_TITLE = 500
LONGEST_ID = 1_000
LONGEST_SUMMARY = 20_000

_OWN_ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)
_ROOT_ENDS = (b"</rss>", b"</feed>", b"</rdf>", b"</channel>")
_HTML = re.compile(rb"^\s*(<!--.*?-->\s*)*<(!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class NotAFeed(Exception):  # noqa: N818 - it names what the bytes are, not what went wrong in here
    """These bytes hold no feed; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as printed; dates are what the parser made of them, ISO 8601 or raw."""

    id: str = ""
    url: str = ""
    title: str = ""
    published: object = None
    updated: object = None
    authors: tuple[str, ...] = ()
    summary: str = ""
    content: str = ""
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed's title and entries; `damage` says what was wrong with a feed that could be read."""

    title: str
    entries: tuple[Entry, ...]
    damage: str = ""


def read_feed(body: bytes, url: str) -> Feed:
    """The entries of a feed; `NotAFeed` where there is none in `body`."""
    if not body.strip():
        raise NotAFeed("nothing stands there")
    if is_html(body):
        raise NotAFeed("a web page stands there")
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _json_feed(body, url)
    if _OWN_ENTITIES.search(body, 0, 200_000):
        raise NotAFeed("it declares entities of its own, which are not expanded")
    return _xml_feed(body.removeprefix(b"\xef\xbb\xbf").lstrip(), url)


def is_html(body: bytes) -> bool:
    """Whether the bytes are a web page by their first element."""
    return bool(_HTML.match(body[:4_000].removeprefix(b"\xef\xbb\xbf")))


def _json_feed(body: bytes, url: str) -> Feed:
    from watchdesk.sources.jsonfeed import read_json_feed  # noqa: PLC0415 - most feeds are XML

    return read_json_feed(body, url)


def _xml_feed(body: bytes, url: str) -> Feed:
    try:
        read = fastfeedparser.parse(body, include_media=False, include_enclosures=False)
    except Exception:  # noqa: BLE001 - whatever it stumbled over, the tolerant parser is asked
        read = None
    if read is None or not read.get("entries"):
        read = _tolerant(body) or read
    if read is None:
        raise NotAFeed("no feed can be read there")
    entries = tuple(_entry(found, url) for found in read["entries"])
    title = str((read.get("feed") or {}).get("title") or "")
    return Feed(title=cut(title), entries=entries, damage=_damage(body))


def _tolerant(body: bytes) -> Any:
    """What feedparser reads, with its sanitising off; None where it sees no feed either."""
    import feedparser  # noqa: PLC0415 - heavy, and needed for one feed in thirty

    read = feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)
    return read if read.get("version") or read["entries"] else None


def _damage(body: bytes) -> str:
    tail = body[-400:].lower()
    whole = any(end in re.sub(rb"</\w+:", b"</", tail) for end in _ROOT_ENDS)
    return "" if whole else "it breaks off before its end"


def _entry(found: Any, url: str) -> Entry:
    entry_id = str(found.get("id") or "")
    link = str(found.get("link") or "") or _link_of_id(found, entry_id)
    content = found.get("content") or ()
    return Entry(
        id=entry_id,
        url=urljoin(url, link) if link and not _SCHEME.match(link) else link,
        title=str(found.get("title") or ""),
        published=_date(found, "published"),
        updated=_date(found, "updated"),
        authors=_authors(found),
        summary=str(found.get("summary") or found.get("description") or ""),
        content=str(content[0].get("value") or "") if content else "",
        categories=tuple(str(tag.get("term") or "") for tag in found.get("tags") or ()),
    )


def _link_of_id(found: Any, entry_id: str) -> str:
    """An entry without a link leads where its id does, if that is an address."""
    for link in found.get("links") or ():
        if link.get("href") and link.get("rel") in {None, "alternate"}:
            return str(link["href"])
    return entry_id if _SCHEME.match(entry_id) else ""


def _date(found: Any, name: str) -> object:
    if parsed := found.get(f"{name}_parsed"):
        year, month, day, hour, minute, second = parsed[:6]
        return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
    return found.get(name)


def _authors(found: Any) -> tuple[str, ...]:
    names = [str(author.get("name") or "") for author in found.get("authors") or ()]
    names = [name for name in names if name] or [str(found.get("author") or "")]
    return tuple(name for name in names if name)


def cut(text: str, longest: int = LONGEST_TITLE) -> str:
    """A text on one line, at most so long, without characters that no file takes."""
    flat = " ".join(text[: longest * 4].replace("\x00", "").split())
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"
