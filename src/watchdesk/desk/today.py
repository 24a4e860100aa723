"""Today: the issue being made, the stories since the last one, and what needs a person.

Everything that is done here answers with the whole board: for htmx as a part, for everybody else
by the way back to it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from starlette.responses import Response

from watchdesk.desk.roles import Role
from watchdesk.desk.screen import Screen, acts, looks
from watchdesk.desk.visit import Visit
from watchdesk.pipeline import approve, issue_numbered, prove, publish, working_on, write_draft
from watchdesk.pipeline.editing import move
from watchdesk.pipeline.needs import Need, needs
from watchdesk.pipeline.shifting import shift
from watchdesk.pipeline.taking import drop, park
from watchdesk.pipeline.today import MOST_STORIES, Board, StoryLine, board
from watchdesk.pipeline.undoing import undo
from watchdesk.pipeline.witnesses import witnesses

MOST_AT_ALL = 500
MOST_OPENED = 4

SAID = {"proposals", "changed", "gone"}
TONES = {
    "stops": "bad",
    "gone": "bad",
    "changed": "warn",
    "failed": "bad",
    "looks": "warn",
    "refused": "warn",
    "quiet": "warn",
}
COUNTED = {"stops", "looks", "proposals", "trouble", "more_failed", "more_refused", "more_quiet"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A button of the bar: whether it is the next thing to do, and whether this person may."""

    name: str
    next: bool
    may: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """Who has which item of the issue open."""

    who: str
    id: str
    headline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedLine:
    """A need in the reader's language."""

    title: str
    sentence: str
    action: str
    path: str
    tone: str


def today(visit: Visit) -> Response:
    """The first screen, or its board alone."""
    most = MOST_AT_ALL if visit.query.get("most") == "all" else MOST_STORIES
    shown = board(visit.desk, most=most, disagreements=visit.room.disagreements)
    template = "today_board.html" if visit.fragment else "today.html"
    return visit.page(
        template,
        board=shown,
        now=visit.desk.clock(),
        example=visit.desk.config.house.example_note,
        titles={one.section.key: one.section.title for one in shown.columns},
        needs=[_need_line(visit, one) for one in needs(visit.desk, shown)],
        steps=_steps(visit, shown),
        editing=_editing(visit, shown),
        can_edit=visit.who.role >= Role.EDITOR,
        merging=_merging(visit, shown),
        opened=_opened(visit),
        all_shown=most == MOST_AT_ALL,
    )


def _opened(visit: Visit) -> dict[str, object]:
    asked = [*visit.query.getlist("open"), *map(str, visit.form.getlist("open"))]
    return {one: witnesses(visit.desk, one) for one in asked[:MOST_OPENED]}


def _merging(visit: Visit, shown: Board) -> StoryLine | None:
    wanted = visit.query.get("merge", "")
    return next((one for one in shown.stories if one.id == wanted), None)


def _editing(visit: Visit, shown: Board) -> list[Editing]:
    headlines = {one.id: one.headline.text for one in shown.issue.items} if shown.issue else {}
    return [
        Editing(who=visit.words.listing(others), id=item_id, headline=headlines[item_id])
        for item_id, names in visit.room.presence.all().items()
        if item_id in headlines and (others := [n for n in names if n != visit.who.name])
    ]


def _steps(visit: Visit, shown: Board) -> list[Step]:
    """The buttons of the bar; the one that is due is set apart."""
    due = shown.next_step
    names = ["begin"] if due == "begin" else ["refresh", "prove", "approve"]
    if due == "publish":
        names = ["prove", "publish"]
    least = {"approve": Role.APPROVER, "publish": Role.APPROVER}
    possible = {"approve": due == "approve"}
    return [
        Step(
            name=name,
            next=name == due,
            may=possible.get(name, True) and visit.who.role >= least.get(name, Role.EDITOR),
        )
        for name in names
    ]


def _need_line(visit: Visit, need: Need) -> NeedLine:
    words = visit.words
    subject, sentence = need.subject, need.words
    day = ""
    if need.kind == "date":
        at = datetime.combine(date.fromisoformat(need.words), time(12), visit.room.zone)
        day, sentence = words.day(at), words.say("today.say_date")
    if need.kind in SAID:
        sentence = words.say(f"today.say_{need.kind}")
    key = f"today.need_{need.kind}"
    counted = need.kind in COUNTED
    title = (
        words.count(key, need.count, subject=subject)
        if counted
        else words.say(key, subject=subject, day=day)
    )
    return NeedLine(
        title=title,
        sentence=words.told(sentence),
        action=words.say(f"today.go_{need.kind}"),
        path=need.path if visit.leads(need.path) else "",
        tone=TONES.get(need.kind, ""),
    )


# ── what is done ──────────────────────────────────────────────────────────────────────────────────

Deed = Callable[[Visit], object]


def then_board(deed: Deed) -> Callable[[Visit], Response]:
    """Do it, then show the board."""

    def answer(visit: Visit) -> Response:
        deed(visit)
        return visit.after("/", lambda: today(visit))

    return answer


def _move(visit: Visit) -> None:
    item, section = visit.path["item"], visit.given("section")
    move(visit.desk, item, section, visit.number("position"), by=visit.who.name)


def _shift(where: str) -> Deed:
    return lambda visit: shift(visit.desk, visit.path["item"], where, by=visit.who.name)


def _begin(visit: Visit) -> None:
    with working_on(visit.desk, "draft"):
        write_draft(visit.desk)


def _prove(visit: Visit) -> None:
    prove(visit.desk, issue_numbered(visit.desk, None))


def _approve(visit: Visit) -> None:
    approve(visit.desk, issue_numbered(visit.desk, None), by=visit.who.name)


def _publish(visit: Visit) -> None:
    with working_on(visit.desk, "publish"):
        for _ in publish(visit.desk, issue_numbered(visit.desk, None)):
            pass


SCREEN = Screen(
    title="today.title",
    menu="/",
    doors=(
        looks("/", today),
        acts("/items/{item}/move", then_board(_move)),
        *(
            acts(f"/items/{{item}}/{where}", then_board(_shift(where)))
            for where in ("up", "down", "before", "after")
        ),
        acts(
            "/items/{item}/park",
            then_board(lambda v: park(v.desk, v.path["item"], by=v.who.name)),
        ),
        acts(
            "/items/{item}/drop",
            then_board(lambda v: drop(v.desk, v.path["item"], by=v.who.name, reason="")),
        ),
        acts(
            "/items/{item}/undo",
            then_board(lambda v: undo(v.desk, v.path["item"], by=v.who.name)),
        ),
        acts("/issue/begin", then_board(_begin)),
        acts("/issue/refresh", then_board(_begin)),
        acts("/issue/prove", then_board(_prove)),
        acts("/issue/approve", then_board(_approve), Role.APPROVER),
        acts("/issue/publish", then_board(_publish), Role.APPROVER),
    ),
)
