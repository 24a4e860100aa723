"""Rival numbers as bars of one colour from one zero, each under the words of who says so.

Comes in: the numbers with their bounds. Goes out: a drawing. What a bound leaves open is dashed:
"over" goes on to the right, "under" reaches at most there.
"""

import math

from watchdesk.publish.charts.svg import WIDTH, Colours, Drawing, fitting, wide
from watchdesk.publish.charts.views import SEMIBOLD, SMALL, Chart, Claimed, SideBySide, Table
from watchdesk.publish.safe import isolated
from watchdesk.publish.tongue import Tongue

ROW, THICK = 50, 9
_OPEN = 26
"""Pixels by which a bar goes on that has no end."""


_WIDEST = 230.0


def bars(view: SideBySide, tongue: Tongue, colours: Colours) -> Chart:
    """Numbers side by side."""
    alt = "; ".join(f"{one.printed}: {_source(one)}" for one in view.claims)
    drawing = Drawing(len(view.claims) * ROW + 8, view.title, alt, colours)
    ends = [end for one in view.claims for end in (one.low, one.high) if math.isfinite(end)]
    scale = (WIDTH - _OPEN) / max(ends)
    figures = min(max(wide(one.printed) for one in view.claims) + 18, _WIDEST)
    for at, one in enumerate(view.claims):
        _bar(drawing, one, at * ROW, (scale, figures))
    drawing.line(0.5, 4, 0.5, len(view.claims) * ROW + 4, stroke="soft")
    head = (tongue.say("number"), tongue.say("says"), tongue.say("as_of"))
    return drawing.done(
        table=Table(head, tuple((one.printed, one.says, one.as_of) for one in view.claims)),
        caption=view.counts,
    )


def _source(one: Claimed) -> str:
    return ", ".join(part for part in (one.says, one.as_of) if part)


def _bar(drawing: Drawing, one: Claimed, top: float, laid: tuple[float, float]) -> None:
    """The number, who says so, and under them the bar; `laid` are scale and width of numbers."""
    base = top + 20
    scale, figures = laid
    drawing.text(9, base, fitting(one.printed, figures), weight=SEMIBOLD)
    dated = f", {one.as_of}" if one.as_of else ""
    room = WIDTH - figures - 12 - wide(dated, SMALL)
    says = isolated(fitting(one.says, room, SMALL))
    drawing.text(9 + figures, base, says + dated, fill="soft", size=SMALL)
    middle = top + 32 + THICK / 2
    sure = one.low * scale
    if sure > 0:
        drawing.box(0, middle - THICK / 2, max(sure, 1.5), THICK, fill="mark")
    if one.high > one.low:
        end = sure + _OPEN if math.isinf(one.high) else one.high * scale
        drawing.path(
            f"M{sure:.1f} {middle:.1f}H{end:.1f}", stroke="mark", width=THICK, dashes="2 3"
        )
