"""An approved issue goes into the desk's own site folder, and from there where the desk says.

In: an issue that has passed the gate. Out: events, one for each file that was looked at; the issue
is marked as published when all of them are there.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace

from watchdesk.config.place import PlaceTable
from watchdesk.issue import keys_of
from watchdesk.model import Capture, Checked, Code, Event, Failed, Issue, Problem, Stage, State
from watchdesk.pipeline import drawing
from watchdesk.pipeline.building import RECORDS, SITE, build, listed
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
    """Bring `site/` up to date with this issue in it; refuses without proof and approval."""
    must_be_approved(desk, issue)

    def publication(one: Print, earlier: tuple[IssueHead, ...]) -> Publication:
        found = issue if one.number == issue.number else _issue(desk, one)
        return publication_of(desk, found, _proof(desk, found), earlier=earlier)

    yield from build(desk, publication, joining=issue, look=lambda made: must_read_well(desk, made))
    with desk.store.writing() as tx:
        corrections.tell(tx, issue.number, _to_tell(tx, issue))
        issues.put(tx, replace(issue, state=State.PUBLISHED))
        printed.put(tx, issue.number, keys_of(issue))
    if desk.config.publish.to.kind:
        yield from _onward(desk)


def _onward(desk: Desk) -> Iterator[Event]:
    """Bring the finished site to where it is served."""
    table = desk.config.publish.to
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
    """Everything that the publishers draw from; `earlier` are the other published issues."""
    with desk.store.reading() as tx:
        former = tuple(one.before for one in corrections.of_issue(tx, issue.number))
        items = (*issue.items, *former)
        cited = cited_articles(tx, items)
        holders = cited_captures(tx, items, cited.values())
        amended = tuple(_amended(tx, issue))
        if earlier is None:
            earlier = tuple(listed(one) for one in issues.prints(tx) if one.id != issue.id)
        chain_head = registers.head(tx) or ""
        today = desk.clock().date()
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


def _to_tell(tx: Transaction, issue: Issue) -> tuple[Corrected, ...]:
    return corrections.to_tell(tx, issue.number, published=issue.state is State.PUBLISHED)


def _amended(tx: Transaction, issue: Issue) -> Iterator[Amended]:
    """What was corrected in earlier issues and is told in this one."""
    for one in _to_tell(tx, issue):
        other = issues.numbered(tx, one.issue)
        for item in other.items if other else ():
            if item.id == one.item_id:
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
