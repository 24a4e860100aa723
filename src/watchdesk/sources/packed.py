"""Bytes that come packed although nothing says so: gzip by its first two bytes, under a limit.

In: a body. Out: the body unpacked, or `Oversized`. Whole members are read and what follows them is
left alone, as browsers do.
"""

import zlib

LARGEST = 50 * 1024 * 1024
"""The sitemap protocol's limit for one file, unpacked; no feed comes near it."""

_GZIP = b"\x1f\x8b"


class Oversized(Exception):  # noqa: N818 - it is the body that is oversized
    """Unpacked, the body would be larger than lists may be, or it is damaged."""


def unpacked(body: bytes, limit: int = LARGEST) -> bytes:
    """The body, unpacked if it is gzip: at most `limit` bytes."""
    whole, rest = b"", body
    while rest.startswith(_GZIP):
        member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            whole += member.decompress(rest, limit + 1 - len(whole))
        except zlib.error as error:
            raise Oversized("it is gzip that is damaged") from error
        if len(whole) > limit:
            raise Oversized("unpacked it is larger than lists may be")
        if not member.eof:
            raise Oversized("it is gzip that breaks off")
        rest = member.unused_data
    return whole or body
