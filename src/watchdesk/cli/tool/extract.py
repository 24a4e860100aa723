"""`watchdesk tool extract`: title, authors, date, language and text of saved pages."""

import base64
import binascii
import gzip
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from watchdesk.cli.tool.lines import BadLine, Row, problem, serve
from watchdesk.extract import read
from watchdesk.model import (
    Article,
    Capture,
    Dated,
    How,
    Place,
    Precision,
    Problem,
    digest_of,
    identity,
)
from watchdesk.workers import Died, Workers

HELP = """\
Read the article of each page.

\b
in:  {"id", "url", "html_path" | "html" | "html_base64"}
out: {"id", "title", "authors", "published": "2026-11-20T09:00:00+00:00" | "2026-11-20" | null,
      "language" | null, "text", "page_type", "origins": {"title": "json-ld", …}}

A path that ends in .gz is unpacked. Paragraphs are parted by one blank line. Each page is read in
a process of its own with a limit of time and memory."""
_MOST_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Job:
    """A page and the capture that is made up for it."""

    capture: Capture
    body: bytes


def read_page(job: Job) -> Article | Problem:
    """Read one page; runs in the worker."""
    return read(job.capture, job.body)


@click.command("extract", help=HELP)
def command() -> None:
    """Answer each line as it comes."""
    now = datetime.now(UTC)
    with Workers(count=1) as workers:
        serve(lambda row: _answer(row, now, workers))


def _answer(row: Row, now: datetime, workers: Workers) -> Row:
    body = _body(row)
    url = row.get("url")
    job = Job(_capture(url if isinstance(url, str) else "", body, now, row), body)
    made = workers.submit(read_page, job).result()
    if isinstance(made, Died):
        return problem(row.get("id"), "reader-crashed", f"Reading the page {made.why}.")
    if isinstance(made, Problem):
        return problem(row.get("id"), made.code.value, made.message)
    return {
        "title": made.title,
        "authors": list(made.byline.authors),
        "published": _printed(made.published),
        "language": made.language,
        "text": made.text,
        "page_type": made.page_type,
        "origins": dict(made.origins),
    }


def _body(row: Row) -> bytes:
    """The bytes of a row: of a path, of a text, or base64."""
    if isinstance(path := row.get("html_path"), str):
        return _from_path(Path(path))
    if isinstance(html := row.get("html"), str):
        return html.encode("utf-8", "replace")
    if isinstance(coded := row.get("html_base64"), str):
        try:
            return base64.b64decode(coded, validate=True)
        except binascii.Error as error:
            raise BadLine(f"'html_base64' is no base64: {error}") from error
    raise BadLine("one of 'html_path', 'html' and 'html_base64' is needed")


def _from_path(path: Path) -> bytes:
    try:
        if path.suffix != ".gz":
            return path.read_bytes()
        with gzip.open(path) as file:
            body = file.read(_MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise BadLine(f"'{path}' cannot be read: {error}") from error
    if len(body) > _MOST_BYTES:
        raise BadLine(f"'{path}' unpacks to more than {_MOST_BYTES >> 20} MB")
    return body


def _capture(url: str, body: bytes, now: datetime, row: Row) -> Capture:
    digest = digest_of(body)
    charset = row.get("charset")
    return Capture(
        id=identity(url, digest),
        url=url,
        asked=url,
        fetched_at=now,
        status=200,
        media_type="",
        charset=charset if isinstance(charset, str) else None,
        digest=digest,
        size=len(body),
        how=How.FILE,
        place=Place("", 0, len(body)),
    )


def _printed(date: Dated | None) -> str | None:
    """A moment in ISO 8601, or as much of the day as is known."""
    if date is None or date.doubtful:
        return None
    if date.precision is Precision.MOMENT:
        return date.at.isoformat()
    length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[date.precision]
    return date.at.date().isoformat()[:length]
