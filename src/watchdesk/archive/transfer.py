"""One question over the wire, and its answer under every limit.

In: a fetchable address, headers and limits. Out: an `Answer`: the exchange as far as it came, and
the failure, if it is one. It follows nothing, repeats nothing and parses nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.message import Message

import aiohttp
from yarl import URL

from watchdesk.archive.addresses import host_of
from watchdesk.archive.budget import SMALL
from watchdesk.archive.credential import Credential, without
from watchdesk.archive.decoding import CodingError, Decoder, TooLarge, decoded
from watchdesk.archive.exchange import Exchange, Pairs
from watchdesk.archive.failure import Failure, of_exception, size_words
from watchdesk.archive.guard import Dial, dialling
from watchdesk.archive.limits import Limits
from watchdesk.model import Code, Purpose

_PART_FACTOR = 4  # a list up to four times the limit is read up to the limit and kept as a part
_REDIRECT_BYTES = 64 * 1024  # what a redirect says in its body is worth no more
_REDIRECTS = {301, 302, 303, 307, 308}


class Response(aiohttp.ClientResponse):
    """An answer that remembers which address it came from."""

    peer: str = ""

    async def start(self, connection: aiohttp.connector.Connection) -> aiohttp.ClientResponse:
        """Note the peer while the connection is still at hand; a short answer lets it go."""
        if connection.transport is not None:
            self.peer = str((connection.transport.get_extra_info("peername") or ("",))[0])
        return await super().start(connection)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one question brought; `large` is the share of the budget it holds."""

    exchange: Exchange | None
    failure: Failure | None = None
    large: int = 0


