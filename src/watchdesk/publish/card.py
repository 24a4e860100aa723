"""The picture that stands for a page where somebody passes on its address.

Comes in: the desk's title, a line and a headline. Goes out: a PNG of 1200 by 630 pixels in the
house's colours and the shipped fonts; the same for the same words. Marks that no shipped font has
are left out.
"""

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from PIL import Image, ImageDraw, ImageFont

from watchdesk.model import Theme
from watchdesk.publish.safe import shown
from watchdesk.publish.setting import packaged

SIZE = (1200, 630)
_EDGE = 72
_LINES = 4
_LONGEST = 220
_SCRIPTS = frozenset({"armenian", "georgian", "cyrillic", "arabic"})
_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class _Face:
    """A shipped face at a size, in a colour."""

    name: str
    size: int
    colour: str


def card(title: str, line: str, headline: str, *, theme: Theme) -> bytes:
    """The picture as PNG."""
    colours = theme.light
    picture = Image.new("RGB", SIZE, colours.paper)
    draw = ImageDraw.Draw(picture)
    large = _Face("serif-bold", 58, colours.ink)
    _set(draw, (_EDGE, 64), title, _Face("serif-bold", 46, colours.ink))
    _set(draw, (_EDGE, 132), line, _Face("sans-regular", 27, colours.soft))
    for top in (190, 195):
        draw.line((_EDGE, top, SIZE[0] - _EDGE, top), fill=colours.ink, width=2)
    for number, row in enumerate(_rows(headline, large)):
        _set(draw, (_EDGE, 240 + number * 76), row, large)
    draw.line((_EDGE, 576, _EDGE + 120, 576), fill=colours.mark, width=6)
    target = io.BytesIO()
    picture.save(target, "PNG", optimize=True)
    return target.getvalue()


def _rows(text: str, face: _Face) -> list[str]:
    """At most four rows that fit, the last with an ellipsis where more would follow."""
    rows: list[str] = [""]
    for word in _plain(text)[:_LONGEST].split():
        longer = f"{rows[-1]} {word}".strip()
        if _width(longer, face) <= SIZE[0] - 2 * _EDGE or not rows[-1]:
            rows[-1] = longer
        elif len(rows) == _LINES:
            rows[-1] += " …"
            break
        else:
            rows.append(word)
    return rows


def _set(draw: ImageDraw.ImageDraw, at: tuple[int, int], text: str, face: _Face) -> None:
    """One row; a row that is mostly written from the right begins at the right edge."""
    runs = list(_runs(_plain(text)))
    left = float(at[0])
    if _from_the_right(text):
        runs.reverse()
        left = SIZE[0] - _EDGE - _width(text, face)
    for script, run in runs:
        font = _font(face.name, script, face.size)
        draw.text((left, at[1] + face.size), run, font=font, fill=face.colour, anchor="ls")
        left += font.getlength(run)


def _width(text: str, face: _Face) -> float:
    runs = _runs(_plain(text))
    return sum(_font(face.name, script, face.size).getlength(run) for script, run in runs)


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """The text in pieces of one script; what combines stays with what it stands on."""
    scripts: list[str] = []
    for mark in text:
        inherits = bool(scripts) and unicodedata.combining(mark)
        scripts.append(scripts[-1] if inherits else _script(mark))
    for script, run in groupby(zip(scripts, text, strict=True), key=lambda pair: pair[0]):
        yield script, "".join(mark for _, mark in run)


def _script(mark: str) -> str:
    name = unicodedata.name(mark, "").partition(" ")[0].lower()
    return name if name in _SCRIPTS else "latin"


def _from_the_right(text: str) -> bool:
    turned = sum(unicodedata.bidirectional(mark) in {"R", "AL"} for mark in text)
    return turned * 2 > sum(mark.isalpha() for mark in text)


def _plain(text: str) -> str:
    return " ".join(_CONTROLS.sub("", shown(text)).split())


@cache
def _font(face: str, script: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(io.BytesIO(packaged("fonts", f"{face}-{script}.woff2")), size)
