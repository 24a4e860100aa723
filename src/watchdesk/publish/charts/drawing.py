"""From a view to its drawing."""

from watchdesk.model import LIGHT, Palette
from watchdesk.publish.charts.bars import bars
from watchdesk.publish.charts.maps import maps
from watchdesk.publish.charts.steps import steps
from watchdesk.publish.charts.views import Chart, OverTime, PlacesMap, SideBySide, View
from watchdesk.publish.tongue import Tongue, tongue


def draw(view: View, words: Tongue | None = None, colours: Palette = LIGHT) -> Chart:
    """The drawing of a view, in the words of a language (English by default).

    `is_drawable` says beforehand whether there is anything to see. Raises `ValueError`, with a
    sentence, for a map whose own layer is not GeoJSON.
    """
    words = words or tongue("en")
    match view:
        case OverTime():
            return steps(view, words, colours)
        case SideBySide():
            return bars(view, words, colours)
        case PlacesMap():
            return maps(view, words, colours)
