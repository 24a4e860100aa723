"""The chart beside a benchmark's table: ratios as bars, with the bound that they keep to.

Comes in: a name and the ratios that were printed. Goes out: benchmarks/charts/NAME.svg, drawn with
the product's own pen, so that a reader sees growth at a glance and a change of it in the history.
"""

from collections.abc import Mapping
from pathlib import Path

from watchdesk.publish.charts.svg import WIDTH, Drawing, fitting
from watchdesk.publish.charts.views import Table

CHARTS = Path(__file__).parent / "charts"
_ROW, _THICK, _NAMES, _FIGURES, _HEAD = 26, 11, 190, 60, 30


def drawn(
    name: str, title: str, ratios: Mapping[str, float], *, bound: float | None = None
) -> None:
    """Draw ratios in their order; a dashed line stands at `bound`, where there is one."""
    told = "; ".join(f"{what} {ratio:.2f}" for what, ratio in ratios.items())
    height = _HEAD + len(ratios) * _ROW + 8
    drawing = Drawing(height, title, told)
    drawing.text(0, 16, fitting(title, WIDTH), weight=600)
    scale = (WIDTH - _NAMES - _FIGURES) / max((*ratios.values(), bound or 0.0, 1.0))
    for number, (what, ratio) in enumerate(ratios.items()):
        middle = _HEAD + (number + 0.5) * _ROW
        drawing.text(0, middle + 4.5, fitting(what, _NAMES - 10))
        drawing.box(_NAMES, middle - _THICK / 2, max(1.0, ratio * scale), _THICK, fill="mark")
        drawing.text(_NAMES + ratio * scale + 6, middle + 4.5, f"{ratio:.2f}")
    drawing.line(_NAMES, _HEAD, _NAMES, height - 8, stroke="soft")
    if bound is not None:
        at = _NAMES + bound * scale
        drawing.path(f"M{at:.1f} {_HEAD}V{height - 8}", stroke="warn", dashes="4 3")
    rows = tuple((what, f"{ratio:.2f}") for what, ratio in ratios.items())
    chart = drawing.done(table=Table(("what", "ratio"), rows), caption="")
    CHARTS.mkdir(exist_ok=True)
    (CHARTS / f"{name}.svg").write_text(chart.svg + "\n", encoding="utf-8")
