"""Why a fetch did not bring what it should, in words an editor understands.

In: a status, an exception, a limit. Out: `Failure` values, and the `Problem` made of one. It
decides nothing about repeating; `again` says only whether repeating can help at all.
"""

import socket
from dataclasses import dataclass
from datetime import datetime

import aiohttp

from watchdesk.archive.addresses import host_of
from watchdesk.archive.exchange import Exchange
from watchdesk.model import Code, Problem, Request, Stage


@dataclass(frozen=True, slots=True)
class Failure:
    """A kind of failure and its sentence; `again` where another attempt may succeed."""

    code: Code
    words: str
    again: bool = False


UNREACHED = (Code.CONNECTION, Code.TIMEOUT, Code.TOO_SLOW)
_BY_STATUS = {
    401: (Code.LOGIN, "{host} asks for a password (401)."),
    403: (Code.BLOCKED, "{host} refused to answer us (403)."),
    404: (Code.NOT_FOUND, "{host} says that this page does not exist (404)."),
    407: (Code.LOGIN, "{host} asks for a password (407)."),
    408: (Code.TIMEOUT, "{host} gave up waiting for our question (408)."),
    410: (Code.GONE, "{host} says that this page was removed for good (410)."),
    429: (Code.BUSY, "{host} answered that we ask too often (429)."),
    451: (Code.LEGAL, "{host} withholds this page for legal reasons (451)."),
    503: (Code.BUSY, "{host} answered 503 (busy)."),
}
_AGAIN = {408, 429}
_GOOD = {200, 203, 206, 226, 304}


def of_status(exchange: Exchange) -> Failure | None:
    """The failure that an answer's status means; None for a good one."""
    status, host = exchange.status, host_of(exchange.url)
    if status in _GOOD:
        return None
    if exchange.header("cf-mitigated") == "challenge":
        return Failure(Code.BLOCKED, f"{host} asks for proof that a person reads ({status}).")
    if status in _BY_STATUS:
        code, words = _BY_STATUS[status]
        return Failure(code, words.format(host=host), again=status in _AGAIN or status >= 500)
    if 500 <= status <= 599:
        words = f"{host} answered {status} ({exchange.reason or 'a fault of its own'})."
        return Failure(Code.SERVER_ERROR, words, again=True)
    return Failure(Code.STATUS, f"{host} answered with the odd status {status}.")


def of_robots(host: str, status: int | None) -> Failure:
    """The failure that robots.txt means; `status` where it could not be read."""
    if status is None:
        return Failure(Code.ROBOTS, f"{host} asks programs not to read this page (robots.txt).")
    words = f"The robots.txt of {host} answers {status}; until it is readable we stay away."
    return Failure(Code.ROBOTS, words)


def of_exception(error: BaseException, host: str) -> Failure:
    """The failure that an exception of the transfer means."""
    if isinstance(error, TimeoutError):
        return _of_silence(error, host)
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return Failure(Code.CONNECTION, f"{host} shows a certificate that is not valid for it.")
    if isinstance(error, aiohttp.ClientConnectorError):
        return _of_dial(error, host)
    if isinstance(error, aiohttp.ClientPayloadError):
        return _of_payload(error, host)
    if isinstance(error, (aiohttp.ClientResponseError, aiohttp.InvalidURL, ValueError)):
        words = f"{host} sent something that cannot be read as an HTTP answer."
        return Failure(Code.BROKEN_ANSWER, words)
    return Failure(Code.CONNECTION, f"{host} broke the connection off.", again=True)


def _of_silence(error: TimeoutError, host: str) -> Failure:
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return Failure(Code.TIMEOUT, f"{host} could not be reached in time.")
    return Failure(Code.TIMEOUT, f"{host} fell silent and did not answer in time.")


def _of_dial(error: aiohttp.ClientConnectorError, host: str) -> Failure:
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        again = error.os_error.errno == socket.EAI_AGAIN
        return Failure(Code.CONNECTION, f"The name {host} leads nowhere.", again=again)
    why = _system_words(error.os_error)
    return Failure(Code.CONNECTION, f"{host} could not be reached ({why}).", again=True)


def _of_payload(error: aiohttp.ClientPayloadError, host: str) -> Failure:
    cause = str(error.__cause__ or error)
    if "Not enough data" not in cause and "ConnectionReset" not in cause:
        return Failure(Code.BROKEN_ANSWER, f"{host} sent a body whose pieces cannot be told apart.")
    return Failure(Code.BROKEN_ANSWER, f"{host} stopped in the middle of its answer.", again=True)


def _system_words(error: OSError) -> str:
    if isinstance(error, ConnectionRefusedError):
        return "it refuses connections"
    return (error.strerror or "no connection").lower()


def size_words(size: int) -> str:
    """A size as people say it."""
    mib = size / (1024 * 1024)
    return f"{mib:.0f} MB" if mib >= 1 else f"{size / 1024:.0f} kB"


def problem(request: Request, failure: Failure, retry_after: datetime | None = None) -> Problem:
    """The problem that a failure means for the request."""
    words = failure.words
    if retry_after is not None:
        words += f" It asked to wait until {retry_after:%d %B %H:%M} UTC."
    return Problem(
        stage=Stage.GATHER,
        subject=request.url,
        code=failure.code,
        message=words,
        retry_after=retry_after,
        source_id=request.source_id,
    )
