"""What grouping gives: a `Placed`, the story and origin that a piece belongs to and why.

A `Remembered` is what must be kept of a piece so that later ones can be compared with it; its
`data` is written and read by this folder alone. Sentence and data are made when they are asked for.
"""

from dataclasses import dataclass
from datetime import datetime

from watchdesk.stories.memory import Fingerprint, pack
from watchdesk.stories.piece import Piece
from watchdesk.stories.why import Reason, told


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

    `origin` is the id of the piece whose text it is, its own unless it is a copy. `reason` is None
    for a piece that opens a story. `score` lies between 0 and 1: the likeness that joined, or for
    a copy the share of text. `terms` are those whose document count rises by one, `near` the open
    articles that a repair should compare it with, `mark` its fingerprint.
    """

    piece: Piece
    story: str
    origin: str
    reason: Reason | None
    score: float
    terms: tuple[str, ...]
    near: tuple[str, ...]
    mark: Fingerprint

    @property
    def why(self) -> str:
        """A sentence for an editor, empty for a piece that opens a story."""
        return told(self.piece, self.reason) if self.reason else ""

    @property
    def remembered(self) -> Remembered:
        """What is to be kept of the piece."""
        return Remembered(
            id=self.piece.id,
            story=self.story,
            origin=self.origin,
            at=self.piece.at,
            source=self.piece.source,
            data=pack(self.mark),
        )
