"""The links of a web page: feeds that it names, and links that look like articles.

In: a page's tree and address. Out: links with their words, in the page's order. A lexbor tree is
read; no script runs, nothing is fetched.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from watchdesk.sources.addresses import absolute, address_key

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
FEWEST_WORDS = 3
FEWEST_LETTERS = 16
FEWEST_WIDE_LETTERS = 8
"""Chinese, Japanese and Korean say in eight letters what takes three words elsewhere."""

_HIGHEST = 40
"""Ancestors looked at: pages nest less deeply, and those that nest more do so to hurt."""

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


def alternates(tree: LexborHTMLParser, url: str) -> tuple[PageLink, ...]:
    """The feeds that a page names in its head, comment feeds last."""
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
    tree: LexborHTMLParser, url: str, *, match: str = "", skip: str = ""
) -> tuple[PageLink, ...]:
    """The links of a page that look like articles of its own site, each address once.

    `match` and `skip` are parts of an address that must, or must not, stand in it. The words of
    the longest link to an address count, as a picture and "read more" lead there too.
    """
    base, words = base_of(tree, url), dict[str, PageLink]()
    for node in _main_links(tree):
        address = absolute(node.attributes.get("href"), base)
        if not address or not _wanted(address, url, match=match, skip=skip):
            continue
        link = PageLink(address, _words_of(node))
        key = address_key(address)
        if key not in words or len(link.words) > len(words[key].words):
            words[key] = link
    return tuple(link for link in words.values() if match or _tells(link))


def _words_of(node: LexborNode) -> str:
    """The headline in a link that holds a whole teaser, else all its words."""
    heading = node.css_first("h1, h2, h3, h4")
    return " ".join((heading or node).text(separator=" ").replace("\x00", "").split())


def _main_links(tree: LexborHTMLParser) -> list[LexborNode]:
    """The links outside menus and page furniture; an article's own header is no furniture."""
    furniture = (part for part in tree.css(_AWAY) if not _in_article(part))
    away = {node.mem_id for part in furniture for node in part.css("a[href]")}
    links = tree.css("a[href]")
    inside = [node for node in links if node.mem_id not in away]
    return inside or links


def _in_article(part: LexborNode) -> bool:
    node = part.parent if part.tag in {"header", "footer"} else None
    for _ in range(_HIGHEST):
        if node is None:
            return False
        if node.tag == "article":
            return True
        node = node.parent
    return False


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
    return _is_headline(link.words) and (bool(_ARTICLE_PATH.search(path)) or path.count("/") >= 2)


def _is_headline(words: str) -> bool:
    """Some words of some length; scripts without blanks count by their letters."""
    if len(words.split()) >= FEWEST_WORDS and len(words) >= FEWEST_LETTERS:
        return True
    return sum(letter > "\u2e7f" for letter in words) >= FEWEST_WIDE_LETTERS
