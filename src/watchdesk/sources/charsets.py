"""Bytes in any charset, in UTF-8.

In: bytes, the charset that they declare and the one that their transport named. Out: UTF-8, and a
sentence where something did not fit. A mark at the beginning decides; then the bytes themselves,
for what reads as UTF-8 is UTF-8; then what is declared, before what the transport says: those who
wrote the page know more often than those who set up the server.
"""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)

_UTF8 = frozenset({"", "utf-8", "utf8"})
_SEVEN_BITS = frozenset({"iso-2022-jp", "iso-2022-kr", "hz", "hz-gb-2312", "utf-7"})
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "us-ascii": "cp1252"}
"""Charsets that are named where a wider one is meant (WHATWG Encoding, 4.2)."""


def to_utf8(body: bytes, declared: str, named: str | None) -> tuple[bytes, str]:
    """The body by its mark, or as it is declared; without either it is left for UTF-8, unproven."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            if encoding == "utf-8":
                return body[3:], ""
            return body.decode(encoding, "replace").lstrip("\ufeff").encode(), ""
    if declared in _SEVEN_BITS or (declared not in _UTF8 and not is_utf8(body)):
        return decoded(body, declared, named)
    return body, ""


def decoded(body: bytes, declared: str, named: str | None) -> tuple[bytes, str]:
    """The body by the charset that it declares, or that its transport named, or by a guess."""
    told = [name for name in (declared, (named or "").lower()) if name]
    for name in told:
        if name in _UTF8:
            continue
        try:
            return body.decode(_WIDER.get(name, name), "replace").encode(), ""
        except LookupError:
            continue
    if told:
        return body.decode("utf-8", "replace").encode(), "it is not in the charset that it names"
    return _guessed(body), "it names no charset and is not UTF-8; its charset was guessed"


def _guessed(body: bytes) -> bytes:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - heavy, and hardly ever needed

    best = from_bytes(body[:100_000]).best()
    return body.decode(best.encoding if best else "cp1252", "replace").encode()


def is_utf8(body: bytes) -> bool:
    """Whether the bytes are valid UTF-8."""
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True
