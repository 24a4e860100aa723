"""Records a second: our archiving against bare warcio, on pages of mixed size.

Run: python benchmarks/warc.py [PAGES]. Ours decodes nothing here, but digests thrice (SHA-256 of
body, payload and block), hands each record to the operating system, and writes question and answer;
warcio writes the same pairs to a buffered file with its SHA-1. Ours must reach at least half.
Also printed: revisits a second, which is what most of a day's fetches are.
"""

import io
import random
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from chart import drawn
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from watchdesk.archive import Archive, Exchange, Fetched
from watchdesk.archive.session import utc_now
from watchdesk.model import Capture, Purpose, Request

WORDS = [bytes([97 + n % 26] * (2 + n % 9)) for n in range(400)]
ASKED = (("Host", "harbour.example"), ("User-Agent", "watchdesk/0.1.0"), ("Accept", "*/*"))


def pages(count: int) -> list[Fetched]:
    """Pages of 2 to 120 kB of words, each with its own address."""
    dice = random.Random(3)
    moment = utc_now()
    found = []
    for number in range(count):
        body = b" ".join(dice.choices(WORDS, k=dice.randrange(300, 18_000)))
        url = f"http://harbour.example/{number}"
        exchange = Exchange(
            url=url,
            asked_at=moment + timedelta(seconds=number),
            status=200,
            reason="OK",
            request_headers=ASKED,
            response_headers=(("Content-Type", "text/html"), ("Content-Length", str(len(body)))),
            raw=body,
            body=body,
            media_type="text/html",
        )
        request = Request(url=url, source_id="s", purpose=Purpose.ARTICLE)
        found.append(Fetched(request=request, exchanges=(exchange,)))
    return found


def ours(folder: Path, fetched: list[Fetched], known: dict[str, Capture]) -> float:
    """Seconds to keep everything; `known` is read and added to."""
    archive = Archive(folder)
    began = time.perf_counter()
    for one in fetched:
        captures = archive.keep(
            one,
            known=lambda url, _digest: known.get(url),
            previous=known.get,
            taken=lambda _url, _moment: False,
        )
        for capture in captures:
            known.setdefault(capture.url, capture)
    spent = time.perf_counter() - began
    archive.close()
    return spent


def bare(path: Path, fetched: list[Fetched]) -> float:
    """Seconds for warcio alone."""
    began = time.perf_counter()
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True, warc_version="WARC/1.1")
        for one in fetched:
            exchange = one.exchanges[0]
            head = StatusAndHeaders("200 OK", list(exchange.response_headers), protocol="HTTP/1.1")
            asked = StatusAndHeaders("GET / HTTP/1.1", list(ASKED), is_http_request=True)
            answer = writer.create_warc_record(
                exchange.url, "response", payload=io.BytesIO(exchange.raw), http_headers=head
            )
            question = writer.create_warc_record(exchange.url, "request", http_headers=asked)
            writer.write_request_response_pair(question, answer)
    return time.perf_counter() - began


def main() -> None:
    """Three rounds in turn, the best of each; prints rates and ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    fetched = pages(count)
    again = [
        Fetched(
            request=one.request,
            exchanges=(
                Exchange(url=one.request.url, asked_at=one.exchanges[0].asked_at, status=304),
            ),
        )
        for one in fetched
    ]
    mine, theirs, revisits = [], [], []
    with tempfile.TemporaryDirectory() as name:
        for attempt in range(3):
            known: dict[str, Capture] = {}
            folder = Path(name) / str(attempt)
            mine.append(ours(folder, fetched, known))
            revisits.append(ours(folder, again, known))
            theirs.append(bare(Path(name) / f"{attempt}.warc.gz", fetched))
    ratio = min(theirs) / min(mine)
    print(f"{count} pages, {sum(f.size for f in fetched) / count / 1000:.0f} kB on average")
    print(
        f"watchdesk {count / min(mine):.0f} pages/s, warcio {count / min(theirs):.0f};"
        f" ratio {ratio:.2f}; unchanged: {count / min(revisits):.0f}/s"
    )
    rates = {"a page": ratio, "an unchanged page": min(theirs) / min(revisits)}
    drawn("warc", "Records a second, against bare warcio writing whole pages", rates, bound=0.5)
    sys.exit(0 if ratio >= 0.5 else 1)


if __name__ == "__main__":
    main()
