"""One issue as a mail for many readers: made once, filled for each.

In: the HTML and the text of the issue, in which each reader's own words stand as stand-ins of the
same length. Out: a `Prepared` mail that is filled in a few microseconds, and the headers. Nothing
here is sent, and no line of a mail begins with a full stop, so that none needs stuffing.

A mail is multipart/alternative, both parts quoted-printable, its pictures beside the HTML. A
stand-in and what takes its place are of one length and of letters that need no escape, so the
encoded mail, where a soft line break may part a stand-in, can be filled without being encoded
again.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from email.header import Header
from email.utils import formataddr

from watchdesk.publish.dkim import relaxed_body
from watchdesk.publish.publication import File

_LINE_STOPS = re.compile(rb"(?m)^\.")
_SOFT_BREAK = rb"(?:=\r\n)?"

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for the letters from `start` to `end` of the reader's own `name`."""

    name: str
    start: int
    end: int


Piece = bytes | Slot


class Prepared:
    """A mail's body, encoded, with places for what is a reader's own."""

    def __init__(self, body: bytes, stand_ins: Mapping[str, str], boundary: str) -> None:
        self.boundary = boundary
        self._pieces = tuple(_parted(body, stand_ins))
        canonical = tuple(_parted(relaxed_body(body), stand_ins))
        # Most of a mail is the same for all: its digest is taken once up to the first place.
        first = canonical[0]
        head = first if isinstance(first, bytes) else b""
        self._hashed = hashlib.sha256(head)
        self._rest = canonical[1:] if head else canonical

    def body(self, own: Mapping[str, bytes]) -> bytes:
        """The body for one reader."""
        return b"".join(_filled(piece, own) for piece in self._pieces)

    def body_hash(self, own: Mapping[str, bytes]) -> bytes:
        """SHA-256 of one reader's body in DKIM's relaxed form."""
        digest = self._hashed.copy()
        for piece in self._rest:
            digest.update(_filled(piece, own))
        return digest.digest()


def prepared(
    html: bytes,
    text: bytes,
    stand_ins: Mapping[str, str],
    attached: Mapping[str, File] | None = None,
) -> Prepared:
    """The mail of both parts; `stand_ins` are the words that stand in for each reader's own.

    `attached` are the pictures that the HTML shows, by their content id.
    """
    mark = hashlib.sha256(html + text).hexdigest()[:32]
    page = _text_part(b"text/html", html)
    if attached:
        pictures = (_picture_part(name, file) for name, file in attached.items())
        head = b'Content-Type: multipart/related; type="text/html";\r\n boundary="=_r%s"\r\n\r\n'
        page = head % mark.encode() + _joined(b"=_r" + mark.encode(), (page, *pictures))
    boundary = f"=_{mark}"
    body = _joined(boundary.encode(), (_text_part(b"text/plain", text), page))
    return Prepared(body, stand_ins, boundary)


def _joined(boundary: bytes, parts: Iterable[bytes]) -> bytes:
    inner = b"".join(b"--%s\r\n%s\r\n" % (boundary, part) for part in parts)
    return inner + b"--%s--\r\n" % boundary


def _text_part(media_type: bytes, text: bytes) -> bytes:
    return (
        b"Content-Type: %s; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n%s"
        % (media_type, quoted_printable(text))
    )


def _picture_part(content_id: str, file: File) -> bytes:
    name = file.path.rpartition("/")[2]
    head = (
        f"Content-Type: {file.media_type}\r\nContent-Transfer-Encoding: base64\r\n"
        f'Content-ID: <{content_id}>\r\nContent-Disposition: inline; filename="{name}"\r\n\r\n'
    )
    return head.encode() + base64.encodebytes(file.body).replace(b"\n", b"\r\n")


def quoted_printable(text: bytes) -> bytes:
    """Text in lines of at most 78 bytes that end in CRLF, none of which begins with a stop."""
    unix = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    encoded = binascii.b2a_qp(unix, istext=True).replace(b"\n", b"\r\n")
    return _LINE_STOPS.sub(b"=2E", encoded)


def mailbox(name: str, address: str) -> str:
    """A name and an address as a header has them."""
    plain = one_line(name)
    if plain.isascii():
        return formataddr((plain, address))
    encoded = Header(plain, "utf-8", maxlinelen=60).encode(linesep="\r\n")
    return f"{encoded} <{address}>"


def words(text: str, header: str) -> str:
    """Words as a header has them, folded."""
    return Header(one_line(text), None if text.isascii() else "utf-8", header_name=header).encode(
        linesep="\r\n"
    )


def one_line(text: str) -> str:
    """Text without line breaks, which would begin a header of their own."""
    return " ".join(text.split())


def headers_as_bytes(headers: Headers) -> bytes:
    """Headers as they are sent, without the empty line."""
    return "".join(f"{name}: {value}\r\n" for name, value in headers).encode()


def _parted(body: bytes, stand_ins: Mapping[str, str]) -> Iterator[Piece]:
    by_word = {word.encode(): name for name, word in stand_ins.items()}
    if not by_word:
        yield body
        return
    spread = (_SOFT_BREAK.join(map(re.escape, _letters(word))) for word in by_word)
    at = 0
    for found in re.finditer(b"|".join(spread), body):
        yield body[at : found.start()]
        yield from _slots(found[0], by_word)
        at = found.end()
    yield body[at:]


def _slots(found: bytes, by_word: Mapping[bytes, str]) -> Iterator[Piece]:
    """A stand-in as it was found: whole, or parted by soft line breaks."""
    runs = found.split(b"=\r\n")
    name, at = by_word[b"".join(runs)], 0
    for number, run in enumerate(runs):
        if number:
            yield b"=\r\n"
        yield Slot(name, at, at + len(run))
        at += len(run)


def _letters(word: bytes) -> Iterator[bytes]:
    return (word[at : at + 1] for at in range(len(word)))


def _filled(piece: Piece, own: Mapping[str, bytes]) -> bytes:
    return piece if isinstance(piece, bytes) else own[piece.name][piece.start : piece.end]
