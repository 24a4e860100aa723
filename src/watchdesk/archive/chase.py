"""One request on its way through hops and attempts, and the queue of a host.

In: a request, then each hop's exchange. Out: what to ask next. Values that change, private to the
fetcher; nothing here waits or opens a connection.
"""

import asyncio
from collections import deque
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urljoin

from watchdesk.archive.addresses import BadAddress, fetchable, host_of
from watchdesk.archive.decoding import decoded
from watchdesk.archive.exchange import Exchange
from watchdesk.archive.failure import UNREACHED, Failure
from watchdesk.archive.limits import Limits
from watchdesk.model import Code, Purpose, Request

REDIRECTS = frozenset({301, 302, 303, 307, 308})
ROBOTS_REDIRECTS = 5  # RFC 9309, 2.3.1.2
_KEPT_OF_AN_ATTEMPT = 256 * 1024
_MAX_COOKIES = 50
_MAX_COOKIE = 4096


@dataclass(slots=True, kw_only=True)
class Chase:
    """A request under way; `robots_of` is set where it fetches an origin's robots.txt."""

    request: Request
    url: str
    exchanges: list[Exchange] = field(default_factory=list)
    seen: set[tuple[str, str]] = field(default_factory=set)
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)
    attempts: int = 0
    redirects: int = 0
    bare: bool = False
    large: int = 0
    robots_of: str = ""

    def headers(self) -> dict[str, str]:
        """The headers of the next hop beside the usual ones."""
        found: dict[str, str] = {}
        validators = self.request.validators
        if self.bare:
            found["Cache-Control"] = "no-cache"
        elif validators.etag:
            found["If-None-Match"] = validators.etag
        if validators.last_modified and not self.bare:
            found["If-Modified-Since"] = validators.last_modified
        if cookie := self.cookie():
            found["Cookie"] = cookie
        return {name: value for name, value in found.items() if _sendable(value)}

    @property
    def conditional(self) -> bool:
        """Whether the hop asks only for what is newer."""
        validators = self.request.validators
        return not self.bare and bool(validators.etag or validators.last_modified)

    def cookie(self) -> str:
        """What this fetch was given to show to this host again."""
        jar = self.cookies.get(host_of(self.url), {})
        return "; ".join(f"{name}={value}" for name, value in jar.items())

    def take_cookies(self, exchange: Exchange) -> None:
        """Keep the cookies of an answer, for this fetch alone."""
        for header, line in exchange.response_headers:
            name, _, value = line.partition(";")[0].partition("=")
            if header.lower() != "set-cookie" or not name.strip() or len(line) > _MAX_COOKIE:
                continue
            jar = self.cookies.setdefault(host_of(exchange.url), {})
            if len(jar) < _MAX_COOKIES and _sendable(value):
                jar[name.strip()] = value.strip()

    def keep_attempt(self, exchange: Exchange | None) -> None:
        """Keep what a failed attempt brought, at most its first 256 KiB."""
        if exchange is None:
            return
        if exchange.size > _KEPT_OF_AN_ATTEMPT:
            raw = exchange.raw[:_KEPT_OF_AN_ATTEMPT]
            label = exchange.header("Content-Encoding") or ""
            body = decoded(raw, label, limit=_KEPT_OF_AN_ATTEMPT)
            truncated = exchange.truncated or "length"
            exchange = replace(exchange, raw=raw, body=body, truncated=truncated)
        self.exchanges.append(exchange)

    def follow(self, exchange: Exchange, limits: Limits) -> Failure | None:
        """Turn to where a redirect leads; a `Failure` where it leads nowhere good."""
        host = host_of(exchange.url)
        location = exchange.header("Location")
        if not location:
            return Failure(Code.REDIRECT, f"{host} sends us on without saying where.")
        self.take_cookies(exchange)
        self.redirects += 1
        most = ROBOTS_REDIRECTS if self.robots_of else limits.max_redirects
        if self.redirects > most:
            return Failure(Code.REDIRECT, f"{host} sends us on more than {most} times.")
        try:
            self.url = fetchable(urljoin(exchange.url, _as_text(location)))
        except (BadAddress, ValueError) as error:
            return Failure(Code.ADDRESS, f"{host} sends us on to an address. {error}")
        self.attempts = 0
        if self.looped():
            return Failure(Code.REDIRECT, f"{host} sends us round in a circle.")
        return None

    def unreached(self, failure: Failure) -> bool:
        """Whether a robots.txt itself could not be had, so that its host is closed for this run."""
        return not self.exchanges or failure.code in UNREACHED

    def looped(self) -> bool:
        """Whether this address was already asked with the same cookies; notes it if not."""
        sight = (self.url, self.cookie())
        if sight in self.seen:
            return True
        self.seen.add(sight)
        return False


def _sendable(value: str) -> bool:
    return value.isprintable() and value.isascii()


def _as_text(location: str) -> str:
    try:
        return location.encode("latin-1").decode("utf-8")  # raw UTF-8 is common there
    except UnicodeError:
        return location


@dataclass(slots=True, kw_only=True)
class Lane:
    """What waits for one host, and how the host has fared in this run (times: loop seconds)."""

    host: str
    delay: float
    waiting: deque[Chase] = field(default_factory=deque)
    ready_at: float = 0.0
    ended_at: float = 0.0
    failures: int = 0
    given_up: Failure | None = None
    busy_until: datetime | None = None
    task: asyncio.Task[None] | None = None

    def fared(self, failure: Failure | None, give_up_after: int) -> None:
        """Count failures in a row; a host that is down is not asked for all its pages."""
        if failure is None or failure.code not in UNREACHED:
            self.failures = 0
            return
        self.failures += 1
        if self.failures >= give_up_after:
            words = f"{self.host} failed {self.failures} times in a row and was not asked again."
            self.given_up = Failure(failure.code, words)


def robots_chase(origin: str, request: Request) -> Chase:
    """The fetch of an origin's robots.txt, on behalf of `request`."""
    url = origin + "/robots.txt"
    asked = Request(
        url=url, source_id=request.source_id, purpose=Purpose.ROBOTS, found_in=request.url
    )
    return Chase(request=asked, url=url, robots_of=origin, seen={(url, "")})
