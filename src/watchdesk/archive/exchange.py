"""One question and its answer, as they went over the wire; and what a fetch brought in the end.

In: what the transfer saw. Out: frozen values for the archive's files and for the pipeline. It
reads nothing and interprets no body.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from watchdesk.model import How, Problem, Request, Validators, aware

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One hop: what was asked and what came.

    Headers are pairs in their order and case, each byte as one character (Latin-1). `raw` is the
    payload without its transfer coding, still content-coded; `body` is decoded (the same object
    where nothing was coded). `truncated` is "length", "time" or "disconnect" where the payload is
    a part, as in WARC-Truncated. `note` tells what was odd about the coding.
    """

    url: str
    asked_at: datetime
    status: int
    reason: str = ""
    version: str = "HTTP/1.1"
    request_headers: Pairs = ()
    response_headers: Pairs = ()
    raw: bytes = b""
    body: bytes = b""
    media_type: str = ""
    charset: str | None = None
    ip: str = ""
    truncated: str = ""
    note: str = ""
    how: How = How.HTTP

    def __post_init__(self) -> None:
        aware(self.asked_at, "asked_at")

    def header(self, name: str) -> str | None:
        """The first value of response header `name`, in whatever case it came."""
        wanted = name.lower()
        return next((v for k, v in self.response_headers if k.lower() == wanted), None)

    @property
    def size(self) -> int:
        """The memory that both bodies take together."""
        return len(self.raw) + (0 if self.body is self.raw else len(self.body))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The end of one request: every exchange in order, the last being the answer.

    A `problem` does not mean that nothing came: the bytes received are in the exchanges. The
    results of robots.txt (purpose "robots") carry no problem of their own; what follows from them
    stands in the result of the request that needed them.
    """

    request: Request
    exchanges: tuple[Exchange, ...]
    problem: Problem | None = None

    @property
    def size(self) -> int:
        """The memory that all bodies take together."""
        return sum(exchange.size for exchange in self.exchanges)


def http_date(value: str | None) -> datetime | None:
    """The moment an HTTP date names, or None where it is no date."""
    if not value:
        return None
    try:
        moment = parsedate_to_datetime(value.strip())
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def validators_of(exchange: Exchange) -> Validators:
    """What to ask again with.

    A Last-Modified later than the answer's own Date (or, without one, than the question) is a
    clock gone wrong and is not sent back; nor is one that is no date. Only a whole 200 gives any:
    after a 304 those that were sent stay good.
    """
    if exchange.status != 200 or exchange.truncated:
        return Validators()
    modified = exchange.header("Last-Modified")
    moment = http_date(modified)
    answered = http_date(exchange.header("Date")) or exchange.asked_at
    usable = moment is not None and moment <= answered
    return Validators(
        etag=exchange.header("ETag") or None, last_modified=modified if usable else None
    )
