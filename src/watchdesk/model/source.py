"""What is watched, what is asked for, and what was found there."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from watchdesk.model.times import aware


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One watched thing: a feed, a page, a sitemap, a document, a folder.

    `kind` names an entry of `sources.KINDS`; `options` is that kind's own frozen dataclass (typed
    `object` here, since a noun does not know the kinds). `party` says who stands behind it; `body`
    names the body whose own page it is (a ministry, a relief office), empty for an outlet.
    """

    id: str
    kind: str
    options: object
    title: str = ""
    party: str = ""
    body: str = ""
    language: str | None = None
    muted: bool = False


class Purpose(StrEnum):
    """Why something is asked for; it decides limits and who reads the answer."""

    INDEX = "index"  # a feed, sitemap or page that lists others
    ARTICLE = "article"  # a page or file that tells something itself
    RECORD = "record"  # what an official register says of one measure; may name further pages of it
    DOCUMENT = "document"  # a letter, bill or report that an article links to
    IMAGE = "image"  # an article's lead picture
    ROBOTS = "robots"  # a site's rules for programs, asked for by the archive itself


@dataclass(frozen=True, slots=True)
class Validators:
    """What a site gave to ask again with: ETag and Last-Modified, as they came."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One thing to fetch: an absolute http, https or file address."""

    url: str
    source_id: str
    purpose: Purpose
    validators: Validators = field(default_factory=Validators)
    found_in: str | None = None

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if not parts.scheme or not (parts.netloc or parts.path):
            raise ValueError(f"a request needs an absolute address: {self.url!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Something a source lists: where it is, and what the list says of it.

    `entry_id` is the id the source gives (guid, atom:id), `summary` its text or HTML, unproven and
    unsanitised. `purpose` tells what to fetch; a lead without `url` is an entry that stands in the
    list alone.
    """

    url: str | None
    source_id: str
    found_in: str
    entry_id: str = ""
    title: str = ""
    summary: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    purpose: Purpose = Purpose.ARTICLE

    def __post_init__(self) -> None:
        if self.published is not None:
            aware(self.published, "published")
        if self.updated is not None:
            aware(self.updated, "updated")
        if not (self.url or self.entry_id or self.title):
            raise ValueError("a lead needs an address, an id or a title")
