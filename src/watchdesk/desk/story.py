"""A story whole, and all that is done with one: take, park, drop, bring back, merge, split.

What is done on a story's own page, or on the list of what was set aside, answers with that; all
else with the first screen. What is decided here is decided in `pipeline.taking` and
`pipeline.storylines`.
"""

from starlette.responses import Response

from watchdesk.desk.screen import Answer, Screen, acts, looks
from watchdesk.desk.today import Deed, then_board
from watchdesk.desk.visit import Visit
from watchdesk.model import Span, UsageError
from watchdesk.pipeline import storylines, taking
from watchdesk.pipeline.aside import bring_back
from watchdesk.pipeline.shifting import take_where_it_fits
from watchdesk.pipeline.telling import reading, story_page
from watchdesk.pipeline.witnesses import witnesses
from watchdesk.store.standing import How


def _look(visit: Visit) -> Response:
    story = story_page(visit.desk, visit.path["story"])
    return visit.page("story.html", story=story, sections=visit.desk.config.sections)


def _read(visit: Visit) -> Response:
    told = reading(visit.desk, visit.path["article_id"], _span(visit))
    return visit.page("article.html", told=told, sections=visit.desk.config.sections)


def _span(visit: Visit) -> Span | None:
    start, end = visit.query.get("from", ""), visit.query.get("to", "")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        return None
    return Span(int(start), int(end))


def _evidence(visit: Visit) -> Response:
    """The passages that tell a story, side by side."""
    story = visit.path["story"]
    if not visit.fragment:
        return visit.moved(f"/?open={story}#story-{story}")
    return visit.page("evidence.html", evidence=witnesses(visit.desk, story))


# ── what is done ──────────────────────────────────────────────────────────────────────────────────


def _then(deed: Deed) -> Answer:
    """Do it, then show the page that it was done on; without a word of it the first screen."""
    board = then_board(deed)

    def answer(visit: Visit) -> Response:
        pages = {"story": f"/stories/{visit.path['story']}", "aside": "/aside"}
        page = pages.get(visit.given("on"))
        if page is None:
            return board(visit)
        deed(visit)
        return visit.moved(page)

    return answer


def _take(visit: Visit) -> None:
    story, section, by = visit.path["story"], visit.given("section"), visit.who.name
    if section:
        taking.take(visit.desk, story, section, visit.number("position"), by=by)
    else:
        take_where_it_fits(visit.desk, story, by=by)


def _aside(how: How) -> Deed:
    def deed(visit: Visit) -> None:
        story, by = visit.path["story"], visit.who.name
        taking.set_story_aside(visit.desk, story, how, by=by, note=visit.given("reason"))

    return deed


def _back(visit: Visit) -> None:
    bring_back(visit.desk, visit.path["story"], by=visit.who.name)


def _merge(visit: Visit) -> None:
    into = visit.given("into")
    if not into:
        raise UsageError(visit.words.say("story.choose_story"))
    storylines.merge(visit.desk, visit.path["story"], into, by=visit.who.name)


def _split(visit: Visit) -> None:
    chosen = [str(one) for one in visit.form.getlist("article")]
    storylines.split(visit.desk, visit.path["story"], chosen, by=visit.who.name)


def _add(visit: Visit) -> Response:
    article_id = visit.path["article_id"]
    changed = taking.add_article(visit.desk, article_id, visit.given("section"), by=visit.who.name)
    return visit.moved(f"/items/{changed.item.id}" if changed.item else "/")


SCREEN = Screen(
    title="story.title",
    doors=(
        looks("/stories/{story}", _look),
        looks("/stories/{story}/evidence", _evidence),
        acts("/stories/{story}/take", _then(_take)),
        acts("/stories/{story}/park", _then(_aside(How.PARKED))),
        acts("/stories/{story}/drop", _then(_aside(How.DROPPED))),
        acts("/stories/{story}/back", _then(_back)),
        acts("/stories/{story}/merge", _then(_merge)),
        acts("/stories/{story}/split", _then(_split)),
        looks("/article/{article_id}", _read),
        acts("/article/{article_id}/add", _add),
    ),
)
