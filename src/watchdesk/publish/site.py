"""What the pages that all issues share are made of: the archive, sections, registers, feeds.

Comes in: from each published issue its `Abstract`, so that no shared page needs a whole issue; from
the registers what their gate cleared. Goes out: nothing; these are values.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from watchdesk.model import Cleared, Theme
from watchdesk.publish.charts import View
from watchdesk.publish.publication import IssueHead


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemHead:
    """An item as lists show it; `section` is the key of its section, `title` that one's heading."""

    path: str
    headline: str
    language: str
    section: str
    title: str


@dataclass(frozen=True, slots=True)
class Abstract:
    """What shared pages need to know of an issue: its head and its items, in reading order.

    `sections` are the keys and headings of all its sections, empty ones included.
    """

    head: IssueHead
    items: tuple[ItemHead, ...] = ()
    sections: tuple[tuple[str, str], ...] = ()

    @property
    def month(self) -> str:
        """The month it is filed under, as in "2026-11"."""
        return f"{self.head.dated:%Y-%m}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item as all three kinds of feed need it."""

    id: str
    path: str
    title: str
    html: str
    text: str
    section: str
    section_title: str
    language: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One entry of a register, as the gate let it out; `line` says where it stands."""

    cleared: Cleared
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One register: its name, the words for each kind of development, and its dossiers.

    `view` is what is drawn of them: a map, or a count over time.
    """

    name: str
    labels: Mapping[str, str]
    dossiers: tuple[Dossier, ...]
    view: View | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionLine:
    """One line of the public log: what was corrected or withdrawn, where, why, by whom and when."""

    at: datetime
    by: str
    path: str
    headline: str
    reason: str
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The whole site beside its issues.

    `issues` are newest first, `entries` those of the newest issues in their order. `language` is
    that of the fixed words, `as_of` the day on which the registers are shown.
    """

    desk_title: str
    language: str
    issues: tuple[Abstract, ...]
    entries: tuple[Entry, ...] = ()
    shelves: tuple[Shelf, ...] = ()
    corrections: tuple[CorrectionLine, ...] = ()
    site_url: str = ""
    example_note: str = ""
    theme: Theme = field(default_factory=Theme)
    searchable: bool = False
    as_of: date = date.min

    @property
    def base(self) -> str:
        """The site's address with one slash at its end, or nothing."""
        return self.site_url.rstrip("/") + "/" if self.site_url else ""

    @property
    def newest(self) -> Abstract | None:
        """The issue on the front page."""
        return self.issues[0] if self.issues else None
