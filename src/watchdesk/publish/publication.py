"""What is published: an approved issue with all that its pages need, and the files they become.

Comes in: the issue, and the articles, captures and pictures that its evidence names. Goes out:
nothing; these are values. A publication never reads: what is not in it is not on the page.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from watchdesk.model import (
    Article,
    Capture,
    Checked,
    Correction,
    Issue,
    Item,
    Theme,
    aware,
    identity,
)
from watchdesk.publish.charts.views import Ground

_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")


@dataclass(frozen=True, slots=True)
class File:
    """One file of an edition: `path` is relative to its folder and parted by slashes."""

    path: str
    media_type: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueHead:
    """An issue as the archive lists it; `path` leads from the site's root to its page."""

    number: int
    title: str
    dated: datetime
    path: str
    summary: str = ""

    def __post_init__(self) -> None:
        aware(self.dated, "dated")


@dataclass(frozen=True, slots=True)
class ProofCount:
    """What the gate counted: of each kind (proven, all)."""

    quotations: tuple[int, int] = (0, 0)
    figures: tuple[int, int] = (0, 0)
    links: tuple[int, int] = (0, 0)

    @property
    def complete(self) -> bool:
        """Whether everything counted is proven."""
        return all(proven == total for proven, total in (self.quotations, self.figures, self.links))


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """That an item of an issue was corrected or withdrawn; `headline` is the one that stands."""

    issue: int
    item_id: str
    headline: str
    correction: Correction

    @property
    def path(self) -> str:
        """Where the item's own page stands, from the site's root."""
        return item_path(self.issue, self.item_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """An issue with everything its editions are made of.

    `articles` and `captures` are by id and hold at least what the issue's evidence, photos and
    links name; `outlets` gives the title of each source by its id; `pictures` the archived bytes by
    digest. `site_url` is the absolute address of the site's root, empty where there is none yet.
    `language` is that of the fixed words, empty for the issue's own (English where none are
    written). `bundle` names the sealed bundle that `verify` checks; `example_note` marks an example
    as one, on every page. `checked` are the pieces that went through the gate, with their rules;
    `chain_head` is the digest of the last development in the registers. `theme` is the house look
    of all editions; `searchable` says that the site has a search page. `places` are the longitude
    and latitude of entries, in degrees, and `held` how many were held on the first days of months:
    both as the gate of the registers let them pass on the day of publication. `ground` is what lies
    under a map.
    `amended` are corrections of earlier issues that this one tells, and `former` items of this one
    as they stood before they were corrected: their receipts stay.
    """

    issue: Issue
    articles: Mapping[str, Article]
    captures: Mapping[str, Capture]
    outlets: Mapping[str, str]
    proof: ProofCount
    desk_title: str
    checked: tuple[Checked, ...] = ()
    earlier: tuple[IssueHead, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    site_url: str = ""
    language: str = ""
    bundle: str = ""
    verify: str = "watchdesk archive verify"
    example_note: str = ""
    leave_url: str = ""
    preferences_url: str = ""
    chain_head: str = ""
    amended: tuple[Amended, ...] = ()
    former: tuple[Item, ...] = ()
    theme: Theme = field(default_factory=Theme)
    places: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    held: tuple[tuple[date, int], ...] = ()
    ground: Ground = field(default_factory=Ground)
    searchable: bool = False

    @property
    def tongue(self) -> str:
        """The language that the fixed words are wanted in."""
        return self.language or self.issue.language

    @property
    def newest(self) -> bool:
        """Whether no issue published before has a higher number."""
        return all(head.number <= self.issue.number for head in self.earlier)

    @property
    def before(self) -> IssueHead | None:
        """The published issue before this one."""
        found = [head for head in self.earlier if head.number < self.issue.number]
        return max(found, key=lambda head: head.number, default=None)

    @property
    def after(self) -> IssueHead | None:
        """The published issue after this one."""
        found = [head for head in self.earlier if head.number > self.issue.number]
        return min(found, key=lambda head: head.number, default=None)

    @property
    def command(self) -> str:
        """What a reader types to check the issue without us."""
        return f"{self.verify} {self.bundle}".strip()

    @property
    def base(self) -> str:
        """The site's address with one slash at its end, or nothing."""
        return self.site_url.rstrip("/") + "/" if self.site_url else ""


@dataclass(frozen=True, slots=True)
class Cited:
    """Ids of the articles and captures, and digests of the pictures, that an issue names.

    The captures of these articles, and what those revisit, come on top.
    """

    articles: frozenset[str]
    captures: frozenset[str]
    pictures: frozenset[str]


def cited(issue: Issue) -> Cited:
    """What a publication of this issue has to hold."""
    evidence = [each for item in issue.items for each in item.evidence]
    photos = [item.photo for item in issue.items if item.photo is not None]
    links = [link for item in issue.items for link in item.links]
    articles = {each.article_id for each in evidence} | {each.article_id for each in photos}
    captures = {each.capture_id for each in evidence} | {each.capture_id for each in photos}
    return Cited(
        articles=frozenset(each for each in articles if each),
        captures=frozenset(each for each in captures if each) | {link.capture_id for link in links},
        pictures=frozenset(photo.digest for photo in photos),
    )


def issue_path(number: int) -> str:
    """Where an issue's page stands, from the site's root."""
    return f"issues/{number}/index.html"


def item_path(number: int, item_id: str) -> str:
    """Where an item's own page stands, from the site's root."""
    return f"issues/{number}/{path_name(item_id)}/index.html"


def report_path(number: int) -> str:
    """Where the gate's report on an issue stands, from the site's root."""
    return f"issues/{number}/report/index.html"


def path_name(name: str) -> str:
    """`name` where it can stand in a path as it is, else an id derived from it."""
    return name if _PLAIN_NAME.fullmatch(name) else identity("path", name)


def head_of(issue: Issue) -> IssueHead:
    """The issue as later issues list it; its summary is the first headline of each section."""
    firsts = [section.items[0].headline.text for section in issue.sections if section.items]
    return IssueHead(
        number=issue.number,
        title=issue.title,
        dated=issue.dated,
        path=issue_path(issue.number),
        summary=" · ".join(firsts[:3]),
    )
