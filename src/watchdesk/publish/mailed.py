"""The drawings of an issue as PNG on painted ground, for mail: many programs show no SVG.

Comes in: a laid-out issue. Goes out: files, and where each stands. The ground is painted, since
a mail program that turns colours dark leaves a picture's clear ground black.
"""

from collections.abc import Iterator
from dataclasses import replace

from watchdesk.publish.charts import Chart
from watchdesk.publish.publication import File
from watchdesk.publish.typeset import png
from watchdesk.publish.views import IssueView


def chart_path(view: IssueView, key: str) -> str:
    """Where the drawing of an item (by its id) or of a section (by its key) stands in the site."""
    return f"issues/{view.publication.issue.number}/charts/{key}.png"


def chart_files(view: IssueView) -> Iterator[File]:
    """Each drawing of the issue as a file."""
    for key, chart in _charts(view):
        body = png(chart, view.publication.theme.light)
        yield File(chart_path(view, key), "image/png", body)


def without_charts(view: IssueView) -> IssueView:
    """The issue with its numbers alone."""
    sections = (
        replace(one, chart=None, items=tuple(replace(item, chart=None) for item in one.items))
        for one in view.sections
    )
    return replace(view, sections=tuple(sections))


def _charts(view: IssueView) -> Iterator[tuple[str, Chart]]:
    for section in view.sections:
        if section.chart:
            yield f"section-{section.key}", section.chart
        yield from ((item.id, item.chart) for item in section.items if item.chart)
