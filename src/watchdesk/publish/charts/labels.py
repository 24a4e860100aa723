"""Pins with their numbers, and names where there is room for them.

Comes in: places in pixels. Goes out: marks in the drawing. Pins that would cover each other stand
as one with all their numbers; a name that finds no room is left to the table.
"""

from collections.abc import Iterable, Iterator, Sequence

from watchdesk.publish.charts.svg import WIDTH, Drawing, number, wide
from watchdesk.publish.charts.views import SEMIBOLD, SMALL

_R = 9.0
_MOST_NUMBERS = 4
_MOST_NAMES = 14
_LONGEST = 190.0
Box = tuple[float, float, float, float]


def pins(drawing: Drawing, at: Sequence[tuple[float, float]], kinds: Sequence[str]) -> None:
    """Sites are round in the mark's colour, events pointed in ink."""
    for group in _groups(at):
        x, y = at[group[0]]
        told = [str(one + 1) for one in group[:_MOST_NUMBERS]]
        words = ", ".join(told) + "…" * (len(group) > _MOST_NUMBERS)
        reach = max(_R, wide(words, 11) / 2 + 5)
        event = all(kinds[one] == "event" for one in group)
        _pin(drawing, x, y, reach, event=event)
        drawing.text(x, y + 3.9, words, fill="paper", size=11, anchor="middle", weight=SEMIBOLD)


def _pin(drawing: Drawing, x: float, y: float, reach: float, *, event: bool) -> None:
    if event:
        r = _R + 2.5
        side = reach - _R
        told = (
            f"M{number(x - side)} {number(y - r)}H{number(x + side)}L{number(x + side + r)} "
            f"{number(y)}L{number(x + side)} {number(y + r)}H{number(x - side)}"
            f"L{number(x - side - r)} {number(y)}Z"
        )
        drawing.path(told, fill="ink", stroke="paper", width=1.2)
        return
    placed = {"x": x - reach, "y": y - _R, "width": 2 * reach, "height": 2 * _R, "rx": _R}
    drawing.add("rect", placed, fill="mark", stroke="paper").set("stroke-width", "1.2")


def _groups(at: Sequence[tuple[float, float]]) -> list[list[int]]:
    """Numbers of places whose pins would touch, by the first of each group."""
    groups: list[list[int]] = []
    for one, (x, y) in enumerate(at):
        near = (
            group
            for group in groups
            if abs(at[group[0]][0] - x) < 2.2 * _R and abs(at[group[0]][1] - y) < 2.2 * _R
        )
        found = next(near, None)
        if found is None:
            groups.append([one])
        else:
            found.append(one)
    return groups


def names(drawing: Drawing, at: Sequence[tuple[float, float]], called: Sequence[str]) -> list[Box]:
    """The names of places that stand alone, right of, left of, above or below their pins.

    Gives what is taken then, pins and scale included.
    """
    taken: list[Box] = [(x - 11, y - 11, x + 11, y + 11) for x, y in at]
    taken.append((0.0, drawing.height - 32, 190.0, drawing.height))
    alone = [group[0] for group in _groups(at) if len(group) == 1]
    for one in alone[:_MOST_NAMES]:
        if wide(called[one], SMALL) <= _LONGEST:
            _seat(drawing, called[one], _seats(*at[one], _R + 5), taken, fill="ink", halo="paper")
    return taken


def towns(drawing: Drawing, told: Iterable[tuple[float, float, str]], taken: list[Box]) -> None:
    """Places of a desk's own layer, where pins and their names leave room."""
    for x, y, name in told:
        drawing.box(x - 1.5, y - 1.5, 3, 3, fill="soft")
        near = [box for box in taken if box[0] <= x <= box[2] and box[1] <= y <= box[3]]
        away = 15.0 if near else 5.0
        _seat(drawing, name, _seats(x, y, away), taken, fill="soft")


def _seat(
    drawing: Drawing,
    name: str,
    seats: Iterable[tuple[float, float, str]],
    taken: list[Box],
    **style: str,
) -> None:
    """Set the name on the first seat that nobody has."""
    long = wide(name, SMALL)
    for x, y, anchor in seats:
        box = _box(x, y, long, anchor)
        if _inside(box, drawing.height) and not any(_meet(box, other) for other in taken):
            drawing.text(x, y, name, size=SMALL, anchor=anchor, **style)
            taken.append(box)
            return


def _seats(x: float, y: float, away: float) -> Iterator[tuple[float, float, str]]:
    yield x + away, y + 4, "start"
    yield x - away, y + 4, "end"
    yield x, y - away - 1, "middle"
    yield x, y + away + 9, "middle"


def _box(x: float, y: float, long: float, anchor: str) -> Box:
    west = {"start": x, "end": x - long, "middle": x - long / 2}[anchor]
    return west, y - SMALL, west + long, y + 3


def _inside(box: Box, height: float) -> bool:
    return box[0] >= 4 and box[1] >= 4 and box[2] <= WIDTH - 4 and box[3] <= height - 4


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
