"""A past newsletter, read into a proposal: its sites, its headings, the form of its items.

The editor ticks what to take; nothing is taken over unasked.
"""

import re

from starlette.responses import Response

from watchdesk.desk.roles import Role
from watchdesk.desk.screen import Screen, acts, looks
from watchdesk.desk.visit import Visit
from watchdesk.extract.past import Form
from watchdesk.pipeline import past

LARGEST = 2_000_000
_FORM = re.compile(r"(\d{1,2}) (\d{1,2}) (\d{1,2})", re.ASCII)


def _look(visit: Visit) -> Response:
    return visit.page("past.html", found=None, taken=None)


def _read(visit: Visit) -> Response:
    upload, address = visit.uploaded("file"), visit.given("address")
    if upload is not None:
        found = past.read_past(upload.file.read(LARGEST), upload.filename or "")
    elif address:
        url = address if "://" in address else f"https://{address}"
        found = past.fetch_past(visit.desk, url)
    else:
        return visit.refused(visit.words.say("past.nothing"))
    known = {rule.title.casefold() for rule in visit.desk.config.sections}
    return visit.page("past.html", found=found, known=known, taken=None)


def _take(visit: Visit) -> Response:
    chosen = [str(one) for one in visit.form.getlist("host")]
    sections = [str(one) for one in visit.form.getlist("section")]
    form = _FORM.fullmatch(visit.given("form"))
    lengths = Form(*map(int, form.groups())) if form else None
    taken = past.take_past(visit.desk, hosts=chosen, sections=sections, form=lengths)
    return visit.page("past.html", found=None, taken=taken)


SCREEN = Screen(
    title="past.title",
    doors=(
        looks("/past", _look),
        acts("/past/read", _read, least=Role.EDITOR),
        acts("/past/take", _take, least=Role.EDITOR),
    ),
)
