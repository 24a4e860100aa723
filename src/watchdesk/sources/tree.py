"""A web page's tree, whatever its charset, and however deep somebody made it.

In: a page's bytes and the charset that its transport named. Out: a lexbor tree of its first part.
Nothing runs, nothing is fetched.
"""

import re

from selectolax.lexbor import LexborHTMLParser

from watchdesk.sources.charsets import decoded, is_utf8, to_utf8

LARGEST = 4 * 1024 * 1024
"""Bytes of a page that are looked at; links of an article list come long before."""

DEEPEST = 1_000
"""Real pages are some dozens deep. A parser's time grows with the square of the depth: a hundred
thousand would take minutes."""

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_ENDLESS = frozenset(
    b"area base br col embed hr img input link meta source track wbr p li td th tr dt dd option"
    b" thead tbody tfoot colgroup rp rt html head body".split()
)


def parsed(body: bytes, charset: str | None = None) -> LexborHTMLParser:
    """The tree of a page, of its first megabytes and down to some depth."""
    body = body[:LARGEST]
    found = _DECLARED.search(body, 0, 2_048)
    named = (found.group(1).decode().lower() if found else "", charset)
    text, _ = to_utf8(body, *named)
    if not is_utf8(text[:-4]):
        text, _ = decoded(body, *named)
    return LexborHTMLParser(text[: _shallow(text)])


def _shallow(text: bytes) -> int | None:
    """Where a page becomes too deep; None where it never does. Linear in its length."""
    if text.count(b"<") <= DEEPEST:
        return None
    depth = 0
    for tag in _TAG.finditer(text):
        if tag[2].lower() in _ENDLESS:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > DEEPEST:
            return tag.start()
    return None
