"""WARC records of an exchange, and the capture they stand for.

In: an exchange, its capture and, for a revisit, the capture that holds the body. Out: gzip members
as bytes; and back: a capture from a record's headers alone. Headers named `Watchdesk-…` carry what
a plain WARC reader does not need and the store cannot do without. No file is touched here.

Payloads are written without their transfer coding, so `Transfer-Encoding` stands in the archived
head as `X-Archive-Orig-Transfer-Encoding`; all other headers stand as they came.
"""

import base64
import hashlib
import io
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from watchdesk.archive.exchange import Exchange, Pairs
from watchdesk.model import Capture, How, Place

VERSION = "WARC/1.1"
SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_RESPONSE = "application/http; msgtype=response"
_REQUEST = "application/http; msgtype=request"
_RENAMED = {"transfer-encoding": "X-Archive-Orig-Transfer-Encoding"}
_NAMESPACE = uuid.UUID("6f2b1c0a-9d3e-5b47-8a51-3c7e0d94f1b2")  # ours; made once


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is to be written for one exchange.

    `original` is set for a revisit: the capture that holds the body, and the payload digest of
    its record.
    """

    exchange: Exchange
    capture: Capture
    original: Capture | None = None
    original_digest: str = ""


class _Head:
    """An HTTP head as bytes, in the place where warcio expects its own class."""

    def __init__(self, text: str) -> None:
        self.headers_buff = text.encode("latin-1", "replace")

    def compute_headers_buffer(self, _filter: object = None) -> None:
        """The bytes are there already."""


def warc_digest(*pieces: bytes) -> str:
    """The SHA-256 of the pieces in a row, as WARC headers write it (base 32)."""
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return "sha256:" + base64.b32encode(digest.digest()).decode("ascii")


def record_id(*parts: str) -> str:
    """A record's id, derived from the capture it belongs to."""
    return f"<urn:uuid:{uuid.uuid5(_NAMESPACE, '/'.join(parts))}>"


