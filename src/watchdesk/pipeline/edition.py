"""The issue's life: drafted, edited, proven, approved, published.

In: an open desk and, where a person decides, who it is. Out: the issue as it now stands; every
change is committed before it is given back. The gate is here: nothing is published that was not
proven as it stands and approved by a named person.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from watchdesk.issue import (
    Candidate,
    ChangedEntry,
    Edited,
    House,
    Interests,
    WatchList,
    Week,
    draft,
    from_markdown,
    in_order,
    keys_of,
    select,
    story_key,
    with_memory,
)
from watchdesk.model import (
    Coverage,
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
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.evidence import held_for, known_for, signing
from watchdesk.pipeline.material import PLAYED_AGAIN, candidates, enriched
from watchdesk.pipeline.placing import by_examples
from watchdesk.pipeline.registered import changed_entries
from watchdesk.pipeline.source_health import health
from watchdesk.proof import Report, check_issue, with_own
from watchdesk.proof import check_item as check_one
from watchdesk.store import (
    Transaction,
    articles,
    decisions,
    issues,
    printed,
    registers,
    story_changes,
)
from watchdesk.store.issues import Proof
from watchdesk.store.values import dump


def write_draft(desk: Desk, *, dated: datetime | None = None) -> Issue:
    """Bring the open draft up to date, or begin the next issue."""
    now = desk.clock()
    with desk.store.reading() as tx:
        kept = _with_merged(tx, issues.open_draft(tx))
        last = next(iter(issues.published(tx)), None)
        refused = _refused(tx, kept)
    day = (dated or now).astimezone(ZoneInfo(desk.config.timezone))
    week = _week(desk, kept, last, refused, day)
    found = candidates(desk, since=week.since, until=week.until + PLAYED_AGAIN)
    placed = select(found, desk.config.sections, by_examples(desk, found))
    interests = _interests(desk, found, week.number)
    chosen = {
        rule.key: [
            enriched(desk, place.candidate)
            for place in in_order(placed[rule.key], week, interests)[: rule.most]
        ]
        for rule in desk.config.sections
    }
    issue = draft(week, chosen, desk.config.sections, kept=kept)
    with desk.store.writing() as tx:
        issue = with_memory(issue, printed.before(tx, keys_of(issue), issue.number))
        issues.put(tx, issue)
    return issue


def _interests(desk: Desk, found: Sequence[Candidate], number: int) -> Interests:
    """What makes a story matter to this desk: its watch list, its registers, what ran before."""
    watch = desk.config.watch
    with desk.store.reading() as tx:
        ran = printed.before(tx, (story_key(one.story.id) for one in found), number)
        named = registers.names(tx)
    return Interests(
        watched=WatchList.of((*watch.names, *watch.places)),
        registered=WatchList.of(named),
        ran=ran,
    )


def _with_merged(tx: Transaction, kept: Issue | None) -> Issue | None:
    """The open draft with the ids that its items' stories have now."""
    if kept is None:
        return None
    named = {item.story_id for item in kept.items if item.story_id}
    now = {story_id: story_changes.resolve(tx, story_id) for story_id in named}
    return replace(
        kept,
        sections=tuple(
            replace(
                section,
                items=tuple(
                    replace(item, story_id=now.get(item.story_id or "", item.story_id))
                    for item in section.items
                ),
            )
            for section in kept.sections
        ),
    )


def _week(
    desk: Desk, kept: Issue | None, last: Issue | None, refused: frozenset[str], dated: datetime
) -> Week:
    since = last.until if last else None
    until = desk.clock()
    number = kept.number if kept else (last.number + 1 if last else 1)
    house = desk.config.house
    return Week(
        number=number,
        title=desk.config.title,
        language=desk.config.language,
        dated=dated,
        since=since,
        until=until,
        coverage=coverage(desk, since=since, until=until + PLAYED_AGAIN),
        outlets=desk.outlets,
        house=House(sentences=house.sentences, quotations=house.quotations, links=house.links),
        refused=refused,
        changed=_changed(desk, since, number, dated),
    )


