"""The issue's life: edited, proven, approved, published.

In: an open desk and, where a person decides, who it is. Out: the issue as it now stands; every
change is committed before it is given back. The gate is here: nothing is published that was not
proven as it stands and approved by a named person.
"""

from dataclasses import replace
from datetime import datetime

from watchdesk.issue import Edited, from_markdown
from watchdesk.model import (
    Decision,
    GateError,
    Issue,
    Item,
    State,
    UsageError,
    Verdict,
    digest_of,
    identity,
)
from watchdesk.pipeline.clearing import staying
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.editing import Act, keep
from watchdesk.pipeline.evidence import held_for, known_for, signing
from watchdesk.proof import Report, check_issue, with_own
from watchdesk.proof import check_item as check_one
from watchdesk.store import Transaction, changes, decisions, issues, standing
from watchdesk.store.issues import Proof
from watchdesk.store.standing import SetAside
from watchdesk.store.values import dump


def issue_numbered(desk: Desk, number: int | None) -> Issue:
    """The issue of this number, or the newest; `UsageError` where there is none."""
    with desk.store.reading() as tx:
        issue = issues.newest(tx) if number is None else issues.numbered(tx, number)
    if issue is None:
        wanted = (
            "no issue yet; 'watchdesk draft' makes one"
            if number is None
            else (f"no issue {number}")
        )
        raise UsageError(f"This desk has {wanted}.")
    return issue


def fingerprint(issue: Issue) -> str:
    """A digest of all that the gate looked at: the issue without the marks of its life."""
    bare = replace(issue, state=State.DRAFT, approved_by="", approved_at=None)
    return digest_of(repr(dump(bare)).encode())


def checked(desk: Desk, issue: Issue) -> Report:
    """What the gate says of an issue as it stands here; nothing is kept.

    Of an item that was withdrawn nothing is claimed any more.
    """
    claimed = tuple(item for item in issue.items if not item.withdrawn)
    with desk.store.reading() as tx:
        held = held_for(tx, claimed)
        known = known_for(tx, claimed, desk, issue, held)
    sections = (
        replace(one, items=tuple(item for item in one.items if not item.withdrawn))
        for one in issue.sections
    )
    return check_issue(replace(issue, sections=tuple(sections)), held, known)


def proof_with(desk: Desk, issue: Issue, report: Report) -> Proof:
    """A report as it is kept beside an issue."""
    return Proof(
        issue_id=issue.id,
        at=desk.clock(),
        fingerprint=fingerprint(issue),
        blocks=report.blocks,
        report=dump(report),
    )


def prove(desk: Desk, issue: Issue) -> Report:
    """Check every item against the archive and keep the result with the issue's fingerprint."""
    report = checked(desk, issue)
    with desk.store.writing() as tx:
        issues.put_proof(tx, proof_with(desk, issue, report))
        current = issues.numbered(tx, issue.number)
        if current and current.state in {State.DRAFT, State.PROVEN}:
            # What was changed while it was checked is not what was proven.
            proven = not report.blocks and fingerprint(current) == fingerprint(issue)
            issues.put(tx, replace(current, state=State.PROVEN if proven else State.DRAFT))
    return report


def check_item(desk: Desk, item: Item) -> Report:
    """Check one item as it stands in an editor's hand; nothing is kept.

    The cost depends on the item and its sources alone, not on the issue or the archive.
    """
    with desk.store.reading() as tx:
        held = held_for(tx, (item,))
        known = known_for(tx, (item,), desk, issues.newest(tx), held)
    return check_one(item, held, known[item.id])


def sign_term(desk: Desk, issue: Issue, item_id: str, term: str, *, by: str) -> None:
    """Record that what an item's source tells may be called by a word for a violation."""
    if not any(item.id == item_id for item in issue.items):
        raise UsageError(f"Issue {issue.number} has no item {item_id}.")
    terms = with_own(desk.config.proof.terms)
    if term not in terms:
        raise UsageError(f"There is no term '{term}'; there are: {', '.join(sorted(terms))}.")
    decision = _decision(signing(item_id), Verdict.ACCEPT, by, desk.clock(), value=term)
    with desk.store.writing() as tx:
        decisions.add(tx, decision)


