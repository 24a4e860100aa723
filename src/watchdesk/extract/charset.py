"""Bytes to text, as browsers do it.

In: bytes and what the transport said. Out: text without NUL, which charset it was read as, and on
whose word: a byte order mark, the bytes themselves where they are valid UTF-8, the transport, the
page's own declaration, or detection. A declaration that the bytes contradict loses to the next.
Bytes that fit nowhere become U+FFFD and are counted.
"""

import re
from dataclasses import dataclass

from charset_normalizer import from_bytes
from resiliparse.parse.encoding import detect_encoding

from watchdesk.extract.tables import LABELS

_PRESCAN = 4096
"""Browsers look at 1024 bytes; real pages declare a little later now and then."""

_META = re.compile(
    rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]{2,40})"
    rb"|<\?xml\b[^>]{0,100}?\bencoding\s*=\s*[\"']([a-zA-Z0-9_:.-]{2,40})",
    re.IGNORECASE,
)
_TAGS = re.compile(r"<script\b.*?</script|<style\b.*?</style|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"))
_FEW_BAD = 0.02
"""Up to this share of characters may be damaged before UTF-8 counts as a wrong claim."""

_READ = 400_000
_SAMPLE = 60_000
_MOSTLY = 0.3
"""Beyond this share of bytes above ASCII a text is in no Latin script."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the codec it was read with, on whose word, and how many characters were lost."""

    text: str
    charset: str
    word_of: str
    damaged: int = 0

    @property
    def origin(self) -> str:
        """For an article's origins: "utf-8 by header", with the damage where there is any."""
        lost = f", {self.damaged} characters damaged" if self.damaged else ""
        return f"{self.charset} by {self.word_of}{lost}"


def decode(body: bytes, transport: str | None = None) -> Decoded:
    """The text of `body`; `transport` is the charset that came with it, unproven."""
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return _with(body[len(mark) :], codec, "bom")
    header = codec_of(transport)
    meta = _declared(body)
    if header and header.startswith("utf-16"):
        return _with(body, header, "header")
    if bare := _bare_utf16(body):
        return _with(body, bare, "detected")
    if (valid := _valid_utf8(body)) is not None:
        return Decoded(_clean(valid), "utf-8", _word(header, meta, "utf-8"))
    return _legacy(body, header, meta)


def codec_of(label: str | None) -> str | None:
    """Python's codec for a label as the web means it, None for one nobody knows."""
    return LABELS.get((label or "").strip().strip("\"'").lower())


def _legacy(body: bytes, header: str | None, meta: str | None) -> Decoded:
    """Bytes that are not valid UTF-8 as a whole."""
    loose = _with(body, "utf-8", _word(header, meta, "utf-8"))
    if loose.damaged <= _FEW_BAD * len(loose.text) and _has_utf8(loose):
        return loose
    for claim, word_of in ((header, "header"), (meta, "meta")):
        if claim is not None and not claim.startswith(("utf-8", "utf-16")):
            return _with(body, claim, word_of)
    return _with(body, _detected(body), "detected")


def _has_utf8(loose: Decoded) -> bool:
    """Whether sound UTF-8 sequences outnumber the damaged ones (or nobody claims otherwise)."""
    ascii_alone = loose.text.encode("ascii", "ignore")
    sound = len(loose.text) - len(ascii_alone) - loose.damaged
    return sound > loose.damaged or (sound == 0 and loose.word_of != "detected")


def _word(header: str | None, meta: str | None, codec: str) -> str:
    if header == codec:
        return "header"
    return "meta" if meta == codec else "detected"


def _declared(body: bytes) -> str | None:
    found = _META.search(body[:_PRESCAN])
    if found is None:
        return None
    codec = codec_of((found.group(1) or found.group(2)).decode("ascii"))
    # A page whose declaration could be read byte by byte is no UTF-16, whatever it says.
    return "utf-8" if codec and codec.startswith("utf-16") else codec


def _valid_utf8(body: bytes) -> str | None:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _bare_utf16(body: bytes) -> str | None:
    start = body[:400]
    if start[:1] == b"\0" and start[1:2] == b"<":
        return "utf-16-be"
    return "utf-16-le" if start[:1] == b"<" and start[1:2] == b"\0" else None


def _with(body: bytes, codec: str, word_of: str) -> Decoded:
    text = body.decode(codec, "replace")
    return Decoded(_clean(text), codec, word_of, text.count("\ufffd"))


def _clean(text: str) -> str:
    return text.replace("\x00", "")


def _detected(body: bytes) -> str:
    """The codec that the letters' frequencies speak for; windows-1252 where none does."""
    words = _TAGS.sub(" ", body[:_READ].decode("latin-1"))
    sample = " ".join(words.split())[:_SAMPLE].encode("latin-1")
    found = codec_of(detect_encoding(sample))
    beyond = sum(byte > 0x7F for byte in sample)
    if found not in (None, "utf-8") and (found != "cp1252" or beyond < _MOSTLY * len(sample)):
        return str(found)
    # The first detector knows no big5 and calls what it does not know UTF-8 or Latin.
    second = from_bytes(sample).best()
    return str(second.encoding) if second is not None and second.encoding != "ascii" else "cp1252"
