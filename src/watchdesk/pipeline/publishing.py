"""An approved issue goes into the desk's own site folder, and from there where the desk says.

In: an issue that has passed the gate. Out: events, one for each file that was looked at; the issue
is marked as published when all of them are there.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from watchdesk.config.place import PlaceTable
from watchdesk.issue import keys_of
from watchdesk.model import (
    Capture,
    Checked,
    Code,
    Done,
    Event,
    Failed,
    Issue,
    Problem,
    Stage,
    State,
)
from watchdesk.pipeline import drawing
from watchdesk.pipeline.building import RECORDS, SITE, Look, build, is_out_of_date, listed
from watchdesk.pipeline.clearing import staying
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.edition import must_be_approved
from watchdesk.pipeline.evidence import cited_articles, cited_captures
from watchdesk.pipeline.looking import must_read_well
from watchdesk.publish import Amended, IssueHead, ProofCount, Publication
from watchdesk.publish.delivery import Place, PlaceError, bring, carrier_of
from watchdesk.store import Transaction, captures, corrections, issues, printed, registers
from watchdesk.store.corrections import Corrected
from watchdesk.store.issues import Print, Proof
from watchdesk.store.values import load


def publish(desk: Desk, issue: Issue) -> Iterator[Event]:
    """Bring `site/` up to date with this issue in it; refuses without proof and approval.

    What must not leave any more goes in any case.
    """
    yield from renew(desk)
    must_be_approved(desk, issue)
    yield from _build(desk, issue, lambda made: must_read_well(desk, made))
    with desk.store.writing() as tx:
        corrections.tell(tx, issue.number, _to_tell(tx, issue))
        issues.put(tx, replace(issue, state=State.PUBLISHED))
        printed.put(tx, issue.number, keys_of(issue))
    yield from _onward(desk)


def renew(desk: Desk) -> Iterator[Event]:
    """Make the site again without what must not leave any more, where consent has changed.

    Consent is withdrawn by a person or ends by its date; nobody has to approve what goes.
    """
    with desk.store.reading() as tx:
        newest = max(issues.prints(tx), key=lambda one: one.number, default=None)
    if newest is None or not is_out_of_date(desk):
        return
    yield from _build(desk, _issue(desk, newest), lambda _made: None)
    yield from _onward(desk)


def renewed(desk: Desk) -> str:
    """Do so and say what went and what could not; empty where nothing was to go.

    What an earlier run could not take off the place that serves the site is tried again.
    """
    events = list(renew(desk)) or list(_behind(desk))
    gone = {one.subject for one in events if isinstance(one, Done) and one.outcome == "removed"}
    pages = sum(path.endswith(".html") for path in gone)
    said = f"Consent was withdrawn or has ended: {pages} pages left the site." if pages else ""
    failed = [event.problem.message for event in events if isinstance(event, Failed)]
    return " ".join(filter(None, [said, *failed]))


def _behind(desk: Desk) -> Iterator[Event]:
    """Bring what a published site has and the place that serves it lacks, or has no more."""
    with desk.store.reading() as tx:
        published = any(issues.prints(tx))
    if published:
        yield from _onward(desk)


def _build(desk: Desk, joining: Issue, look: Look) -> Iterator[Event]:
    def publication(one: Print, earlier: tuple[IssueHead, ...]) -> Publication:
        found = joining if one.number == joining.number else _issue(desk, one)
        return publication_of(desk, found, _proof(desk, found), earlier=earlier)

    return build(desk, publication, joining=joining, look=look)


def _onward(desk: Desk) -> Iterator[Event]:
    """Bring the finished site to where it is served, if that is not here."""
    table = desk.config.publish.to
    if not table.kind:
        return
    fields = {name: getattr(table, name) for name in Place.__slots__}
    place = Place(**fields | {"path": _found(desk, table)})
    secrets = {
        "key": os.environ.get(table.key_env, ""),
        "secret": os.environ.get(table.secret_env, ""),
    }
    try:
        carrier = carrier_of(place, secrets)
    except PlaceError as error:
        said = f"The site stays in its own folder: {error}."
        problem = Problem(stage=Stage.PUBLISH, subject=table.kind, code=Code.PLACE, message=said)
        yield Failed(problem=problem)
        return
    yield from bring(desk.folder / SITE, carrier, place, desk.folder / RECORDS)


def _found(desk: Desk, table: PlaceTable) -> str:
    """A path of this machine starts from the desk's folder."""
    local = table.kind in {"folder", "rsync"} and not table.host
    return str(desk.folder / table.path) if local else table.path


