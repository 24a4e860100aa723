"""The kind "sitemap": sitemaps, news sitemaps, their indexes, and plain lists of addresses.

In: a source and the capture of its sitemap. Out: leads, newest first; an index gives the
sitemaps it names as requests, newest first and at most so many. See
https://www.sitemaps.org/protocol.html.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from watchdesk.model import Capture, Code, Lead, Problem, Purpose, Request, Source, Stage
from watchdesk.sources.addresses import absolute
from watchdesk.sources.dates import moment
from watchdesk.sources.entries import cut, is_html
from watchdesk.sources.kind import Reading, SourceKind

LARGEST = 50 * 1024 * 1024
"""The protocol's own limit for one sitemap, unpacked."""

MOST_SITEMAPS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapOptions:
    """A sitemap.

    Attributes:
        url: the sitemap's address.
        match: a part that an article's address must have, such as "/news/"; empty for all.
        every_minutes: how often a timer's run asks, in minutes.
        most: how many addresses of one reading are looked at, the newest first.
    """

    url: str
    match: str = ""
    every_minutes: int = 60
    most: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    url: str
    title: str = ""
    published: str = ""
    changed: str = ""


def requests(source: Source) -> tuple[Request, ...]:
    """The sitemap itself."""
    options = source.options
    assert isinstance(options, SitemapOptions)
    return (Request(url=options.url, source_id=source.id, purpose=Purpose.INDEX),)


def leads(source: Source, capture: Capture, body: bytes) -> Reading:
    """The addresses of a sitemap as leads, or those of an index as requests."""
    options = source.options
    assert isinstance(options, SitemapOptions)
    try:
        root, rows = _rows(_unpacked(body), capture.url)
    except (etree.XMLSyntaxError, zlib.error, ValueError) as error:
        return Reading(problems=(_unreadable(capture, str(error)),))
    rows.sort(key=lambda row: row.changed or row.published, reverse=True)
    if root == "sitemapindex":
        return Reading(requests=tuple(_inner(rows, source, capture, options.url)))
    wanted = [row for row in rows if options.match in row.url]
    return Reading(leads=tuple(_lead(row, source, capture) for row in wanted[: options.most]))


def _inner(rows: list[_Row], source: Source, capture: Capture, root: str) -> Iterator[Request]:
    """Only the index that the source names leads further: an index in an index could go on."""
    if root not in {capture.asked, capture.url}:
        return
    for url in list(dict.fromkeys(row.url for row in rows))[:MOST_SITEMAPS]:
        if url not in {capture.asked, capture.url}:
            yield Request(url=url, source_id=source.id, purpose=Purpose.INDEX, found_in=capture.id)


def _lead(row: _Row, source: Source, capture: Capture) -> Lead:
    return Lead(
        url=row.url,
        source_id=source.id,
        found_in=capture.id,
        title=cut(row.title),
        published=moment(row.published, seen=capture.fetched_at),
        updated=moment(row.changed, seen=capture.fetched_at),
    )


def _unpacked(body: bytes) -> bytes:
    if body[:2] != b"\x1f\x8b":
        return body
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    whole = unpacker.decompress(body, LARGEST)
    if unpacker.unconsumed_tail:
        raise ValueError("it is larger than sitemaps may be")
    return whole


def _rows(body: bytes, base: str) -> tuple[str, list[_Row]]:
    if is_html(body):
        raise ValueError("a web page stands there")
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        lines = body.decode("utf-8", "replace").split()
        return "text", [_Row(url=url) for line in lines if (url := absolute(line, base))]
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    root = etree.fromstring(body.removeprefix(b"\xef\xbb\xbf").lstrip(), parser)
    if root is None:
        raise ValueError("no sitemap can be read there")
    return _local(root), [row for node in root if (row := _row(node, base)) is not None]


def _row(node: "etree._Element", base: str) -> _Row | None:
    texts: dict[str, str] = {}
    for child in node.iter():
        if child.text and child.text.strip():
            texts.setdefault(_local(child), child.text.strip())  # pictures have a loc as well
    url = absolute(texts.get("loc"), base)
    if url is None:
        return None
    return _Row(
        url=url,
        title=texts.get("title", ""),
        published=texts.get("publication_date", ""),
        changed=texts.get("lastmod", ""),
    )


def _local(node: "etree._Element") -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _unreadable(capture: Capture, why: str) -> Problem:
    return Problem(
        stage=Stage.GATHER,
        subject=capture.asked,
        code=Code.NOT_A_FEED,
        message=f"No sitemap can be read at {capture.asked}: {why}.",
        source_id=capture.source_id,
    )


KIND = SourceKind(
    name="sitemap",
    about="a sitemap, news sitemap, sitemap index or list of addresses",
    options=SitemapOptions,
    requests=requests,
    leads=leads,
)
