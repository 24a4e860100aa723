"""Reads bodies as a source's kind would, from literals."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from tests.builders import a_capture, at

from watchdesk.model import Source
from watchdesk.sources import Reading, kind_of

HOME = "https://tidings.example"
FEED = f"{HOME}/news/feed.xml"


def read(
    body: str | bytes,
    *,
    kind: str = "feed",
    url: str = FEED,
    charset: str | None = None,
    seen: datetime | None = None,
    **options: Any,
) -> Reading:
    """What the kind reads in `body`, captured at `url` on 20 November 2026."""
    raw = body.encode() if isinstance(body, str) else body
    capture = a_capture(url, body=raw, fetched_at=seen or at(20), source_id="tidings")
    source = Source(id="tidings", kind=kind, options=kind_of(kind).options(url=url, **options))
    return kind_of(kind).leads(source, replace(capture, charset=charset), raw)


def rss(*items: str, head: str = '<?xml version="1.0"?>', channel: str = "") -> str:
    """An RSS feed of these items."""
    rows = "\n".join(f"<item>{item}</item>" for item in items)
    return (
        f'{head}<rss version="2.0"><channel><title>Tidings</title>{channel}{rows}</channel></rss>'
    )


def item(
    number: int,
    *,
    title: str = "",
    link: str = "",
    date: str = "Mon, 16 Nov 2026 09:00:00 GMT",
    extra: str = "",
) -> str:
    """One item of an RSS feed."""
    return (
        f"<guid>tidings-{number}</guid><title>{title or f'Note {number}'}</title>"
        f"<link>{link or f'{HOME}/a/{number}'}</link><pubDate>{date}</pubDate>{extra}"
    )
