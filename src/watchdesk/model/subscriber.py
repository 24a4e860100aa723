"""Who gets the issue by mail: subscribers, the proof of their consent, and each delivery."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchdesk.model.times import aware


class Enrolment(StrEnum):
    """Where a subscriber stands."""

    PENDING = "pending"  # asked, and has not yet answered the letter
    CONFIRMED = "confirmed"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriber:
    """Somebody who asked for the issue.

    `id` tells nothing of the address without the desk's secret. `sections` are the keys of those
    wanted, none for the whole issue; `language` is that of the fixed words, empty for the desk's.
    """

    id: str
    address: str
    language: str = ""
    sections: tuple[str, ...] = ()
    enrolment: Enrolment = Enrolment.PENDING
    since: datetime

    def __post_init__(self) -> None:
        aware(self.since, "since")


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One line of the proof of consent: what a subscriber did, when and how."""

    subscriber_id: str
    at: datetime
    what: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppressed:
    """An address that gets nothing, whoever asks for it, and why."""

    address: str
    at: datetime
    why: str


class DeliveryState(StrEnum):
    """The life of one mail to one subscriber."""

    QUEUED = "queued"
    CLAIMED = "claimed"  # a running process has it in hand
    DATA = "data"  # the server may have it; committed before it is handed over
    SENT = "sent"
    DEFERRED = "deferred"  # the server asked to come again
    FAILED = "failed"  # the server refused it for good
    UNKNOWN = "unknown"  # the process or the line died in between: a person decides
    LEFT = "left"  # the subscriber left before it went


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One issue to one subscriber: at most one copy; `reply` is what the server said last."""

    issue_id: str
    subscriber_id: str
    state: DeliveryState
    attempts: int = 0
    at: datetime
    next_at: datetime | None = None
    reply: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounce:
    """A mail that came back; `hard` for good. `id` is the same however often it is reported."""

    id: str
    subscriber_id: str
    at: datetime
    hard: bool
    status: str
    text: str
