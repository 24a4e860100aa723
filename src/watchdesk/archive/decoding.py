"""Content codings, undone step by step under a limit.

In: the payload's pieces as they arrive and what the answer said of its coding. Out: the decoded
pieces, never more than the limit, with at most one step (64 KiB; for zstd some MiB) above it in
memory. What is mislabelled is told by its first bytes. It reads no socket and no file.
"""

import zlib
from collections.abc import Iterator
from typing import Protocol

import brotli
import zstandard

STEP = 65_536
MAX_CODINGS = 2
_ZSTD_SLICE = 128  # 128 bytes of zstd can hold 32 blocks of 128 KiB: bounds one step to 4 MiB
_ZSTD_WINDOW = 8 * 1024 * 1024  # RFC 9659: what an HTTP client must take at most
_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_ALIASES = {"x-gzip": "gzip", "gzip": "gzip", "deflate": "deflate", "br": "br", "zstd": "zstd"}


class CodingError(Exception):
    """The data is not in the coding it claims; the text ends a sentence."""


class TooLarge(Exception):  # noqa: N818 - it is the body that is too large
    """More comes out than the limit allows."""


class _Stage(Protocol):
    """One coding being undone."""

    @property
    def complete(self) -> bool:
        """Whether the coded data has come to its end."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The pieces that `data` decodes to."""


class _Zlib:
    """gzip (with several members, and whatever follows the last) or deflate."""

    def __init__(self, wbits: int) -> None:
        self._wbits = wbits
        self._engine = zlib.decompressobj(wbits)
        self._carry = b""
        self._over = False

    @property
    def complete(self) -> bool:
        return self._over or self._engine.eof

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data and not self._over:
            if self.complete:
                data = self._next_member(data)
            else:
                yield from self._run(data)
                data = self._engine.unused_data

    def _run(self, data: bytes) -> Iterator[bytes]:
        while True:
            piece = self._engine.decompress(data, STEP)
            if piece:
                yield piece
            data = self._engine.unconsumed_tail
            if self._engine.eof or (not data and len(piece) < STEP):
                return

    def _next_member(self, data: bytes) -> bytes:
        self._carry += data
        if len(self._carry) < len(_GZIP):
            return b""
        data, self._carry = self._carry, b""
        if self._wbits == 31 and data.startswith(_GZIP):
            self._engine = zlib.decompressobj(self._wbits)
            return data
        self._over = True  # trailing bytes are ignored, as browsers do
        return b""


class _Brotli:
    """br."""

    def __init__(self) -> None:
        self._engine = brotli.Decompressor()

    @property
    def complete(self) -> bool:
        return bool(self._engine.is_finished())

    def feed(self, data: bytes) -> Iterator[bytes]:
        piece = self._engine.process(data, output_buffer_limit=STEP)
        while piece:
            yield piece
            if self._engine.can_accept_more_data():
                return
            piece = self._engine.process(b"", output_buffer_limit=STEP)


class _Zstd:
    """zstd."""

    def __init__(self) -> None:
        self._engine = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()

    @property
    def complete(self) -> bool:
        return self._engine.eof

    def feed(self, data: bytes) -> Iterator[bytes]:
        for start in range(0, len(data), _ZSTD_SLICE):
            if self._engine.eof:
                return
            piece = self._engine.decompress(data[start : start + _ZSTD_SLICE])
            if piece:
                yield piece


