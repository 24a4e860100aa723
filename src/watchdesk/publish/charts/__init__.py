"""Numbers and places drawn as SVG, each with its table and a sentence of whose it is.

Comes in: a view of numbers or places that may be published. Goes out: a `Chart`. Nothing is read
but the land and borders that ship with the package, and nothing is averaged or left out.
"""

from watchdesk.publish.charts.drawing import draw
from watchdesk.publish.charts.earth import shapes
from watchdesk.publish.charts.svg import HOUSE, Colours
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
    "HOUSE",
    "Chart",
    "Claimed",
    "Colours",
    "Ground",
    "OverTime",
    "Place",
    "PlacesMap",
    "SideBySide",
    "Table",
    "View",
    "draw",
    "is_drawable",
    "shapes",
]
