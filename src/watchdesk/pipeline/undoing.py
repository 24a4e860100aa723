"""Taking the last change of an item back.

In: an open desk and an item. Out: the item as it was before, with all that was done in the same
act. History is only added to: an undo is a change too.
"""

from watchdesk.issue import editing as made
from watchdesk.model import Issue, UsageError
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.editing import Act, Changed, keep, open_draft
from watchdesk.pipeline.storylines import part_again
from watchdesk.store import Transaction, changes, standing
from watchdesk.store.changes import Change

MERGED = "merged"


def undo(desk: Desk, item_id: str, *, by: str) -> Changed:
    """Take back the last act on an item that was not taken back yet.

    `UsageError` where there is none, or where another item of the same act was changed since.
    """
    with desk.store.writing() as tx:
        before = open_draft(tx)
        last = _last(tx, item_id)
        if last is None or last.issue_id != before.id:
            raise UsageError("Nobody has changed this item; there is nothing to take back.")
        parts = changes.of_act(tx, last.act)
        after = before
        for part in parts:
            _must_be_untouched(tx, part)
            after = _back(tx, after, part)
            _aside_as_before(tx, part)
        if last.what == MERGED:
            _part(tx, parts, by, desk)
        touched = (item_id, *(part.item_id for part in parts if part.item_id != item_id))
        done = Act(what="undone", by=by, at=desk.clock(), note=last.what, undoes=last.act)
        return keep(tx, before, after, touched, done)


def _last(tx: Transaction, item_id: str) -> Change | None:
    """The newest act on an item that still holds."""
    taken_back: set[str] = set()
    for change in changes.of_item(tx, item_id):
        if change.undoes:
            taken_back.add(change.undoes)
        elif change.act not in taken_back:
            return change
    return None


def _must_be_untouched(tx: Transaction, part: Change) -> None:
    newest = _last(tx, part.item_id)
    if newest is None or newest.act != part.act:
        raise UsageError("Another item of the same change was edited since; take that back first.")


def _back(tx: Transaction, issue: Issue, part: Change) -> Issue:
    """The issue with one item as it stood before."""
    if part.before is None:
        _refuse(tx, issue, part)
        return made.without_items(issue, {part.item_id})
    stood, after = part.before, part.after
    if after is not None and (after.section, after.position) == (stood.section, stood.position):
        return made.with_item(issue, stood.item)
    return made.with_placed(issue, stood.item, stood.section, stood.position)


def _refuse(tx: Transaction, issue: Issue, part: Change) -> None:
    """A draft must not bring in again at once what a person put in and took back."""
    if part.before is None:
        standing.put_aside(
            tx,
            standing.SetAside(
                subject=standing.item_subject(part.item_id), issue_id=issue.id,
                item_id=part.item_id, how=standing.How.TAKEN_OUT, by=part.by, at=part.at,
            ),
        )  # fmt: skip


def _aside_as_before(tx: Transaction, part: Change) -> None:
    """What the act had set aside is wanted again."""
    if part.after is None and part.before is not None:
        story_id = part.before.item.story_id
        subjects = [standing.item_subject(part.item_id)]
        subjects += [standing.story_subject(story_id)] if story_id else []
        standing.take_back(tx, subjects)


def _part(tx: Transaction, parts: tuple[Change, ...], by: str, desk: Desk) -> None:
    """Two stories that were joined with their items stand apart again."""
    ids = [part.before.item.story_id for part in parts if part.before]
    kept, gone = ids[0], ids[-1]
    if kept and gone and kept != gone:
        part_again(tx, gone, kept, by=by, at=desk.clock())
