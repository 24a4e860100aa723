"""The links of a web page: feeds that it names, and links that look like articles.

In: a page's bytes and address. Out: links with their words, in the page's order. A lexbor tree is
read; no script runs, nothing is fetched.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from watchdesk.sources.addresses import absolute, address_key

LARGEST = 4 * 1024 * 1024
"""Bytes of a page that are looked at; links of an article list come long before."""

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
FEWEST_WORDS = 3
FEWEST_LETTERS = 16

_AWAY = "nav, header, footer, aside, [role=navigation], [role=banner], [role=contentinfo]"
_LIST_PATH = re.compile(
    r"/(tags?|authors?|categor(y|ies)|topics?|search|login|signin|register|subscribe|about|contact"
    r"|privacy|terms|cookies?|feed|rss|page)(/|$)",
    re.IGNORECASE,
)
_ARTICLE_PATH = re.compile(r"\d{4}/\d{1,2}|\d{4,}|-\w+-\w+|\.s?html?$|/[^/]{25,}", re.IGNORECASE)
_FILE = re.compile(r"\.(jpe?g|png|gif|webp|svg|mp[34]|zip|css|js|xml|json)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageLink:
    """An absolute address and the words that carry it."""

    url: str
    words: str


def alternates(body: bytes, url: str) -> tuple[PageLink, ...]:
    """The feeds that a page names in its head, comment feeds last."""
    tree = LexborHTMLParser(body[:LARGEST])
    found = []
    for node in tree.css("link[rel~=alternate]"):
        if (node.attributes.get("type") or "").split(";")[0].strip() in FEED_TYPES:
            address = absolute(node.attributes.get("href"), base_of(tree, url))
            if address:
                found.append(PageLink(address, node.attributes.get("title") or ""))
    return tuple(sorted(found, key=_of_comments))


def _of_comments(link: PageLink) -> bool:
    return "comment" in f"{link.url} {link.words}".casefold()


def base_of(tree: LexborHTMLParser, url: str) -> str:
    """What relative links of a page are counted from."""
    node = tree.css_first("base[href]")
    return (absolute(node.attributes.get("href"), url) if node else None) or url


def article_links(
    body: bytes, url: str, *, match: str = "", skip: str = ""
) -> tuple[PageLink, ...]:
    """The links of a page that look like articles of its own site, each address once.

    `match` and `skip` are parts of an address that must, or must not, stand in it. The words of
    the longest link to an address count, as a picture and "read more" lead there too.
    """
    tree = LexborHTMLParser(body[:LARGEST])
    base, words = base_of(tree, url), dict[str, PageLink]()
    for node in _main_links(tree):
        address = absolute(node.attributes.get("href"), base)
        if not address or not _wanted(address, url, match=match, skip=skip):
            continue
        link = PageLink(address, " ".join(node.text(separator=" ").split()))
        key = address_key(address)
        if key not in words or len(link.words) > len(words[key].words):
            words[key] = link
    return tuple(link for link in words.values() if match or _tells(link))


def _main_links(tree: LexborHTMLParser) -> list[LexborNode]:
    away = {node.mem_id for part in tree.css(_AWAY) for node in part.css("a[href]")}
    links = tree.css("a[href]")
    inside = [node for node in links if node.mem_id not in away]
    return inside or links


def _wanted(address: str, page: str, *, match: str, skip: str) -> bool:
    parts, here = urlsplit(address), urlsplit(page)
    if (parts.hostname or "").removeprefix("www.") != (here.hostname or "").removeprefix("www."):
        return False
    if (skip and skip in address) or address_key(address) == address_key(page):
        return False
    return match in address if match else not _FILE.search(parts.path)


def _tells(link: PageLink) -> bool:
    """Whether an address and its words look like an article: a headline, at a path of its own."""
    path = urlsplit(link.url).path + "?" + urlsplit(link.url).query
    if _LIST_PATH.search(urlsplit(link.url).path) and not _ARTICLE_PATH.search(path):
        return False
    headline = len(link.words.split()) >= FEWEST_WORDS and len(link.words) >= FEWEST_LETTERS
    return headline and (bool(_ARTICLE_PATH.search(path)) or path.count("/") >= 2)
