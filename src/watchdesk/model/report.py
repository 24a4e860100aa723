"""A report from the registers: sections by category, every line with what it rests on."""

from dataclasses import dataclass
from datetime import date, datetime

from watchdesk.model.cleared import Page
from watchdesk.model.view import FigureRow, GapRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a line rests on: a passage of an archived page, or the digest of what was sealed.

    `number` is how lines name it; `developments` are the ids of those that cite it.
    """

    number: int
    quote: str
    developments: tuple[str, ...]
    page: Page | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """One sentence: what happened, how well it is known, and the anchors it rests on.

    `by` names the editor's own words where the sentence is no fold of developments. `rivals` are
    all numbers of a count that its sources disagree on.
    """

    text: str
    label: str
    anchors: tuple[int, ...]
    developments: tuple[str, ...]
    own_words: bool = False
    rivals: tuple[FigureRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPart:
    """The lines of one category; `count` says how many entries, and what was counted."""

    code: str
    title: str
    count: str
    lines: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSection:
    """Categories that belong together; without a part that has lines it says so."""

    title: str
    parts: tuple[ReportPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterReport:
    """What the registers tell of a period, by category, with how it was made.

    `since` and `until` are days, both included. `method` are sentences, `missing` says what is not
    known of the entries that it tells of, `head` is the digest of the last development then.
    """

    title: str
    since: date
    until: date
    made_at: datetime
    sections: tuple[ReportSection, ...]
    anchors: tuple[Anchor, ...]
    method: tuple[str, ...]
    missing: tuple[GapRow, ...]
    head: str
