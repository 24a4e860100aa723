"""CPU per request: our fetcher against httpx, on a small local server with 20 to 80 ms latency.

Run: python benchmarks/fetch.py [REQUESTS]. Prints milliseconds of CPU a request and the ratio; ours
must be at most a fifth. Both have 64 connections; ours also asks robots.txt once a host, decodes,
and makes an exchange with all headers of each answer. The server runs in a process of its own.
"""

import asyncio
import multiprocessing
import random
import resource
import sys
from multiprocessing.connection import Connection

import httpx
from chart import drawn

from watchdesk.archive import Fetcher, Limits, Robots, RobotsText
from watchdesk.archive.session import utc_now
from watchdesk.model import Purpose, Request

BODY = b"<rss>" + b"<item><title>The ferry sails again</title></item>" * 300 + b"</rss>"
ANSWER = (
    b'HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: "1"\r\n'
    b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY
)
CONNECTIONS = 64


def serve(pipe: Connection) -> None:
    """Answer every request with the same feed after 20 to 80 ms."""

    async def client(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                await reader.readuntil(b"\r\n\r\n")
                await asyncio.sleep(random.uniform(0.02, 0.08))
                writer.write(ANSWER)
        except (asyncio.IncompleteReadError, OSError):
            writer.close()

    async def main() -> None:
        server = await asyncio.start_server(client, "127.0.0.1", 0, backlog=1000)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(main())


def cpu() -> float:
    """CPU seconds of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


async def ours(port: int, count: int) -> None:
    """Fetch from `count` hosts, once each, whose robots.txt is known."""
    hosts = [f"h{number}.localhost:{port}" for number in range(count)]
    now = utc_now()
    robots = Robots(
        tuple(RobotsText(host=f"http://{host}", fetched_at=now, status=404) for host in hosts)
    )
    allowed = frozenset({("127.0.0.1", port)})
    limits = Limits(connections=CONNECTIONS)
    async with Fetcher(limits=limits, allowed=allowed, robots=robots) as fetcher:
        for host in hosts:
            url = f"http://{host}/feed.xml"
            fetcher.submit(Request(url=url, source_id="s", purpose=Purpose.INDEX))
        bodies = [len(fetched.exchanges[-1].body) async for fetched in fetcher.results()]
    assert bodies == [len(BODY)] * count


async def theirs(port: int, count: int) -> None:
    """The same with httpx, whose connections may be used again."""
    limits = httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS)
    async with httpx.AsyncClient(limits=limits, timeout=60, trust_env=False) as client:
        gate = asyncio.Semaphore(CONNECTIONS)

        async def one(number: int) -> None:
            async with gate:
                answer = await client.get(f"http://127.0.0.1:{port}/feed.xml?{number}")
                assert len(answer.content) == len(BODY)

        await asyncio.gather(*(one(number) for number in range(count)))


async def per_request(port: int, count: int) -> tuple[float, float]:
    """CPU milliseconds per request of both, each warmed up by a few requests."""
    await ours(port, 20)
    await theirs(port, 20)
    began = cpu()
    await ours(port, count)
    between = cpu()
    await theirs(port, count)
    return (between - began) / count * 1000, (cpu() - between) / count * 1000


def main() -> None:
    """Run both and print the ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    receiver, sender = multiprocessing.Pipe(duplex=False)
    server = multiprocessing.Process(target=serve, args=(sender,), daemon=True)
    server.start()
    port = receiver.recv()
    mine, httpx_s = asyncio.run(per_request(port, count))
    server.kill()
    print(f"{count} requests, {CONNECTIONS} connections, 20-80 ms latency")
    print(f"watchdesk {mine:.2f} ms CPU a request, httpx {httpx_s:.2f}; ratio {mine / httpx_s:.3f}")
    drawn("fetch", "CPU a request, against httpx", {"a request": mine / httpx_s}, bound=0.2)
    sys.exit(0 if mine <= httpx_s / 5 else 1)


if __name__ == "__main__":
    main()
