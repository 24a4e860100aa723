"""What the archive's tests keep, and a small store in its simplest form."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from watchdesk.archive import Archive, Exchange, Fetched
from watchdesk.model import Capture, Purpose, Request

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PAGE = b"<html><body><h1>The ferry sails again</h1></body></html>"


def an_exchange(
    url: str = "http://harbour.example/a",
    *,
    body: bytes = PAGE,
    raw: bytes | None = None,
    minutes: float = 0,
    **values: Any,
) -> Exchange:
    payload = body if raw is None else raw
    headers = (("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(payload))))
    defaults: dict[str, Any] = {
        "status": 200,
        "reason": "OK",
        "request_headers": (("Host", "harbour.example"), ("User-Agent", "watchdesk/0.1.0")),
        "response_headers": headers,
        "media_type": "text/html",
        "charset": "utf-8",
        "ip": "93.184.216.34",
    }
    return Exchange(
        url=url,
        asked_at=NOW + timedelta(minutes=minutes),
        raw=payload,
        body=body,
        **{**defaults, **values},
    )


def a_fetch(*exchanges: Exchange, purpose: Purpose = Purpose.ARTICLE) -> Fetched:
    return Fetched(request=a_request(exchanges[0].url, purpose), exchanges=exchanges)


def a_request(url: str, purpose: Purpose = Purpose.ARTICLE) -> Request:
    return Request(url=url, source_id="harbour", purpose=purpose)


class Rows:
    """The captures a store would know."""

    def __init__(self, captures: Sequence[Capture] = ()) -> None:
        self.captures = list(captures)

    def known(self, url: str, digest: str) -> Capture | None:
        found = (c for c in self.captures if (c.url, c.digest) == (url, digest))
        return next((c for c in found if c.revisit_of is None), None)

    def previous(self, url: str) -> Capture | None:
        found = [c for c in self.captures if c.url == url and c.revisit_of is None]
        return found[-1] if found else None

    def taken(self, url: str, moment: datetime) -> bool:
        return any((c.url, c.fetched_at) == (url, moment) for c in self.captures)

    def keep(self, archive: Archive, *exchanges: Exchange) -> tuple[Capture, ...]:
        captures = archive.keep(
            a_fetch(*exchanges), known=self.known, previous=self.previous, taken=self.taken
        )
        self.captures.extend(captures)
        return captures
