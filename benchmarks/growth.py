"""Cost an article at 1,000 and at 100,000 stored articles: gather, extract, group, search.

    python benchmarks/growth.py [SMALL LARGE]

A made-up stream of a hundred articles a day (words drawn by Zipf's law from invented ones, forty
outlets, a story of three or four articles now and then) is put through the pipeline's own steps;
then the cost of the next 500 is measured at both sizes, in CPU seconds of one process. They are
gathered from a small server of the benchmark's own.
"""

import http.server
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from chart import drawn

from watchdesk.config import create
from watchdesk.extract import Hints
from watchdesk.model import (
    Article,
    Capture,
    Dated,
    Done,
    How,
    Place,
    digest_of,
    identity,
)
from watchdesk.pipeline import Desk, find, gather, group, open_desk, working_on
from watchdesk.pipeline.extraction import keep_result
from watchdesk.pipeline.reading import Job, Read, read_capture
from watchdesk.statements import Read as Found
from watchdesk.store import captures
from watchdesk.store.search import Question
from watchdesk.workers import Workers

START = datetime(2026, 1, 1, tzinfo=UTC)
PER_DAY = 100
MEASURED = 500


def words(chance: random.Random, count: int) -> str:
    """So many invented words by Zipf's law."""
    return " ".join(word(int(40_000 ** chance.random())) for _ in range(count))


def word(rank: int) -> str:
    """The invented word of this rank."""
    return f"{'bcdfglmnprst'[rank % 12]}{'aeiou'[rank % 5]}{rank:x}"


