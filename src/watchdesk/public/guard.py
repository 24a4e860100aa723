"""What every request to the public pages passes: limits of size, time and rate, and safe headers.

In: a request of anybody. Out: the application's answer with our headers, or a short refusal. Counts
are held in memory alone, for as long as a minute, and for a bounded number of addresses.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from time import monotonic

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 64 * 1024
BODY_SECONDS = 10.0
MOST_ADDRESSES = 10_000

FORMS = (
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
SITE = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


@dataclass
class Rates:
    """How many forms each address of the internet sent in the running minute."""

    per_minute: int
    clock: Callable[[], float] = monotonic
    _seen: "OrderedDict[str, tuple[float, int]]" = field(default_factory=OrderedDict)

    def allows(self, host: str) -> bool:
        """Whether one more form of a host is taken."""
        now, key = self.clock(), _network(host)
        began, count = self._seen.pop(key, (now, 0))
        if now - began >= 60:
            began, count = now, 0
        self._seen[key] = (began, count + 1)
        while len(self._seen) > MOST_ADDRESSES:
            self._seen.popitem(last=False)
        return count < self.per_minute


def _network(host: str) -> str:
    """Whoever has one address of IPv6 has 2^64 of them: they count as one."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        return str(int(address) >> 64)
    return str(address)


class Guard:
    """Stands before the application."""

    def __init__(self, app: ASGIApp, *, rates: Rates, own: tuple[str, ...]) -> None:
        self._app, self._rates, self._own = app, rates, own

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        kind = scope["path"].strip("/").partition("/")[0]
        dressed = _dressed(send, own=kind in self._own)
        # Leaving is never slowed down: large mail providers leave for many from few addresses.
        counted = scope["method"] == "POST" and kind not in {"leave", "bounces"}
        if counted and not self._rates.allows((scope.get("client") or ("",))[0]):
            refusal = PlainTextResponse("Too many forms. Try again in a minute.", 429)
            await refusal(scope, receive, dressed)
            return
        await self._within(scope, receive, dressed)

    async def _within(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read a whole body of bounded size and time before the application sees any of it."""
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await _body(receive) if scope["method"] == "POST" else b""
        except TimeoutError:
            await PlainTextResponse("Too slow.", 408)(scope, receive, send)
            return
        if body is None:
            await PlainTextResponse("Too large.", 413)(scope, receive, send)
            return
        await self._app(scope, _again(body, receive), send)


async def _body(receive: Receive) -> bytes | None:
    """A request's whole body; None where it is too large."""
    pieces: list[bytes] = []
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            return None
        pieces.append(message.get("body", b""))
        size += len(pieces[-1])
        if size > LARGEST_BODY:
            return None
        more = message.get("more_body", False)
    return b"".join(pieces)


def _again(body: bytes, receive: Receive) -> Receive:
    """A body that was read, given to the application as if it came now."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def once() -> Message:
        return waiting.pop() if waiting else await receive()

    return once


def _dressed(send: Send, *, own: bool) -> Send:
    """Send an answer with our headers."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers["Content-Security-Policy"] = FORMS if own else SITE
            if own:
                headers["Cache-Control"] = "no-store"
                headers["X-Robots-Tag"] = "noindex"
        await send(message)

    return sending
