"""What of an issue is drawn: rival numbers, and what the entries of a section have in common.

Comes in: an item or a section, and the publication, which holds the places and counts that the
gate of the registers let pass on the day of publication. Goes out: a chart, or None where there is
nothing to see or the drawing cannot be made.
"""

import math
from collections.abc import Iterator
from datetime import date
from typing import Literal

from watchdesk.model import Bound, Dossier, Item, Rival, RivalFigures, Section
from watchdesk.publish.charts import (
    Chart,
    Claimed,
    OverTime,
    Place,
    PlacesMap,
    SideBySide,
    View,
    draw,
    is_drawable,
)
from watchdesk.publish.publication import Publication
from watchdesk.publish.tongue import Tongue


def as_printed(rival: Rival, tongue: Tongue) -> str:
    """The number with its bound in words, where it was printed without."""
    bare = rival.printed[:1].isdigit() and rival.bound is not None
    return tongue.say(rival.bound, n=rival.printed) if bare and rival.bound else rival.printed


def item_chart(item: Item, *, publication: Publication, tongue: Tongue) -> Chart | None:
    """The rival numbers of an item, side by side."""
    detail = item.detail
    if not isinstance(detail, RivalFigures):
        return None
    claims = tuple(_claimed(rival, tongue) for rival in detail.rivals)
    view = SideBySide(title=item.headline.text, counts="", claims=claims, named=False)
    return _drawn(view, publication, tongue)


def section_chart(section: Section, *, publication: Publication, tongue: Tongue) -> Chart | None:
    """A map of the section's entries, else how many were held, where it tells of cases."""
    dossiers = [item for item in section.items if isinstance(item.detail, Dossier)]
    places = tuple(place for item in dossiers for place in _places(item, publication))
    if places:
        chart = PlacesMap(title=section.title, places=places, ground=publication.ground)
        return _drawn(chart, publication, tongue)
    if publication.held and any(_is_case(item) for item in dossiers):
        return _drawn(held_view(publication.held, tongue), publication, tongue)
    return None


def held_view(points: tuple[tuple[date, int], ...], tongue: Tongue) -> OverTime:
    """Who was held, month by month."""
    title, counts = tongue.say("held_title"), tongue.say("held_count")
    return OverTime(title=title, counts=counts, points=points, monthly=True)


def _is_case(item: Item) -> bool:
    return isinstance(item.detail, Dossier) and item.detail.register == "case"


def _places(item: Item, publication: Publication) -> Iterator[Place]:
    detail = item.detail
    if isinstance(detail, Dossier) and detail.entry in publication.places:
        lon, lat = publication.places[detail.entry]
        kind: Literal["event", "site"] = "event" if detail.register == "event" else "site"
        says = detail.previously
        yield Place(name=item.headline.text, lon=lon, lat=lat, kind=kind, says=says)


def _claimed(rival: Rival, tongue: Tongue) -> Claimed:
    return Claimed(
        printed=as_printed(rival, tongue),
        says=rival.says,
        as_of=tongue.date(rival.as_of) if rival.as_of else "",
        low=0 if rival.bound is Bound.UNDER else rival.value,
        high=math.inf if rival.bound is Bound.OVER else rival.value,
    )


def _drawn(view: View, publication: Publication, tongue: Tongue) -> Chart | None:
    return draw(view, tongue, publication.theme.light) if is_drawable(view) else None
