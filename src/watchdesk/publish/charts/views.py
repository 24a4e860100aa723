"""What can be drawn, and what a drawing is.

Comes in: numbers and places that may be published; whoever makes these values has asked the gate.
Goes out: nothing; these are values.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class OverTime:
    """A count that holds from a day until the next one: who was held, day by day or by month.

    `counts` names what is counted; `points` are in order of their days. `monthly` points are told
    by their month.
    """

    title: str
    counts: str
    points: tuple[tuple[date, int], ...]
    monthly: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A number as printed, who says so and as of when; `low` and `high` bound it.

    An open bound is infinite ("over 100": low 100, high infinite; "under 100": low 0, high 100).
    """

    printed: str
    says: str
    as_of: str
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Rival numbers for one thing; none is larger set than the other, and none is averaged.

    `named` ones tell who says so in the drawing; else the numbers alone stand beside their bars,
    for where a table with the names stands right under it.
    """

    title: str
    counts: str
    claims: tuple[Claimed, ...]
    named: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place on a map, in degrees: a site or an event, what is said of it, and since when."""

    name: str
    lon: float
    lat: float
    kind: Literal["site", "event"] = "site"
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What lies under the places of a map.

    `land` is "borders" (Natural Earth's land and borders), "land" (without borders) or "none".
    `layer` is a desk's own GeoJSON, laid over it; `layer_by` says whose lines those are.
    """

    land: Literal["borders", "land", "none"] = "borders"
    layer: Mapping[str, object] = field(default_factory=dict)
    layer_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesMap:
    """Sites and events on a map."""

    title: str
    places: tuple[Place, ...]
    ground: Ground = field(default_factory=Ground)


View = OverTime | SideBySide | PlacesMap
"""The kinds of drawing."""


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a drawing, to stand beside it: column names, and rows in reading order."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


REGULAR, SEMIBOLD = 400, 600
SMALL, TEXT = 12.0, 13.5
"""Pixels: the two sizes of words in a drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words in a drawing, from their base line's `anchor` on; `fill` and `halo` name colours."""

    x: float
    y: float
    words: str
    fill: str = "ink"
    halo: str = "none"
    size: float = TEXT
    anchor: Literal["start", "middle", "end"] = "start"
    weight: int = REGULAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing: an SVG, its numbers, the sentence that stands under it, and its words alone.

    `svg` carries colours of the light scheme and classes by which a style sheet can set others;
    `shapes` is the same without words, which are `labels` for whoever sets them. `alt` says what
    it shows to whoever does not see it; `width` and `height` are in pixels.
    """

    title: str
    svg: str
    shapes: str
    labels: tuple[Label, ...]
    table: Table
    caption: str
    alt: str
    width: int
    height: int


def is_drawable(view: View) -> bool:
    """Whether there is anything to see: two points, two numbers above nothing, or one place."""
    match view:
        case OverTime(points=points):
            return len(points) > 1 and any(count for _, count in points)
        case SideBySide(claims=claims):
            return len(claims) > 1 and _can_stand_side_by_side(claims)
        case PlacesMap(places=places):
            return bool(places)


def _can_stand_side_by_side(claims: Sequence[Claimed]) -> bool:
    numbers = [end for one in claims for end in (one.low, one.high) if math.isfinite(end)]
    return all(one.low >= 0 and not math.isnan(one.high) for one in claims) and any(numbers)
