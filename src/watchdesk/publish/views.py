"""An issue as its pages draw it: every word with its language, every number with its receipt.

Comes in: what `layout.py` fills in. Goes out: values that a template only has to set, with paths
from the site's root. Texts here are as they came; escaping is the template's.
"""

from dataclasses import dataclass

from watchdesk.publish.charts import Chart
from watchdesk.publish.pictures import Picture
from watchdesk.publish.publication import Publication
from watchdesk.publish.receipts import Receipt
from watchdesk.publish.tongue import Tongue, direction, marks


@dataclass(frozen=True, slots=True)
class Words:
    """A text with its language; `foreign` where that is not the page's."""

    text: str
    language: str
    foreign: bool = False

    @property
    def direction(self) -> str:
        """Which way it is written."""
        return direction(self.language)

    @property
    def quoted(self) -> str:
        """The text between the quotation marks of its language."""
        opening, closing = marks(self.language)
        return f"{opening}{self.text}{closing}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A small number that leads to a receipt."""

    number: int
    path: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A headline or sentence with its numbers."""

    words: Words
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """A quotation between its language's marks; `translation` is ours, beside the original."""

    words: Words
    marks: tuple[Mark, ...]
    speaker: str | None
    role: str
    where: str
    translation: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalView:
    """One of several numbers; `foreign` is the language of who says so, where it is another's."""

    printed: str
    says: str
    as_of: str
    marks: tuple[Mark, ...]
    foreign: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A link under an item; `href` is None where the address must not become a link."""

    words: Words
    href: str | None
    note: str
    document: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoView:
    """A picture with its words; `picture` is None where it cannot be shown."""

    picture: Picture | None
    alt: str
    caption: Words
    credit: str
    licence: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class StationView:
    """One development on an entry's way; `how` says how it came since the last issue."""

    label: str
    day: str
    by_then: bool
    how: str


@dataclass(frozen=True, slots=True)
class NoticeView:
    """That an item was corrected or withdrawn: a sentence with day and name, and the reason."""

    says: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendedView:
    """A correction of an earlier issue, told in this one."""

    issue: str
    headline: str
    path: str
    notice: NoticeView


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One item, laid out.

    `counts` says what rival numbers count, `previously` what stood before, `stations` the way;
    `chart` draws the rival numbers; lines that are `parallel` are printed as points.
    """

    id: str
    kind: str
    path: str
    headline: LineView
    lines: tuple[LineView, ...]
    quotes: tuple[QuoteView, ...]
    rivals: tuple[RivalView, ...]
    counts: str
    links: tuple[LinkView, ...]
    photo: PhotoView | None
    byline: str
    previously: str
    stations: tuple[StationView, ...]
    facts: tuple[str, ...]
    notices: tuple[NoticeView, ...] = ()
    chart: Chart | None = None
    parallel: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """One section; `empty` says why nothing stands in it.

    `chart` draws what its items have in common: their places, or how many were held.
    """

    key: str
    title: str
    items: tuple[ItemView, ...]
    empty: str
    chart: Chart | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueView:
    """The whole issue, laid out, with the receipts its numbers lead to.

    `former` are receipts of words that were corrected, `amended` what this issue tells of others.
    """

    publication: Publication
    tongue: Tongue
    sections: tuple[SectionView, ...]
    receipts: tuple[Receipt, ...]
    former: tuple[Receipt, ...] = ()
    amended: tuple[AmendedView, ...] = ()

    @property
    def items(self) -> tuple[ItemView, ...]:
        """All items in reading order."""
        return tuple(item for section in self.sections for item in section.items)
