"""The archive, searched; and an address nominated into the issue, by paste or bookmarklet.

Fetching and archiving is done in `pipeline.intake`.
"""

from collections.abc import Iterator

from starlette.responses import Response

from watchdesk.desk.screen import Screen, acts, looks
from watchdesk.desk.visit import Visit
from watchdesk.pipeline import find, intake, taking
from watchdesk.store.search import Question

MOST = 50
LIT, UNLIT = "\x02", "\x03"


def _look(visit: Visit) -> Response:
    asked = visit.query.get("q", "").strip()
    source = visit.query.get("source", "")
    question = Question(words=asked, source_id=source or None, limit=MOST)
    return visit.page(
        "search.html",
        asked=asked,
        source=source,
        hits=[(hit, list(_lit(hit.snippet))) for hit in find(visit.desk, question)]
        if asked
        else [],
        outlets=sorted(visit.desk.outlets.items(), key=lambda pair: pair[1].casefold()),
        sections=visit.desk.config.sections,
        nominated=visit.query.get("nominate", ""),
        waits=visit.query.get("waits", ""),
    )


def _lit(snippet: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a snippet, and whether each is what was looked for."""
    for number, piece in enumerate(snippet.split(LIT)):
        lit, _, rest = piece.rpartition(UNLIT) if number else ("", "", piece)
        yield from ((words, on) for words, on in ((lit, True), (rest, False)) if words)


def _nominate(visit: Visit) -> Response:
    url, section = visit.given("url"), visit.given("section")
    received = intake.nominate(visit.desk, url, by=visit.who.name)
    if received is None:
        return visit.moved("/search?waits=1")
    if received.article is None:
        return visit.refused(visit.words.say("search.no_words"))
    if not section:
        return visit.moved(f"/article/{received.article.id}")
    changed = taking.add_article(
        visit.desk, received.article.id, section, by=visit.who.name, outlet=intake.name_of(url)
    )
    return visit.moved(f"/items/{changed.item.id}" if changed.item else "/")


SCREEN = Screen(
    title="search.title",
    menu="/search",
    doors=(looks("/search", _look), acts("/search/nominate", _nominate)),
)