def stream(first: int, count: int) -> Iterator[tuple[Capture, bytes]]:
    """Made-up pages, some of which tell one event."""
    for number in range(first, first + count):
        chance = random.Random(number)
        event = random.Random(number // 4 if number % 10 < 4 else -number)
        body = page(words(event, 60) + " " + words(chance, 90), number)
        at = START + timedelta(days=number / PER_DAY)
        url = f"http://outlet{number % 40}.example/a/{number}"
        yield capture_of(url, body, at), body


def page(text: str, number: int) -> bytes:
    """A small page with a headline and three paragraphs."""
    third = len(text) // 3
    parts = (text[:third], text[third : 2 * third], text[2 * third :])
    paragraphs = "".join(f"<p>{part.capitalize()}.</p>" for part in parts)
    title = text[:60].capitalize()
    return (
        f"<html lang='en'><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"<p>Number {number}.</p>{paragraphs}</article></body></html>"
    ).encode()


def capture_of(url: str, body: bytes, at: datetime) -> Capture:
    """A capture as the archive would have made it."""
    return Capture(
        id=identity(url, at, digest_of(body)),
        url=url,
        asked=url,
        fetched_at=at,
        status=200,
        media_type="text/html",
        digest=digest_of(body),
        size=len(body),
        how=How.HTTP,
        place=Place("made-up.warc.gz", int(identity(url)[:8], 16), len(body)),
        source_id=f"outlet{url.split('.', maxsplit=1)[0][13:]}",
    )


def fill(desk: Desk, first: int, count: int) -> None:
    """Put articles through quickly: read by hand, kept and grouped by the pipeline."""
    for capture, body in stream(first, count):
        text = body.decode().split("<article>")[1].replace("</p><p>", "\n\n")
        article = Article(
            id=identity(capture.id, "made-up"),
            capture_id=capture.id,
            source_id=capture.source_id,
            url=capture.url,
            title=text[4:64],
            published=Dated(capture.fetched_at),
            language="en",
            text=text,
            reader="made-up",
            version=1,
        )
        keep(desk, capture, article)
    for _ in group(desk):
        pass


def keep(desk: Desk, capture: Capture, article: Article) -> None:
    """One article into the store, as the extract step keeps it."""
    with desk.store.writing() as tx:
        captures.add(tx, (capture,))
    read = Read(article=article, found=Found())
    keep_result(desk, Job(capture=capture, body=b"", hints=Hints()), read)


def cost(desk: Desk, first: int) -> dict[str, float]:
    """CPU milliseconds an article of the next articles, for each step."""
    spent = {}
    start = time.process_time()
    for capture, body in stream(first, MEASURED):
        with desk.store.writing() as tx:
            captures.add(tx, (capture,))
        job = Job(capture=capture, body=body, hints=Hints())
        keep_result(desk, job, read_capture(job))
    spent["extract"] = time.process_time() - start
    start = time.process_time()
    for _ in group(desk):
        pass
    spent["group"] = time.process_time() - start
    spent["search"] = search_cost(desk, first)
    return {step: seconds / MEASURED * 1000 for step, seconds in spent.items()}


def search_cost(desk: Desk, first: int) -> float:
    """CPU seconds of 500 questions, best of three: as many with one find as with a page of twenty.

    The answers are as long at both sizes: what is measured is finding, not how much is found.
    """
    rare = [str(number) for number in range(first - MEASURED // 2, first)]
    common = [word(rank) for rank in range(10, 60)] * (MEASURED // 100)
    return min(_asked(desk, rare, 1) + _asked(desk, common, 20) for _ in range(3))


def _asked(desk: Desk, questions: list[str], finds: int) -> float:
    start = time.process_time()
    for asked in questions:
        assert len(find(desk, Question(words=asked))) >= finds, asked
    return time.process_time() - start


class Growing(http.server.BaseHTTPRequestHandler):
    """`/feed/N` lists the 500 articles `/a/N…` onwards; each is a made-up page."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer a feed, an article, or that there are no robots' rules."""
        what, _, number = self.path.strip("/").partition("/")
        if what == "feed":
            self._send(200, "application/rss+xml", self._feed(int(number)))
        elif what == "a":
            chance = random.Random(int(number))
            self._send(200, "text/html", page(words(chance, 150), int(number)))
        else:
            self._send(404, "text/plain", b"none")

    def _feed(self, first: int) -> bytes:
        items = "".join(
            f"<item><guid>{n}</guid><title>Number {n}</title><link>/a/{n}</link></item>"
            for n in range(first, first + MEASURED)
        )
        return f"<rss version='2.0'><channel><title>Growing</title>{items}</channel></rss>".encode()

    def _send(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


def gather_cost(folder: Path, port: int, first: int) -> float:
    """CPU milliseconds an article of gathering the next ones, without the server's thread."""
    (folder / "sources.toml").write_text(
        f'[[sources]]\nid = "growing-{first}"\nkind = "feed"\n'
        f'url = "http://growing.localhost:{port}/feed/{first}"\n'
    )
    with open_desk(folder) as desk, working_on(desk, "growth"), Workers() as workers:
        start = time.thread_time()
        count = sum(1 for event in gather(desk, workers) if isinstance(event, Done))
        assert count > MEASURED
        return (time.thread_time() - start) / MEASURED * 1000


def at_size(folder: Path, port: int, since: int, size: int) -> dict[str, float]:
    """Fill a desk up to `size` articles and measure there."""
    with open_desk(folder, now=START + timedelta(days=2_000)) as desk:
        fill(desk, since, size - since)
        spent = cost(desk, size)
    return {"gather": gather_cost(folder, port, size), **spent}


def main() -> None:
    """Measure at both sizes and print the ratio."""
    small, large = (int(n) for n in sys.argv[1:3]) if len(sys.argv) > 2 else (1_000, 100_000)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Growing)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room) / "desk"
        create(folder, title="Growth", language="en", allow=(f"127.0.0.1:{port}",))
        file = folder / "desk.toml"
        file.write_text(file.read_text().replace("per_host_delay = 1.0", "per_host_delay = 0.0"))
        first = at_size(folder, port, 0, small)
        last = at_size(folder, port, small + MEASURED, large)
    ratios = {step: last[step] / before for step, before in first.items()}
    for step, before in first.items():
        ratio = ratios[step]
        print(f"{step:<8} {before:7.3f} ms -> {last[step]:7.3f} ms an article, ratio {ratio:.2f}")
    drawn("growth", f"Cost of an article at {large:,} stored, against {small:,}", ratios)


if __name__ == "__main__":
    main()
