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


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One piece of an item that went through the gate, and by which rules.

    `kind` is "headline", "line", "quotation", "figure", "link", "picture", "count" or "record";
    `words` are the piece's own. `rules` are all that were asked, `stopped` those that it breaks,
    `looked` those that asked a person for a look.
    """

    item_id: str
    kind: str
    words: str
    rules: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()
    looked: tuple[str, ...] = ()

    @property
    def passed(self) -> tuple[str, ...]:
        """The rules that it keeps, in their order."""
        return tuple(rule for rule in self.rules if rule not in (*self.stopped, *self.looked))
