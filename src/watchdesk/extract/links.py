"""The links of an article's body: whole addresses, their words, and where these stand.

In: a page and the article's text. Out: links in the page's order. A link counts when the block
around it stands in the text, or when it leads to a document from within the page's main part.
Addresses are given in ASCII, so that look-alike letters and direction marks cannot deceive.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from selectolax.lexbor import LexborNode

from watchdesk.extract.page import Page, words_of
from watchdesk.model import Link, Span

_BLOCKS = frozenset("p li blockquote td th h2 h3 h4 dd dt figcaption".split())  # noqa: SIM905
_ASIDE = frozenset({"nav", "footer", "header", "aside", "form"})
_FILES = re.compile(r"\.(?:pdf|docx?|odt|rtf|xlsx?|csv)(?:[?#].*)?$", re.IGNORECASE)
_KEPT = 300
_LONGEST_BLOCK = 6000
_STEPS = 12


def links_of(page: Page, text: str) -> tuple[Link, ...]:
    """The links of the body; the same address with the same words once."""
    flat = text.replace("\n", " ")
    cursors: dict[int, int] = {}
    found: dict[tuple[str, str], Link] = {}
    for node, words in page.anchors():
        link = _link(page, node, words, _Place(flat, cursors)) if words else None
        if link is not None:
            found.setdefault((link.url, link.words), link)
        if len(found) >= _KEPT:
            break
    return tuple(found.values())


def ascii_form(url: str) -> str:
    """An address with its host in punycode and everything else percent-coded."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        return ""
    coded = (quote(part, safe="%/:=&?~#+!$,;'@()*[]-._") for part in parts[2:])
    return urlunsplit((parts.scheme, host + port, *coded))


@dataclass(frozen=True, slots=True)
class _Place:
    """The text in one line, and for each block how far its links have been placed."""

    flat: str
    cursors: dict[int, int]


def _link(page: Page, node: LexborNode, words: str, place: _Place) -> Link | None:
    href = (node.attributes.get("href") or "").strip()
    if not href or href.startswith(("#", "mailto:", "javascript:", "tel:")):
        return None
    # Most links of a page stand around the article: resolving addresses comes last.
    span = _span(node, words, place) if words in place.flat else None
    if span is None and not (_FILES.search(href) and _in_main(node)):
        return None
    url = ascii_form(page.absolute(href))
    return Link(url=url, words=words[:300], span=span) if url else None


def _span(node: LexborNode, words: str, place: _Place) -> Span | None:
    """Where the words stand: in the place of their block, behind the block's last link."""
    flat, cursors = place.flat, place.cursors
    block = _block(node)
    if block is None:
        return None
    line = words_of(block)
    if len(line) > _LONGEST_BLOCK or len(line) < len(words) + 1:
        start = flat.find(line) if line == words and len(words) > 20 else -1
        return Span(start, start + len(words)) if start >= 0 else None
    start = flat.find(line)
    if start < 0:
        return None
    at = flat.find(words, max(start, cursors.get(start, 0)), start + len(line))
    if at < 0:
        return None
    cursors[start] = at + len(words)
    return Span(at, at + len(words))


def _block(node: LexborNode) -> LexborNode | None:
    here = node.parent
    for _ in range(_STEPS):
        if here is None or here.tag in _ASIDE:
            return None
        if here.tag in _BLOCKS:
            return here
        here = here.parent
    return None


def _in_main(node: LexborNode) -> bool:
    here = node.parent
    for _ in range(_STEPS * 3):
        if here is None or here.tag == "body":
            return True
        if here.tag in _ASIDE:
            return False
        here = here.parent
    return True
