"""Typst at work: a shipped template and values become a PDF, a drawing becomes a PNG.

Comes in: the name of a template, and values that it sets. Goes out: bytes, the same for the same
values. Values go in as JSON, so that no word of theirs is ever read as markup; only the shipped
fonts are used, so that it looks the same on every machine. Typst is loaded at first use.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from watchdesk.model import LIGHT, Palette
from watchdesk.publish.charts import Chart, colour_of
from watchdesk.publish.safe import shown

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""Stands for a letter of a script that no shipped font has."""

MARGIN = 10
"""Pixels of painted ground around a drawing in a PNG."""

_FINE = 192
"""Pixels of a PNG to an inch: two for each pixel of its drawing, as fine as screens of today."""


class TypesettingError(ValueError):
    """What could not be set, as a sentence."""


def pdf(template: str, values: Mapping[str, object], *, dated: datetime) -> bytes:
    """The PDF/UA-1 file of a template; `TypesettingError` where Typst refuses it."""
    second = dated.replace(microsecond=0)  # as fine as a PDF tells the time
    made = _compiled(template, values, format="pdf", pdf_standards=["ua-1"], timestamp=second)
    return made if isinstance(made, bytes) else made[0]


def png(chart: Chart, palette: Palette = LIGHT) -> bytes:
    """A drawing as PNG on painted ground with a margin, twice as fine as its pixels."""
    values = {"chart": drawing_of(chart, palette), "margin": MARGIN, "ground": palette.paper}
    made = _compiled("drawing.typ", values, format="png", ppi=_FINE)
    return made if isinstance(made, bytes) else made[0]


def drawing_of(chart: Chart, palette: Palette = LIGHT) -> dict[str, object]:
    """A drawing as the templates take it: shapes, and words to be set with their colours."""
    return {
        "width": chart.width,
        "height": chart.height,
        "shapes": chart.shapes,
        "alt": chart.alt,
        "labels": [
            {
                "x": label.x,
                "y": label.y,
                "words": label.words,
                "size": label.size,
                "anchor": label.anchor,
                "weight": label.weight,
                "fill": colour_of(palette, label.fill),
                **({"halo": colour_of(palette, label.halo)} if label.halo != "none" else {}),
            }
            for label in chart.labels
        ],
    }


def settable(text: str) -> str:
    """`text` as the shipped fonts can set it: letters they lack become `UNKNOWN`."""
    fit = shown(text)
    return fit if fit.isascii() else fit.translate(_unknown(fit))


def lacking(text: str) -> int:
    """How many letters of `text` no shipped font has."""
    return sum(1 for mark in shown(text) if not _has(mark))


def _unknown(text: str) -> dict[int, str]:
    return {ord(mark): UNKNOWN for mark in set(text) if not _has(mark)}


_CONTROLS = frozenset("\n\t\u00ad\u200b-\u200f\u202a\u2060\u2066\u2067\u2068\u2069\ufeff")


def _has(mark: str) -> bool:
    return mark in _CONTROLS or ord(mark) in _letters()


@cache
def _letters() -> frozenset[int]:
    """What every voice has letters for."""
    told = files(__package__).joinpath("print", "fonts", "letters.txt").read_text("utf-8")
    return frozenset.intersection(*(_points(line.split(" ")[1]) for line in told.splitlines()))


def _points(ranges: str) -> frozenset[int]:
    points: set[int] = set()
    for part in ranges.split(","):
        first, _, last = part.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)


def _fit(value: Any) -> Any:
    """The value with every text in it settable: one letter that no font has would stop the file."""
    match value:
        case str():
            return settable(value)
        case Mapping():
            return {key: _fit(each) for key, each in value.items()}
        case list() | tuple():
            return [_fit(each) for each in value]
        case _:
            return value


def _compiled(template: str, values: Mapping[str, object], **options: Any) -> bytes | list[bytes]:
    import typst  # noqa: PLC0415 - a large library, for whoever prints

    here = str(files(__package__).joinpath("print"))
    try:
        made = typst.compile(
            f"{here}/{template}",
            root=here,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"values": json.dumps(_fit(values), ensure_ascii=False)},
            **options,
        )
    except typst.TypstError as error:
        raise TypesettingError(_sentence(error)) from error
    told: bytes | list[bytes] = made
    return told


@cache
def _fonts() -> Any:
    import typst  # noqa: PLC0415

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(files(__package__).joinpath("print", "fonts"))],
    )


def _sentence(error: Any) -> str:
    told = " ".join((error.message, *error.hints)).strip()
    return f"It could not be typeset: {told}"
