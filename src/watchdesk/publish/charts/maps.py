"""Sites and events on a map, each with a number that the table beside it explains.

Comes in: places that may be published, in degrees. Goes out: a drawing in the equirectangular
projection whose middle latitude is true, with a bar for the scale. Whose borders are shown stands
in the caption.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchdesk.model import Palette
from watchdesk.publish.charts.clip import lines_within, ring_within
from watchdesk.publish.charts.earth import Degrees, Shape, borders, land, shapes
from watchdesk.publish.charts.labels import names, pins, towns
from watchdesk.publish.charts.svg import WIDTH, Drawing, number, way
from watchdesk.publish.charts.views import SMALL, Chart, Ground, Place, PlacesMap, Table
from watchdesk.publish.tongue import Tongue

HEIGHT = 340
_LEAST = 3.2
"""Degrees of latitude that a map shows at least: whoever looks has to see where it is."""
_AIR = 1.45
_KM = 111.32
"""Kilometres of a degree of latitude."""


def maps(view: PlacesMap, tongue: Tongue, colours: Palette) -> Chart:
    """Places on a map."""
    alt = _alt(view, tongue)
    drawing = Drawing(HEIGHT, view.title, alt, colours)
    layer = shapes(view.ground.layer) if view.ground.layer else ()
    frame = _frame(view.places, layer if view.ground.land == "none" else ())
    _draw_ground(drawing, frame, view.ground)
    _draw_layer(drawing, frame, layer, filled=view.ground.land == "none")
    at = [frame.pixels((place.lon, place.lat)) for place in view.places]
    pins(drawing, at, [place.kind for place in view.places])
    taken = names(drawing, at, [place.name for place in view.places])
    towns(drawing, _towns(frame, layer), taken)
    _scale(drawing, frame, tongue)
    drawing.path(f"M.5 .5H{WIDTH - 0.5}V{HEIGHT - 0.5}H.5Z", stroke="line")
    return drawing.done(
        table=_table(view, tongue),
        caption=" ".join(_whose(view.ground, tongue)),
    )


def _alt(view: PlacesMap, tongue: Tongue) -> str:
    return tongue.say("map_alt", places=tongue.listing([place.name for place in view.places]))


def _table(view: PlacesMap, tongue: Tongue) -> Table:
    head = (tongue.say("map_number"), tongue.say("map_place"), tongue.say("map_what"))
    rows = enumerate(view.places, 1)
    return Table(head, tuple((tongue.number(at), one.name, one.says) for at, one in rows))


def _whose(ground: Ground, tongue: Tongue) -> Iterator[str]:
    if ground.land != "none":
        yield tongue.say("map_borders" if ground.land == "borders" else "map_land")
    if ground.layer:
        by = ground.layer_by
        alone = "sentence" if ground.land == "none" else "map_layer_by"
        yield tongue.say(alone, by=by, what=by) if by else tongue.say("map_layer")


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of the earth that is shown: its middle, and pixels to a degree of latitude."""

    lon: float
    lat: float
    scale: float

    @property
    def narrow(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, in the middle."""
        return max(math.cos(math.radians(self.lat)), 0.05)

    def pixels(self, place: Degrees) -> tuple[float, float]:
        """Where a place lies, on the way round the earth that is shorter from the middle."""
        away = (place[0] - self.lon + 180) % 360 - 180
        return self._pixels(away, place[1])

    def _pixels(self, away: float, lat: float) -> tuple[float, float]:
        x = WIDTH / 2 + away * self.narrow * self.scale
        return x, HEIGHT / 2 - (lat - self.lat) * self.scale

    def laid(
        self, shape: Shape, box: tuple[float, float, float, float]
    ) -> Iterator[list[tuple[float, float]]]:
        """A shape in pixels, once for each turn of the earth at which it is in the frame."""
        high = HEIGHT / 2 / self.scale
        across = WIDTH / 2 / self.scale / self.narrow
        west, south, east, north = box
        if north < self.lat - high or south > self.lat + high:
            return
        for turn in (-360, 0, 360):
            if west + turn <= self.lon + across and east + turn >= self.lon - across:
                yield [self._pixels(x + turn - self.lon, y) for x, y in shape.points]


def _frame(places: Sequence[Place], layer: Sequence[Shape]) -> _Frame:
    """The frame that holds all places, and a desk's own ground, with air around them."""
    told = [(place.lon, place.lat) for place in places]
    told += [point for shape in layer for point in shape.points]
    west, across = _narrowest([lon for lon, _ in told])
    lats = [lat for _, lat in told]
    lat = (min(lats) + max(lats)) / 2
    high = max((max(lats) - min(lats)) * _AIR, _LEAST)
    narrow = max(math.cos(math.radians(lat)), 0.05)
    scale = min(HEIGHT / high, WIDTH / max(across * _AIR * narrow, 0.01))
    return _Frame(west + across / 2, lat, scale)


def _narrowest(lons: Sequence[float]) -> tuple[float, float]:
    """The western end and the width of the narrowest stretch that holds all longitudes."""
    row = sorted({lon % 360 for lon in lons})
    gaps = [(row[at] - row[at - 1]) % 360 or 360 for at in range(len(row))]
    widest = max(range(len(row)), key=gaps.__getitem__)
    return row[widest], 360 - gaps[widest]


def _draw_ground(drawing: Drawing, frame: _Frame, ground: Ground) -> None:
    if ground.land == "none":
        return
    told = ""
    for shape, box in land():
        for ring in frame.laid(shape, box):
            told += way(ring_within(ring, WIDTH, HEIGHT), closed=True)
    made = drawing.path(told, fill="tint", stroke="line")
    made.set("fill-rule", "evenodd")
    if ground.land == "borders":
        told = "".join(
            way(part)
            for shape, box in borders()
            for line in frame.laid(shape, box)
            for part in lines_within(line, WIDTH, HEIGHT)
        )
        drawing.path(told, stroke="soft", width=0.8, dashes="5 2 1 2")


def _draw_layer(drawing: Drawing, frame: _Frame, layer: Sequence[Shape], *, filled: bool) -> None:
    for shape in layer:
        for laid in frame.laid(shape, shape.box):
            if shape.kind == "ring":
                told = way(ring_within(laid, WIDTH, HEIGHT), closed=True)
                drawing.path(told, fill="tint" if filled else "none", stroke="soft", width=0.8)
            elif shape.kind == "line":
                told = "".join(way(part) for part in lines_within(laid, WIDTH, HEIGHT))
                drawing.path(told, stroke="soft", width=0.8)


def _towns(frame: _Frame, layer: Sequence[Shape]) -> Iterator[tuple[float, float, str]]:
    for shape in layer:
        x, y = frame.pixels(shape.points[0])
        if shape.kind == "point" and 0 <= x <= WIDTH and 0 <= y <= HEIGHT:
            yield x, y, shape.named


def _scale(drawing: Drawing, frame: _Frame, tongue: Tongue) -> None:
    """A bar of a round number of kilometres, true in the middle of the map."""
    per_pixel = _KM / frame.scale
    longest = 110 * per_pixel
    unit = 10 ** math.floor(math.log10(longest))
    length = next(unit * times for times in (5, 2, 1) if unit * times <= longest)
    x, y, wide = 14, HEIGHT - 14, length / per_pixel
    drawing.path(f"M{x} {y - 5}V{y}H{number(x + wide)}V{y - 5}", stroke="soft", width=1.2)
    words = tongue.say("map_scale", n=tongue.number(length) if length >= 1 else f"{length:g}")
    drawing.text(x + wide + 7, y, words, fill="soft", size=SMALL)
