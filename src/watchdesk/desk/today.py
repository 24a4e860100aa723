"""Today: the issue being made."""

from starlette.responses import Response

from watchdesk.desk.screen import Screen, looks
from watchdesk.desk.visit import Visit
from watchdesk.pipeline import all_issues


def today(visit: Visit) -> Response:
    """The first screen."""
    issue = next(iter(all_issues(visit.desk)), None)
    return visit.page("today.html", issue=issue)


SCREEN = Screen(title="today.title", menu="/", doors=(looks("/", today),))
