"""A published item is corrected or withdrawn, by name and with a reason.

In: an open desk, a published issue, the item, its new text, who does it and why. Out: the issue as
it then stands. The new words pass the same gate as any others; the old ones are kept. Nothing is
written to the site here: publishing the issue again does that, and the next issue's mail tells it.
"""

from dataclasses import dataclass, replace

from watchdesk.issue import from_markdown, to_markdown
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
        raise UsageError("Readers are told why: give a reason with --reason.")
    return Correction(how=how, reason=signed.reason.strip(), by=signed.by, at=desk.clock())


def _keep(desk: Desk, issue: Issue, before: Item, now: Item, made: Correction) -> Issue:
    """Prove the issue as it would stand, and keep it with what stood before."""
    item = replace(now, corrections=(*before.corrections, made))
    corrected = issue.with_items({item.id: item})
    report = checked(desk, corrected)
    stops = [one.message for one in report.findings if one.level is Level.BLOCK]
    if stops:
        told = "\n".join(f"  {message}" for message in stops)
        raise GateError(f"Nothing was corrected; the gate does not let it pass:\n{told}")
    kept = Corrected(issue=issue.number, item_id=item.id, correction=made, before=before)
    with desk.store.writing() as tx:
        issues.put(tx, corrected)
        issues.put_proof(tx, proof_with(desk, corrected, report))
        corrections.add(tx, kept)
    return corrected
