"""One HTTP request to a server that the desk's owner named, within bounds of time and size.

In: a request. Out: the answer, whatever its status. Where there is none, the error says whether the
server may have had the request all the same: what follows from that is the caller's to decide.
Redirects are not followed, so that no key is ever shown to another server.
"""

import http.client
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Timer
from urllib.parse import SplitResult, urlsplit

from watchdesk.publish.delivery.smtp import is_here

LARGEST = 16 * 1024 * 1024
"""Bytes of an answer that are read."""

SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A request; `seconds` is how long it may take altogether once the server was reached."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = b""
    seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said."""

    status: int
    body: bytes

    @property
    def good(self) -> bool:
        """Whether it did what was asked."""
        return 200 <= self.status < 300

    @property
    def told(self) -> str:
        """The status and the beginning of what was said, on one line."""
        words = " ".join(self.body[: 4 * SHOWN].decode("utf-8", "replace").split())
        return f"{self.status} {words[:SHOWN]}".strip()


class NoAnswerError(Exception):
    """There is no answer; its text says why, as the end of a sentence without its stop."""


class UnreachedError(NoAnswerError):
    """The server has seen nothing of the request."""


class UnansweredError(NoAnswerError):
    """The server may have had the request."""


def ask(question: Question) -> Answer:
    """Send a request and read its answer; raises `UnreachedError` or `UnansweredError`."""
    parts = urlsplit(question.url)
    line = _opened(parts, question.seconds)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        with _until(line, question.seconds):
            line.request(question.method, path, question.body or None, dict(question.headers))
            return _read(line.getresponse())
    except TimeoutError as error:
        raise UnansweredError(f"no answer within {question.seconds:g} seconds") from error
    except (ValueError, http.client.InvalidURL) as error:
        # What it is says the key itself.
        raise UnreachedError("its key or address has signs that no request can carry") from error
    except (OSError, http.client.HTTPException) as error:
        raise UnansweredError(f"the line broke: {_why(error)}") from error
    finally:
        line.close()


def _opened(parts: SplitResult, seconds: float) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme != "https" and not is_here(host):
        raise UnreachedError("its address begins with http://, where anybody could read the key")
    line = (
        http.client.HTTPSConnection(
            host, parts.port, timeout=seconds, context=ssl.create_default_context()
        )
        if parts.scheme == "https"
        else http.client.HTTPConnection(host, parts.port, timeout=seconds)
    )
    try:
        line.connect()
    except OSError as error:
        line.close()
        raise UnreachedError(_why(error)) from error
    return line


@contextmanager
def _until(line: http.client.HTTPConnection, seconds: float) -> Iterator[None]:
    """Cut the line after a time: the one of the socket begins anew with each byte that comes."""
    cut: list[bool] = []
    wire = line.sock  # which the line forgets when the server wants to close

    def end() -> None:
        cut.append(True)
        with suppress(OSError):
            # Not SSLSocket's own, which would take the encryption away under a read.
            socket.socket.shutdown(wire, socket.SHUT_RDWR)

    timer = Timer(seconds, end)
    timer.start()
    try:
        yield
    except (OSError, http.client.HTTPException) as error:
        raise (TimeoutError() if cut else error) from error
    finally:
        timer.cancel()
    if cut:
        raise TimeoutError


def _read(response: http.client.HTTPResponse) -> Answer:
    body = response.read(LARGEST + 1)
    if len(body) > LARGEST:
        raise http.client.HTTPException(f"the answer is larger than {LARGEST} bytes")
    return Answer(response.status, body)


def _why(error: Exception) -> str:
    said = getattr(error, "reason", "") or getattr(error, "strerror", "") or str(error)
    return str(said).rstrip(". ") or type(error).__name__
