"""A story whole: who tells it, who copies whom, what is said and counted in it, merge and split.

What is decided here is decided in `pipeline.taking` and `pipeline.storylines`.
"""

from starlette.responses import Response

from watchdesk.desk.screen import Screen, acts, looks
from watchdesk.desk.visit import Visit
from watchdesk.model import Span, UsageError
from watchdesk.pipeline import storylines, taking
from watchdesk.pipeline.telling import reading, story_page
from watchdesk.store.standing import How


def _look(visit: Visit) -> Response:
    story = story_page(visit.desk, visit.path["story_id"])
    return visit.page("story.html", story=story, sections=visit.desk.config.sections)


def _read(visit: Visit) -> Response:
    told = reading(visit.desk, visit.path["article_id"], _span(visit))
    return visit.page("article.html", told=told, sections=visit.desk.config.sections)


def _span(visit: Visit) -> Span | None:
    start, end = visit.query.get("from", ""), visit.query.get("to", "")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        return None
    return Span(int(start), int(end))


def _merge(visit: Visit) -> Response:
    mine, into = visit.path["story_id"], visit.given("into")
    if not into:
        raise UsageError(visit.words.say("story.choose_story"))
    storylines.merge(visit.desk, mine, into, by=visit.who.name)
    return visit.moved(f"/story/{into}")


def _split(visit: Visit) -> Response:
    chosen = [str(one) for one in visit.form.getlist("article")]
    storylines.split(visit.desk, visit.path["story_id"], chosen, by=visit.who.name)
    return visit.moved(f"/story/{visit.path['story_id']}")


def _take(visit: Visit) -> Response:
    taking.take(visit.desk, visit.path["story_id"], visit.given("section"), by=visit.who.name)
    return visit.moved(f"/story/{visit.path['story_id']}")


def _aside(visit: Visit) -> Response:
    how = How.DROPPED if visit.given("how") == How.DROPPED.value else How.PARKED
    story_id, reason = visit.path["story_id"], visit.given("reason")
    if how is How.DROPPED and not reason:
        raise UsageError(visit.words.say("story.needs_reason"))
    taking.set_story_aside(visit.desk, story_id, how, by=visit.who.name, note=reason)
    return visit.moved("/")


def _add(visit: Visit) -> Response:
    article_id = visit.path["article_id"]
    changed = taking.add_article(visit.desk, article_id, visit.given("section"), by=visit.who.name)
    return visit.moved(f"/items/{changed.item.id}" if changed.item else "/")


SCREEN = Screen(
    title="story.title",
    doors=(
        looks("/story/{story_id}", _look),
        acts("/story/{story_id}/merge", _merge),
        acts("/story/{story_id}/split", _split),
        acts("/story/{story_id}/take", _take),
        acts("/story/{story_id}/aside", _aside),
        looks("/article/{article_id}", _read),
        acts("/article/{article_id}/add", _add),
    ),
)
