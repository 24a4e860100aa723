"""What is out: published issues, an item corrected or withdrawn with a reason, the log of it.

A correction is shown as it would stand before it is made. What it does is done in
`pipeline.correcting`, and brought to the site at once, as an approver's act.
"""

from dataclasses import replace

from starlette.responses import Response

from watchdesk.desk.roles import Role
from watchdesk.desk.screen import Screen, acts, looks
from watchdesk.desk.visit import Visit
from watchdesk.model import DeskError, Issue, Item, UsageError
from watchdesk.pipeline import Desk, correcting, publish, working_on
from watchdesk.pipeline.correcting import Reworded, Signed
from watchdesk.pipeline.published import outgone, published_issue


def _all(visit: Visit) -> Response:
    found = outgone(visit.desk)
    return visit.page("published.html", issues=found.issues, corrections=found.corrections)


def _one(visit: Visit) -> Response:
    found = published_issue(visit.desk, _number(visit))
    return visit.page("published_issue.html", issue=found.issue, corrections=found.corrections)


def _number(visit: Visit) -> int:
    given = visit.path["number"]
    if not (given.isascii() and given.isdigit() and len(given) < 7):
        raise UsageError(visit.words.say("published.no_issue"))
    return int(given)


def _item(visit: Visit) -> Response:
    item, version = correcting.published_item(_issue(visit, visit.desk), visit.path["item"])
    wanted = Reworded(
        version=version,
        headline=item.headline.text,
        lines=tuple(line.text for line in item.lines),
    )
    return _form(visit, item, wanted)


def _issue(visit: Visit, desk: Desk) -> Issue:
    return published_issue(desk, _number(visit)).issue


def _form(visit: Visit, item: Item, wanted: Reworded, sentence: str = "") -> Response:
    """The item with the words that are wanted, and what stood against them, if something did."""
    return visit.page(
        "published_item.html",
        status=422 if sentence else 200,
        item=item,
        wanted=wanted,
        number=_number(visit),
        reason=visit.given("reason"),
        sentence=sentence,
        may=visit.who.role >= Role.APPROVER,
    )


def _wanted(visit: Visit) -> Reworded:
    numbers = (str(one) for one in visit.form.getlist("without"))
    return Reworded(
        version=visit.given("version"),
        headline=visit.given("headline"),
        lines=tuple(str(line).strip() for line in visit.form.getlist("line")),
        without=frozenset(int(one) for one in numbers if one.isascii() and one.isdigit()),
    )


def _signed(visit: Visit) -> Signed:
    if not visit.given("reason"):
        raise UsageError(visit.words.say("published.needs_reason"))
    return Signed(visit.who.name, visit.given("reason"))


def _look(visit: Visit) -> Response:
    """The correction as it would stand, or the form again with what stands against it."""
    wanted, issue = _wanted(visit), _issue(visit, visit.desk)
    item, version = correcting.published_item(issue, visit.path["item"])
    try:
        then = correcting.reworded(visit.desk, issue, item.id, wanted, _signed(visit))
    except DeskError as error:
        # Where somebody was quicker, a number may mean another quotation now.
        same = wanted.without if wanted.version == version else frozenset()
        return _form(visit, item, replace(wanted, version=version, without=same), str(error))
    return _sure(visit, item, then, wanted)


def _look_withdrawn(visit: Visit) -> Response:
    _signed(visit)
    item, version = correcting.published_item(_issue(visit, visit.desk), visit.path["item"])
    return _sure(visit, item, None, Reworded(version=version, headline="", lines=()))


def _sure(visit: Visit, item: Item, then: Item | None, wanted: Reworded) -> Response:
    return visit.page(
        "published_sure.html",
        item=item,
        then=then,
        wanted=wanted,
        number=_number(visit),
        reason=visit.given("reason"),
    )


def _correct(visit: Visit) -> Response:
    wanted, signed = _wanted(visit), _signed(visit)
    with working_on(visit.desk, "issue correct"):
        issue, item = _issue(visit, visit.desk), visit.path["item"]
        return _flown(visit, correcting.correct_words(visit.desk, issue, item, wanted, signed))


def _withdraw(visit: Visit) -> Response:
    signed = _signed(visit)
    with working_on(visit.desk, "issue withdraw"):
        issue, item = _issue(visit, visit.desk), visit.path["item"]
        return _flown(visit, correcting.withdraw(visit.desk, issue, item, signed))


def _flown(visit: Visit, issue: Issue) -> Response:
    """Bring what was corrected to the site."""
    for _ in publish(visit.desk, issue):
        pass
    return visit.moved(f"/published/{issue.number}#corrections")


SCREEN = Screen(
    title="published.title",
    menu="/published",
    doors=(
        looks("/published", _all),
        looks("/published/{number}", _one),
        looks("/published/{number}/{item}", _item),
        acts("/published/{number}/{item}/look", _look),
        acts("/published/{number}/{item}/look-withdrawn", _look_withdrawn),
        acts("/published/{number}/{item}/correct", _correct, Role.APPROVER),
        acts("/published/{number}/{item}/withdraw", _withdraw, Role.APPROVER),
    ),
)
