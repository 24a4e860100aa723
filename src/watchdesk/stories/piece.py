"""What grouping takes: a `Piece`, the words of one article with when and where it came from."""

from dataclasses import dataclass
from datetime import datetime

from watchdesk.model import aware
from watchdesk.stories.meaning import Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The words of one article, when it was published (or came), and who brought it.

    `dated` is unset where `at` is only a place in the order: nothing is known of the time between
    such a piece and others. `links` are the absolute addresses in its body, `agency` the
    press agency that it credits, `meaning` what a model of the desk's own says of it.
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
    meaning: Meaning | None = None

    def __post_init__(self) -> None:
        aware(self.at, "at")
