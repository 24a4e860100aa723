"""What was read, and where in it the words stand.

A capture is bytes as they came; a span is a place in an article's frozen text; evidence joins both
with the quoted words, so that the passage can be found again even if extraction improves.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchdesk.model.times import aware


@dataclass(frozen=True, slots=True)
class Span:
    """Start and end, in Unicode code points, half open, in an article's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The words at this place; a span that reaches past the text is a bug and says so."""
        if self.end > len(text):
            raise ValueError(f"span {self.start}..{self.end} reaches past a text of {len(text)}")
        return text[self.start : self.end]

    def moved(self, by: int) -> "Span":
        """The same span in a text that begins `by` characters earlier."""
        return Span(self.start + by, self.end + by)

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


class How(StrEnum):
    """By which way bytes reached the archive."""

    HTTP = "http"
    MAIL = "mail"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record lies: WARC file name, offset and length in bytes of its gzip member."""

    file: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Bytes as they came, with address, time, digest and their place in a WARC file.

    `url` is the address that answered, `asked` the one that was asked for first (they differ after
    a redirect). `digest` is that of the decoded body. `revisit_of` names the capture that holds
    the body when this one brought the same again (a 304 or an equal digest); `place` is then that
    of the revisit record. `charset` is what the transport said, unproven.
    """

    id: str
    url: str
    asked: str
    fetched_at: datetime
    status: int
    media_type: str
    charset: str | None = None
    digest: str
    size: int
    how: How
    place: Place
    source_id: str | None = None
    purpose: str = "article"
    revisit_of: str | None = None

    def __post_init__(self) -> None:
        aware(self.fetched_at, "fetched_at")
        if ":" not in self.digest:
            raise ValueError(f"a digest names its algorithm, as in 'sha256:…': {self.digest!r}")


class Part(StrEnum):
    """Which text of an article a span refers to."""

    TITLE = "title"
    TEXT = "text"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Enough to find words again, or a picture.

    For words: article, part, span and the quoted words, with some words before and after. For a
    picture: its capture and the digest of its bytes.
    """

    article_id: str | None = None
    part: Part = Part.TEXT
    span: Span | None = None
    quote: str = ""
    before: str = ""
    after: str = ""
    capture_id: str | None = None
    media_digest: str = ""

    def __post_init__(self) -> None:
        words = bool(self.article_id and self.span and self.quote)
        picture = bool(self.capture_id and self.media_digest)
        if not (words or picture):
            raise ValueError("evidence needs an article, span and quote, or a capture and digest")
