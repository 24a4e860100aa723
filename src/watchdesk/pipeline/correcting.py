"""A published item is corrected or withdrawn, by name and with a reason.

In: an open desk, a published issue, the item, its new text, who does it and why. Out: the issue as
it then stands. The new words pass the same gate as any others; the old ones are kept. Nothing is
written to the site here: publishing the issue again does that, and the next issue's mail tells it.
"""

from dataclasses import dataclass, replace

from watchdesk.issue import editing, from_markdown, to_markdown
from watchdesk.model import (
    Brief,
    Correction,
    GateError,
    Issue,
    Item,
    Level,
    Line,
    Remedy,
    State,
    UsageError,
)
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.edition import checked, proof_with
from watchdesk.proof import Report
from watchdesk.publish.tongue import tongue
from watchdesk.store import corrections, issues
from watchdesk.store.corrections import Corrected


@dataclass(frozen=True, slots=True)
class Signed:
    """Who corrects, and why: both are told to readers."""

    by: str
    reason: str


def text_of(issue: Issue, item_id: str) -> str:
    """The text of one published item, for its editor."""
    return to_markdown(_alone(issue, _item(issue, item_id)))


def correct(desk: Desk, issue: Issue, item_id: str, text: str, signed: Signed) -> Issue:
    """Replace an item by what an editor made of `text_of` it.

    Raises UsageError where the text cannot be taken, GateError where it is not proven.
    """
    item = _item(issue, item_id)
    edited = from_markdown(text, _alone(issue, item), by=signed.by)
    if edited.complaints:
        raise UsageError("\n".join((*edited.complaints, "Nothing was taken over.")))
    if edited.removed:
        raise UsageError("The text has no item left; 'watchdesk issue withdraw' withdraws one.")
    if not edited.changed:
        raise UsageError("Nothing was changed.")
    return _keep(desk, issue, item, edited.changed[0], _made(desk, Remedy.CORRECTED, signed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """An item as an editor wants it: headline, lines, and the numbers of quotations left out.

    `version` is the item's as the editor read it.
    """

    version: str
    headline: str
    lines: tuple[str, ...]
    without: frozenset[int] = frozenset()


def published_item(issue: Issue, item_id: str) -> tuple[Item, str]:
    """A published item that still stands, and its version."""
    item = _item(issue, item_id)
    return item, editing.version_of(item)


def reworded(desk: Desk, issue: Issue, item_id: str, wanted: Reworded, signed: Signed) -> Item:
    """The item as it would stand; nothing is kept. Refuses as `correct` does."""
    before, now, why = _reworded(desk, issue, item_id, wanted, signed)
    item = replace(now, corrections=(*before.corrections, why))
    _must_pass(desk, issue.with_items({item.id: item}))
    return item


def correct_words(
    desk: Desk, issue: Issue, item_id: str, wanted: Reworded, signed: Signed
) -> Issue:
    """Replace the words of an item by an editor's; refuses as `correct` does."""
    return _keep(desk, issue, *_reworded(desk, issue, item_id, wanted, signed))


def _reworded(
    desk: Desk, issue: Issue, item_id: str, wanted: Reworded, signed: Signed
) -> tuple[Item, Item, Correction]:
    """The item before and after, and why."""
    item, version = published_item(issue, item_id)
    if version != wanted.version:
        raise UsageError("Somebody corrected this item meanwhile; read it again before you do.")
    language, by = desk.config.language, signed.by
    now = editing.with_words(item, wanted.headline, wanted.lines, by=by, language=language)
    left = tuple(one for number, one in enumerate(item.quotes) if number not in wanted.without)
    now = replace(now, quotes=left)
    if editing.version_of(now) == version:
        raise UsageError("Nothing was changed.")
    return item, replace(now, edited_by=by), _made(desk, Remedy.CORRECTED, signed)


def withdraw(desk: Desk, issue: Issue, item_id: str, signed: Signed) -> Issue:
    """Leave of an item only that it was withdrawn; its receipts stay."""
    item = _item(issue, item_id)
    words = tongue(desk.config.language).say("note_gone")
    headline = Line(
        text=words, evidence=item.headline.evidence, by=signed.by, language=issue.language
    )
    gone = Item(
        id=item.id,
        headline=headline,
        detail=Brief(outlet=""),
        story_id=item.story_id,
        edited_by=signed.by,
        corrections=item.corrections,
    )
    return _keep(desk, issue, item, gone, _made(desk, Remedy.WITHDRAWN, signed))


def _item(issue: Issue, item_id: str) -> Item:
    """The published item of this id or of an id that so begins, or a `UsageError`."""
    if issue.state is not State.PUBLISHED:
        raise UsageError(f"Issue {issue.number} is not published; 'watchdesk issue edit' edits it.")
    found = [item for item in issue.items if item.id.startswith(item_id)]
    if len(found) != 1:
        many = "several items that begin so" if found else "no item"
        raise UsageError(f"Issue {issue.number} has {many}: '{item_id}'.")
    if found[0].withdrawn:
        raise UsageError("This item was withdrawn; nothing of it is left to correct.")
    return found[0]


def _alone(issue: Issue, item: Item) -> Issue:
    sections = [
        replace(section, items=(item,)) for section in issue.sections if item in section.items
    ]
    return replace(issue, sections=tuple(sections))


def _made(desk: Desk, how: Remedy, signed: Signed) -> Correction:
    if not signed.reason.strip():
        raise UsageError("Readers are told why: give a reason.")
    return Correction(how=how, reason=signed.reason.strip(), by=signed.by, at=desk.clock())


def _keep(desk: Desk, issue: Issue, before: Item, now: Item, made: Correction) -> Issue:
    """Prove the issue as it would stand, and keep it with what stood before."""
    item = replace(now, corrections=(*before.corrections, made))
    corrected = issue.with_items({item.id: item})
    report = _must_pass(desk, corrected)
    kept = Corrected(issue=issue.number, item_id=item.id, correction=made, before=before)
    with desk.store.writing() as tx:
        issues.put(tx, corrected)
        issues.put_proof(tx, proof_with(desk, corrected, report))
        corrections.add(tx, kept)
    return corrected


def _must_pass(desk: Desk, corrected: Issue) -> Report:
    """What the gate says of the issue; `GateError` where it does not let it pass."""
    report = checked(desk, corrected)
    stops = [one.message for one in report.findings if one.level is Level.BLOCK]
    if stops:
        told = "\n".join(f"  {message}" for message in stops)
        raise GateError(f"Nothing was corrected; the gate does not let it pass:\n{told}")
    return report
