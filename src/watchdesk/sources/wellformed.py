"""XML as sites send it, made into XML that a parser takes: UTF-8, no document type, no slips.

In: the bytes of a feed or sitemap and the charset its transport named. Out: UTF-8 without mark,
declaration and document type, and a sentence on what was wrong. Entities that a document declares
are never expanded: what they would hide is left out. Nothing is looked up anywhere.
"""

import re
from dataclasses import dataclass
from html.entities import html5
from xml.parsers import expat

from watchdesk.sources.charsets import decoded, is_utf8, to_utf8

_DECLARATION = re.compile(rb"\s*<\?xml\b[^>]{0,300}\?>\s*", re.IGNORECASE)
_ENCODING = re.compile(rb"""encoding\s*=\s*["']([\w.:-]{2,40})["']""", re.IGNORECASE)
_START = re.compile(rb"<[!?]|<(?:\w+:)?(?:rss|feed|rdf|urlset|sitemapindex|opml)\b", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_SUBSET_ENDS = re.compile(rb"\]\s*>")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_SLIPS = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?-->"
    r"|&(?!(?:amp|lt|gt|quot|apos|#3[2-9]|#[4-9]\d|#[1-9]\d{2,3});)(?:#(\d{1,7});|#[xX]([0-9a-fA-F]{1,6});|([a-zA-Z]\w{1,31};))?",
    re.DOTALL,
)
_BARE_HTML = re.compile(r"<(description|content:encoded)>(?!\s*<!\[CDATA\[)(.*?)</\1>", re.DOTALL)
_BREAKS_OFF = ("no element found", "unclosed token", "unclosed CDATA section")
_HARMLESS = ("junk after document element", "unknown encoding")


@dataclass(frozen=True, slots=True)
class Xml:
    """UTF-8 bytes that begin with an element; `damage` is empty where all was well."""

    body: bytes
    damage: str = ""
    breaks_off: bool = False


def well_formed(body: bytes, charset: str | None = None) -> Xml:
    """The XML in `body`, mended where it has slips; `damage` names what was wrong."""
    named = (_declared(body), charset)
    text, garbled = to_utf8(body, *named)
    text, declared = _without_doctype(_without_declaration(text))
    fault = "" if declared else _fault(text)
    if fault and not is_utf8(text):
        text, garbled = decoded(body, *named)
        text, declared = _without_doctype(_without_declaration(text))
        fault = _fault(text)
    breaks_off = fault.startswith(_BREAKS_OFF)
    if fault and not breaks_off:
        text = _mended(text)
    return Xml(text, declared or _told(fault) or garbled, breaks_off)


def _without_declaration(text: bytes) -> bytes:
    """The text from its first element on: without declaration, and without what a server's program
    printed before it.
    """
    text = text.lstrip()
    start = _START.match(text) or _START.search(text, 0, 8_192)
    text = text[start.start() :] if start else text
    declaration = _DECLARATION.match(text)
    return text[declaration.end() :] if declaration else text


def _declared(body: bytes) -> str:
    found = _ENCODING.search(body, 0, 300)
    return found.group(1).decode().lower() if found else ""


def _without_doctype(text: bytes) -> tuple[bytes, str]:
    """The text without its document type, and a sentence if that declared entities."""
    found = _DOCTYPE.search(text, 0, 2_000)
    if not found:
        return text, ""
    end = text.find(b">", found.end())
    subset = text.find(b"[", found.end(), end if end > 0 else None)
    if subset > 0:
        closing = _SUBSET_ENDS.search(text, subset)
        end = closing.end() - 1 if closing else len(text)
    rest = text[: found.start()] + text[end + 1 :]
    if subset < 0 or not re.search(rb"<!ENTITY", text[subset:end], re.IGNORECASE):
        return rest, ""
    return _mended(rest, unknown=""), "it declares entities of its own, which were left out"


def _fault(text: bytes) -> str:
    """What a strict parser finds wrong first, with its line; nothing is built or expanded."""
    parser = expat.ParserCreate("utf-8")
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        return str(error)
    return ""


def _told(fault: str) -> str:
    if not fault or fault.startswith(_HARMLESS):
        return ""
    if fault.startswith(_BREAKS_OFF):
        return "it breaks off before its end"
    what, _, where = fault.partition(": ")
    return f"it is not well-formed XML: {what} ({where.partition(',')[0]})"


def _mended(text: bytes, unknown: str = "&amp;{}") -> bytes:
    """Control characters dropped; ampersands, HTML's entities and bare HTML made XML."""

    def mend(found: re.Match[str]) -> str:
        decimal, hexadecimal, name = found.groups()
        if found.group().startswith("<"):
            return found.group()
        if decimal or hexadecimal:
            code = int(decimal) if decimal else int(hexadecimal, 16)
            return found.group() if _is_xml(code) else "\ufffd"
        if name and name in html5:
            return html5[name].replace("&", "&amp;").replace("<", "&lt;")
        return unknown.format(name) if name else "&amp;"

    clean = text.translate(None, _CONTROLS).decode("utf-8", "replace")
    clean = _SLIPS.sub(mend, clean.replace("\ufffe", "").replace("\uffff", ""))
    return _BARE_HTML.sub(_wrapped, clean).encode()


def _wrapped(found: re.Match[str]) -> str:
    """HTML that stands in a description unescaped, as the text it was meant to be."""
    name, inner = found.groups()
    if "<" not in inner or "]]>" in inner:
        return found.group()
    return f"<{name}><![CDATA[{inner}]]></{name}>"


def _is_xml(code: int) -> bool:
    if code < 32:
        return code in {9, 10, 13}
    return code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code <= 0x10FFFF
