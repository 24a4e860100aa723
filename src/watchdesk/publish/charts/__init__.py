"""Numbers and places drawn as SVG, each with its table and a sentence of whose it is.

Comes in: a view of numbers or places that may be published. Goes out: a `Chart`. Nothing is read
but the land and borders that ship with the package, and nothing is averaged or left out.
"""

from watchdesk.publish.charts.drawing import draw
from watchdesk.publish.charts.earth import shapes
from watchdesk.publish.charts.svg import colour_of
from watchdesk.publish.charts.views import (
    Chart,
    Claimed,
    Ground,
    OverTime,
    Place,
    PlacesMap,
    SideBySide,
    Table,
    View,
    is_drawable,
)

__all__ = [
    "Chart",
    "Claimed",
    "Ground",
    "OverTime",
    "Place",
    "PlacesMap",
    "SideBySide",
    "Table",
    "View",
    "colour_of",
    "draw",
    "is_drawable",
    "shapes",
]
