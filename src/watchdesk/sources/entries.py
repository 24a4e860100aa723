"""Feeds of every version read into entries, as the feed prints them.

In: the bytes of an RSS 0.9 to 2.0, RDF or Atom feed, or of a JSON Feed. Out: entries with raw
ids and absolute addresses, or a `NotAFeed` that says why there are none. The fast parser comes
first; the tolerant one where it fails, or finds fewer entries than stand there. Nothing is
sanitised: that is done once, at display.
"""

import re
from dataclasses import replace
from typing import Any

import fastfeedparser

from watchdesk.sources.entry import SCHEME, Entry, Feed, NotAFeed, cut, joined
from watchdesk.sources.packed import Oversized, unpacked
from watchdesk.sources.printed import Printed, has_odd_dates, printed
from watchdesk.sources.wellformed import Xml, well_formed

_BEGINS = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]")
_ENDS = (b"</item>", b"</entry>", b":item>", b":entry>")
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_NO_PAGE = frozenset({"enclosure", "self", "hub", "edit", "replies", "license"})


def read_feed(body: bytes, url: str, *, charset: str | None = None) -> Feed:
    """The entries of a feed; `NotAFeed` where there is none in `body`.

    `url` is what relative links count from; `charset` is what the transport said of the bytes.
    """
    try:
        body = unpacked(body)
    except Oversized as error:
        raise NotAFeed(str(error)) from error
    if not body.strip():
        raise NotAFeed("nothing stands there")
    if is_html(body):
        raise NotAFeed("a web page stands there")
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}:
        return _json_feed(body, url)
    return _xml_feed(well_formed(body, charset), url)


def is_html(body: bytes) -> bool:
    """Whether the bytes are a web page by their first element."""
    return bool(_HTML.match(body[:4_000].removeprefix(b"\xef\xbb\xbf")))


def _json_feed(body: bytes, url: str) -> Feed:
    from watchdesk.sources.jsonfeed import read_json_feed  # noqa: PLC0415 - most feeds are XML

    return read_json_feed(body, url)


def _xml_feed(xml: Xml, url: str) -> Feed:
    read = _fast(xml.body)
    begun = len(_BEGINS.findall(xml.body)) if xml.damage else 0
    if read is None or not read["entries"] or len(read["entries"]) < begun:
        read = _tolerant(xml.body, read)
    if read is None:
        raise NotAFeed("no feed can be read there")
    found = read["entries"][: _whole(xml)] if xml.breaks_off else read["entries"]
    entries = tuple(_entry(one, url) for one in found)
    guessed = read.get("dates") != "as printed"
    if guessed and (has_odd_dates(xml.body) or _is_based(xml.body, found)):
        entries = _as_printed(entries, found, printed(xml.body, url))
    title = str((read.get("feed") or {}).get("title") or "")
    return Feed(title=cut(title), entries=entries, damage=xml.damage)


def _whole(xml: Xml) -> int:
    """How many entries of a feed that breaks off have come to their end."""
    return sum(xml.body.count(end) for end in _ENDS)


def _is_based(body: bytes, found: list[Any]) -> bool:
    """Whether relative links stand there that count from another address than the feed's."""
    if b"xml:base" not in body:
        return False
    return any((link := _link(one)) and not SCHEME.match(link) for one in found)


def _fast(body: bytes) -> Any:
    try:
        return fastfeedparser.parse(body, include_media=False, include_enclosures=False)
    except Exception:  # noqa: BLE001 - whatever it stumbled over, the tolerant parser is asked
        return None


def _tolerant(body: bytes, before: Any) -> Any:
    """What feedparser reads, with its sanitising off, if that is more than was read `before`."""
    import feedparser  # noqa: PLC0415 - heavy, and needed for one feed in thirty

    read = feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)
    if not read.get("version") and not read["entries"]:
        return before
    if before and len(before["entries"]) >= len(read["entries"]):
        return before
    # As plain tables: feedparser's own answer with a warning, or with one date for another.
    entries = [dict(entry) for entry in read["entries"]]
    return {"feed": dict(read["feed"]), "entries": entries, "dates": "as printed"}


def _entry(found: Any, url: str) -> Entry:
    entry_id = str(found.get("id") or "")
    link = _link(found) or (entry_id if SCHEME.match(entry_id) else "")
    summary = str(found.get("summary") or found.get("description") or "")
    content = _content(found)
    return Entry(
        id=entry_id,
        url=joined(url, link),
        title=str(found.get("title") or ""),
        published=str(found.get("published") or ""),
        updated=str(found.get("updated") or ""),
        authors=_authors(found),
        summary=summary,
        content="" if content == summary else content,  # the parsers fill one with the other
        categories=tuple(str(tag.get("term") or "") for tag in found.get("tags") or ()),
    )


def _content(found: Any) -> str:
    contents = found.get("content") or ()
    return str(contents[0].get("value") or "") if contents else ""


def _link(found: Any) -> str:
    """The address of an entry's page; a recording or the feed itself is none."""
    link = str(found.get("link") or "")
    links = found.get("links") or ()
    if link and not any(one.get("href") == link and one.get("rel") in _NO_PAGE for one in links):
        return link
    pages = (one for one in links if one.get("rel") not in _NO_PAGE)
    return next((str(one["href"]) for one in pages if one.get("href")), "")


def _authors(found: Any) -> tuple[str, ...]:
    names = [str(author.get("name") or "") for author in found.get("authors") or ()]
    names = [name for name in names if name] or [str(found.get("author") or "")]
    return tuple(name for name in names if name)


def _as_printed(
    entries: tuple[Entry, ...], found: list[Any], stand: tuple[Printed, ...]
) -> tuple[Entry, ...]:
    """Entries with the dates and links that stand there, or no date where that is uncertain."""
    if len(stand) < len(entries):
        return tuple(replace(entry, published="", updated="") for entry in entries)
    return tuple(
        replace(
            entry,
            url=joined(own.base, _link(one)) or entry.url,
            published=own.published or (entry.published and own.updated),
            updated=own.updated,
        )
        for entry, one, own in zip(entries, found, stand, strict=False)
    )
