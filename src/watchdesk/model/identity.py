"""Ids and digests that are derived from content, so that running twice changes nothing."""

import hashlib


def digest_of(body: bytes) -> str:
    """The SHA-256 of `body`, named with its algorithm: `sha256:<64 hex digits>`."""
    return "sha256:" + hashlib.sha256(body).hexdigest()


def identity(*parts: object) -> str:
    """An id of 20 hex digits made of `parts` in their order.

    80 bits: among a thousand million ids the chance of one collision is below one in a million.
    The parts are parted by a character that no address or digest holds, so ("a", "bc") and
    ("ab", "c") differ.
    """
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:20]
