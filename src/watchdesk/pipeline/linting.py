"""A look over an issue's mail as it now stands.

In: an open desk and an issue, drafted or done. Out: findings; nothing is kept.
"""

from datetime import UTC, datetime

from watchdesk.model import Issue
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.looking import lint_files
from watchdesk.pipeline.publishing import publication_of
from watchdesk.publish.email import email
from watchdesk.publish.lint import Found
from watchdesk.publish.plain import text
from watchdesk.store import issues
from watchdesk.store.issues import Proof

_UNPROVEN = Proof(
    issue_id="",
    at=datetime.min.replace(tzinfo=UTC),
    fingerprint="",
    blocks=True,
    report={"quotations": (0, 0), "figures": (0, 0), "links": (0, 0)},
)


def lint_issue(desk: Desk, issue: Issue) -> tuple[Found, ...]:
    """What is to be said of an issue's mail."""
    with desk.store.reading() as tx:
        proof = issues.proof_of(tx, issue.id)
    publication = publication_of(desk, issue, proof or _UNPROVEN)
    return lint_files(desk, (*email().render(publication), *text().render(publication)))