def edit(desk: Desk, issue: Issue, text: str, *, by: str) -> Edited:
    """Take an editor's text back: signed, dated, and never overwritten by a later draft.

    `issue` is the one that the text was made from; where it was changed meanwhile, nothing is taken
    over and the complaint names who changed what.
    """
    if issue.state is State.PUBLISHED:
        raise UsageError(
            f"Issue {issue.number} is published; 'watchdesk issue correct' corrects it."
        )
    edited = from_markdown(text, issue, by=by)
    if edited.complaints or not (edited.changed or edited.removed or edited.issue != issue):
        return edited
    now = desk.clock()
    with desk.store.writing() as tx:
        current = issues.numbered(tx, issue.number)
        if current is None or fingerprint(current) != fingerprint(issue):
            return Edited(issue=current or issue, complaints=_meanwhile(tx, issue))
        touched = (*(item.id for item in edited.changed), *edited.moved, *edited.removed)
        keep(tx, issue, edited.issue, touched, Act(what="text", by=by, at=now))
        for item_id in edited.removed:
            standing.put_aside(tx, _taken_out(issue, item_id, by, now))
        decisions.add(tx, _decision(issue.id, Verdict.AMEND, by, now, value=text))
    return edited


def _meanwhile(tx: Transaction, issue: Issue) -> tuple[str, ...]:
    """Why a text is not taken over: the issue is not what it was made from."""
    last = next(iter(changes.of_issue(tx, issue.id, most=1)), None)
    who = f"last by {last.by}, {last.at:%H:%M} UTC" if last else "by a new draft"
    return (f"line 1: issue {issue.number} was changed since this text was made ({who})",)


def _taken_out(issue: Issue, item_id: str, by: str, at: datetime) -> SetAside:
    subject = standing.item_subject(item_id)
    how = standing.How.TAKEN_OUT
    return SetAside(subject=subject, issue_id=issue.id, item_id=item_id, how=how, by=by, at=at)


def _decision(subject: str, verdict: Verdict, by: str, at: datetime, *, value: str) -> Decision:
    key = identity(subject, verdict, by, at.isoformat(), value)
    return Decision(id=key, subject=subject, verdict=verdict, by=by, at=at, value=value)


def approve(desk: Desk, issue: Issue, *, by: str, note: str = "") -> Issue:
    """Record who lets the issue go; `GateError` where it is not proven as it stands."""
    must_be_proven(desk, issue)
    now = desk.clock()
    approved = replace(issue, state=State.APPROVED, approved_by=by, approved_at=now)
    if issue.state is State.PUBLISHED:
        approved = replace(approved, state=State.PUBLISHED)
    key = identity(issue.id, by, now.isoformat())
    decision = Decision(
        id=key,
        subject=issue.id,
        verdict=Verdict.ACCEPT,
        by=by,
        at=now,
        note=note,
        value=fingerprint(issue),
    )
    with desk.store.writing() as tx:
        current = issues.numbered(tx, issue.number)
        if current is None or fingerprint(current) != fingerprint(issue):
            raise GateError(f"Issue {issue.number} was changed while it was being approved.")
        decisions.add(tx, decision)
        issues.put(tx, approved)
    return approved


def must_be_proven(desk: Desk, issue: Issue) -> Proof:
    """The proof of the issue as it stands, or a `GateError` that says what to do."""
    with desk.store.reading() as tx:
        proof = issues.proof_of(tx, issue.id)
        claimed = [item for item in issue.items if not item.withdrawn]
        kept = staying(tx, claimed, desk.clock().date())
    if kept:
        raise GateError(
            f"Issue {issue.number} cannot go out as it is. {' '.join(dict.fromkeys(kept.values()))}"
        )
    if proof is None or proof.fingerprint != fingerprint(issue):
        raise GateError(
            f"Issue {issue.number} has not been proven as it stands; run 'watchdesk prove'."
        )
    if proof.blocks:
        raise GateError(
            f"Issue {issue.number} does not pass the gate; 'watchdesk prove' shows what blocks it."
        )
    return proof


def must_be_approved(desk: Desk, issue: Issue) -> Proof:
    """The proof of an issue that may go out, or a `GateError`."""
    proof = must_be_proven(desk, issue)
    if issue.state not in {State.APPROVED, State.PUBLISHED} or not issue.approved_by:
        raise GateError(
            f"Issue {issue.number} has no approval; "
            f"run 'watchdesk approve {issue.number} --as NAME'."
        )
    return proof
