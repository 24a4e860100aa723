"""The edition: a dated, numbered issue with sections in the house order, and its items.

An item without evidence cannot be built. Words come as lines and quotations, each with the
evidence it was taken from; a line that a person wrote names that person.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from watchdesk.model.evidence import Evidence
from watchdesk.model.statement import Bound
from watchdesk.model.times import aware


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A headline or sentence, with what it is taken from; `by` names the person who wrote it.

    Empty `by` means a machine copied it from the archive, word for word.
    """

    text: str
    evidence: tuple[Evidence, ...]
    by: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words of somebody, with the speaker as printed; `text` is without outer marks."""

    text: str
    evidence: tuple[Evidence, ...]
    speaker: str | None = None
    role: str = ""
    where: str = ""
    statement_id: str | None = None
    by: str = ""
    language: str | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a quotation cannot stand without evidence")


class LinkKind(StrEnum):
    """What a link of an item leads to."""

    MORE = "more"  # an article that tells it
    DOCUMENT = "document"  # the letter, bill or report itself


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLink:
    """A link under an item: the words, the address, and the capture that proves it was there."""

    kind: LinkKind
    words: str
    url: str
    capture_id: str
    archived_at: datetime
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A picture with its words; `capture_id` and `digest` lead to its archived bytes."""

    capture_id: str
    digest: str
    media_type: str
    url: str
    caption: str = ""
    credit: str = ""
    licence: str = ""
    alt: str = ""
    article_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Detail of a story: how many independent texts, who was first and when, how many copies.

    `why` are the reasons for its place, in words; they are the editor's and are not published.
    """

    origins: int
    first_source: str
    first_at: datetime
    copies: int
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """One of several numbers for the same thing, with who says so and when."""

    value: float
    printed: str
    says: str
    as_of: datetime | None
    evidence: tuple[Evidence, ...]
    bound: Bound | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a figure cannot stand without evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalFigures:
    """Detail of a figure item: numbers side by side, never averaged, none larger than the other."""

    counts: str
    unit: str | None
    rivals: tuple[Rival, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """Detail of an opinion: whose view it is."""

    authors: tuple[str, ...]
    outlet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Photograph:
    """Detail of a picture that stands as an item of its own: the picture is the item's photo."""

    outlet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Detail of a headline and link alone."""

    outlet: str


@dataclass(frozen=True, slots=True)
class Station:
    """One development of an entry, in a word and its day.

    `by_then` says that it had come by that day, `how` that it is "new", "late" or "corrected" since
    the last issue; empty for what was known then.
    """

    label: str
    on: date
    by_then: bool = False
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Detail of an entry of a register: a measure, a case, a site, an event.

    `register` is the word for one entry of it, `entry` its id; `previously` is the register's line
    of it and `stations` are its way so far, oldest first. `taken_back` counts what was.
    """

    register: str
    entry: str
    previously: str
    stations: tuple[Station, ...]
    taken_back: int = 0


Detail = Told | RivalFigures | Opinion | Photograph | Brief | Dossier
"""The kinds of item that are drafted."""


@dataclass(frozen=True, slots=True)
class Ran:
    """That a part of an item (story, link, quotation, photo) ran before, and in which issue."""

    what: str
    issue: int


class Remedy(StrEnum):
    """What was done to an item after it was published."""

    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """That an item was changed or withdrawn after publication: why, by whom and when."""

    how: Remedy
    reason: str
    by: str
    at: datetime

    def __post_init__(self) -> None:
        aware(self.at, "at")
        if not self.reason.strip() or not self.by.strip():
            raise ValueError("a correction names its reason and who made it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a section; `id` is minted once and lasts while words change.

    `edited_by` names the person whose decision made it what it is; such an item is never
    overwritten by a draft. `corrections` are what was done to it since it was published, oldest
    first; the words that stood before are kept beside the issue.
    """

    id: str
    headline: Line
    detail: Detail
    lines: tuple[Line, ...] = ()
    quotes: tuple[Quoted, ...] = ()
    links: tuple[ItemLink, ...] = ()
    photo: Photo | None = None
    story_id: str | None = None
    edited_by: str = ""
    ran: tuple[Ran, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def __post_init__(self) -> None:
        if not self.headline.evidence:
            raise ValueError("an item cannot be built without evidence")

    @property
    def withdrawn(self) -> bool:
        """Whether nothing of it stands any more but that it once stood."""
        return any(each.how is Remedy.WITHDRAWN for each in self.corrections)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All evidence of the item, in reading order."""
        rivals = self.detail.rivals if isinstance(self.detail, RivalFigures) else ()
        parts: tuple[Line | Quoted | Rival, ...] = (
            self.headline,
            *self.lines,
            *self.quotes,
            *rivals,
        )
        return tuple(piece for part in parts for piece in part.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the issue; one without items says why it is empty."""

    key: str
    title: str
    items: tuple[Item, ...] = ()
    empty_because: str = ""


class State(StrEnum):
    """The life of an issue; any edit after approval takes it back to draft."""

    DRAFT = "draft"
    PROVEN = "proven"
    APPROVED = "approved"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was read for the issue: sources, languages, and who was silent, refused or broken."""

    sources: int
    languages: tuple[str, ...]
    articles: int
    silent: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A dated, numbered edition; `since` and `until` bound what was first captured for it."""

    id: str
    number: int
    title: str
    language: str
    dated: datetime
    since: datetime | None
    until: datetime
    sections: tuple[Section, ...]
    coverage: Coverage
    state: State = State.DRAFT
    approved_by: str = ""
    approved_at: datetime | None = None
    note: str = ""

    def __post_init__(self) -> None:
        aware(self.dated, "dated")
        aware(self.until, "until")

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in reading order."""
        return tuple(item for section in self.sections for item in section.items)

    def with_items(self, made: Mapping[str, Item]) -> "Issue":
        """The same issue with these items, by their id, in the place of its own."""
        sections = (
            replace(section, items=tuple(made.get(item.id, item) for item in section.items))
            for section in self.sections
        )
        return replace(self, sections=tuple(sections))
