"""The archive's folder: WARC/1.1 files that only grow, one writer at a time.

In: what a fetch brought. Out: captures, after their records have been handed to the operating
system; and bytes, read back and checked against their digests. Writers are kept apart by the
desk's lock, not here. Nothing is ever rewritten.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from watchdesk import __version__
from watchdesk.archive.exchange import Exchange, Fetched, Pairs
from watchdesk.archive.members import head_at
from watchdesk.archive.read import Stored, read_record
from watchdesk.archive.records import Kept, members, warc_digest, warcinfo
from watchdesk.archive.recover import recover
from watchdesk.archive.session import utc_now
from watchdesk.model import ArchiveError, Capture, Place, Purpose, Request, digest_of, identity

Known = Callable[[str, str], Capture | None]
Previous = Callable[[str], Capture | None]
Taken = Callable[[str, datetime], bool]

_NAME = re.compile(r"watchdesk-(\d{5})\.warc\.gz")
_SECRET = frozenset({"authorization", "proxy-authorization", "x-api-key", "api-key"})
_NO_PLACE = Place("", 0, 0)
_GIB = 1024**3


class Archive:
    """One folder of WARC files; `max_file_bytes` is where a new one is begun."""

    def __init__(
        self, folder: Path, *, max_file_bytes: int = _GIB, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self.folder = folder
        self._max = max_file_bytes
        self._clock = clock
        self._file = -1
        self._name = ""
        self._end = 0
        self._recovered = False

    def files(self) -> tuple[Path, ...]:
        """The archive's files, oldest first."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(p for p in self.folder.iterdir() if _NAME.fullmatch(p.name)))

    def keep(
        self, fetched: Fetched, *, known: Known, previous: Previous, taken: Taken
    ) -> tuple[Capture, ...]:
        """Write every exchange of a fetch, and give a capture for each, the answer's last.

        `known` gives the capture that holds this body (address, digest), `previous` the one that
        the last body of an address lies in; both name captures that are no revisits themselves.
        `taken` says whether an address has a capture of this very moment: the new one then stands
        a microsecond later. An equal body and a 304 become revisits. ArchiveError where the disk
        does not take it.
        """
        captures = []
        for exchange in fetched.exchanges:
            kept = self._kept(fetched.request, _apart(exchange, taken), known, previous)
            captures.append(self._write(kept))
        return tuple(captures)

    def read(self, what: Capture | Place) -> Stored:
        """The answer kept at a place, its body decoded and, for a capture, checked.

        For a revisit, pass the capture that holds the body. ArchiveError where the record is not
        there, is damaged, or is another.
        """
        place = what.place if isinstance(what, Capture) else what
        capture = what if isinstance(what, Capture) else None
        return read_record(self._path(place.file), place, capture)

    def recover(self, ends: Mapping[str, int]) -> tuple[Capture, ...]:
        """Make the files whole after a crash; to be called once before the first `keep`.

        `ends` gives the end of the last record that the store knows, by file name. Each file is
        read from there; a torn tail is cut, and the captures of whole records that the store
        does not know come back. Without `ends` whole files are read, at some 60 MB/s.
        """
        found: list[Capture] = []
        for path in self.files():
            found.extend(recover(path, ends.get(path.name, 0)))
        self._recovered = True
        return tuple(found)

    def sync(self) -> None:
        """Have what was written survive a loss of power."""
        if self._file >= 0:
            os.fsync(self._file)

    def close(self) -> None:
        """Sync and let go of the file."""
        if self._file >= 0:
            os.fsync(self._file)
            os.close(self._file)
            self._file = -1

    # ── what to write ────────────────────────────────────────────────────────────────────────

    def _kept(self, request: Request, exchange: Exchange, known: Known, previous: Previous) -> Kept:
        exchange = _without_secrets(exchange)
        if exchange.status == 304:
            original = previous(exchange.url)
            digest = original.digest if original else digest_of(b"")
            capture = _capture(request, exchange, digest, original)
            return Kept(exchange=exchange, capture=capture, original=original)
        digest = digest_of(exchange.body)
        original = known(exchange.url, digest) if _revisitable(exchange) else None
        stored = self._payload_digest(original, exchange) if original else ""
        if not stored:
            original = None
        capture = _capture(request, exchange, digest, original)
        return Kept(exchange=exchange, capture=capture, original=original, original_digest=stored)

    def _payload_digest(self, original: Capture, exchange: Exchange) -> str:
        """The original record's payload digest, where ours is the same; empty where it is not.

        Equal bodies in unequal codings are kept in full: a revisit would claim more than is true.
        """
        if original.revisit_of is not None or original.how is not exchange.how:
            return ""
        place = original.place
        try:
            headers = head_at(self._path(place.file), place.offset, place.length)
        except OSError:
            return ""
        stored = headers.get("WARC-Payload-Digest", "")
        return stored if stored == warc_digest(exchange.raw) else ""

    # ── writing ──────────────────────────────────────────────────────────────────────────────

    def _write(self, kept: Kept) -> Capture:
        answer, question = members(kept)
        try:
            self._open(len(answer) + len(question))
            offset = self._end
            self._append(answer, question)
        except OSError as error:
            raise ArchiveError(
                f"The archive {self.folder} does not take what was fetched: {error.strerror}."
            ) from error
        return replace(kept.capture, place=Place(self._name, offset, len(answer)))

    def _append(self, *pieces: bytes) -> None:
        try:
            left = [memoryview(piece) for piece in pieces]
            while left:
                left = _after(left, os.writev(self._file, left))
        except OSError:
            os.ftruncate(self._file, self._end)  # half a record must not stand before whole ones
            raise
        self._end += sum(map(len, pieces))

    def _open(self, coming: int) -> None:
        if self._file >= 0 and self._end + coming <= self._max:
            return
        files = self.files()
        fresh = not files or not self._recovered or self._file >= 0
        if not fresh and files[-1].stat().st_size + coming > self._max:
            fresh = True
        self.close()
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self._next(files) if fresh else files[-1]
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        self._name, self._end = path.name, path.stat().st_size
        self._recovered = True
        if self._end == 0:
            self._append(self._info(path.name))

    def _next(self, files: tuple[Path, ...]) -> Path:
        last = int(files[-1].name[10:15]) if files else 0
        return self.folder / f"watchdesk-{last + 1:05}.warc.gz"

    def _info(self, name: str) -> bytes:
        facts = {
            "software": f"watchdesk/{__version__}",
            "format": "WARC file version 1.1",
            "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "robots": "obey",
        }
        return warcinfo(name, self._clock(), facts)

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ArchiveError(f"'{name}' is no file of this archive.")
        return self.folder / name


