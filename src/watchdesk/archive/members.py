"""The gzip members of a WARC file, one record each, read without any WARC library.

In: a file and an offset. Out: each member's place and its record's headers; or where and why the
reading stopped. This is what recovery stands on, so it trusts nothing but zlib's checksums.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_STEP = 256 * 1024
_HEAD = 64 * 1024
_GZIP = 31


@dataclass(frozen=True, slots=True)
class Member:
    """One whole record: where it lies, and its WARC headers."""

    offset: int
    length: int
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the whole records end although the file goes on; `torn` where it just breaks off."""

    offset: int
    torn: bool
    why: str


def scan(path: Path, start: int = 0) -> Iterator[Member | Stop]:
    """The members of `path` from `start`, then a `Stop` if something else follows them."""
    with path.open("rb") as stream:
        size = stream.seek(0, 2)
        offset = start
        while offset < size:
            found = _member(stream, offset, size)
            yield found
            if isinstance(found, Stop):
                return
            offset += found.length


def _member(stream: BinaryIO, offset: int, size: int) -> Member | Stop:
    stream.seek(offset)
    engine = zlib.decompressobj(_GZIP)
    head = b""
    read = 0
    try:
        while not engine.eof:
            data = stream.read(_STEP)
            if not data:
                return Stop(offset, torn=True, why="the last record breaks off")
            read += len(data)
            head += _through(engine, data, _HEAD - len(head))
    except zlib.error as error:
        return Stop(offset, torn=_blank(stream, offset, size), why=f"no whole record ({error})")
    return Member(offset, read - len(engine.unused_data), parse_head(head))


def _through(engine: "zlib._Decompress", data: bytes, room: int) -> bytes:
    """Decompress all of `data` in steps; the first `room` bytes are given back."""
    kept = piece = b""
    while (data or len(piece) == _STEP) and not engine.eof:
        piece = engine.decompress(data, _STEP)
        kept += piece[: max(room - len(kept), 0)]
        data = engine.unconsumed_tail
    return kept


def _blank(stream: BinaryIO, offset: int, size: int) -> bool:
    """Whether nothing but zeros follows, as after a loss of power."""
    stream.seek(offset)
    if size - offset > 64 * 1024 * 1024:
        return False
    return not stream.read(size - offset).strip(b"\x00")


def parse_head(block: bytes) -> dict[str, str]:
    """The headers of a WARC record; empty where `block` does not begin like one."""
    if not block.startswith(b"WARC/"):
        return {}
    lines = block.split(b"\r\n\r\n", 1)[0].decode("utf-8", "replace").split("\r\n")
    pairs = (line.partition(":") for line in lines[1:])
    return {name.strip(): value.strip() for name, _, value in pairs}


def head_at(path: Path, offset: int, length: int) -> dict[str, str]:
    """The headers of the record at a known place, without reading its body."""
    with path.open("rb") as stream:
        stream.seek(offset)
        data = stream.read(min(length, _HEAD))
    return parse_head(zlib.decompressobj(_GZIP).decompress(data, _HEAD))
