"""What grouping takes and gives.

In: a `Piece`, the words of one article with when and where it came from. Out: a `Placed`, the
story and origin it belongs to and why. A `Remembered` is what must be kept of a piece so that
later ones can be compared with it; its `data` is written and read by this folder alone.
"""

from dataclasses import dataclass
from datetime import datetime

from watchdesk.model import aware
from watchdesk.stories.memory import Fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The words of one article, when it was published (or came), and who brought it.

    `dated` is unset where `at` is only a place in the order: nothing is known of the time between
    such a piece and others. `links` are the absolute addresses in its body, `agency` the
    press agency that it credits.
    """

    id: str
    title: str
    text: str
    at: datetime
    source: str = ""
    language: str | None = None
    dated: bool = True
    links: tuple[str, ...] = ()
    agency: str = ""

    def __post_init__(self) -> None:
        aware(self.at, "at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What is kept of a placed piece: its place, and a fingerprint of 1 to 3 kilobytes."""

    id: str
    story: str
    origin: str
    at: datetime
    source: str
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a piece belongs.

    `origin` is the id of the piece whose text it is, its own unless it is a copy. `why` is a
    sentence for an editor, empty for a piece that opens a story. `score` lies between 0 and 1: the
    likeness that joined, or for a copy the share of text. `terms` are those whose
    document count rises by one, `near` the open articles that a repair should compare it with,
    `mark` its fingerprint unpacked.
    """

    story: str
    origin: str
    why: str
    score: float
    remembered: Remembered
    terms: tuple[str, ...]
    near: tuple[str, ...]
    mark: Fingerprint
