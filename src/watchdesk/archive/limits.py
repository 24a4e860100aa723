"""How much, how long and how often the archive asks.

In: the desk's numbers. Out: one frozen value that every part of the archive reads. It checks
nothing against the world.
"""

from dataclasses import dataclass

from watchdesk import __version__
from watchdesk.model import Purpose

MIB = 1024 * 1024
ROBOTS_BYTES = 512 * 1024  # RFC 9309 asks for at least 500 KiB
PRODUCT_TOKEN = "watchdesk"  # noqa: S105 - the name by which robots.txt addresses us


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of a gather: sizes in bytes of the decoded body, times in seconds.

    `total_seconds` bounds one whole transfer, `silent_seconds` the time without a byte, and
    `min_rate` (bytes a second, counted after `grace_seconds`) the trickle that no single read
    notices. A Retry-After up to `max_wait_seconds` is waited for; a longer one is stored in the
    problem, at most `max_stored_wait`. `held_bytes` bounds results that nobody has taken yet,
    `large_bytes` the memory of bodies over half a mebibyte, under way or waiting.
    """

    max_bytes: int = 10 * MIB
    max_document_bytes: int = 30 * MIB
    max_image_bytes: int = 8 * MIB
    max_header_bytes: int = 32 * 1024
    max_headers: int = 256
    total_seconds: float = 30.0
    document_seconds: float = 60.0
    connect_seconds: float = 10.0
    silent_seconds: float = 15.0
    min_rate: float = 200.0
    grace_seconds: float = 8.0
    max_redirects: int = 10
    retries: int = 2
    retry_seconds: float = 2.0
    max_wait_seconds: float = 30.0
    max_stored_wait: float = 86_400.0
    per_host_delay: float = 1.0
    max_crawl_delay: float = 30.0
    give_up_after: int = 3
    connections: int = 64
    held_bytes: int = 24 * MIB
    large_bytes: int = 40 * MIB

    def bytes_for(self, purpose: Purpose) -> int:
        """The largest decoded body for `purpose`."""
        return {
            Purpose.DOCUMENT: self.max_document_bytes,
            Purpose.IMAGE: self.max_image_bytes,
            Purpose.ROBOTS: ROBOTS_BYTES,
        }.get(purpose, self.max_bytes)

    def seconds_for(self, purpose: Purpose) -> float:
        """The longest whole transfer for `purpose`."""
        return self.document_seconds if purpose is Purpose.DOCUMENT else self.total_seconds


def user_agent(contact: str = "") -> str:
    """Who asks: our name and version, and the desk's address where a webmaster may write."""
    return f"{PRODUCT_TOKEN}/{__version__}" + (f" (+{contact})" if contact else "")
