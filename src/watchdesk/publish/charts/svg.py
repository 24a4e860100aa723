"""A small writer of SVG that strangers' words cannot get out of.

Comes in: names of shapes and numbers in pixels. Goes out: well-formed SVG. Every colour is set
twice, as an attribute for wherever no style sheet reaches and as a class for where one does.
"""

import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from typing import Any

from watchdesk.model import LIGHT, Palette
from watchdesk.publish.charts.views import REGULAR, TEXT, Chart, Label, Table
from watchdesk.publish.safe import shown

WIDTH = 520
"""Pixels: near the measure of the text, so that its letters keep their size there."""

_FONT = "Desk Sans, Noto Sans, system-ui, sans-serif"


@dataclass(slots=True)
class Drawing:
    """An SVG in the making."""

    height: float
    title: str
    alt: str
    colours: Palette = LIGHT
    width: float = WIDTH
    root: ET.Element = field(init=False)
    labels: list[Label] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Open it, with its words for whoever does not see it, on painted ground."""
        size = {"width": number(self.width), "height": number(self.height)}
        self.root = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "class": "chart",
                "role": "img",
                "viewBox": f"0 0 {size['width']} {size['height']}",
                **size,
                "font-family": _FONT,
            },
        )
        ET.SubElement(self.root, "title").text = shown(self.title)
        ET.SubElement(self.root, "desc").text = shown(self.alt)
        self.box(0, 0, self.width, self.height, fill="paper")

    def box(self, x: float, y: float, width: float, height: float, *, fill: str) -> ET.Element:
        """A filled rectangle."""
        placed = {"x": x, "y": y, "width": width, "height": height}
        return self.add("rect", placed, fill=fill)

    def path(
        self,
        way: str,
        *,
        fill: str = "none",
        stroke: str = "none",
        width: float = 1.0,
        dashes: str = "",
    ) -> ET.Element:
        """A path of commands in pixels, with round joins."""
        made = self.add("path", {}, fill=fill, stroke=stroke)
        made.set("d", way)
        if stroke != "none":
            made.set("stroke-width", number(width))
            made.set("stroke-linejoin", "round")
        if dashes:
            made.set("stroke-dasharray", dashes)
        return made

    def line(self, x1: float, y1: float, x2: float, y2: float, *, stroke: str) -> ET.Element:
        """A hairline."""
        return self.path(way([(x1, y1), (x2, y2)]), stroke=stroke)

    def text(self, x: float, y: float, words: str, **style: Any) -> None:
        """Words at their base line, in the style of a `Label`; they lie over all shapes."""
        self.labels.append(Label(x=x, y=y, words=shown(words), **style))

    def add(
        self, name: str, numbers: dict[str, float], *, fill: str = "none", stroke: str = "none"
    ) -> ET.Element:
        """An element with its colours."""
        made = ET.SubElement(self.root, name, {key: number(n) for key, n in numbers.items()})
        made.set("fill", colour_of(self.colours, fill))
        if stroke != "none":
            made.set("stroke", colour_of(self.colours, stroke))
        kinds = {"fill": fill, "stroke": stroke}
        classes = [f"{kind}-{colour}" for kind, colour in kinds.items() if colour != "none"]
        if classes:
            made.set("class", " ".join(classes))
        return made

    def done(self, *, table: Table, caption: str) -> Chart:
        """The drawing: with its words as SVG, and without them for where they are set apart."""
        shapes = ET.tostring(self.root, encoding="unicode")
        for label in self.labels:
            self._write(label)
        return Chart(
            title=self.title,
            svg=ET.tostring(self.root, encoding="unicode"),
            shapes=shapes,
            labels=tuple(self.labels),
            table=table,
            caption=caption,
            alt=self.alt,
            width=round(self.width),
            height=round(self.height),
        )

    def _write(self, label: Label) -> None:
        placed = {"x": label.x, "y": label.y, "font-size": label.size}
        made = self.add("text", placed, fill=label.fill, stroke=label.halo)
        made.set("text-anchor", label.anchor)
        if label.weight != REGULAR:
            made.set("font-weight", str(label.weight))
        if label.halo != "none":
            made.set("stroke-width", "3")
            made.set("paint-order", "stroke")
        made.text = label.words


def colour_of(palette: Palette, name: str) -> str:
    """The colour called `name`, or "none"."""
    return name if name == "none" else str(getattr(palette, name))


def number(value: float) -> str:
    """A number as SVG takes it, to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")


def way(points: list[tuple[float, float]], *, closed: bool = False) -> str:
    """The path through these places."""
    told = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{told}{'Z' * closed}" if told else ""


def fitting(words: str, width: float, size: float = TEXT) -> str:
    """`words`, cut with an ellipsis where they would be wider than `width` pixels."""
    if wide(words, size) <= width:
        return words
    room = width - size
    kept = 0
    while kept < len(words) and wide(words[: kept + 1], size) <= room:
        kept += 1
    return words[:kept].rstrip() + "…"


def wide(words: str, size: float = TEXT) -> float:
    """About how wide words are set, in pixels: a little more than the sans takes."""
    return sum(0.32 if mark in " .,:;'|!iljftr()·" else 0.6 for mark in words) * size
