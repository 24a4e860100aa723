"""The readable text of a capture, frozen; all spans refer to it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchdesk.model.evidence import Span
from watchdesk.model.times import aware


class Precision(StrEnum):
    """How much of a date was printed."""

    MOMENT = "moment"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    BEFORE = "before"  # on this day or earlier: what a dated picture shows began before it


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment with its precision; a day is kept as midnight UTC of that day.

    `doubtful` marks a date that cannot be right (later than the fetch), kept for the editor to see.
    """

    at: datetime
    precision: Precision = Precision.MOMENT
    doubtful: bool = False

    def __post_init__(self) -> None:
        aware(self.at, "date")


@dataclass(frozen=True, slots=True)
class Byline:
    """The authors as printed, in their order."""

    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """An article's lead picture: address, and the words that stand with it."""

    url: str
    caption: str = ""
    credit: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An outbound link of the article's body: absolute address, and the words that carry it.

    `span` is the place of those words in the article's text where they could be found there.
    """

    url: str
    words: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a reader made of a capture.

    `text` has paragraphs parted by one blank line and is never edited: a better reader makes a new
    article that names the old in `replaces`. `reader` and `version` say who read it, `origins`
    where each field came from (("title", "json-ld"), …). `page_type` is "article", "document",
    "mail" or "listing". `cut` marks a text that the site shows in part only (a paywall).
    `agency` is the press agency that the text credits, if it does. `pages` says for a document
    at which character of the text each page begins: (start, page number).
    """

    id: str
    capture_id: str
    source_id: str | None = None
    url: str = ""
    title: str = ""
    byline: Byline = Byline()
    published: Dated | None = None
    language: str | None = None
    text: str
    reader: str
    version: int
    page_type: str = "article"
    image: Image | None = None
    links: tuple[Link, ...] = ()
    categories: tuple[str, ...] = ()
    agency: str = ""
    cut: bool = False
    origins: tuple[tuple[str, str], ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    replaces: str | None = None

    def __post_init__(self) -> None:
        if "\x00" in self.text or "\x00" in self.title:
            raise ValueError("an article's text holds no NUL")
