"""The small site that serves the demo's fiction on this machine.

In: a port, and the moment on the site's clock.
Out: pages, feeds, documents and pictures of the outlets; each outlet is a host
`name.localhost`, told apart by the Host header alone.
It listens on 127.0.0.1 only, keeps nothing and writes nothing.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime, parsedate_to_datetime
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

from watchdesk.demo.fiction import MATERIAL, Outlet, read_fiction
from watchdesk.demo.pages import Page, Press

KARVENIA_TIME = timezone(timedelta(hours=4))
FIRST_READ = datetime(2026, 11, 13, 21, 0, tzinfo=KARVENIA_TIME)
SECOND_READ = datetime(2026, 11, 19, 21, 0, tzinfo=KARVENIA_TIME)
ISSUE_DATE = datetime(2026, 11, 20, 9, 0, tzinfo=KARVENIA_TIME)
_SUFFIX = ".localhost"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoSource:
    """A source the demo's desk watches; for a folder the address is a path."""

    id: str
    kind: str
    title: str
    url: str
    language: str
    party: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoArticle:
    """What is true of one article of the fiction, for tests and for the impatient."""

    source: str
    url: str
    title: str
    language: str
    published: datetime
    thread: str
    documents: tuple[str, ...]
    quotes: tuple[str, ...]
    edited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    status: HTTPStatus
    page: Page
    headers: Mapping[str, str]


class DemoSite:
    """The invented press on 127.0.0.1, from `with` to its end."""

    def __init__(self, *, port: int = 0) -> None:
        """Bind the port now, so that `port` is known; `0` lets the system choose."""
        self._fiction = read_fiction()
        self._press = Press(self._fiction, self._origin)
        self._moment = FIRST_READ
        handler = partial(_Handler, self._answer, self._clock)
        self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self.port: int = self._server.server_address[1]

    def __enter__(self) -> Self:
        """Start to serve."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop to serve and give the port back."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def move_to(self, moment: datetime) -> None:
        """Set the site's clock; only what was published by then is listed and served."""
        if moment.tzinfo is None:
            message = "The demo's clock needs a moment with its time zone."
            raise ValueError(message)
        self._moment = moment

    def sources(self) -> tuple[DemoSource, ...]:
        """Every source of the demo, in the order of its id."""
        return tuple(self._source(outlet) for outlet in self._fiction.outlets.values())

    def truth(self) -> tuple[DemoArticle, ...]:
        """Every article of the fiction at its address, whatever the clock says."""
        return tuple(
            DemoArticle(
                source=outlet.id,
                url=self._press.address(outlet, piece),
                title=piece.title,
                language=outlet.language,
                published=piece.published,
                thread=piece.thread,
                documents=piece.documents,
                quotes=piece.quotes,
                edited=piece.edit is not None,
            )
            for outlet in self._fiction.outlets.values()
            for piece in outlet.pieces
        )

    def documents(self) -> dict[str, str]:
        """Where each document is read, by its short name."""
        rows = self._fiction.documents.values()
        return {row.id: self._origin(row.host) + row.path for row in rows}

    def _source(self, outlet: Outlet) -> DemoSource:
        folder = str(MATERIAL / outlet.path)
        return DemoSource(
            id=outlet.id,
            kind=outlet.kind,
            title=outlet.title,
            url=folder if outlet.kind == "folder" else self._origin(outlet.id) + outlet.path,
            language=outlet.language,
            party=outlet.party,
            body=outlet.body,
        )

    def _origin(self, host: str) -> str:
        return f"http://{host}{_SUFFIX}:{self.port}"

    def _clock(self) -> datetime:
        return self._moment

    def _answer(self, host: str, path: str, asked: Mapping[str, str]) -> _Answer:
        outlet = self._fiction.outlets.get(host.partition(":")[0].removesuffix(_SUFFIX))
        if outlet is None:
            return _plain(HTTPStatus.NOT_FOUND, "No such outlet.")
        if any(path.startswith(closed) for closed in outlet.disallow):
            return _plain(HTTPStatus.FORBIDDEN, "Staff only.")
        if outlet.format == "broken" and path == outlet.path:
            return _plain(HTTPStatus.INTERNAL_SERVER_ERROR, "Internal Server Error")
        page = self._page(outlet, path, self._moment)
        if page is None:
            return _plain(HTTPStatus.NOT_FOUND, "Not found.")
        return _conditional(outlet, page, asked)

    def _page(self, outlet: Outlet, path: str, moment: datetime) -> Page | None:
        if path == "/robots.txt":
            return self._press.robots(outlet)
        if path.startswith("/images/"):
            return self._picture(path)
        if outlet.versions and path == outlet.path:
            return self._watched(outlet, moment)
        if path == "/" or (outlet.format == "list" and path == outlet.path):
            return self._press.home(outlet, moment)
        if path == outlet.path:
            return self._press.feed(outlet, moment)
        for piece in outlet.listed(moment):
            if piece.path == path:
                return self._press.article(outlet, piece, moment)
        return self._document(outlet, path, moment)

    def _watched(self, outlet: Outlet, moment: datetime) -> Page | None:
        version = outlet.shown(moment)
        if version is None:
            return None
        if version.file:
            return _pdf(version.file, version.since)
        return self._press.watched(outlet, version)

    def _document(self, outlet: Outlet, path: str, moment: datetime) -> Page | None:
        for row in self._fiction.documents.values():
            if (row.host, row.path) == (outlet.id, path) and row.since <= moment:
                return _pdf(row.file, row.since)
        return None

    def _picture(self, path: str) -> Page | None:
        name = path.removeprefix("/images/")
        if name not in {picture.file for picture in self._fiction.pictures.values()}:
            return None
        return Page(body=(MATERIAL / "pictures" / name).read_bytes(), media_type="image/jpeg")


