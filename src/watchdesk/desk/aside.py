"""What was parked and dropped in this issue, and who did it; each story can be had again.

What is done with one stands among the doors of `story`.
"""

from starlette.responses import Response

from watchdesk.desk.roles import Role
from watchdesk.desk.screen import Screen, looks
from watchdesk.desk.visit import Visit
from watchdesk.pipeline.aside import set_aside


def _list(visit: Visit) -> Response:
    return visit.page(
        "aside.html",
        rows=set_aside(visit.desk),
        sections=visit.desk.config.sections,
        can_edit=visit.who.role >= Role.EDITOR,
    )


SCREEN = Screen(title="aside.title", doors=(looks("/aside", _list),))
