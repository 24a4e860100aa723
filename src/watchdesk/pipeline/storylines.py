"""What a person decides on stories: merge two, part one, put an article elsewhere.

In: an open desk, a person, the stories or articles meant. Out: the changes as they were committed,
with the decision in the same transaction. Grouping and repairs leave such articles where they are.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from watchdesk.model import Decision, UsageError, Verdict, identity
from watchdesk.pipeline.desk import Desk
from watchdesk.store import Transaction, decisions, stories, story_changes
from watchdesk.store.story_changes import StoryChange


def merge(desk: Desk, one: str, into: str, *, by: str, note: str = "") -> StoryChange:
    """Put all articles of a story into another; its id leads on to that."""
    with desk.store.writing() as tx:
        return merge_in(tx, one, into, by=by, at=desk.clock(), note=note)


def merge_in(  # noqa: PLR0913 - who merges what, when and why
    tx: Transaction, one: str, into: str, *, by: str, at: datetime, note: str = ""
) -> StoryChange:
    """The same within a transaction."""
    kept, gone = _existing(tx, into), _existing(tx, one)
    if kept == gone:
        raise UsageError(f"'{one}' and '{into}' are one story already.")
    moved = _members(tx, gone)
    change = _change("merged", kept, gone, moved, by=by, at=at, why=f"{by} merged two stories")
    story_changes.apply(tx, change)
    # What was there is chosen too: a later repair must not part what a person joined.
    _choose(tx, kept, by, change)
    _sign(tx, change, note)
    return change


def part_again(tx: Transaction, gone: str, kept: str, *, by: str, at: datetime) -> None:
    """Undo a merge: what came from a story goes back to it, where it still is."""
    merged = [one for one in story_changes.of_story(tx, kept) if one.other_id == gone]
    held = set(_members(tx, kept))
    back = tuple(one for one in merged[-1].articles if one in held) if merged else ()
    if not back or len(back) == len(held):
        return
    change = _change("split", gone, kept, back, by=by, at=at, why=f"{by} took a merge back")
    story_changes.apply(tx, change)
    _choose(tx, kept, by, change)
    _sign(tx, change, "")


def split(
    desk: Desk, story_id: str, articles: Sequence[str], *, by: str, note: str = ""
) -> StoryChange:
    """Make a story of its own of some articles; both halves stay apart."""
    with desk.store.writing() as tx:
        old = _existing(tx, story_id)
        held = _members(tx, old)
        unknown = [one for one in articles if one not in held]
        if unknown:
            raise UsageError(f"Story '{old}' has no article {', '.join(unknown)}.")
        if not articles or len(set(articles)) == len(held):
            raise UsageError("A split takes some articles of a story, and leaves some.")
        new = identity("story", *sorted(articles), by, desk.clock().isoformat())
        why = f"{by} parted a story"
        change = _change("split", new, old, articles, by=by, at=desk.clock(), why=why)
        story_changes.apply(tx, change)
        _choose(tx, old, by, change)
        _sign(tx, change, note)
    return change


def _existing(tx: Transaction, story_id: str) -> str:
    current = story_changes.resolve(tx, story_id)
    if stories.get(tx, current) is None:
        raise UsageError(f"This desk has no story '{story_id}'.")
    return current


def _members(tx: Transaction, story_id: str) -> tuple[str, ...]:
    story = stories.get(tx, story_id)
    return tuple(member.article_id for member in story.members) if story else ()


def _change(  # noqa: PLR0913 - the six things that a change is
    kind: str,
    story_id: str,
    other: str,
    articles: Iterable[str],
    *,
    by: str,
    at: datetime,
    why: str,
) -> StoryChange:
    return StoryChange(
        id=identity(kind, story_id, other, by, at.isoformat()),
        kind=kind,
        story_id=story_id,
        other_id=other,
        articles=tuple(articles),
        by=by,
        at=at,
        why=why,
    )


def _choose(tx: Transaction, story_id: str, by: str, change: StoryChange) -> None:
    story_changes.choose(tx, _members(tx, story_id), story_id, by=by, at=change.at)


def _sign(tx: Transaction, change: StoryChange, note: str) -> None:
    decision = Decision(
        id=identity("decision", change.id),
        subject=f"story:{change.story_id}",
        verdict=Verdict.AMEND,
        by=change.by,
        at=change.at,
        note=note,
        value=f"{change.kind} {change.other_id}: {' '.join(change.articles)}",
    )
    decisions.add(tx, decision)