def _after(pieces: list[memoryview], written: int) -> list[memoryview]:
    """What is left to write of `pieces` after `written` bytes."""
    left = []
    for piece in pieces:
        left.append(piece[written:])
        written = max(written - len(piece), 0)
    return [piece for piece in left if piece]


@dataclass(frozen=True, slots=True)
class _Facts:
    """Type and size that a capture takes from its own exchange or from the original."""

    media_type: str
    charset: str | None
    size: int


def _facts(exchange: Exchange, original: Capture | None) -> _Facts:
    if exchange.status == 304 and original is not None:
        return _Facts(original.media_type, original.charset, original.size)
    return _Facts(exchange.media_type, exchange.charset, len(exchange.body))


def _capture(
    request: Request, exchange: Exchange, digest: str, original: Capture | None
) -> Capture:
    facts = _facts(exchange, original)
    return Capture(
        id=identity(exchange.url, exchange.asked_at.isoformat(), digest),
        url=exchange.url,
        asked=request.url,
        fetched_at=exchange.asked_at,
        status=exchange.status,
        media_type=facts.media_type,
        charset=facts.charset,
        digest=digest,
        size=facts.size,
        how=exchange.how,
        place=_NO_PLACE,
        source_id=request.source_id,
        purpose=Purpose(request.purpose).value,
        revisit_of=(original.revisit_of or original.id) if original else None,
    )


def _apart(exchange: Exchange, taken: Taken) -> Exchange:
    """The exchange at a moment of its own, where a run was played again with the same clock."""
    moment = exchange.asked_at
    while taken(exchange.url, moment):
        moment += timedelta(microseconds=1)
    return exchange if moment is exchange.asked_at else replace(exchange, asked_at=moment)


def _revisitable(exchange: Exchange) -> bool:
    return exchange.status == 200 and bool(exchange.raw) and not exchange.truncated


def _without_secrets(exchange: Exchange) -> Exchange:
    """The exchange without keys of interfaces, which travel in headers."""
    if not any(name.lower() in _SECRET for name, _ in exchange.request_headers):
        return exchange
    shown: Pairs = tuple(p for p in exchange.request_headers if p[0].lower() not in _SECRET)
    return replace(exchange, request_headers=shown)
