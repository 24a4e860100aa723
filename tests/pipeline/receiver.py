"""An HTTP server on this machine that a test tells what to answer, and that keeps what it gets."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Reply:
    """An answer; `trickle` sends its body a byte a while, `silent` closes the line instead."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    pause: float = 0.0
    trickle: float = 0.0
    silent: bool = False


Answering = Callable[[Request], Reply]


class _Handler(BaseHTTPRequestHandler):
    answering: Answering

    def _do(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = self.answering(Request(self.command, self.path, headers, body))
        time.sleep(reply.pause)
        if reply.silent:
            self.close_connection = True
            return
        try:
            self._say(reply)
        except OSError:
            self.close_connection = True  # whoever asked has gone

    def _say(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        step = 1 if reply.trickle else max(1, len(reply.body))
        for first in range(0, len(reply.body), step):
            self.wfile.write(reply.body[first : first + step])
            time.sleep(reply.trickle)

    do_GET = do_POST = do_PUT = do_DELETE = _do  # noqa: N815 - http.server's names

    def log_message(self, *_words: object) -> None:
        """Say nothing on the terminal."""


@contextmanager
def receiving(answering: Answering) -> Iterator[str]:
    """A running server's address."""
    handler = type("Handler", (_Handler,), {"answering": staticmethod(answering)})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
