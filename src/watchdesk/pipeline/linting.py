"""A look over an issue's mail as it now stands.

In: an open desk and an issue, drafted or done. Out: findings; nothing is kept.
"""

from watchdesk.model import Issue
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.looking import lint_files
from watchdesk.pipeline.previewing import unpassed
from watchdesk.publish.email import email
from watchdesk.publish.lint import Found
from watchdesk.publish.plain import text


def lint_issue(desk: Desk, issue: Issue) -> tuple[Found, ...]:
    """What is to be said of an issue's mail."""
    publication = unpassed(desk, issue)
    return lint_files(desk, (*email().render(publication), *text().render(publication)))
