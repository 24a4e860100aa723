"""What commands and screens ask of a desk: rows, already joined.

In: an open desk. Out: views of stories, captures, problems, issues and finds. Nothing is changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from watchdesk.archive import Exported, export_wacz, verify
from watchdesk.issue import Subject, Subjects
from watchdesk.model import Capture, Hit, Issue, Problem, Story, UsageError
from watchdesk.pipeline.desk import Desk
from watchdesk.store import (
    Transaction,
    articles,
    captures,
    issues,
    problems,
    search,
    stories,
    story_changes,
)
from watchdesk.store.issues import Proof
from watchdesk.store.search import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    """One article of a story."""

    article_id: str
    title: str
    url: str
    outlet: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story as it is listed; `subjects` where they were asked for."""

    id: str
    title: str
    origins: int
    members: tuple[MemberView, ...]
    subjects: tuple[Subject, ...] = ()


def newest_stories(desk: Desk, *, since: datetime, limit: int) -> tuple[StoryView, ...]:
    """The stories seen since a moment, biggest first."""
    with desk.store.reading() as tx:
        found = stories.newest(tx, since=since, limit=limit)
        return tuple(_story_view(tx, desk, story) for story in found)


def story_view(desk: Desk, story_id: str) -> StoryView:
    """One story; `UsageError` where there is none of this id."""
    with desk.store.reading() as tx:
        story = stories.get(tx, story_changes.resolve(tx, story_id))
        if story is None:
            raise UsageError(f"This desk has no story '{story_id}'.")
        held = articles.many(tx, (member.article_id for member in story.members))
        subjects = Subjects(desk.config.subjects).of(held.values())
        return replace(_story_view(tx, desk, story), subjects=subjects)


def _story_view(tx: Transaction, desk: Desk, story: Story) -> StoryView:
    held = articles.many(tx, (member.article_id for member in story.members))
    seen = articles.first_captured(tx, held)
    members = tuple(
        MemberView(
            article_id=article.id,
            title=article.title,
            url=article.url,
            outlet=desk.outlets.get(article.source_id or "", article.source_id or ""),
            at=article.published.at if article.published else seen[article.id],
            why=member.why,
        )
        for member in story.members
        if (article := held.get(member.article_id)) is not None
    )
    title = members[0].title if members else story.id
    return StoryView(id=story.id, title=title, origins=len(story.origins), members=members)


def all_issues(desk: Desk) -> tuple[Issue, ...]:
    """All issues, newest first."""
    with desk.store.reading() as tx:
        return issues.every(tx)


def proof_of(desk: Desk, issue: Issue) -> Proof:
    """The proof of an issue that has one."""
    with desk.store.reading() as tx:
        proof = issues.proof_of(tx, issue.id)
    if proof is None:
        raise UsageError(f"Issue {issue.number} has not been proven.")
    return proof


def open_problems(desk: Desk) -> tuple[Problem, ...]:
    """The open problems, newest first."""
    with desk.store.reading() as tx:
        return problems.opened(tx)


def find(desk: Desk, question: Question) -> tuple[Hit, ...]:
    """Search the archive."""
    with desk.store.reading() as tx:
        return search.search(tx, question)


def captures_between(
    desk: Desk, *, since: datetime | None, until: datetime | None
) -> Iterator[Capture]:
    """The captures of a window, in the order in which they lie in the archive."""
    with desk.store.reading() as tx:
        for capture in captures.every(tx):
            early = since is not None and capture.fetched_at < since
            late = until is not None and capture.fetched_at > until
            if not (early or late):
                yield capture


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What a check of the whole archive came to."""

    records: int
    captures: int
    faults: tuple[str, ...]


def verify_archive(desk: Desk) -> Verified:
    """Read every record again, against its own digests and against the store."""
    with desk.store.reading() as tx:
        checks = list(verify(desk.archive, captures.every(tx)))
        count = captures.count(tx)
    faults = tuple(check.complaint for check in checks if check.complaint)
    return Verified(records=len(checks), captures=count, faults=faults)


def export_archive(desk: Desk, target: Path) -> Exported:
    """Write the archive into one WACZ file, with the titles of its articles."""
    with desk.store.reading() as tx:
        titles = articles.titles(tx)
    return export_wacz(
        desk.archive.folder,
        target,
        title=desk.config.title,
        created=desk.clock(),
        titles=titles,
    )
