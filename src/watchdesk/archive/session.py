"""What a gather shares: one client session, and one clock.

In: limits, the guard, our name. Out: an aiohttp session that decodes nothing, follows nothing,
keeps no cookies and asks no proxy. It sends nothing by itself.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import aiohttp

from watchdesk.archive.guard import Guard, Names
from watchdesk.archive.limits import Limits
from watchdesk.archive.transfer import Response

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_ACCEPT_CODING = "gzip, deflate"  # archive tools stumble over br and zstd in kept payloads
_KEEP_NAMES = 300  # seconds


def session(limits: Limits, guard: Guard, agent: str) -> aiohttp.ClientSession:
    """A session under `limits` whose every connection passes `guard`."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(
            limit=0,  # the fetcher counts connections itself
            resolver=Names(guard),
            socket_factory=guard.socket,
            ttl_dns_cache=_KEEP_NAMES,
        ),
        headers={"User-Agent": agent, "Accept": _ACCEPT, "Accept-Encoding": _ACCEPT_CODING},
        timeout=aiohttp.ClientTimeout(
            total=None, sock_connect=limits.connect_seconds, sock_read=limits.silent_seconds
        ),
        cookie_jar=aiohttp.DummyCookieJar(),
        response_class=Response,
        auto_decompress=False,
        trust_env=False,
        max_line_size=limits.max_header_bytes,
        max_field_size=limits.max_header_bytes,
        max_headers=limits.max_headers,
    )


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


class Rising:
    """A clock whose every answer is later than the last, so that captures differ by time."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.now = clock
        self._last: datetime | None = None

    def __call__(self) -> datetime:
        """The present moment, or the next microsecond after the last answer."""
        moment = self.now()
        if self._last is not None and moment <= self._last:
            moment = self._last + timedelta(microseconds=1)
        self._last = moment
        return moment
