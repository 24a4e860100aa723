"""What the proof found wrong, and where."""

from dataclasses import dataclass
from enum import StrEnum

from watchdesk.model.evidence import Span


class Level(StrEnum):
    """A block stops the issue; a warning asks for a look."""

    BLOCK = "block"
    WARN = "warn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rule (V0 to V16) that one place of a draft breaks.

    `span` points into `draft`, the checked line; `nearest` is the nearest passage of the source,
    for a word diff. `item_id` is empty where a bare sentence was checked.
    """

    rule: str
    level: Level
    message: str
    draft: str = ""
    span: Span | None = None
    nearest: str = ""
    item_id: str = ""