@dataclass(slots=True, kw_only=True)
class Transfer:
    """One hop under way."""

    session: aiohttp.ClientSession
    limits: Limits
    clock: Callable[[], datetime]
    share: Callable[[int], Awaitable[int]]
    url: str
    purpose: Purpose
    headers: Mapping[str, str]
    credential: Credential | None = None
    large: int = 0
    _pieces: list[bytes] = field(default_factory=list)
    _decoder: Decoder | None = None
    _complete: bool = False
    _size: int = 0
    _truncated: str = ""
    _waited: float = 0.0
    _began: float = 0.0

    async def run(self) -> Answer:
        """Ask, and give what came."""
        dial = Dial(host_of(self.url))
        dialling.set(dial)
        asked_at = self.clock()
        loop = asyncio.get_running_loop()
        self._began = loop.time()
        seconds = self.limits.seconds_for(self.purpose)
        exchange: Exchange | None = None
        try:
            async with asyncio.timeout(seconds) as deadline:
                async with self._ask() as response:
                    exchange = without(self.credential, _head(response, self.url, asked_at))
                    failure = await self._body(response, exchange, deadline)
                    if failure:
                        response.close()
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
            failure = self._stopped(error, dial, seconds)
        return Answer(exchange=self._whole(exchange), failure=failure, large=self.large)

    def _ask(self) -> "aiohttp.client._RequestContextManager":
        key = self.credential
        shown = {key.header: key.value} if key else {}
        return self.session.get(
            URL(self.url, encoded=True), headers={**self.headers, **shown}, allow_redirects=False
        )

    async def _body(
        self, response: aiohttp.ClientResponse, exchange: Exchange, deadline: asyncio.Timeout
    ) -> Failure | None:
        limit = self._limit(exchange)
        announced = response.content_length or 0
        if announced > limit and not self._takes_part(announced, limit):
            self._truncated = "length"
            return self._too_large(announced)
        try:
            return await self._read(response, _Reading(exchange, limit, deadline))
        except TooLarge:
            self._truncated = "length"
            return None if self.purpose is Purpose.ROBOTS else self._too_large(limit, over=True)
        except CodingError as error:
            self._truncated = "" if response.content.at_eof() else "unspecified"
            return Failure(Code.CODING, f"{host_of(self.url)} sent a page of which {error}.")

    def _limit(self, exchange: Exchange) -> int:
        if exchange.status in _REDIRECTS:
            return _REDIRECT_BYTES
        return self.limits.bytes_for(self.purpose)

    def _takes_part(self, announced: int, limit: int) -> bool:
        if self.purpose is Purpose.ROBOTS:
            return True
        return self.purpose is Purpose.INDEX and announced <= _PART_FACTOR * limit

    async def _read(self, response: aiohttp.ClientResponse, reading: "_Reading") -> Failure | None:
        self._decoder, unknown = _decoder(reading.exchange, reading.limit)
        async for piece in response.content.iter_any():
            self._pieces.append(piece)
            self._size += len(piece)
            for size in self._decoder.steps(piece):
                if not self.large and self._size + size > SMALL:
                    await self._take_share(reading)
            if self._size > reading.limit:
                raise TooLarge
            # What came whole while this machine was busy with others is not the host's slowness.
            if not response.content.is_eof() and self._trickles():
                self._truncated = "time"
                return Failure(Code.TOO_SLOW, f"{host_of(self.url)} sends too slowly to wait for.")
        if unknown:
            raise unknown
        self._decoder.finish()
        self._complete = True
        return None

    async def _take_share(self, reading: "_Reading") -> None:
        loop, deadline = asyncio.get_running_loop(), reading.deadline
        before, until = loop.time(), deadline.when()
        deadline.reschedule(None)  # waiting for our own memory is not the host's fault
        plain = self._decoder is None or self._decoder.plain
        self.large = await self.share(reading.limit if plain else 2 * reading.limit)
        self._waited = loop.time() - before
        deadline.reschedule(None if until is None else until + self._waited)

    def _trickles(self) -> bool:
        spent = asyncio.get_running_loop().time() - self._began - self._waited
        return spent > self.limits.grace_seconds and self._size < spent * self.limits.min_rate

    def _too_large(self, size: int, *, over: bool = False) -> Failure:
        words = f"more than {size_words(size)}" if over else size_words(size)
        allowed = size_words(self.limits.bytes_for(self.purpose))
        return Failure(
            Code.TOO_LARGE, f"{host_of(self.url)} sends {words}; at most {allowed} are taken."
        )

    def _stopped(self, error: Exception, dial: Dial, seconds: float) -> Failure:
        late = isinstance(error, TimeoutError)
        self._truncated = "time" if late else "disconnect"
        if dial.refused:
            words = f"{dial.name} was refused: it leads to {dial.refused[0]}, which is not public."
            return Failure(Code.ADDRESS, words)
        if late and not isinstance(error, aiohttp.ServerTimeoutError):
            words = f"{dial.name} did not finish its answer within {seconds:.0f} seconds."
            return Failure(Code.TIMEOUT, words)
        return of_exception(error, dial.name)

    def _whole(self, head: Exchange | None) -> Exchange | None:
        if head is None:
            return None
        raw = b"".join(self._pieces)
        self._pieces.clear()
        limit = self._limit(head)
        decoder, self._decoder = self._decoder, None
        if decoder is None:
            return replace(head, truncated=self._truncated)
        if decoder.plain:
            raw = raw[:limit]
        body = raw if decoder.plain else self._body_of(decoder, raw, head)
        return replace(head, raw=raw, body=body, truncated=self._truncated, note=decoder.note)

    def _body_of(self, decoder: Decoder, raw: bytes, head: Exchange) -> bytes:
        if self._complete:
            return decoder.body()
        # How far a broken stream decodes depends on the pieces it came in; the archive will read
        # it whole, and must find the same.
        decoder.pieces.clear()
        label = head.header("Content-Encoding") or ""
        return decoded(raw, label, limit=self._limit(head))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the reading of one body is bound by."""

    exchange: Exchange
    limit: int
    deadline: asyncio.Timeout


def _decoder(exchange: Exchange, limit: int) -> tuple[Decoder, CodingError | None]:
    """What undoes the answer's coding; where it is unknown, the bytes are still taken in."""
    try:
        return Decoder(exchange.header("Content-Encoding") or "", limit=limit), None
    except CodingError as error:
        return Decoder("", limit=limit), error


def _head(response: aiohttp.ClientResponse, url: str, asked_at: datetime) -> Exchange:
    media_type, charset = media(response.headers.get("Content-Type", ""))
    version = response.version
    return Exchange(
        url=url,
        asked_at=asked_at,
        status=response.status,
        reason=response.reason or "",
        version=f"HTTP/{version.major}.{version.minor}" if version else "HTTP/1.1",
        request_headers=tuple(response.request_info.headers.items()),
        response_headers=_pairs(response.raw_headers),
        media_type=media_type,
        charset=charset,
        ip=response.peer if isinstance(response, Response) else "",
    )


def _pairs(raw: tuple[tuple[bytes, bytes], ...]) -> Pairs:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in raw)


def media(content_type: str) -> tuple[str, str | None]:
    """Media type and charset of a Content-Type header, both in lower case."""
    kind, _, rest = content_type.partition(";")
    kind = " ".join(kind.split()).lower()
    if "charset" not in rest.lower():
        return kind, None
    message = Message()
    message["Content-Type"] = content_type.replace("\r", " ").replace("\n", " ")
    charset = message.get_param("charset")
    return kind, charset.strip().lower() if isinstance(charset, str) and charset.strip() else None
