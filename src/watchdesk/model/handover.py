"""An issue on its way to somebody else's mailer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class HandoverState(StrEnum):
    """How far it has come."""

    PREPARED = "prepared"
    SENDING = "sending"  # the other side may have it; committed before it is told to
    SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """One issue to one other mailer, at most once.

    `mark` is a digest of what was prepared, `remote` the other side's number for it, and `said`
    what was heard last.
    """

    issue_id: str
    target: str
    state: HandoverState
    mark: str
    at: datetime
    remote: str = ""
    said: str = ""
