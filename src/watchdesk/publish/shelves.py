"""The registers on the web: what their gate let out, and nothing else.

Comes in: a `Site` whose shelves hold `Cleared` entries. Goes out: a page for each register and each
entry, with the passages and archived pages that its developments rest on.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from watchdesk.model import Cleared, Development, Evidence, Precision, Stance
from watchdesk.publish.charts import Chart, draw, is_drawable
from watchdesk.publish.page import page
from watchdesk.publish.publication import File, path_name
from watchdesk.publish.safe import href
from watchdesk.publish.setting import grouped
from watchdesk.publish.site import Shelf, Site
from watchdesk.publish.tongue import Tongue
from watchdesk.publish.views import Words

_STANCES = {Stance.ALLEGES: "alleged", Stance.DENIES: "denied"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The archived page that a development rests on."""

    href: str | None
    title: str
    archived: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldView:
    """One development of an entry; `passages` are the words that it was taken from."""

    label: str
    day: str
    stance: str
    says: str
    passages: tuple[Words, ...]
    pages: tuple[PageView, ...]


def shelf_pages(site: Site, tongue: Tongue) -> Iterator[File]:
    """A page for each entry, one for each register, and one that lists these."""
    names = tongue.names("register_names")
    day = tongue.date(site.as_of)
    for shelf in site.shelves:
        values = {"shelf": shelf, "name": names[shelf.name], "day": day}
        for dossier in shelf.dossiers:
            told = tuple(_told(dossier.cleared, shelf, tongue))
            path = f"registers/{shelf.name}/{path_name(dossier.cleared.entry.id)}/index.html"
            own: dict[str, object] = {"dossier": dossier, "told": told}
            own["description"] = dossier.line
            yield page(site, tongue, "dossier.html", path, **values | own)
        path = f"registers/{shelf.name}/index.html"
        yield page(site, tongue, "shelf.html", path, chart=_chart(shelf, site, tongue), **values)
    yield page(site, tongue, "shelves.html", "registers/index.html", names=names, day=day)


def _chart(shelf: Shelf, site: Site, tongue: Tongue) -> Chart | None:
    if shelf.view is None or not is_drawable(shelf.view):
        return None
    return draw(shelf.view, tongue, site.theme.light)


def _told(cleared: Cleared, shelf: Shelf, tongue: Tongue) -> Iterator[ToldView]:
    for one in cleared.entry.developments:
        if one.kind in shelf.labels:
            yield ToldView(
                label=shelf.labels[one.kind],
                day=_day(one, tongue),
                stance=tongue.say(_STANCES[one.stance]) if one.stance in _STANCES else "",
                says=tongue.say("says_so", name=one.says) if one.says else "",
                passages=tuple(_passages(one, tongue)),
                pages=tuple(_pages(cleared, one, tongue)),
            )


def _day(one: Development, tongue: Tongue) -> str:
    day = tongue.date(one.held_from)
    return tongue.say("by_then", day=day) if one.precision is Precision.BEFORE else day


def _passages(one: Development, tongue: Tongue) -> Iterator[Words]:
    for quote in dict.fromkeys(each.quote for each in one.evidence if each.quote):
        yield Words(quote, tongue.language)


def _pages(cleared: Cleared, one: Development, tongue: Tongue) -> Iterator[PageView]:
    for article_id in dict.fromkeys(_articles(one.evidence)):
        found = cleared.pages.get(article_id)
        if found is not None:
            yield PageView(
                href=href(found.url),
                title=found.title or found.url,
                archived=tongue.say("archived_on", moment=tongue.second(found.captured_at)),
                digest=grouped(found.digest)[:19],
            )


def _articles(evidence: tuple[Evidence, ...]) -> Iterator[str]:
    yield from (each.article_id for each in evidence if each.article_id)
