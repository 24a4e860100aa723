"""Every problem in plain words, with what to do: try again, or let it be.

What trying again means stands in `pipeline.troubles`.
"""

from starlette.responses import Response

from watchdesk.desk.screen import Screen, acts, looks
from watchdesk.desk.visit import Visit
from watchdesk.pipeline import troubles


def _look(visit: Visit) -> Response:
    again = visit.query.get("again", "")
    return visit.page(
        "trouble.html",
        found=troubles.troubles(visit.desk),
        again=int(again) if again.isdecimal() else 0,
    )


def _again(visit: Visit) -> Response:
    count = troubles.try_again(visit.desk, _ids(visit))
    return visit.moved(f"/trouble?again={count}")


def _let_be(visit: Visit) -> Response:
    troubles.let_be(visit.desk, _ids(visit), by=visit.who.name)
    return visit.moved("/trouble")


def _ids(visit: Visit) -> list[str]:
    return [str(one) for one in visit.form.getlist("problem")]


SCREEN = Screen(
    title="trouble.title",
    menu="/trouble",
    doors=(
        looks("/trouble", _look),
        acts("/trouble/again", _again),
        acts("/trouble/let-be", _let_be),
    ),
)
