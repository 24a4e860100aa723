"""A small hostile site for the archive's tests: a function from request to bytes on the wire."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

Answer = Callable[["Visit"], Awaitable[None]]


@dataclass
class Visit:
    """One request as it came, and the line to answer on."""

    host: str
    path: str
    headers: dict[str, str]
    writer: asyncio.StreamWriter

    async def say(self, raw: bytes) -> None:
        self.writer.write(raw)
        await self.writer.drain()

    async def answer(self, body: bytes = b"", *, status: str = "200 OK", **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        lines = {"Content-Type": "text/html", "Content-Length": str(len(body)), **named}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        await self.say(f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + body)


@dataclass
class Site:
    """The running site: where it is, what it was asked, and when (loop seconds)."""

    port: int = 0
    pages: dict[str, Answer] = field(default_factory=dict)
    robots: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    seen: list[dict[str, str]] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    def url(self, path: str, host: str = "a.localhost") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self, host: str = "a.localhost") -> list[str]:
        return [path for where, path in self.asked if where == host]


@asynccontextmanager
async def serving(site: Site) -> AsyncIterator[Site]:
    """Serve `site` on a free loopback port."""

    async def client(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await _one(site, reader, writer):
                pass
        except (OSError, asyncio.CancelledError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(client, "127.0.0.1", 0)
    site.port = server.sockets[0].getsockname()[1]
    try:
        yield site
    finally:
        server.close()


async def _one(site: Site, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").strip().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    host, path = headers["Host"].split(":")[0], first.split(" ")[1]
    site.asked.append((host, path))
    site.times.append(asyncio.get_running_loop().time())
    site.seen.append(headers)
    site.at_once += 1
    site.most_at_once = max(site.at_once, site.most_at_once)
    visit = Visit(host, path, headers, writer)
    try:
        if path == "/robots.txt":
            await site.robots.get(host, _no_robots)(visit)
        else:
            await site.pages.get(path, _no_page)(visit)
    finally:
        site.at_once -= 1
    return not writer.is_closing()


async def _no_robots(visit: Visit) -> None:
    await visit.answer(status="404 Not Found")


async def _no_page(visit: Visit) -> None:
    await visit.answer(b"<p>Nothing here.</p>", status="404 Not Found")


def page(body: bytes, *, status: str = "200 OK", **headers: str) -> Answer:
    """An answer that is always the same."""

    async def answer(visit: Visit) -> None:
        await visit.answer(body, status=status, **headers)

    return answer


def wire(raw: bytes, *, then: str = "close") -> Answer:
    """Bytes as they are, and then the connection's end or a silence."""

    async def answer(visit: Visit) -> None:
        await visit.say(raw)
        if then == "hang":
            await asyncio.sleep(30)
        visit.writer.close()

    return answer


def in_turn(*answers: Answer) -> Answer:
    """One answer after the other; the last one stays."""
    waiting = list(answers)

    async def answer(visit: Visit) -> None:
        await (waiting.pop(0) if len(waiting) > 1 else waiting[0])(visit)

    return answer
