"""A small press of the tests' own: pages by host and path, on one loopback port.

In: pages, each as it is to be answered. Out: a running server that remembers what it was asked.
Each host is `name.localhost`; a list of pages is answered one after the other, its last one stays.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FEED = "application/rss+xml; charset=utf-8"
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, kw_only=True)
class Page:
    """One answer; with an `etag` it says "not modified" to whoever knows it already."""

    body: bytes = b""
    status: int = 200
    media_type: str = HTML
    headers: tuple[tuple[str, str], ...] = ()
    etag: str = ""
    seconds: float = 0


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry of a feed."""

    title: str
    link: str
    guid: str = ""
    date: str = "Fri, 20 Nov 2026 08:00:00 GMT"
    summary: str = ""


@dataclass
class Press:
    """The running server."""

    port: int = 0
    pages: dict[tuple[str, str], list[Page]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    heard: list[dict[str, str]] = field(default_factory=list)

    def url(self, path: str, host: str = "harbour") -> str:
        return f"http://{host}.localhost:{self.port}{path}"

    def put(self, path: str, *pages: Page, host: str = "harbour") -> str:
        self.pages[host, path] = list(pages)
        return self.url(path, host)

    def put_feed(self, path: str, *entries: Entry, host: str = "harbour", etag: str = "") -> str:
        body = self.feed(*entries, host=host)
        return self.put(path, Page(body=body, media_type=FEED, etag=etag), host=host)

    def put_article(self, path: str, title: str, text: str = "", *, host: str = "harbour") -> str:
        return self.put(path, Page(body=article(title, text)), host=host)

    def feed(self, *entries: Entry, host: str = "harbour") -> bytes:
        items = "".join(self._item(entry, host) for entry in entries)
        head = f"<title>The {host} paper</title><link>{self.url('/', host)}</link>"
        channel = f"<channel>{head}{items}</channel>"
        return f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'.encode()

    def _item(self, entry: Entry, host: str) -> str:
        link = entry.link if "://" in entry.link else self.url(entry.link, host)
        guid = f'<guid isPermaLink="false">{entry.guid}</guid>' if entry.guid else ""
        return (
            f"<item><title>{escape(entry.title)}</title><link>{link}</link>{guid}"
            f"<pubDate>{entry.date}</pubDate>"
            f"<description>{escape(entry.summary)}</description></item>"
        )

    def times(self, path: str, host: str = "harbour") -> int:
        return self.asked.count((host, path))

    def answer(self, host: str, path: str) -> Page:
        pages = self.pages.get((host, path))
        if not pages:
            return Page(body=b"<p>Nothing here.</p>", status=404)
        return pages.pop(0) if len(pages) > 1 else pages[0]


TEXT = (
    "The ferry between the two banks sails again after eleven days of repair, the harbour office "
    "said on Thursday. Some 1,200 people cross each day, most of them to work in the mills. "
    "“We have waited for this morning,” said Mira Tolan, who keeps the ticket house. "
    "The council had set aside 340,000 crowns for the landing stage, of which a third is spent."
)


def article(title: str, text: str = "", more: str = "") -> bytes:
    """A page with one article."""
    paragraphs = "".join(f"<p>{part}</p>" for part in (text or TEXT).split("\n"))
    return (
        f'<!doctype html><html lang="en"><head><title>{escape(title)}</title></head><body>'
        f"<header><a href='/'>The paper</a></header><article><h1>{escape(title)}</h1>"
        f"{paragraphs}{more}</article></body></html>"
    ).encode()


@contextmanager
def serving() -> Iterator[Press]:
    """A press on a free port of 127.0.0.1."""
    press = Press()
    server = _Server(("127.0.0.1", 0), _handler(press))
    press.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield press
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing of askers that were killed."""


def _handler(press: Press) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host = self.headers["Host"].split(":")[0].removesuffix(".localhost")
            press.asked.append((host, self.path))
            press.heard.append(dict(self.headers.items()))
            page = press.answer(host, self.path)
            time.sleep(page.seconds)
            known = bool(page.etag) and self.headers.get("If-None-Match") == page.etag
            self._say(304 if known else page.status, b"" if known else page.body, page)

        def _say(self, status: int, body: bytes, page: Page) -> None:
            self.send_response(status)
            tag = (("ETag", page.etag),) if page.etag else ()
            length = () if status == 304 else (("Content-Length", str(len(body))),)
            for name, value in (("Content-Type", page.media_type), *tag, *length, *page.headers):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    return Handler
