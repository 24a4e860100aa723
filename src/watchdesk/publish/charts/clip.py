"""Cut lines and rings to the frame of a map.

Comes in: places in pixels and the frame's size. Goes out: what of them lies inside, so that a map
of a valley does not carry the coasts of the world. Rings by Sutherland and Hodgman, lines by Liang
and Barsky.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

Pixels = tuple[float, float]
_NEAR = 0.6
"""Pixels: points nearer than this to the one before are left out."""


def ring_within(ring: Sequence[Pixels], width: float, height: float) -> list[Pixels]:
    """The ring inside the frame; it runs along the frame where it was cut."""
    points = thinned(ring)
    edges: tuple[tuple[int, float, float], ...] = (
        (0, 0.0, 1.0),
        (0, width, -1.0),
        (1, 0.0, 1.0),
        (1, height, -1.0),
    )
    for axis, edge, sign in edges:
        points = _cut(points, axis, lambda value, e=edge, s=sign: (value - e) * s)  # type: ignore[misc]
    return points if len(points) > 2 else []


def _cut(points: list[Pixels], axis: int, inside: Callable[[float], float]) -> list[Pixels]:
    kept: list[Pixels] = []
    for at, point in enumerate(points):
        before = points[at - 1]
        here, there = inside(point[axis]), inside(before[axis])
        if (here >= 0) != (there >= 0):
            share = there / (there - here)
            kept.append(
                (
                    before[0] + (point[0] - before[0]) * share,
                    before[1] + (point[1] - before[1]) * share,
                )
            )
        if here >= 0:
            kept.append(point)
    return kept


def lines_within(line: Sequence[Pixels], width: float, height: float) -> Iterator[list[Pixels]]:
    """The parts of the line inside the frame."""
    points = thinned(line)
    part: list[Pixels] = []
    for start, end in pairwise(points):
        cut = _segment(start, end, width, height)
        if cut is None:
            continue
        if part and part[-1] != cut[0]:
            yield part
            part = []
        part = [*part, cut[1]] if part else list(cut)
    if part:
        yield part


def _segment(
    start: Pixels, end: Pixels, width: float, height: float
) -> tuple[Pixels, Pixels] | None:
    dx, dy = end[0] - start[0], end[1] - start[1]
    enters, leaves = 0.0, 1.0
    for way, room in (
        (-dx, start[0]),
        (dx, width - start[0]),
        (-dy, start[1]),
        (dy, height - start[1]),
    ):
        if way == 0 and room < 0:
            return None
        if way < 0:
            enters = max(enters, room / way)
        elif way > 0:
            leaves = min(leaves, room / way)
    if enters > leaves:
        return None
    first = start if enters == 0 else (start[0] + enters * dx, start[1] + enters * dy)
    last = end if leaves == 1 else (start[0] + leaves * dx, start[1] + leaves * dy)
    return first, last


def thinned(points: Sequence[Pixels]) -> list[Pixels]:
    """Without points that would fall on the one before; the last stays."""
    kept: list[Pixels] = []
    for point in points:
        if not kept or abs(point[0] - kept[-1][0]) >= _NEAR or abs(point[1] - kept[-1][1]) >= _NEAR:
            kept.append(point)
    if points and kept[-1] != points[-1]:
        kept.append(points[-1])
    return kept
