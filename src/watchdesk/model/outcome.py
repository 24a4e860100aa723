"""Expected failures and progress, as values."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from watchdesk.model.times import aware


class Stage(StrEnum):
    """The steps of the chain, by the name of their command."""

    GATHER = "gather"
    EXTRACT = "extract"
    STATEMENTS = "statements"
    GROUP = "group"
    PROPOSE = "propose"
    DRAFT = "draft"
    PROVE = "prove"
    PUBLISH = "publish"
    SEND = "send"


class Code(StrEnum):
    """Each kind of expected failure; what to do about each stands in `pipeline/cures.py`."""

    NOT_FOUND = "not-found"
    GONE = "gone"
    LEGAL = "withheld-for-legal-reasons"
    BLOCKED = "blocked"
    LOGIN = "needs-login"
    NO_KEY = "no-key"
    CONSENT = "consent-wall"
    SERVER_ERROR = "server-error"
    BUSY = "busy"
    STATUS = "odd-status"
    ROBOTS = "refused-by-robots"
    ADDRESS = "address-refused"
    REDIRECT = "redirect"
    MOVED = "moved"
    TIMEOUT = "timeout"
    TOO_SLOW = "too-slow"
    TOO_LARGE = "too-large"
    BROKEN_ANSWER = "broken-answer"
    CODING = "content-coding"
    CONNECTION = "connection"
    NEVER_RECEIVED = "never-received"
    NOT_A_FEED = "not-a-feed"
    DAMAGED_FEED = "damaged-feed"
    NO_TEXT = "no-text"
    ERROR_PAGE = "error-page"
    SCRIPT_ONLY = "script-only"
    UNREADABLE = "unreadable"
    CHARSET = "charset"
    MEDIA_TYPE = "media-type"
    CRASHED = "reader-crashed"
    BAD_INPUT = "bad-input"
    MAIL = "mail-not-delivered"
    TYPESET = "not-typeset"
    SEARCH = "no-search"
    PLACE = "site-not-delivered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An expected failure, kept as data and shown to the editor.

    `subject` is what failed (an address, a capture's id); `message` is a whole sentence;
    `retry_after` the moment before which trying again is pointless or impolite.
    """

    stage: Stage
    subject: str
    code: Code
    message: str
    retry_after: datetime | None = None
    source_id: str | None = None

    def __post_init__(self) -> None:
        if self.retry_after is not None:
            aware(self.retry_after, "retry_after")


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """A step begins; `waiting` things are known to wait."""

    stage: Stage
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One thing is done and committed; `outcome` is a word for counting ("new", "unchanged")."""

    stage: Stage
    subject: str
    outcome: str
    source_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """One thing failed as things do; the run goes on."""

    problem: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A step has ended; `counts` by outcome."""

    stage: Stage
    counts: dict[str, int] = field(default_factory=dict)


Event = Started | Done | Failed | Finished