def _changed(
    desk: Desk, since: datetime | None, number: int, dated: datetime
) -> tuple[ChangedEntry, ...]:
    """What the registers learnt for this issue, where the desk has a section for it."""
    if not any(rule.kind == "registers" for rule in desk.config.sections):
        return ()
    until = desk.clock() + PLAYED_AGAIN
    with desk.store.reading() as tx:
        return changed_entries(tx, since=since, until=until, day=dated.date(), number=number)


def _refused(tx: Transaction, kept: Issue | None) -> frozenset[str]:
    """What a person took out of the open draft."""
    if kept is None:
        return frozenset()
    taken_out = decisions.of(tx, f"removed:{kept.id}")
    return frozenset(decision.value for decision in taken_out)


UNREAD = frozenset({"new", "refused", "failed"})
"""States of a source that was not read, whatever is kept of it from earlier."""


def coverage(desk: Desk, *, since: datetime | None, until: datetime) -> Coverage:
    """What was read for the issue, and who was silent, refused or broken."""
    with desk.store.reading() as tx:
        spoken = articles.languages(tx, since=since, until=until)
        count = len(articles.ids_first_captured(tx, since=since, until=until))
    states = [row for row in health(desk, now=until) if row.state != "muted"]
    return Coverage(
        sources=sum(row.state not in UNREAD for row in states),
        languages=tuple(sorted(spoken, key=lambda code: -spoken[code])),
        articles=count,
        silent=tuple(row.title for row in states if row.state == "quiet"),
        refused=tuple(row.title for row in states if row.state == "refused"),
        broken=tuple(row.title for row in states if row.state == "failed"),
    )


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


def prove(desk: Desk, issue: Issue) -> Report:
    """Check every item against the archive and keep the result with the issue's fingerprint."""
    with desk.store.reading() as tx:
        held = held_for(tx, issue.items)
        known = known_for(tx, issue.items, desk, issue)
    report = check_issue(issue, held, known)
    with desk.store.writing() as tx:
        issues.put_proof(
            tx,
            Proof(
                issue_id=issue.id,
                at=desk.clock(),
                fingerprint=fingerprint(issue),
                blocks=report.blocks,
                report=dump(report),
            ),
        )
        if issue.state in {State.DRAFT, State.PROVEN}:
            state = State.DRAFT if report.blocks else State.PROVEN
            issues.put(tx, replace(issue, state=state))
    return report


def check_item(desk: Desk, item: Item) -> Report:
    """Check one item as it stands in an editor's hand; nothing is kept.

    The cost depends on the item and its sources alone, not on the issue or the archive.
    """
    with desk.store.reading() as tx:
        held = held_for(tx, (item,))
        known = known_for(tx, (item,), desk, issues.newest(tx))
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
    """Take an editor's text back: signed, dated, and never overwritten by a later draft."""
    if issue.state is State.PUBLISHED:
        raise UsageError(f"Issue {issue.number} is published; corrections come with a new issue.")
    edited = from_markdown(text, issue, by=by)
    if edited.complaints or not (edited.changed or edited.removed or edited.issue != issue):
        return edited
    now = desk.clock()
    with desk.store.writing() as tx:
        issues.put(tx, replace(edited.issue, state=State.DRAFT, approved_by="", approved_at=None))
        for decision in _decisions(issue, edited, text, by, now):
            decisions.add(tx, decision)
    return edited


def _decisions(
    before: Issue, edited: Edited, text: str, by: str, now: datetime
) -> Iterator[Decision]:
    for item in edited.changed:
        yield _decision(item.id, Verdict.AMEND, by, now, value=repr(dump(item)))
    was = {item.id: section.key for section in before.sections for item in section.items}
    for section in edited.issue.sections:
        for item in section.items:
            if was[item.id] != section.key:
                yield _decision(item.id, Verdict.AMEND, by, now, value=f"moved to {section.key}")
    for item_id in edited.removed:
        subject = f"removed:{edited.issue.id}"
        yield _decision(subject, Verdict.REFUSE, by, now, value=item_id)
    yield _decision(edited.issue.id, Verdict.AMEND, by, now, value=text)


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
        decisions.add(tx, decision)
        issues.put(tx, approved)
    return approved


def must_be_proven(desk: Desk, issue: Issue) -> Proof:
    """The proof of the issue as it stands, or a `GateError` that says what to do."""
    with desk.store.reading() as tx:
        proof = issues.proof_of(tx, issue.id)
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
