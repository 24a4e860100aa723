"""What a gather shares: one client session, and one clock.

In: limits, the guard, our name. Out: an aiohttp session that decodes nothing, follows nothing,
keeps no cookies and asks no proxy. It sends nothing by itself.
"""

import functools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
from aiohttp.client_proto import ResponseHandler

from watchdesk.archive.guard import Guard, Names
from watchdesk.archive.limits import Limits
from watchdesk.archive.transfer import Response

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_ACCEPT_CODING = "gzip, deflate"  # archive tools stumble over br and zstd in kept payloads
_KEEP_NAMES = 300  # seconds
_HEAD_END = b"\r\n\r\n"


class Handler(ResponseHandler):
    """Reads an answer's head apart from what follows it.

    Otherwise bytes behind a body that is shorter than they are (a wrong Content-Length, a bad
    chunk) would take the whole answer with them: it would be lost, where a part is evidence.
    """

    def data_received(self, data: bytes) -> None:
        """Hand the head and the rest to the parser one after the other."""
        end = data.find(_HEAD_END) + len(_HEAD_END)
        if len(_HEAD_END) <= end < len(data):
            super().data_received(data[:end])
            data = data[end:]
        super().data_received(data)
        error, payload = self.exception(), self._payload
        if error is not None and payload is not None and not payload.is_eof():
            # The parser tells the connection only; whoever reads the body would wait for ever.
            payload.set_exception(aiohttp.ClientPayloadError(str(error.__cause__ or error)))


class Connector(aiohttp.TCPConnector):
    """A connector whose connections are read by `Handler`."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._factory: Any = functools.partial(Handler, loop=self._loop)


def session(limits: Limits, guard: Guard, agent: str) -> aiohttp.ClientSession:
    """A session under `limits` whose every connection passes `guard`."""
    made = aiohttp.ClientSession(
        connector=Connector(
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
    made._retry_connection = False  # noqa: SLF001 - it would repeat at once, past our distances
    return made


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
