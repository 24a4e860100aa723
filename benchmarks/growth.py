"""Cost an article at 1,000 and at 100,000 stored articles, for extract, group and search.

    python benchmarks/growth.py [SMALL LARGE]

A made-up stream of articles (words drawn by Zipf's law from invented ones, forty outlets, a story
of three or four articles now and then) is put through the pipeline's own steps; then the cost of
the next 500 is measured at both sizes, in CPU seconds of one process.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from watchdesk.config import create
from watchdesk.extract import Hints
from watchdesk.model import (
    Article,
    Capture,
    Dated,
    How,
    Place,
    digest_of,
    identity,
)
from watchdesk.pipeline import Desk, find, group, open_desk
from watchdesk.pipeline.extraction import keep_result
from watchdesk.pipeline.reading import Job, Read, read_capture
from watchdesk.statements import Read as Found
from watchdesk.store import captures
from watchdesk.store.search import Question

START = datetime(2026, 1, 1, tzinfo=UTC)
PER_DAY = 1_000
MEASURED = 500


def words(chance: random.Random, count: int) -> str:
    """So many invented words by Zipf's law."""
    ranks = (int(40_000 ** chance.random()) for _ in range(count))
    return " ".join(f"{'bcdfglmnprst'[rank % 12]}{'aeiou'[rank % 5]}{rank:x}" for rank in ranks)


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
    chance = random.Random(first)
    start = time.process_time()
    for _ in range(MEASURED):
        find(desk, Question(words=words(chance, 2)))
    spent["search"] = time.process_time() - start
    return {step: seconds / MEASURED * 1000 for step, seconds in spent.items()}


def main() -> None:
    """Measure at both sizes and print the ratio."""
    small, large = (int(n) for n in sys.argv[1:3]) if len(sys.argv) > 2 else (1_000, 100_000)
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room) / "desk"
        create(folder, title="Growth", language="en", allow=())
        with open_desk(folder, now=START + timedelta(days=200)) as desk:
            fill(desk, 0, small)
            first = cost(desk, small)
            fill(desk, small + MEASURED, large - small - MEASURED)
            last = cost(desk, large)
    for step, before in first.items():
        ratio = last[step] / before
        print(f"{step:<8} {before:7.3f} ms -> {last[step]:7.3f} ms an article, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