def warc_date(moment: datetime) -> str:
    """A moment as WARC/1.1 writes it: UTC, to the microsecond."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def members(kept: Kept) -> tuple[bytes, bytes]:
    """The gzip members of the answer and, for HTTP, of the question (else empty)."""
    if kept.exchange.how is not How.HTTP:
        return _resource(kept), b""
    answer = _revisit(kept) if kept.original else _response(kept)
    return answer, _request(kept)


def warcinfo(filename: str, moment: datetime, facts: Mapping[str, str]) -> bytes:
    """The record at the head of each file: who wrote it, in which form."""
    block = "".join(f"{name}: {value}\r\n" for name, value in facts.items()).encode()
    headers = [
        ("WARC-Type", "warcinfo"),
        ("WARC-Record-ID", record_id("warcinfo", filename, warc_date(moment))),
        ("WARC-Filename", filename),
        ("WARC-Date", warc_date(moment)),
        ("WARC-Block-Digest", warc_digest(block)),
    ]
    return _member(headers, "application/warc-fields", block, None)


def _response(kept: Kept) -> bytes:
    head, raw = _Head(_answer_head(kept.exchange)), kept.exchange.raw
    headers = [
        ("WARC-Type", "response"),
        *_common(kept),
        ("WARC-Payload-Digest", warc_digest(raw)),
        ("WARC-Block-Digest", warc_digest(head.headers_buff, raw)),
    ]
    return _member(headers, _RESPONSE, raw, head)


def _revisit(kept: Kept) -> bytes:
    """The head alone, and where the body lies.

    An identical payload keeps the head of its own 200, so that it can be replayed; a server's
    304 is recorded as what it is, and replays as nothing.
    """
    original = kept.original
    assert original is not None
    head = _Head(_answer_head(kept.exchange))
    same = kept.exchange.status != 304
    headers = [
        ("WARC-Type", "revisit"),
        *_common(kept),
        ("WARC-Profile", SAME_PAYLOAD if same else NOT_MODIFIED),
        ("WARC-Refers-To", record_id(original.id)),
        ("WARC-Refers-To-Target-URI", original.url),
        ("WARC-Refers-To-Date", warc_date(original.fetched_at)),
        ("WARC-Block-Digest", warc_digest(head.headers_buff)),
    ]
    if kept.original_digest:
        headers.append(("WARC-Payload-Digest", kept.original_digest))
    return _member(headers, _RESPONSE, b"", head)


def _resource(kept: Kept) -> bytes:
    """Bytes that no HTTP head came with; unchanged ones are a revisit without a block."""
    raw, original = kept.exchange.raw, kept.original
    headers = [("WARC-Type", "revisit" if original else "resource"), *_common(kept)]
    if original:
        headers += [
            ("WARC-Profile", SAME_PAYLOAD if kept.exchange.status == 200 else NOT_MODIFIED),
            ("WARC-Refers-To", record_id(original.id)),
            ("WARC-Refers-To-Target-URI", original.url),
            ("WARC-Refers-To-Date", warc_date(original.fetched_at)),
            ("WARC-Payload-Digest", kept.original_digest),
            ("WARC-Block-Digest", warc_digest(b"")),
        ]
        return _member(headers, kept.capture.media_type, b"", _Head(""))
    headers += [("WARC-Payload-Digest", warc_digest(raw)), ("WARC-Block-Digest", warc_digest(raw))]
    return _member(headers, kept.capture.media_type, raw, None)


def _request(kept: Kept) -> bytes:
    capture, exchange = kept.capture, kept.exchange
    parts = urlsplit(exchange.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    text = f"GET {path} HTTP/1.1\r\n{_lines(exchange.request_headers)}\r\n"
    block = text.encode("latin-1", "replace")
    headers = [
        ("WARC-Type", "request"),
        ("WARC-Record-ID", record_id(capture.id, "request")),
        ("WARC-Date", warc_date(capture.fetched_at)),
        ("WARC-Target-URI", capture.url),
        ("WARC-Concurrent-To", record_id(capture.id)),
        ("WARC-Block-Digest", warc_digest(block)),
        ("WARC-Payload-Digest", warc_digest(b"")),
    ]
    return _member(headers, _REQUEST, block, None)


def _common(kept: Kept) -> list[tuple[str, str]]:
    capture, exchange = kept.capture, kept.exchange
    headers = [
        ("WARC-Record-ID", record_id(capture.id)),
        ("WARC-Date", warc_date(capture.fetched_at)),
        ("WARC-Target-URI", capture.url),
        *_own(capture),
    ]
    if exchange.ip:
        headers.append(("WARC-IP-Address", exchange.ip))
    if exchange.truncated:
        headers.append(("WARC-Truncated", exchange.truncated))
    return headers


def _own(capture: Capture) -> list[tuple[str, str]]:
    """What `capture_of` needs to make the capture again."""
    found = {
        "Watchdesk-Capture": capture.id,
        "Watchdesk-Asked": capture.asked,
        "Watchdesk-Status": str(capture.status),
        "Watchdesk-Media-Type": capture.media_type,
        "Watchdesk-Charset": capture.charset,
        "Watchdesk-Digest": capture.digest,
        "Watchdesk-Size": str(capture.size),
        "Watchdesk-How": capture.how.value,
        "Watchdesk-Source": capture.source_id,
        "Watchdesk-Purpose": capture.purpose,
        "Watchdesk-Revisit-Of": capture.revisit_of,
    }
    return [(name, " ".join(value.split())) for name, value in found.items() if value]


def capture_of(headers: Mapping[str, str], place: Place) -> Capture | None:
    """The capture that a record stands for, from its headers; None for any other record."""
    if "Watchdesk-Capture" not in headers:
        return None
    return Capture(
        id=headers["Watchdesk-Capture"],
        url=headers["WARC-Target-URI"],
        asked=headers["Watchdesk-Asked"],
        fetched_at=datetime.fromisoformat(headers["WARC-Date"]),
        status=int(headers["Watchdesk-Status"]),
        media_type=headers.get("Watchdesk-Media-Type", ""),
        charset=headers.get("Watchdesk-Charset"),
        digest=headers["Watchdesk-Digest"],
        size=int(headers["Watchdesk-Size"]),
        how=How(headers["Watchdesk-How"]),
        place=place,
        source_id=headers.get("Watchdesk-Source"),
        purpose=headers["Watchdesk-Purpose"],
        revisit_of=headers.get("Watchdesk-Revisit-Of"),
    )


def _answer_head(exchange: Exchange) -> str:
    status = f"{exchange.version} {exchange.status} {exchange.reason}".rstrip()
    return f"{status}\r\n{_lines(exchange.response_headers)}\r\n"


def _lines(pairs: Pairs) -> str:
    named = ((_RENAMED.get(name.lower(), name), value) for name, value in pairs)
    return "".join(f"{name}: {' '.join(value.splitlines())}\r\n" for name, value in named)


def _member(
    headers: list[tuple[str, str]], content_type: str, payload: bytes, head: _Head | None
) -> bytes:
    """One record as one gzip member, written by warcio."""
    out = io.BytesIO()
    record = ArcWarcRecord(
        "warc",
        headers[0][1],
        StatusAndHeaders("", headers, protocol=VERSION),
        io.BytesIO(payload),
        head,
        content_type,
        len(payload),
    )
    record.payload_length = len(payload)
    WARCWriter(out, gzip=True, warc_version=VERSION).write_record(record)
    return out.getvalue()
