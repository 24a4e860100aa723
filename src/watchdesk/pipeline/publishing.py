"""An approved issue goes into the desk's own site folder.

In: an issue that has passed the gate. Out: events, one for each file that was written; the issue is
marked as published when all of them are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from watchdesk.issue import keys_of
from watchdesk.model import Capture, Checked, Code, Event, Failed, Issue, Problem, Stage, State
from watchdesk.pipeline import drawing
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.edition import must_be_approved
from watchdesk.pipeline.evidence import cited_articles, cited_captures
from watchdesk.pipeline.looking import must_read_well
from watchdesk.publish import (
    PUBLISHERS,
    File,
    ProofCount,
    Publication,
    TypesettingError,
    head_of,
)
from watchdesk.publish.charts import Ground
from watchdesk.publish.delivery.folder import deliver
from watchdesk.store import captures, issues, printed, registers
from watchdesk.store.issues import Proof
from watchdesk.store.values import load

SITE = "site"


def publish(desk: Desk, issue: Issue) -> Iterator[Event]:
    """Write the issue into `site/`; refuses without proof and approval."""
    proof = must_be_approved(desk, issue)
    publication = publication_of(desk, issue, proof)
    files: list[File] = []
    for publisher in PUBLISHERS:
        try:
            files += publisher.render(publication)
        except TypesettingError as error:
            yield Failed(problem=_not_set(publisher.name, str(error)))
    must_read_well(desk, files)
    yield from deliver(_once(files), desk.folder / SITE)
    with desk.store.writing() as tx:
        issues.put(tx, replace(issue, state=State.PUBLISHED))
        printed.put(tx, issue.number, keys_of(issue))


def _not_set(name: str, why: str) -> Problem:
    return Problem(stage=Stage.PUBLISH, subject=name, code=Code.TYPESET, message=why)


def _once(files: list[File]) -> tuple[File, ...]:
    return tuple({file.path: file for file in files}.values())


def publication_of(desk: Desk, issue: Issue, proof: Proof) -> Publication:
    """Everything that the publishers draw from."""
    with desk.store.reading() as tx:
        cited = cited_articles(tx, issue.items)
        holders = cited_captures(tx, issue.items, cited.values())
        earlier = tuple(head_of(other) for other in issues.published(tx) if other.id != issue.id)
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
            quotations=tuple(report["quotations"]),
            figures=tuple(report["figures"]),
            links=tuple(report["links"]),
        ),
        checked=tuple(load(Checked, one) for one in report.get("checked", ())),
        site_url=desk.config.site_url,
        example_note=desk.config.house.example_note,
        chain_head=chain_head,
        desk_title=desk.config.title,
        language=desk.config.language,
        theme=desk.config.theme,
        places=places,
        held=held,
        ground=ground_of(desk),
    )


def ground_of(desk: Desk) -> Ground:
    """What lies under the desk's maps."""
    maps = desk.config.maps
    return Ground(land=maps.land, layer=desk.config.map_layer, layer_by=maps.layer_by)


def _pictures(desk: Desk, issue: Issue, holders: Mapping[str, Capture]) -> Mapping[str, bytes]:
    """The bytes of the issue's pictures by their digest, out of the archive."""
    return {
        item.photo.digest: desk.archive.read(holders[item.photo.capture_id]).body
        for item in issue.items
        if item.photo
    }
