"""What editors do to the open draft, one item at a time.

In: an open desk, the item meant, who does it, and for words the version that this person saw. Out:
the item as it then stands, committed, with a row of its history. A change to words that somebody
else changed meanwhile is refused with both texts; nothing is overwritten. Whatever is done after
approval takes the approval back.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime

from watchdesk.issue import editing as made
from watchdesk.model import Issue, Item, Photo, State, UsageError, identity
from watchdesk.pipeline.desk import Desk
from watchdesk.store import Transaction, changes, issues
from watchdesk.store.changes import Change, Stood


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What an act came to: the issue, the item (None where it left it), and its version."""

    issue: Issue
    item: Item | None
    version: str = ""


class StaleError(UsageError):
    """Somebody else changed or took out the item first.

    `current` is the item as it stands, None where it is out of the issue; `words` are what was to
    be written, so that neither is lost.
    """

    def __init__(self, current: Item | None, words: str, last: Change | None) -> None:
        self.current = current
        self.words = words
        self.by = last.by if last else ""
        self.at = last.at if last else None
        who = self.by or "A new draft"
        if current:
            words = f"{who} changed this item while you were writing. Nothing is lost: see both."
        else:
            words = f"{who} took out this item while you were writing. Nothing is lost: see both."
        super().__init__(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What is done, by whom and when; `undoes` names the act that is taken back by it."""

    what: str
    by: str
    at: datetime
    note: str = ""
    undoes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What of an item's words is changed, by whom, from which version, and the new words."""

    what: str
    by: str
    version: str
    words: str = ""


Touched = tuple[Issue, Collection[str]]
"""The issue after an act, and the items that it was about."""


def act(
    desk: Desk,
    what: str,
    change: Callable[[Transaction, Issue], Touched],
    *,
    by: str,
    note: str = "",
) -> Changed:
    """Do something to the open draft in one transaction, and keep its history."""
    if not by.strip():
        raise ValueError("an edit names who made it")
    with desk.store.writing() as tx:
        before = open_draft(tx)
        after, touched = change(tx, before)
        return keep(tx, before, after, touched, Act(what=what, by=by, at=desk.clock(), note=note))


def open_draft(tx: Transaction) -> Issue:
    """The issue that is being made; `UsageError` where there is none."""
    issue = issues.open_draft(tx)
    if issue is None:
        raise UsageError("No issue is open; a new draft begins the next one.")
    return issue


def keep(
    tx: Transaction, before: Issue, after: Issue, touched: Collection[str], done: Act
) -> Changed:
    """Keep an issue that a person changed, with the history of the items that were touched."""
    was, now = _stood(before), _stood(after)
    real = [one for one in dict.fromkeys(touched) if was.get(one) != now.get(one)]
    if real or after.sections != before.sections:
        after = replace(after, state=State.DRAFT, approved_by="", approved_at=None)
        issues.put(tx, after)
    act_id = identity("act", after.id, changes.next_number(tx))
    changes.add(
        tx,
        [
            Change(
                act=act_id,
                issue_id=after.id,
                item_id=one,
                at=done.at,
                by=done.by,
                what=done.what,
                note=done.note,
                undoes=done.undoes,
                before=was.get(one),
                after=now.get(one),
            )
            for one in real
        ],
    )
    first = next(iter(touched), "")
    item = now[first].item if first in now else None
    version = made.version_of(item) if item else ""
    return Changed(issue=after, item=item, version=version)


def _stood(issue: Issue) -> dict[str, Stood]:
    return {
        item.id: Stood(section.key, position, item)
        for section in issue.sections
        for position, item in enumerate(section.items)
    }


def item_in(issue: Issue, item_id: str) -> Item:
    """An item of the issue; `UsageError` where it has none of this id."""
    found = next((item for item in issue.items if item.id == item_id), None)
    if found is None:
        raise UsageError(f"Issue {issue.number} has no item {item_id}.")
    return found


# ── where an item stands ──────────────────────────────────────────────────────────────────────────


def move(
    desk: Desk, item_id: str, section: str, position: int | None = None, *, by: str
) -> Changed:
    """Put an item into a section, at a place there (from 0) or at its end."""

    def change(_tx: Transaction, issue: Issue) -> Touched:
        item = replace(item_in(issue, item_id), edited_by=by)
        return made.with_placed(issue, item, section, position), (item_id,)

    return act(desk, "moved", change, by=by)


# ── what an item says ─────────────────────────────────────────────────────────────────────────────


def edit_words(  # noqa: PLR0913 - what, where, who, and from which version
    desk: Desk, item_id: str, headline: str, lines: tuple[str, ...], *, by: str, version: str
) -> Changed:
    """Headline and all lines at once; each unchanged one stays as it is."""
    return _write(
        desk,
        item_id,
        Edit(what="words", by=by, version=version, words="\n".join((headline, *lines))),
        lambda item: made.with_words(item, headline, lines, by=by, language=desk.config.language),
    )


def remove_quotation(desk: Desk, item_id: str, number: int, *, by: str, version: str) -> Changed:
    """Take a quotation out."""
    return _write(
        desk,
        item_id,
        Edit(what="quotation removed", by=by, version=version),
        lambda item: made.without_quotation(item, number),
    )


def edit_link(  # noqa: PLR0913 - what, where, who, and from which version
    desk: Desk, item_id: str, number: int, words: str, *, by: str, version: str
) -> Changed:
    """Other words over a link."""
    return _write(
        desk,
        item_id,
        Edit(what="link", by=by, version=version, words=words),
        lambda item: made.with_link_words(item, number, words),
    )


def remove_link(desk: Desk, item_id: str, number: int, *, by: str, version: str) -> Changed:
    """Take a link out."""
    return _write(
        desk,
        item_id,
        Edit(what="link removed", by=by, version=version),
        lambda item: made.without_link(item, number),
    )


def edit_photo(  # noqa: PLR0913 - the four words at a picture
    desk: Desk,
    item_id: str,
    *,
    caption: str,
    credit: str,
    licence: str,
    alt: str,
    by: str,
    version: str,
) -> Changed:
    """The words at an item's picture: caption, credit, licence, and what it shows."""
    said = {"caption": caption, "credit": credit, "licence": licence, "alt": alt}
    return _write(
        desk,
        item_id,
        Edit(what="picture", by=by, version=version, words="\n".join(said.values())),
        lambda item: made.with_photo_words(item, **said),
    )


def set_photo(desk: Desk, item_id: str, photo: Photo | None, *, by: str, version: str) -> Changed:
    """Another picture for an item, or none."""
    return _write(
        desk,
        item_id,
        Edit(what="picture chosen" if photo else "picture removed", by=by, version=version),
        lambda item: made.with_photo(item, photo),
    )


def _write(desk: Desk, item_id: str, edit: Edit, how: Callable[[Item], Item]) -> Changed:
    return rewrite(desk, item_id, edit, lambda _tx, item: how(item))


def rewrite(
    desk: Desk, item_id: str, edit: Edit, how: Callable[[Transaction, Item], Item]
) -> Changed:
    """Change an item's words where they still are what the person saw."""

    def change(tx: Transaction, issue: Issue) -> Touched:
        current = next((item for item in issue.items if item.id == item_id), None)
        if current is None or made.version_of(current) != edit.version:
            raise StaleError(current, edit.words, next(iter(changes.of_item(tx, item_id)), None))
        item = how(tx, current)
        if item != current:
            issue = made.with_item(issue, replace(item, edited_by=edit.by))
        return issue, (item_id,)

    return act(desk, edit.what, change, by=edit.by)
