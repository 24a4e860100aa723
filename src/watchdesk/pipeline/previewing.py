"""An issue in all its editions before anybody has it: what the desk shows, and sends to oneself.

In: an open desk and an issue in any state. Out: the files of every publisher, unsaved. A gate that
has not been passed shows in them as nothing proven; nothing here lets an issue go.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from watchdesk.model import Issue
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.edition import fingerprint
from watchdesk.pipeline.publishing import publication_of
from watchdesk.publish import PUBLISHERS, File, Publication, furniture
from watchdesk.store import issues
from watchdesk.store.issues import Proof


@dataclass(frozen=True, slots=True)
class Preview:
    """The files of an issue by their path on the site; `mark` changes with the issue's words."""

    mark: str
    number: int
    files: Mapping[str, File]


def preview(desk: Desk, issue: Issue, last: Preview | None = None) -> Preview:
    """The editions of an issue as it stands; `last` is given back where nothing has changed."""
    mark = fingerprint(issue)
    if last is not None and last.mark == mark:
        return last
    publication = unpassed(desk, issue)
    own = (file for publisher in PUBLISHERS for file in publisher.render(publication))
    files = (*furniture(publication.theme), *own)
    return Preview(mark=mark, number=issue.number, files={file.path: file for file in files})


def unpassed(desk: Desk, issue: Issue) -> Publication:
    """What the publishers draw from, with the newest proof if there is one."""
    with desk.store.reading() as tx:
        proof = issues.proof_of(tx, issue.id)
    return publication_of(desk, issue, proof or _without(desk, issue))


def _without(desk: Desk, issue: Issue) -> Proof:
    nothing = {"quotations": (0, 0), "figures": (0, 0), "links": (0, 0)}
    return Proof(
        issue_id=issue.id,
        at=desk.clock(),
        fingerprint="",
        blocks=True,
        report=nothing,
    )
