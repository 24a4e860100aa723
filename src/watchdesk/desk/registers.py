"""The registers: what waits for a decision, each register, each entry.

Decisions are made in `pipeline.proposing` and `pipeline.entering`.
"""

from datetime import date

from starlette.responses import Response

from watchdesk.desk.screen import Screen, acts, looks
from watchdesk.desk.visit import Visit
from watchdesk.model import UsageError, Verdict
from watchdesk.pipeline import drawing, entering, registry
from watchdesk.pipeline.proposing import Answer, decide


def _overview(visit: Visit) -> Response:
    return visit.page(
        "registers.html",
        shelves=registry.shelves(visit.desk),
        offered=registry.offered(visit.desk),
        name="",
    )


def _one(visit: Visit) -> Response:
    name = visit.path["name"]
    chosen = visit.query.get("status", "")
    page = registry.register_page(visit.desk, name, status=chosen)
    return visit.page(
        "register.html",
        page=page,
        chosen=chosen,
        map=drawing.map_of(visit.desk, [row.id for row in page.entries], visit.words.language),
        offered=registry.offered(visit.desk, name),
        name=name,
    )


def _entry(visit: Visit) -> Response:
    return visit.page("entry.html", told=registry.entry_page(visit.desk, visit.path["entry_id"]))


def _decide(visit: Visit) -> Response:
    answer = Answer(
        verdict=_verdict(visit),
        by=visit.who.name,
        note=visit.given("note"),
        into=visit.given("into") or None,
        held_from=_day(visit),
    )
    decide(visit.desk, visit.path["proposal_id"], answer)
    name = visit.given("name")
    back = f"/registers/{name}" if name else "/registers"
    return visit.moved(f"{back}#proposals")


def _verdict(visit: Visit) -> Verdict:
    given = visit.given("verdict")
    if given not in {one.value for one in Verdict}:
        raise UsageError(visit.words.say("registers.choose"))
    return Verdict(given)


def _day(visit: Visit) -> date | None:
    given = visit.given("on")
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise UsageError(visit.words.say("registers.no_day")) from None


def _retract(visit: Visit) -> Response:
    reason = visit.given("reason")
    if not reason:
        raise UsageError(visit.words.say("registers.needs_reason"))
    entering.take_back(visit.desk, visit.given("development"), by=visit.who.name, reason=reason)
    return visit.moved(f"/entry/{visit.path['entry_id']}")


SCREEN = Screen(
    title="registers.title",
    menu="/registers",
    doors=(
        looks("/registers", _overview),
        looks("/registers/{name}", _one),
        looks("/entry/{entry_id}", _entry),
        acts("/proposal/{proposal_id}", _decide),
        acts("/entry/{entry_id}/retract", _retract),
    ),
)
