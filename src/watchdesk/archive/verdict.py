"""What follows from an answer: follow, repeat, or end.

In: a chase, what the last hop brought, the limits, the moment. Out: one of three values. Pure: it
waits for nothing and asks nothing.
"""

from dataclasses import dataclass
from datetime import datetime

from watchdesk.archive.addresses import host_of
from watchdesk.archive.chase import REDIRECTS, Chase
from watchdesk.archive.exchange import Exchange
from watchdesk.archive.failure import Failure, of_status
from watchdesk.archive.limits import Limits
from watchdesk.archive.politeness import distance, retry_after
from watchdesk.archive.transfer import Answer
from watchdesk.model import Code

_NOTHING = Failure(Code.CONNECTION, "Nothing came.")
_LEAST_WAIT = 0.5  # a Retry-After of 0 is no leave to hammer
_SAYS_WHEN = (429, 503)


@dataclass(frozen=True, slots=True)
class Follow:
    """The answer sends us on."""

    exchange: Exchange


@dataclass(frozen=True, slots=True)
class Repeat:
    """Ask again after `wait` seconds; `bare` without validators and past any cache."""

    wait: float
    bare: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """It is over; `wait` is the distance in seconds that a busy host asked for."""

    failure: Failure | None = None
    wait: float | None = None


Verdict = Follow | Repeat | End


def judge(chase: Chase, answer: Answer, *, limits: Limits, now: datetime) -> Verdict:
    """What follows from `answer`."""
    exchange = answer.exchange
    if exchange is None:
        return _after_failure(chase, answer.failure or _NOTHING, None, limits)
    if exchange.status in REDIRECTS:
        return Follow(exchange)
    failure = answer.failure or of_status(exchange)
    if failure is not None:
        return _after_failure(chase, failure, _asked_wait(exchange, now), limits)
    if exchange.status == 304 and not chase.conditional:
        return _unasked(chase, exchange)
    return End()


def _unasked(chase: Chase, exchange: Exchange) -> Verdict:
    """A "not modified" to a question that knew nothing yet."""
    if not chase.bare:
        return Repeat(0.0, bare=True)
    words = f"{host_of(exchange.url)} says 'not modified', but never sent anything."
    return End(Failure(Code.NEVER_RECEIVED, words))


def _asked_wait(exchange: Exchange, now: datetime) -> float | None:
    if exchange.status not in _SAYS_WHEN:
        return None
    return retry_after(exchange.header("Retry-After"), exchange.header("Date"), now)


def _after_failure(chase: Chase, failure: Failure, wait: float | None, limits: Limits) -> Verdict:
    too_long = wait is not None and wait > limits.max_wait_seconds
    if not failure.again or chase.attempts >= limits.retries or too_long:
        return End(failure, wait)
    if wait is not None:
        return Repeat(max(wait, _LEAST_WAIT))
    return Repeat(distance(chase.attempts + 1, limits.retry_seconds))
