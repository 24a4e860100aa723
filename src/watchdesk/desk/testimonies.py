"""Testimonies behind their lock: the list holds nothing of what was said.

Opening one asks for a reason, which `pipeline.testimonies` logs before anything is shown.
"""

from starlette.responses import Response

from watchdesk.desk.roles import Role
from watchdesk.desk.screen import Door, Screen, acts
from watchdesk.desk.visit import Visit
from watchdesk.model import UsageError
from watchdesk.pipeline import testimonies


def _list(visit: Visit) -> Response:
    lines, fault = testimonies.log_state(visit.desk)
    return visit.page(
        "testimonies.html", rows=testimonies.listed(visit.desk), lines=lines, fault=fault
    )


def _open(visit: Visit) -> Response:
    entry, reason = visit.path["entry_id"], visit.given("reason")
    if not reason:
        raise UsageError(visit.words.say("testimonies.needs_reason"))
    body = testimonies.unseal(
        visit.desk, entry, what=testimonies.TEXT, by=visit.who.name, reason=reason
    )
    text = body.decode("utf-8", "replace")
    return visit.page("testimony.html", text=text, entry=entry, reason=reason)


SCREEN = Screen(
    title="testimonies.title",
    menu="/testimonies",
    least=Role.EDITOR,
    doors=(
        Door(path="/testimonies", answer=_list, least=Role.EDITOR),
        acts("/testimonies/{entry_id}/open", _open, Role.APPROVER),
    ),
)
