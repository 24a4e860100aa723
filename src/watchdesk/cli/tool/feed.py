"""`watchdesk tool feed`: feeds into entries.

A line names a feed's bytes; the answer holds its entries as they stand there, with addresses made
absolute and dates brought to ISO 8601 where they can be read. Nothing is fetched or sanitised.
"""

import base64
import binascii
import gc
from pathlib import Path

import click

from watchdesk.cli.tool.lines import BadLine, Row, field, serve
from watchdesk.sources.entries import read_feed
from watchdesk.sources.entry import Entry, NotAFeed

HELP = """Read feeds of every version into entries.

\b
in:  {"id", "path" | "base64", "url"}
out: {"id", "title", "entries": [{"id", "url", "title", "published",
      "updated", "authors", "summary_html", "content_html"}]}

One line out for each line in, in the same order. A line that holds no feed gives
{"id", "problem": {"code", "message"}}.
"""


@click.command("feed", help=HELP)
def command() -> None:
    """Answer each line with the entries of its feed."""
    # Entries are trees without rings: looking for rings among them is a twelfth of the time.
    gc.freeze()
    gc.set_threshold(100_000)
    serve(_answer)


def _answer(row: Row) -> Row:
    url = row.get("url") or ""
    if not isinstance(url, str):
        raise BadLine("'url' should be a text")
    try:
        feed = read_feed(_body(row), url)
    except NotAFeed as error:
        raise BadLine(f"no feed: {error}") from error
    return {"title": feed.title, "entries": [_entry(entry) for entry in feed.entries]}


def _body(row: Row) -> bytes:
    if "base64" in row:
        try:
            return base64.b64decode(field(row, "base64"), validate=True)
        except (binascii.Error, ValueError) as error:
            raise BadLine(f"'base64' cannot be decoded: {error}") from error
    try:
        return Path(field(row, "path")).read_bytes()
    except (OSError, ValueError) as error:
        raise BadLine(f"'path' cannot be read: {error}") from error


def _entry(entry: Entry) -> Row:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "published": _iso(entry.published),
        "updated": _iso(entry.updated),
        "authors": list(entry.authors),
        "summary_html": entry.summary,
        "content_html": entry.content,
    }


def _iso(stamp: str) -> str | None:
    """A date in ISO 8601; what the parser already wrote so is left alone, being the usual case."""
    if stamp.endswith("+00:00"):
        return stamp
    from watchdesk.sources.dates import read  # noqa: PLC0415 - few feeds need it

    found = read(stamp) if stamp else None
    return found.isoformat() if found else None
