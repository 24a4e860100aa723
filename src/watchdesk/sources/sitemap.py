"""The kind "sitemap": sitemaps, news sitemaps, their indexes, and plain lists of addresses.

In: a source and the capture of its sitemap. Out: leads, newest first; an index gives the
sitemaps it names as requests, newest first and at most so many. See
https://www.sitemaps.org/protocol.html.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from lxml import etree

from watchdesk.model import Capture, Code, Lead, Problem, Purpose, Request, Source, Stage
from watchdesk.sources.addresses import absolute
from watchdesk.sources.dates import moment, read
from watchdesk.sources.entries import is_html
from watchdesk.sources.entry import cut
from watchdesk.sources.kind import Reading, SourceKind
from watchdesk.sources.packed import Oversized, unpacked

MOST_ROWS = 50_000
"""The protocol's own limit for one sitemap."""

MOST_SITEMAPS = 20
"""An index of years of archives names hundreds; what is new stands in the newest few."""

_NEVER = datetime.min.replace(tzinfo=UTC)


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
        root, rows = _rows(unpacked(body), capture.url)
    except (Oversized, etree.XMLSyntaxError, ValueError) as error:
        return Reading(problems=(_unreadable(capture, str(error)),))
    if root == "sitemapindex":
        return Reading(requests=tuple(_inner(rows, source, capture, options.url)))
    wanted = [row for row in rows if options.match in row.url]
    wanted.sort(key=_date_of, reverse=True)
    return Reading(leads=tuple(_lead(row, source, capture) for row in wanted[: options.most]))


def _inner(rows: list[_Row], source: Source, capture: Capture, root: str) -> Iterator[Request]:
    """The newest sitemaps of an index: by their dates, else by the numbers in their names.

    Only the index that the source names leads further: an index in an index could go on for ever.
    """
    if root not in {capture.asked, capture.url}:
        return
    rows = sorted(rows, key=lambda row: (_date_of(row), _numbers(row.url)), reverse=True)
    urls = dict.fromkeys(row.url for row in rows if row.url not in {capture.asked, capture.url})
    for url in list(urls)[:MOST_SITEMAPS]:
        yield Request(url=url, source_id=source.id, purpose=Purpose.INDEX, found_in=capture.id)


def _date_of(row: _Row) -> datetime:
    return read(row.published) or read(row.changed) or _NEVER


def _numbers(url: str) -> tuple[int, ...]:
    return tuple(int(digits[:18]) for digits in re.findall(r"\d+", url))


def _lead(row: _Row, source: Source, capture: Capture) -> Lead:
    return Lead(
        url=row.url,
        source_id=source.id,
        found_in=capture.id,
        title=cut(row.title),
        published=moment(row.published, seen=capture.fetched_at),
        updated=moment(row.changed, seen=capture.fetched_at),
    )


def _rows(body: bytes, base: str) -> tuple[str, list[_Row]]:
    """The local name of the first element ("text" for a plain list), and the addresses."""
    if is_html(body):
        raise ValueError("a web page stands there")
    body = body.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not body.startswith(b"<"):
        lines = body.decode("utf-8", "replace").splitlines()[:MOST_ROWS]
        rows = [
            _Row(url=url) for line in lines if _is_address(line) and (url := absolute(line, base))
        ]
        if not rows:
            raise ValueError("neither a sitemap nor a list of addresses stands there")
        return "text", rows
    return _from_xml(body, base)


def _is_address(line: str) -> bool:
    return line.strip().startswith(("http://", "https://"))


def _from_xml(body: bytes, base: str) -> tuple[str, list[_Row]]:
    """Read element by element, so that a large sitemap never stands in memory as a tree."""
    events = etree.iterparse(
        BytesIO(body), events=("start", "end"), recover=True, resolve_entities=False,
        no_network=True, load_dtd=False, huge_tree=False,
    )  # fmt: skip
    root, rows = "", list[_Row]()
    for event, node in events:
        root = root or _local(node)
        if event == "end" and _local(node) in {"url", "sitemap"}:
            if row := _row(node, base):
                rows.append(row)
            node.clear()
            if len(rows) >= MOST_ROWS:
                break
    if root not in {"urlset", "sitemapindex"}:
        raise ValueError(f"its first element is <{root[:40]}>, not <urlset> or <sitemapindex>")
    return root, rows


def _row(node: "etree._Element", base: str) -> _Row | None:
    """One address with what is said of it; pictures and films have addresses and titles as well."""
    texts = dict(_texts(node))
    for news in node:
        if _local(news) == "news":
            texts |= dict(_texts(news))
    url = absolute(texts.get("loc"), base)
    if url is None:
        return None
    return _Row(
        url=url,
        title=texts.get("title", ""),
        published=texts.get("publication_date", ""),
        changed=texts.get("lastmod", ""),
    )


def _texts(node: "etree._Element") -> Iterator[tuple[str, str]]:
    for child in node:
        if child.text and child.text.strip():
            yield _local(child), child.text.strip()


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
