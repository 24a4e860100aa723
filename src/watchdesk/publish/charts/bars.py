"""Rival numbers as bars of one colour from one zero, each under the words of who says so.

Comes in: the numbers with their bounds. Goes out: a drawing. What a bound leaves open is dashed:
"over" goes on to the right, "under" reaches at most there.
"""

import math

from watchdesk.model import Palette
from watchdesk.publish.charts.svg import WIDTH, Drawing, fitting, wide
from watchdesk.publish.charts.views import SEMIBOLD, SMALL, Chart, Claimed, SideBySide, Table
from watchdesk.publish.safe import isolated
from watchdesk.publish.tongue import Tongue

ROW, THICK = 50, 9
_SLIM = 27
"""Height of a row where nobody is named."""
_OPEN = 26
"""Pixels by which a bar goes on that has no end."""
_WIDEST = 230.0


def bars(view: SideBySide, tongue: Tongue, colours: Palette) -> Chart:
    """Numbers side by side."""
    alt = "; ".join(f"{one.printed}: {_source(one)}" for one in view.claims)
    row = ROW if view.named else _SLIM
    drawing = Drawing(len(view.claims) * row + 8, view.title, alt, colours)
    figures = min(max(wide(one.printed) for one in view.claims) + 18, _WIDEST)
    axis = 0.5 if view.named else figures
    ends = [end for one in view.claims for end in (one.low, one.high) if math.isfinite(end)]
    scale = (WIDTH - _OPEN - axis) / max(ends)
    for at, one in enumerate(view.claims):
        top = at * row + 4
        if view.named:
            _name(drawing, one, top + 16, figures)
        else:
            drawing.text(0, top + row / 2 + 4.5, fitting(one.printed, figures), weight=SEMIBOLD)
        _bar(drawing, one, (axis, top + (32 if view.named else row / 2)), scale)
    drawing.line(axis, 4, axis, len(view.claims) * row + 4, stroke="soft")
    head = (tongue.say("number"), tongue.say("says"), tongue.say("as_of"))
    rows = tuple((one.printed, one.says, one.as_of) for one in view.claims)
    return drawing.done(table=Table(head, rows), caption=view.counts)


def _source(one: Claimed) -> str:
    return ", ".join(part for part in (one.says, one.as_of) if part)


def _name(drawing: Drawing, one: Claimed, base: float, figures: float) -> None:
    """The number and who says so; a long name is cut, its date never."""
    drawing.text(9, base, fitting(one.printed, figures), weight=SEMIBOLD)
    dated = f", {one.as_of}" if one.as_of else ""
    room = WIDTH - figures - 12 - wide(dated, SMALL)
    says = isolated(fitting(one.says, room, SMALL))
    drawing.text(9 + figures, base, says + dated, fill="soft", size=SMALL)


def _bar(drawing: Drawing, one: Claimed, at: tuple[float, float], scale: float) -> None:
    """The bar from `at`, the axis and the bar's middle."""
    axis, middle = at
    sure = axis + one.low * scale
    if one.low > 0:
        drawing.box(axis, middle - THICK / 2, max(sure - axis, 1.5), THICK, fill="mark")
    if one.high > one.low:
        end = sure + _OPEN if math.isinf(one.high) else axis + one.high * scale
        told = f"M{sure:.1f} {middle:.1f}H{end:.1f}"
        drawing.path(told, stroke="mark", width=THICK, dashes="2 3")
