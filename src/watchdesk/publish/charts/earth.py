"""Land and borders of the earth, out of the package, and shapes out of a desk's own GeoJSON.

Comes in: the file that `tools/make_earth.py` made, or a parsed GeoJSON object. Goes out: lines and
rings of (longitude, latitude) in degrees. Natural Earth draws lines as they are held; what ground
is whose is not said here, and a map tells whose lines it shows.
"""

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

Degrees = tuple[float, float]
MOST_POINTS = 200_000
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Shape:
    """A ring, line or point of a map; `named` is what it is called."""

    kind: str
    points: tuple[Degrees, ...]
    named: str = ""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north."""
        lons, lats = zip(*self.points, strict=True)
        return min(lons), min(lats), max(lons), max(lats)


@cache
def land() -> tuple[tuple[Shape, tuple[float, float, float, float]], ...]:
    """The coasts as rings with their boxes; a lake within land is a ring too."""
    packed = _packed()
    rings = (Shape("ring", _joined(packed, ring)) for ring in packed["land"])
    return tuple((ring, ring.box) for ring in rings)


@cache
def borders() -> tuple[tuple[Shape, tuple[float, float, float, float]], ...]:
    """The lines between two countries, with their boxes."""
    packed = _packed()
    lines = (Shape("line", _arc(packed, arc)) for arc in packed["borders"])
    return tuple((line, line.box) for line in lines)


@cache
def _packed() -> Mapping[str, Any]:
    body = files(__package__).joinpath("earth.json.gz").read_bytes()
    told: Mapping[str, Any] = json.loads(gzip.decompress(body))
    return told


def _joined(packed: Mapping[str, Any], ring: Sequence[int]) -> tuple[Degrees, ...]:
    points: list[Degrees] = []
    for arc in ring:
        told = _arc(packed, arc) if arc >= 0 else _arc(packed, ~arc)[::-1]
        points += told[1:] if points else told
    return _unrolled(points)


def _unrolled(points: Sequence[Degrees]) -> tuple[Degrees, ...]:
    """A ring over the 180th meridian without the leap of 360 degrees; one round a pole keeps it."""
    turns, laid = 0, [points[0]]
    for before, (x, y) in pairwise(points):
        turns += (before[0] - x > 180) - (before[0] - x < -180)
        laid.append((x + 360 * turns, y))
    return tuple(laid) if turns == 0 else tuple(points)


def _arc(packed: Mapping[str, Any], number: int) -> tuple[Degrees, ...]:
    steps, x, y, points = packed["arcs"][number], 0, 0, []
    (scale_x, scale_y), (from_x, from_y) = packed["scale"], packed["translate"]
    for at in range(0, len(steps), 2):
        x, y = x + steps[at], y + steps[at + 1]
        points.append((x * scale_x + from_x, y * scale_y + from_y))
    return tuple(points)


def shapes(layer: Mapping[str, Any]) -> tuple[Shape, ...]:
    """The shapes of a GeoJSON object; `ValueError` with a sentence where it is none."""
    found, points = [], 0
    for shape in _shapes(layer, "", 0):
        points += len(shape.points)
        if points > MOST_POINTS:
            raise ValueError(f"The map's layer has more than {MOST_POINTS} points.")
        found.append(shape)
    return tuple(found)


def _shapes(told: Any, named: str, depth: int) -> Iterator[Shape]:
    if not isinstance(told, Mapping) or depth > _DEEPEST:
        raise ValueError("The map's layer is not GeoJSON: an object is missing or too deep.")
    match told:
        case {"features": [*parts]} | {"geometries": [*parts]}:
            for part in parts:
                yield from _shapes(part, named, depth + 1)
        case {"type": "Feature", "geometry": geometry}:
            name = _name(told.get("properties"))
            yield from () if geometry is None else _shapes(geometry, name, depth + 1)
        case {"type": str(kind), "coordinates": [*coordinates]} if kind in _LISTS:
            for points in _LISTS[kind](coordinates):
                yield Shape(_KINDS[kind], _points(points), named)
        case _:
            raise ValueError(f"The map's layer is not GeoJSON: {str(told.get('type'))[:40]!r}.")


_KINDS = {
    "Point": "point",
    "MultiPoint": "point",
    "LineString": "line",
    "MultiLineString": "line",
    "Polygon": "ring",
    "MultiPolygon": "ring",
}
_LISTS: Mapping[str, Any] = {
    "Point": lambda told: [[told]],
    "MultiPoint": lambda told: [[one] for one in told],
    "LineString": lambda told: [told],
    "MultiLineString": lambda told: told,
    "Polygon": lambda told: told,
    "MultiPolygon": lambda told: [ring for polygon in told for ring in polygon],
}


def _name(properties: Any) -> str:
    name = properties.get("name") if isinstance(properties, Mapping) else None
    return name if isinstance(name, str) else ""


def _points(told: Any) -> tuple[Degrees, ...]:
    try:
        points = tuple((float(one[0]), float(one[1])) for one in told)
    except (TypeError, ValueError, IndexError, KeyError) as error:
        raise ValueError("The map's layer holds something that is no place.") from error
    if not points or not all(abs(y) <= 90 and abs(x) <= 360 for x, y in points):
        raise ValueError("The map's layer holds a place that is not on the earth.")
    return points
