"""What a named person decided."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchdesk.model.times import aware


class Verdict(StrEnum):
    """The answers an editor can give."""

    ACCEPT = "accept"
    AMEND = "amend"
    REFUSE = "refuse"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A signed, dated decision on something that lasts: an item, a story, a source, an issue.

    `value` carries what was decided in the subject's own form (an amended item as Markdown).
    """

    id: str
    subject: str
    verdict: Verdict
    by: str
    at: datetime
    note: str = ""
    value: str = ""

    def __post_init__(self) -> None:
        aware(self.at, "at")
        if not self.by.strip():
            raise ValueError("a decision names who decided")