def _issue(desk: Desk, one: Print) -> Issue:
    with desk.store.reading() as tx:
        found = issues.numbered(tx, one.number)
    assert found is not None
    return found


def _proof(desk: Desk, issue: Issue) -> Proof:
    """The proof that let an issue go: one that is published was let go then."""
    with desk.store.reading() as tx:
        proof = issues.proof_of(tx, issue.id)
    return proof or must_be_approved(desk, issue)


def publication_of(
    desk: Desk, issue: Issue, proof: Proof, *, earlier: tuple[IssueHead, ...] | None = None
) -> Publication:
    """Everything that the publishers draw from; `earlier` are the other published issues.

    Items that may not leave today are not among it, nor what they were before.
    """
    today = desk.clock().date()
    with desk.store.reading() as tx:
        former = tuple(one.before for one in corrections.of_issue(tx, issue.number))
        kept = staying(tx, (*issue.items, *former), today)
        issue = _without(issue, kept)
        former = tuple(item for item in former if item.id not in kept)
        items = (*issue.items, *former)
        cited = cited_articles(tx, items)
        holders = cited_captures(tx, items, cited.values())
        amended = tuple(_amended(tx, issue, today))
        if earlier is None:
            earlier = tuple(listed(one) for one in issues.prints(tx) if one.id != issue.id)
        chain_head = registers.head(tx) or ""
        places, held = drawing.places_in(tx, issue, today), drawing.held_in(tx, issue, today)
        pictures = _pictures(
            desk, issue, {c.id: captures.holder_of(tx, c) for c in holders.values()}
        )
    report = proof.report
    return Publication(
        issue=issue,
        articles=cited,
        captures=holders,
        outlets=desk.outlets,
        earlier=earlier,
        pictures=pictures,
        proof=ProofCount(
            quotations=tuple(report.get("quotations", (0, 0))),
            figures=tuple(report.get("figures", (0, 0))),
            links=tuple(report.get("links", (0, 0))),
        ),
        checked=tuple(load(Checked, one) for one in report.get("checked", ())),
        site_url=desk.config.site_url,
        example_note=desk.config.house.example_note,
        chain_head=chain_head,
        amended=amended,
        former=former,
        desk_title=desk.config.title,
        language=desk.config.language,
        theme=desk.config.theme,
        places=places,
        held=held,
        ground=drawing.ground_of(desk),
        searchable=desk.config.publish.search,
    )


def _without(issue: Issue, kept: Collection[str]) -> Issue:
    sections = (
        replace(each, items=tuple(item for item in each.items if item.id not in kept))
        for each in issue.sections
    )
    return replace(issue, sections=tuple(sections)) if kept else issue


def _to_tell(tx: Transaction, issue: Issue) -> tuple[Corrected, ...]:
    return corrections.to_tell(tx, issue.number, published=issue.state is State.PUBLISHED)


def _amended(tx: Transaction, issue: Issue, today: date) -> Iterator[Amended]:
    """What was corrected in earlier issues and is told in this one."""
    told = _to_tell(tx, issue)
    kept = staying(tx, [one.before for one in told], today)
    for one in told:
        other = issues.numbered(tx, one.issue)
        for item in other.items if other else ():
            if item.id == one.item_id and item.id not in kept:
                yield Amended(
                    issue=one.issue,
                    item_id=item.id,
                    headline=item.headline.text,
                    correction=one.correction,
                )


def _pictures(desk: Desk, issue: Issue, holders: Mapping[str, Capture]) -> Mapping[str, bytes]:
    """The bytes of the issue's pictures by their digest, out of the archive."""
    return {
        item.photo.digest: desk.archive.read(holders[item.photo.capture_id]).body
        for item in issue.items
        if item.photo
    }
