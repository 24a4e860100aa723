"""A report from the registers as Markdown, as one page, as a PDF.

In: a report whose every line passed the gate of the registers. Out: a file's text or bytes, the
same for the same report. Nothing is chosen or reworded; what sources print can be no markup.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from markupsafe import Markup

from watchdesk.model import Anchor, RegisterReport, ReportLine, ReportPart, Theme
from watchdesk.publish.printed import looks
from watchdesk.publish.publication import File
from watchdesk.publish.safe import href, shown
from watchdesk.publish.setting import set_page
from watchdesk.publish.theme import tokens
from watchdesk.publish.typeset import pdf

NAME = "report"

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


def markdown(report: RegisterReport) -> File:
    """The report as Markdown."""
    body = "\n\n".join(_blocks(report)) + "\n"
    return File(f"{NAME}.md", "text/markdown", body.encode())


def _blocks(report: RegisterReport) -> Iterator[str]:
    yield f"# {_plain(report.title)}"
    yield period(report)
    for section in report.sections:
        yield f"## {_plain(section.title)}"
        if not section.parts:
            yield "Nothing was entered for this period."
        for part in section.parts:
            yield from _part(part)
    yield "## What is not known"
    missing = [f"- {_plain(gap.title)}: {_plain(gap.gap)}" for gap in report.missing]
    yield "\n".join(missing) or "Nothing is missing that the registers could tell."
    yield "## How this was made"
    yield from report.method
    yield f"Last development in the registers: {report.head or 'none'}"
    yield "## Sources"
    yield from (_source(one) for one in report.anchors)


def _part(part: ReportPart) -> Iterator[str]:
    yield f"### {_plain(part.title)}"
    if part.count:
        yield f"Entries with a line here: {part.count}"
    for line in part.lines:
        numbers = "".join(f"[^{number}]" for number in line.anchors)
        yield f"- {_plain(line.text)}{numbers}  \n  *{_plain(_label(line))}*"
        if line.rivals:
            rows = [f"  | {_plain(words)} | {_plain(who)} |" for words, who in _rivals(line)]
            yield "\n".join(["  | Number | Who says |", "  |---|---|", *rows])


def _source(one: Anchor) -> str:
    quote = f"“{_plain(one.quote)}” " if one.quote else ""
    if one.page is None:
        return f"[^{one.number}]: {quote}Kept sealed: {one.digest}"
    page = one.page
    return (
        f"[^{one.number}]: {quote}{_plain(page.title)}, <{_address(page.url)}>, archived "
        f"{page.captured_at:%Y-%m-%d}, {page.digest}"
    )


def page(report: RegisterReport, theme: Theme) -> File:
    """The report as one page that asks nobody for anything."""
    css = Markup(tokens(theme))  # noqa: S704 - a theme holds colours and fonts that were checked
    body = set_page(
        "register-report.html", report=report, period=period(report), css=css, href=href
    )
    return File(f"{NAME}.html", "text/html", body.encode())


def printed(report: RegisterReport, theme: Theme) -> File:
    """The report as a PDF."""
    values = looks(theme, "en", named=report.title) | _values(report)
    body = pdf("register-report.typ", values, dated=report.made_at)
    return File(f"{NAME}.pdf", "application/pdf", body)


FORMATS: Mapping[str, Callable[[RegisterReport, Theme], File]] = {
    "markdown": lambda report, _: markdown(report),
    "html": page,
    "pdf": printed,
}
"""What a report can be written as."""


def period(report: RegisterReport) -> str:
    """The two days of a report."""
    return f"{report.since:%-d %B %Y} to {report.until:%-d %B %Y}"


def _label(line: ReportLine) -> str:
    """How well a line is known, as a sentence, and whose words it is in."""
    own = " An editor’s sentence." if line.own_words else ""
    return f"{line.label[:1].upper()}{line.label[1:]}.{own}"


def _rivals(line: ReportLine) -> Iterator[tuple[str, str]]:
    for row in line.rivals:
        when = f", {row.as_of:%Y-%m-%d}" if row.as_of else ""
        yield row.printed, f"{row.says}{when}"


def _values(report: RegisterReport) -> dict[str, object]:
    """The report as the print template takes it."""
    return {
        "title": report.title,
        "period": period(report),
        "sections": [
            {
                "title": section.title,
                "parts": [
                    {
                        "title": part.title,
                        "count": part.count,
                        "lines": [_printed_line(line) for line in part.lines],
                    }
                    for part in section.parts
                ],
            }
            for section in report.sections
        ],
        "missing": [f"{gap.title}: {gap.gap}" for gap in report.missing],
        "method": list(report.method),
        "head": report.head or "none",
        "anchors": [_printed_anchor(one) for one in report.anchors],
    }


def _printed_line(line: ReportLine) -> dict[str, object]:
    return {
        "text": line.text,
        "label": _label(line),
        "anchors": list(line.anchors),
        "rivals": [f"{words}: {who}" for words, who in _rivals(line)],
    }


def _printed_anchor(one: Anchor) -> dict[str, object]:
    told = f"Kept sealed: {one.digest}"
    if one.page is not None:
        told = f"{one.page.title}, {one.page.url}, archived {one.page.captured_at:%Y-%m-%d}, "
        told += one.page.digest
    words = f"“{one.quote}”" if one.quote else ""
    return {"number": one.number, "words": words, "told": told}


def _plain(text: str) -> str:
    """Words on one line of which none is markup."""
    return _MARKUP.sub(r"\\\1", " ".join(shown(text).split()))


def _address(url: str) -> str:
    return re.sub(r"[\s<>]", "", shown(url))
