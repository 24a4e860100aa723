"""Pieces for the tests of stories: good defaults, one override."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from watchdesk.stories import Grouper, Piece, Placed, Remembered

MONDAY = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
QUARRY = (
    "Inspectors have counted fourteen new cracks in the walls of the church of Saint Oren. "
    "The quarry of Velt Basalt works 310 metres from the apse, the report says. "
    "Blasting will stop for 60 days, Minister Ada Brenn told reporters in Tarrin on Monday."
)
FLOOD = (
    "The river Orsa broke its banks at night and flooded the town of Halden. "
    "Four people died and 1,200 were brought to shelters, the governor Pavel Rusk said. "
    "Twenty-six pumps are at work in the lower streets."
)


def a_piece(
    text: str = QUARRY,
    *,
    id: str = "one",  # noqa: A002
    title: str = "Fourteen new cracks at Saint Oren",
    hours: float = 0.0,
    source: str = "gazette",
    language: str | None = "en",
    links: tuple[str, ...] = (),
    dated: bool = True,
) -> Piece:
    return Piece(
        id=id,
        title=title,
        text=text,
        at=MONDAY + timedelta(hours=hours),
        source=source,
        language=language,
        links=links,
        dated=dated,
    )


class Desk:
    """Counts of terms and what was remembered, as a store would keep them."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.kept: list[Remembered] = []

    def known(self, terms: Sequence[str]) -> Mapping[str, int]:
        return {term: self.counts[term] for term in terms}

    def grouper(self) -> Grouper:
        return Grouper(counts=self.known, documents=len(self.kept), open=self.kept)

    def place(self, grouper: Grouper, piece: Piece) -> Placed:
        placed = grouper.place(piece)
        self.counts.update(placed.terms)
        self.kept.append(placed.remembered)
        return placed


def place_all(*pieces: Piece) -> list[Placed]:
    desk = Desk()
    grouper = desk.grouper()
    return [desk.place(grouper, piece) for piece in pieces]
