"""What the first screen shows: the issue being made, and the stories since the last.

In: an open desk. Out: one `Board`. Nothing is changed. Its cost follows what is shown, not what is
archived: every list is bounded and comes from an index.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median
from zoneinfo import ZoneInfo

from watchdesk.issue import SectionRule, next_time, story_key
from watchdesk.model import Issue, Section, State
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.edition import fingerprint
from watchdesk.pipeline.marks import Disagreements, Marks, marks_of
from watchdesk.store import Transaction, issues, printed, stories
from watchdesk.store.issues import Proof
from watchdesk.store.stories import Teller

MOST_STORIES = 40
MOST_TELLERS = 24
LAST_ISSUES = 6
"""So many issues tell what is usual in a section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """One story in a line: how many independent texts tell it, who, in which languages.

    `section` is the key of the section in which it stands, if it does; `ran_in` the issue in which
    it ran before.
    """

    id: str
    headline: str
    language: str | None
    origins: int
    copies: int
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    section: str = ""
    item: str = ""
    ran_in: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A section with the number of items that is usual there."""

    section: Section
    usual: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proven:
    """How far the issue is proven: counts of (proven, all); `current` if it still says so."""

    quotations: tuple[int, int]
    figures: tuple[int, int]
    looks: int
    stops: int
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The first screen. `last` is the number of the issue before; `next_step` names what is due."""

    issue: Issue | None
    goes_out: datetime | None
    proven: Proven | None
    columns: tuple[Column, ...]
    stories: tuple[StoryLine, ...]
    story_count: int
    next_step: str
    marks: Marks

    @property
    def last(self) -> int:
        """The number of the issue before this one; 0 where it is the first."""
        return self.issue.number - 1 if self.issue else 0


def board(
    desk: Desk, *, most: int = MOST_STORIES, disagreements: Disagreements | None = None
) -> Board:
    """The first screen as it now is; `disagreements` remembers what the stories count."""
    with desk.store.reading() as tx:
        issue = issues.open_draft(tx) or issues.newest(tx)
        proven = _proven(tx, issue) if issue else None
        usual = issues.usual_counts(tx, most=LAST_ISSUES)
        since = _since(issue)
        shown = _stories(tx, desk, issue, since, most)
        count = stories.seen_since(tx, since, issue_id=issue.id if issue else "")
        told = {one.id: one.headline for one in shown}
        marks = marks_of(tx, desk, issue, told, disagreements or Disagreements())
    return Board(
        issue=issue,
        goes_out=next_time(desk.config.goes_out, desk.clock(), ZoneInfo(desk.config.timezone)),
        proven=proven,
        columns=_columns(issue, usual, desk.config.sections),
        stories=shown,
        story_count=count,
        next_step=_next_step(issue, proven),
        marks=marks,
    )


def _since(issue: Issue | None) -> datetime:
    if issue is not None and issue.since is not None:
        return issue.since
    return datetime(1970, 1, 1, tzinfo=UTC)


def _columns(
    issue: Issue | None, usual: dict[str, list[int]], rules: Sequence[SectionRule]
) -> tuple[Column, ...]:
    if issue is None:
        return ()
    most = {rule.key: rule.most for rule in rules}
    return tuple(
        Column(
            section=one,
            usual=round(median(usual[one.key])) if one.key in usual else most.get(one.key, 0),
        )
        for one in issue.sections
    )


def _next_step(issue: Issue | None, proven: Proven | None) -> str:
    """The one thing to do next: begin, prove, mend, approve or publish."""
    if issue is None or issue.state is State.PUBLISHED:
        return "begin"
    if issue.state is State.APPROVED:
        return "publish"
    if proven is None or not proven.current:
        return "prove"
    return "mend" if proven.stops else "approve"


def _proven(tx: Transaction, issue: Issue) -> Proven | None:
    proof = issues.proof_of(tx, issue.id)
    return proven_by(proof, issue) if proof else None


def proven_by(proof: Proof, issue: Issue) -> Proven:
    """What a kept proof came to, and whether the issue still is what was proven."""
    report = proof.report
    levels = [finding["level"] for finding in report.get("findings", ())]
    return Proven(
        quotations=_pair(report.get("quotations", (0, 0))),
        figures=_pair(report.get("figures", (0, 0))),
        looks=sum(level != "block" for level in levels),
        stops=sum(level == "block" for level in levels),
        current=proof.fingerprint == fingerprint(issue),
    )


def _pair(value: Sequence[int]) -> tuple[int, int]:
    proven, total = value
    return proven, total


def _stories(
    tx: Transaction, desk: Desk, issue: Issue | None, since: datetime, most: int
) -> tuple[StoryLine, ...]:
    open_id = issue.id if issue else ""
    sizes = stories.biggest(tx, since=since, issue_id=open_id, most=most)
    told = stories.tellers(tx, (one.story_id for one in sizes), most=MOST_TELLERS)
    number = issue.number if issue else 0
    ran = printed.before(tx, (story_key(one.story_id) for one in sizes), number)
    stands = _standing(issue)
    return tuple(
        _line(desk, size, told[size.story_id], stands.get(size.story_id), ran)
        for size in sizes
        if size.story_id in told
    )


def _line(
    desk: Desk,
    size: stories.Size,
    told: Sequence[Teller],
    stands: tuple[str, str, str] | None,
    ran: dict[str, int],
) -> StoryLine:
    leading = next((one for one in told if one.language == desk.config.language), told[0])
    section, item, headline = stands or ("", "", leading.title)
    outlets = desk.outlets
    named = (outlets.get(one.source_id, one.source_id) for one in told)
    return StoryLine(
        id=size.story_id,
        headline=headline,
        language=leading.language,
        origins=size.origins,
        copies=size.articles - size.origins,
        outlets=tuple(dict.fromkeys(named)),
        languages=tuple(dict.fromkeys(one.language for one in told if one.language)),
        section=section,
        item=item,
        ran_in=ran.get(story_key(size.story_id)),
    )


def _standing(issue: Issue | None) -> dict[str, tuple[str, str, str]]:
    """Where each story stands in the issue: section, item and headline."""
    found: dict[str, tuple[str, str, str]] = {}
    for section in issue.sections if issue else ():
        for item in section.items:
            if item.story_id:
                found.setdefault(item.story_id, (section.key, item.id, item.headline.text))
    return found
