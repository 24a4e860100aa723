"""`watchdesk tool feed`: feeds into entries."""

import base64
import binascii
from pathlib import Path

import click

from watchdesk.cli.tool.lines import BadLine, Row, field, serve
from watchdesk.sources.entries import Entry, NotAFeed, read_feed


@click.command("feed")
def command() -> None:
    """Read feeds: {"id", "path" | "base64", "url"} in, {"id", "title", "entries"} out.

    Each entry: {"id", "url", "title", "published", "updated", "authors", "summary_html",
    "content_html"}.
    """
    serve(_answer)


def _answer(row: Row) -> Row:
    try:
        feed = read_feed(_body(row), row.get("url") or "")
    except NotAFeed as error:
        raise BadLine(f"no feed: {error}") from error
    return {"title": feed.title, "entries": [_entry(entry) for entry in feed.entries]}


def _body(row: Row) -> bytes:
    if "base64" in row:
        try:
            return base64.b64decode(field(row, "base64"), validate=True)
        except binascii.Error as error:
            raise BadLine(f"'base64' cannot be decoded: {error}") from error
    try:
        return Path(field(row, "path")).read_bytes()
    except OSError as error:
        raise BadLine(f"'path' cannot be read: {error.strerror}") from error


def _entry(entry: Entry) -> Row:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "published": entry.published,
        "updated": entry.updated,
        "authors": list(entry.authors),
        "summary_html": entry.summary,
        "content_html": entry.content,
    }
