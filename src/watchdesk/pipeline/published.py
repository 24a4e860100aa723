"""What is out: the published issues, and what was corrected in them.

In: an open desk. Out: lists for the editors, newest first and bounded. Nothing is changed.
"""

from dataclasses import dataclass

from watchdesk.model import Issue, State, UsageError
from watchdesk.pipeline.desk import Desk
from watchdesk.store import corrections, issues
from watchdesk.store.corrections import Corrected
from watchdesk.store.issues import Out

MOST_ISSUES = 104
"""Two years of weekly issues."""
MOST_CORRECTIONS = 100


@dataclass(frozen=True, slots=True)
class Outgone:
    """The published issues, and the log of corrections over all of them."""

    issues: tuple[Out, ...]
    corrections: tuple[Corrected, ...]


@dataclass(frozen=True, slots=True)
class PublishedIssue:
    """One published issue, and the log of its corrections."""

    issue: Issue
    corrections: tuple[Corrected, ...]


def outgone(desk: Desk) -> Outgone:
    """What is out."""
    with desk.store.reading() as tx:
        told = corrections.newest(tx, most=MOST_CORRECTIONS)
        return Outgone(issues.out(tx, most=MOST_ISSUES), told)


def published_issue(desk: Desk, number: int) -> PublishedIssue:
    """The published issue of this number; `UsageError` where there is none."""
    with desk.store.reading() as tx:
        issue = issues.numbered(tx, number)
        told = corrections.of_issue(tx, number)[::-1]
    if issue is None or issue.state is not State.PUBLISHED:
        raise UsageError(f"No issue {number} was published.")
    return PublishedIssue(issue, told)
