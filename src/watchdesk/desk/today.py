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
from watchdesk.pipeline.shifting import shift, take_where_it_fits
from watchdesk.pipeline.storylines import merge
from watchdesk.pipeline.taking import drop, park, set_story_aside, take
from watchdesk.pipeline.today import MOST_STORIES, Board, StoryLine, board
from watchdesk.pipeline.undoing import undo
from watchdesk.pipeline.witnesses import witnesses
from watchdesk.store.standing import How

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
        sentence=sentence,
        action=words.say(f"today.go_{need.kind}"),
        path=need.path if visit.leads(need.path) else "",
        tone=TONES.get(need.kind, ""),
    )


def evidence(visit: Visit) -> Response:
    """The passages that tell a story, side by side."""
    found = witnesses(visit.desk, visit.path["story"])
    if not visit.fragment:
        return visit.moved(f"/?open={visit.path['story']}#story-{visit.path['story']}")
    return visit.page("evidence.html", evidence=found)


# ── what is done ──────────────────────────────────────────────────────────────────────────────────

Deed = Callable[[Visit], object]


def _then_board(deed: Deed) -> Callable[[Visit], Response]:
    """Do it, then show the board."""

    def answer(visit: Visit) -> Response:
        deed(visit)
        return visit.after("/", lambda: today(visit))

    return answer


def _take(visit: Visit) -> None:
    story, section, by = visit.path["story"], visit.given("section"), visit.who.name
    if section:
        take(visit.desk, story, section, _position(visit), by=by)
    else:
        take_where_it_fits(visit.desk, story, by=by)


def _move(visit: Visit) -> None:
    item, section = visit.path["item"], visit.given("section")
    move(visit.desk, item, section, _position(visit), by=visit.who.name)


def _position(visit: Visit) -> int | None:
    given = visit.given("position")
    return int(given) if given.isascii() and given.isdigit() else None


def _shift(where: str) -> Deed:
    return lambda visit: shift(visit.desk, visit.path["item"], where, by=visit.who.name)


def _aside(how: How) -> Deed:
    return lambda visit: set_story_aside(visit.desk, visit.path["story"], how, by=visit.who.name)


def _merge(visit: Visit) -> None:
    merge(visit.desk, visit.path["story"], visit.given("into"), by=visit.who.name)


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
        looks("/stories/{story}/evidence", evidence),
        acts("/stories/{story}/take", _then_board(_take)),
        acts("/stories/{story}/park", _then_board(_aside(How.PARKED))),
        acts("/stories/{story}/drop", _then_board(_aside(How.DROPPED))),
        acts("/stories/{story}/merge", _then_board(_merge)),
        acts("/items/{item}/move", _then_board(_move)),
        *(
            acts(f"/items/{{item}}/{where}", _then_board(_shift(where)))
            for where in ("up", "down", "before", "after")
        ),
        acts(
            "/items/{item}/park",
            _then_board(lambda v: park(v.desk, v.path["item"], by=v.who.name)),
        ),
        acts(
            "/items/{item}/drop",
            _then_board(lambda v: drop(v.desk, v.path["item"], by=v.who.name, reason="")),
        ),
        acts(
            "/items/{item}/undo",
            _then_board(lambda v: undo(v.desk, v.path["item"], by=v.who.name)),
        ),
        acts("/issue/begin", _then_board(_begin)),
        acts("/issue/refresh", _then_board(_begin)),
        acts("/issue/prove", _then_board(_prove)),
        acts("/issue/approve", _then_board(_approve), Role.APPROVER),
        acts("/issue/publish", _then_board(_publish), Role.APPROVER),
    ),
)