class _Handler(BaseHTTPRequestHandler):
    """Hands a request to the site and writes the answer; logs nothing."""

    protocol_version = "HTTP/1.1"
    server_version = "invented"
    sys_version = ""

    def __init__(
        self,
        answer: Callable[[str, str, Mapping[str, str]], _Answer],
        clock: Callable[[], datetime],
        *rest: object,
    ) -> None:
        self._reply = answer
        self._clock = clock
        super().__init__(*rest)  # type: ignore[arg-type]  # as the server gives them

    def do_GET(self) -> None:
        """Answer with the page."""
        self._send(with_body=True)

    def do_HEAD(self) -> None:
        """Answer with the headers alone."""
        self._send(with_body=False)

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Give the Date header the site's clock."""
        del timestamp
        return _http_date(self._clock())

    def log_message(self, *args: object) -> None:
        """Say nothing: the desk that asks keeps the record."""

    def _send(self, *, with_body: bool) -> None:
        path = unquote(urlsplit(self.path).path)
        asked = {key.lower(): value for key, value in self.headers.items()}
        answer = self._reply(asked.get("host", ""), path, asked)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", answer.page.media_type)
        self.send_header("Content-Length", str(len(answer.page.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(answer.page.body)


def _plain(status: HTTPStatus, words: str) -> _Answer:
    page = Page(body=f"{words}\n".encode(), media_type="text/plain; charset=utf-8")
    return _Answer(status=status, page=page, headers={})


def _pdf(name: str, since: datetime) -> Page:
    body = (MATERIAL / "documents" / name).read_bytes()
    return Page(body=body, media_type="application/pdf", changed=since)


def _conditional(outlet: Outlet, page: Page, asked: Mapping[str, str]) -> _Answer:
    if outlet.caching == "etag":
        tag = f'"{hashlib.sha256(page.body).hexdigest()[:20]}"'
        known = asked.get("if-none-match") == tag
        return _kept(page, {"ETag": tag}, known=known)
    if outlet.caching == "modified" and page.changed is not None:
        known = _not_newer(page.changed, asked.get("if-modified-since", ""))
        return _kept(page, {"Last-Modified": _http_date(page.changed)}, known=known)
    return _Answer(status=HTTPStatus.OK, page=page, headers={})


def _kept(page: Page, headers: Mapping[str, str], *, known: bool) -> _Answer:
    if not known:
        return _Answer(status=HTTPStatus.OK, page=page, headers=headers)
    empty = Page(body=b"", media_type=page.media_type)
    return _Answer(status=HTTPStatus.NOT_MODIFIED, page=empty, headers=headers)


def _not_newer(changed: datetime, since: str) -> bool:
    try:
        return changed.replace(microsecond=0) <= parsedate_to_datetime(since)
    except (ValueError, TypeError):
        return False


def _http_date(moment: datetime) -> str:
    return format_datetime(moment.astimezone(timezone(timedelta(0))).replace(tzinfo=None)).replace(
        "-0000", "GMT"
    )
