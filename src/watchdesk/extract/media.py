"""What kind of file this is: its first bytes are believed before the word of the transport.

In: bytes and the media type that was claimed. Out: one of "html", "pdf", "mail", "text", "record",
or None for what is never read (programs, archives, pictures) or tells nothing itself (feeds,
sitemaps).
"""

import re

from watchdesk.extract.tables import MAGIC

_START = 1024
_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|div|p|br|b|script|!--|h1|a|table|article)\b"
    rb"|<!--",
    re.IGNORECASE,
)
_LIST = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,300}?-->\s*)*"
    rb"<(?:!doctype\s+)?(?:rss|feed|rdf:rdf|urlset|sitemapindex)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_HEADER = re.compile(
    rb"(?:from|received|return-path|date|subject|mime-version|delivered-to|message-id|to"
    rb"|list-id|x-[a-z-]+|content-type|reply-to|dkim-signature)\s*:",
    re.IGNORECASE,
)
_CLAIMS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    "message/rfc822": "mail",
    "application/json": "record",
    "text/plain": "text",
    "text/markdown": "text",
}
_CONTROLS = bytes(byte for byte in range(1, 32) if byte not in b"\t\n\v\f\r\x1b")
_MANY_CONTROLS = 0.05


def kind_of(body: bytes, claimed: str) -> str | None:
    """The kind of `body`; `claimed` is the media type, parameters allowed."""
    claim = _CLAIMS.get(claimed.partition(";")[0].strip().lower())
    start = body[:_START]
    if b"%PDF-" in start:
        return "pdf"
    if start.startswith(MAGIC) or _LIST.match(start):
        return None
    if claim in ("mail", "record"):
        return claim
    if _is_binary(start):
        return None
    if claim != "text" and (claim == "html" or _TAG.search(_ascii(start))):
        return "html"
    if _MAIL_HEADER.match(start) and b":" in start and claim is None:
        return "mail"
    return claim or ("text" if claimed in ("", "application/octet-stream") else None)


def _ascii(start: bytes) -> bytes:
    """UTF-16 looks like ASCII once its zero bytes are gone."""
    return start.replace(b"\0", b"")


def _is_binary(start: bytes) -> bool:
    """Whether control characters abound that no text holds; UTF-16 is text."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_utf16(start):
        return False
    controls = len(start) - len(start.translate(None, _CONTROLS))
    return controls > len(start) * _MANY_CONTROLS


def _looks_utf16(start: bytes) -> bool:
    even, odd = start[::2].count(0), start[1::2].count(0)
    return abs(even - odd) > len(start) / 8
