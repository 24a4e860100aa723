"""A count over time as a line of steps: it holds from a day until it changes.

Comes in: days with their counts. Goes out: a drawing whose scale starts at nothing, so that no
change looks larger than it is; the table holds each change.
"""

import math
from datetime import date

from babel.dates import format_skeleton

from watchdesk.model import Palette
from watchdesk.publish.charts.svg import WIDTH, Drawing, number, wide
from watchdesk.publish.charts.views import SEMIBOLD, SMALL, Chart, OverTime, Table
from watchdesk.publish.tongue import Tongue

_HIGH, _TOP, _FOOT = 240, 18, 28
_ROWS = 60
"""Rows of the table beside it; of more changes, the last of each month stands there."""


def steps(view: OverTime, tongue: Tongue, colours: Palette) -> Chart:
    """A count over time."""
    points = _changes(view.points)
    alt = _alt(view, tongue)
    drawing = Drawing(_HIGH, view.title, alt, colours)
    frame = _Frame(view.points, tongue)
    way = frame.way(points)
    drawing.path(f"{way}V{number(frame.floor)}H{number(frame.left)}Z", fill="tint")
    _grid(drawing, frame, tongue)
    drawing.path(way, stroke="mark", width=2)
    _days(drawing, frame, tongue)
    last = view.points[-1][1]
    at = frame.y(last)
    drawing.text(frame.right + 7, at + 4.5, tongue.number(last), fill="mark", weight=SEMIBOLD)
    rows = tuple((_day(day, tongue, view), tongue.number(count)) for day, count in _told(points))
    return drawing.done(
        table=Table((tongue.say("chart_from"), tongue.say("number")), rows),
        caption=view.counts,
    )


def _changes(points: tuple[tuple[date, int], ...]) -> list[tuple[date, int]]:
    """The points at which the count is not what it was, and the last."""
    kept = [point for at, point in enumerate(points) if at == 0 or point[1] != points[at - 1][1]]
    return kept if kept[-1] == points[-1] else [*kept, points[-1]]


def _told(points: list[tuple[date, int]]) -> list[tuple[date, int]]:
    if len(points) <= _ROWS:
        return points
    return list({(day.year, day.month): (day, count) for day, count in points}.values())


def _alt(view: OverTime, tongue: Tongue) -> str:
    first, last = view.points[0], view.points[-1]
    return tongue.say(
        "chart_way",
        first=tongue.number(first[1]),
        start=_day(first[0], tongue, view),
        last=tongue.number(last[1]),
        end=_day(last[0], tongue, view),
        most=tongue.number(max(count for _, count in view.points)),
    )


def _day(day: date, tongue: Tongue, view: OverTime) -> str:
    if view.monthly:
        return format_skeleton("yMMM", day, locale=tongue.locale)
    return tongue.date(day)


class _Frame:
    """Where days and counts lie in the drawing."""

    def __init__(self, points: tuple[tuple[date, int], ...], tongue: Tongue) -> None:
        self.first, self.last = points[0][0].toordinal(), points[-1][0].toordinal()
        most = max(count for _, count in points)
        self.ticks = _ticks(most)
        self.left = wide(tongue.number(self.ticks[-1]), SMALL) + 10
        self.right = WIDTH - wide(tongue.number(most)) - 12
        self.floor = _HIGH - _FOOT

    def x(self, day: date) -> float:
        span = max(self.last - self.first, 1)
        return self.left + (day.toordinal() - self.first) / span * (self.right - self.left)

    def y(self, count: float) -> float:
        return self.floor - count / self.ticks[-1] * (self.floor - _TOP)

    def way(self, points: list[tuple[date, int]]) -> str:
        told = f"M{number(self.x(points[0][0]))} {number(self.y(points[0][1]))}"
        for day, count in points[1:]:
            told += f"H{number(self.x(day))}V{number(self.y(count))}"
        return told


def _ticks(most: int) -> list[int]:
    """Three to six whole numbers from nothing to at least the most."""
    rough = max(most / 4, 1)
    unit = 10 ** math.floor(math.log10(rough))
    step = next(unit * times for times in (1, 2, 5, 10) if unit * times >= rough)
    return list(range(0, math.ceil(most / step) * step + 1, step))


def _grid(drawing: Drawing, frame: _Frame, tongue: Tongue) -> None:
    for tick in frame.ticks:
        y = round(frame.y(tick)) + 0.5
        drawing.line(frame.left, y, frame.right, y, stroke="soft" if tick == 0 else "line")
        words = tongue.number(tick)
        drawing.text(frame.left - 8, y + 4, words, fill="soft", size=SMALL, anchor="end")


def _days(drawing: Drawing, frame: _Frame, tongue: Tongue) -> None:
    """The first and last day, and years or months between them where there is room."""
    days = [date.fromordinal(frame.first), *_between(frame), date.fromordinal(frame.last)]
    span = frame.last - frame.first
    taken = -math.inf
    ends = [frame.right - _label_width(days[-1], tongue, span)]
    for at, day in enumerate(days):
        x, anchor, is_last = frame.x(day), "middle", at == len(days) - 1
        half = _label_width(day, tongue, span) / 2
        if at == 0:
            anchor, start, end = "start", x, x + 2 * half
        elif is_last:
            anchor, start, end = "end", x - 2 * half, x
        else:
            start, end = x - half, x + half
        if start > taken and (is_last or end < ends[0] - 10):
            drawing.line(x, frame.floor, x, frame.floor + 4, stroke="soft")
            label = _label(day, tongue, span)
            drawing.text(x, _HIGH - 6, label, fill="soft", size=SMALL, anchor=anchor)
            taken = end + 10


def _between(frame: _Frame) -> list[date]:
    """The first days of the months, quarters or years inside."""
    months = (frame.last - frame.first) / 30.4
    apart = next(each for each in (1, 3, 6, 12, 24, 60, 120) if months / each <= 8 or each == 120)
    first = date.fromordinal(frame.first)
    at = first.year * 12 + first.month
    at += -at % apart
    days = []
    while (day := date(at // 12, at % 12 + 1, 1)).toordinal() < frame.last:
        days.append(day)
        at += apart
    return days


def _label(day: date, tongue: Tongue, span: int) -> str:
    skeleton = "MMMd" if span < 100 else "yMMM" if span < 365 * 6 else "y"
    return format_skeleton(skeleton, day, locale=tongue.locale)


def _label_width(day: date, tongue: Tongue, span: int) -> float:
    return wide(_label(day, tongue, span), SMALL)