class Decoder:
    """Undoes the codings that `label` (the Content-Encoding header) names.

    `feed` and `finish` raise `CodingError` and `TooLarge`; `pieces` holds what was decoded by
    then. `note` tells an editor where label and bytes disagreed.
    """

    def __init__(self, label: str, *, limit: int) -> None:
        self.pieces: list[bytes] = []
        self.size = 0
        self.note = ""
        self._limit = limit
        self._codings = _codings(label)
        self._head = b""
        self._raw: list[bytes] = []  # kept until the label has proved true
        self._stages: list[_Stage] | None = None

    def feed(self, data: bytes) -> None:
        """Take the next piece of the payload."""
        for _ in self.steps(data):
            pass

    def steps(self, data: bytes) -> Iterator[int]:
        """Take the next piece of the payload, and stop after each step with the size so far."""
        if self._stages is None:
            self._head += data
            if len(self._head) < len(_ZSTD):
                return
            data, self._head = self._head, b""
            self._stages = self._begin(data)
        yield from self._take(data)

    def finish(self) -> None:
        """Say that the payload is over; `CodingError` where the coded data is not."""
        if self._stages is None and self._head:
            self._stages = self._begin(self._head)
            for _ in self._take(self._head):
                pass
        if self._stages and not all(stage.complete for stage in self._stages):
            raise CodingError("the coded data stops in the middle")

    @property
    def plain(self) -> bool:
        """Whether the payload is its own decoded form."""
        return not self._stages

    def body(self) -> bytes:
        """What was decoded so far, at most the limit."""
        return b"".join(self.pieces)[: self._limit]

    def _take(self, data: bytes) -> Iterator[int]:
        try:
            for piece in _through(self._stages or [], data):
                self._add(piece)
                yield self.size
        except (zlib.error, brotli.error, zstandard.ZstdError) as error:
            self._fall_back(data, error)
        else:
            if self.size < STEP and self._maybe_plain():
                self._raw.append(data)

    def _add(self, piece: bytes) -> None:
        self.pieces.append(piece)
        self.size += len(piece)
        if self.size > self._limit:
            raise TooLarge

    def _maybe_plain(self) -> bool:
        # br and raw deflate have no first bytes to know them by: only trying tells.
        return self._codings in (["br"], ["deflate"])

    def _fall_back(self, data: bytes, error: Exception) -> None:
        raw = b"".join([*self._raw, data])
        said = ", ".join(self._codings)
        if not (self._maybe_plain() and self.size < STEP and _looks_like_text(raw)):
            raise CodingError(f"the data is not the {said} that it says ({error})") from error
        self.note = f"The answer says {said}, but is plain."
        self.pieces, self.size, self._stages, self._raw = [], 0, [], []
        self._add(raw)

    def _begin(self, head: bytes) -> list[_Stage]:
        if len(self._codings) > 1:
            return [_stage(coding, b"") for coding in reversed(self._codings)]
        said = self._codings[0] if self._codings else ""
        found = _by_first_bytes(head)
        if found and found != said:
            self.note = f"The answer says {said or 'nothing of a coding'}, but is {found}."
            return [_stage(found, head)]
        if said in ("gzip", "zstd") and not found:
            self.note = f"The answer says {said}, but is plain."
            return []
        return [_stage(said, head)] if said else []


def _through(stages: list[_Stage], data: bytes) -> Iterator[bytes]:
    """The pieces that come out of the last stage."""
    if not stages:
        yield data
        return
    for piece in stages[0].feed(data):
        yield from _through(stages[1:], piece)


def _codings(label: str) -> list[str]:
    names = [name.strip().lower() for name in label.split(",")]
    names = [name for name in names if name and name not in ("identity", "none")]
    unknown = [name for name in names if name not in _ALIASES]
    if unknown:
        raise CodingError(f"the content coding '{unknown[0][:40]}' is unknown")
    if len(names) > MAX_CODINGS:
        raise CodingError(f"the body is coded {len(names)} times over")
    return [_ALIASES[name] for name in names]


def _by_first_bytes(head: bytes) -> str:
    if head.startswith(_GZIP + b"\x08"):
        return "gzip"
    return "zstd" if head.startswith(_ZSTD) else ""


def _stage(coding: str, head: bytes) -> _Stage:
    if coding == "br":
        return _Brotli()
    if coding == "zstd":
        return _Zstd()
    if coding == "gzip":
        return _Zlib(31)
    framed = len(head) < 2 or (head[0] & 15 == 8 and int.from_bytes(head[:2], "big") % 31 == 0)
    return _Zlib(15 if framed else -15)


def _looks_like_text(raw: bytes) -> bool:
    sample = raw[:1024]
    if any(byte < 9 or 13 < byte < 32 for byte in sample):
        return False
    return sample.isascii() or sample.lstrip()[:1] in (b"<", b"{", b"[", b"%")


def decoded(raw: bytes, label: str, *, limit: int) -> bytes:
    """The decoded form of a whole or partial payload, as far as it goes and at most `limit`.

    The same bytes come out whatever the pieces were in which the payload arrived.
    """
    try:
        decoder = Decoder(label, limit=limit)
    except CodingError:
        return raw[:limit]
    try:
        for start in range(0, len(raw), STEP):
            decoder.feed(raw[start : start + STEP])
        decoder.finish()
    except (CodingError, TooLarge):
        pass
    return raw[:limit] if decoder.plain else decoder.body()
