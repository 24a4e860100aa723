"""What a pasted address is: a feed, a sitemap, a page of articles, or one page to watch.

In: the address, its capture and bytes (or the problem that came instead). Out: what was found
and why, or the addresses to try next; the caller fetches them. Nothing is guessed from the name
alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from watchdesk.model import Problem, Source
from watchdesk.sources.entries import is_html, read_feed
from watchdesk.sources.entry import NotAFeed, cut
from watchdesk.sources.feed import FeedOptions
from watchdesk.sources.links import alternates, article_links
from watchdesk.sources.page import PageOptions
from watchdesk.sources.sitemap import SitemapOptions
from watchdesk.sources.tree import parsed
from watchdesk.sources.watch import WatchOptions

COMMON_PLACES = ("/feed", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml")
"""Where most publishing programs put their feed; asked only where the page names none."""

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_WIDE_MARKS = frozenset({b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<"})

FEWEST_ARTICLES = 5
"""A page with fewer article links is more likely an article itself, to be watched for change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an address is: a kind of source with its address, a title, and the reason in words.

    `kind` is empty where nothing can be watched there; `why` then says what stands in the way.
    `next_places` are addresses worth asking before this is settled, `alternatives` the other feeds
    that the page names.
    """

    kind: str
    url: str
    title: str = ""
    language: str | None = None
    why: str = ""
    next_places: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()


def blocked(problem: Problem, url: str) -> Found:
    """An address that could not be had, with the reason."""
    return Found(kind="", url=url, why=problem.message)


def discover(url: str, media_type: str, body: bytes) -> Found:
    """What stands at `url`: the bytes decide, the media type helps."""
    if body[:5] == b"%PDF-":
        name = urlsplit(url).path.rpartition("/")[2]
        return Found(kind="watch", url=url, title=name, why="a PDF, watched for change")
    if is_html(body) or (media_type in _PAGES and _is_text(body)):
        return _page(url, body)
    if is_sitemap(body):
        return Found(kind="sitemap", url=url, title=_host(url), why="a sitemap")
    try:
        feed = read_feed(body, url)
    except NotAFeed as error:
        return Found(kind="", url=url, why=f"nothing that can be watched: {error}")
    title = feed.title or _host(url)
    return Found(kind="feed", url=url, title=title, why=f"a feed of {len(feed.entries)} entries")


def _is_text(body: bytes) -> bool:
    """Whether bytes that are said to be a page can be one; a program has zero bytes early on."""
    return bool(body.strip()) and (b"\x00" not in body[:512] or body[:2] in _WIDE_MARKS)


def is_sitemap(body: bytes) -> bool:
    """Whether the first bytes are those of a sitemap or an index of sitemaps."""
    head = body[:2_000]
    return b"<urlset" in head or b"<sitemapindex" in head


def _page(url: str, body: bytes) -> Found:
    tree = parsed(body)
    title, language = _title(tree) or _host(url), _language(tree)
    if feeds := alternates(tree, url):
        return Found(
            kind="feed",
            url=feeds[0].url,
            title=title,
            language=language,
            why=_why_feed(len(feeds)),
            alternatives=tuple(feed.url for feed in feeds[1:]),
        )
    links = article_links(tree, url)
    kind = "page" if len(links) >= FEWEST_ARTICLES else "watch"
    reason = f"{len(links)} links to articles" if kind == "page" else "one page, watched for change"
    return Found(
        kind=kind,
        url=url,
        title=title,
        language=language,
        why=f"no feed named; {reason}",
        next_places=tuple(urljoin(url, place) for place in COMMON_PLACES) if _is_home(url) else (),
    )


def _why_feed(named: int) -> str:
    return "the page names this feed" + (f" and {named - 1} more" if named > 1 else "")


def _is_home(url: str) -> bool:
    """Whether an address is a site's front, where a feed in a common place would be its own."""
    return urlsplit(url).path.strip("/").count("/") == 0 and len(urlsplit(url).path) <= 4


def _title(tree: LexborHTMLParser) -> str:
    site = tree.css_first("meta[property='og:site_name']")
    named = site.attributes.get("content") if site else None
    node = tree.css_first("title")
    return cut(named or (node.text() if node else ""), 80)


def _language(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("html[lang]")
    code = (node.attributes.get("lang") or "").strip().lower()[:2] if node else ""
    return code if code.isalpha() else None


def _host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")


_COMMON_LABELS = frozenset({"www", "feeds", "feed", "rss", "m", "en"})
_ENDINGS = frozenset({"localhost", "test", "example", "info", "news", "online", "press", "museum"})

_OPTIONS: dict[str, type] = {
    "feed": FeedOptions,
    "sitemap": SitemapOptions,
    "page": PageOptions,
    "watch": WatchOptions,
}


def source_from(found: Found, *, taken: Iterable[str], title: str = "", party: str = "") -> Source:
    """A source of what was found, with a short id that is not taken yet."""
    name = title or found.title
    return Source(
        id=new_id(found.url, set(taken)),
        kind=found.kind,
        options=_OPTIONS[found.kind](url=found.url),
        title=name,
        party=party,
        language=found.language,
    )


def new_id(url: str, taken: set[str]) -> str:
    """A short id of an address's host, with a number where it is taken.

    What every host has (www, feeds, the country's ending) is left out; where the host is only a
    number, the first part of the path names the source.
    """
    parts = [part for part in _host(url).split(".") if part not in _COMMON_LABELS]
    while len(parts) > 1 and (len(parts[-1]) <= 3 or parts[-1] in _ENDINGS):
        parts.pop()
    if all(part.isdigit() for part in parts) or parts == ["localhost"]:
        parts = urlsplit(url).path.strip("/").split("/")[:1]
    letters = "".join(c if c.isalnum() else "-" for c in "-".join(parts).casefold())
    base = re.sub("-+", "-", letters).strip("-")[:40] or "source"
    number, name = 1, base
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name
