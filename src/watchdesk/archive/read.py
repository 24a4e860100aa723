"""Reading a kept answer back, and making sure that it is the one that was kept.

In: a file and a place in it. Out: the answer with its body decoded. Checked are the record's own
digests (by fastwarc) and, where a capture is given, the capture's. Nothing is written.
"""

import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from watchdesk.archive.decoding import decoded
from watchdesk.archive.exchange import Pairs
from watchdesk.archive.transfer import media
from watchdesk.model import ArchiveError, Capture, Place, digest_of

_ANY_SIZE = 1 << 40
_ANY = WarcRecordType.any_type


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A kept answer: `raw` as it was received, `body` decoded; both empty for a revisit."""

    url: str
    fetched_at: datetime
    status: int
    headers: Pairs
    raw: bytes
    body: bytes
    media_type: str
    charset: str | None
    truncated: str = ""


def read_record(path: Path, place: Place, capture: Capture | None = None) -> Stored:
    """The answer at `place`; ArchiveError where it is not there or not what it should be."""
    try:
        with path.open("rb") as stream:
            stream.seek(place.offset)
            data = stream.read(place.length)
        records = ArchiveIterator(io.BytesIO(data), record_types=_ANY, parse_http=False)
        record = next(iter(records), None)
    except (OSError, ValueError, EOFError) as error:
        raise ArchiveError(f"{_where(place)} cannot be read ({error}).") from error
    if record is None:
        raise ArchiveError(f"{_where(place)} holds no record.")
    stored = stored_of(record, place)
    if capture is not None:
        _check(stored, capture, place)
    return stored


def stored_of(record: WarcRecord, place: Place) -> Stored:
    """The answer in a record that was just read; ArchiveError where its digests do not fit."""
    try:
        intact = record.verify_block_digest()
    except ValueError as error:
        raise ArchiveError(f"{_where(place)} cannot be checked ({error}).") from error
    if not intact:
        raise ArchiveError(f"{_where(place)} does not match its own digest.")
    block = record.reader.read()
    headers = dict(record.headers.items())
    status, pairs, raw = _split(block, record)
    return _stored(headers, status, pairs, raw)


def _split(block: bytes, record: WarcRecord) -> tuple[int, Pairs, bytes]:
    if record.record_type == WarcRecordType.resource or not block:
        kind = record.headers.get("Content-Type") or ""
        return 200, (("Content-Type", kind),), block
    head, _, raw = block.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    status = lines[0].split(" ", 2)[1] if " " in lines[0] else "0"
    pairs = tuple(_pair(line) for line in lines[1:] if line)
    return int(status) if status.isdigit() else 0, pairs, raw


def _pair(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name, value.strip()


def _stored(headers: dict[str, str], status: int, pairs: Pairs, raw: bytes) -> Stored:
    values = {name.lower(): value for name, value in reversed(pairs)}
    kind, charset = media(values.get("content-type", ""))
    limit = int(headers.get("Watchdesk-Size", _ANY_SIZE))
    body = decoded(raw, values.get("content-encoding", ""), limit=limit) if raw else b""
    return Stored(
        url=headers["WARC-Target-URI"],
        fetched_at=datetime.fromisoformat(headers["WARC-Date"]),
        status=status,
        headers=pairs,
        raw=raw,
        body=body,
        media_type=kind,
        charset=charset,
        truncated=headers.get("WARC-Truncated", ""),
    )


def _check(stored: Stored, capture: Capture, place: Place) -> None:
    if stored.url != capture.url:
        raise ArchiveError(f"{_where(place)} holds {stored.url}, not {capture.url}.")
    if capture.revisit_of is None and digest_of(stored.body) != capture.digest:
        raise ArchiveError(f"{_where(place)} is not what was captured from {capture.url}.")


def _where(place: Place) -> str:
    return f"The record at byte {place.offset} of {place.file}"
