"""The issue as a PDF for reading, printing and keeping: PDF/UA-1, tagged, with bookmarks.

Comes in: a publication. Goes out: one file beside the issue's page, the same bytes for the same
publication. Facts stand under their item, each quotation is tagged with its language, and every
number leads to its receipt. Letters of scripts that no shipped font has are shown as a sign for
that, and the file says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from watchdesk.model import Issue
from watchdesk.publish.layout import view_of
from watchdesk.publish.pictures import pictures
from watchdesk.publish.printed import values_of
from watchdesk.publish.publication import File, Publication, issue_path
from watchdesk.publish.publisher import Publisher
from watchdesk.publish.typeset import pdf as typeset

WHITE = "#ffffff"
"""The ground of print: paper brings its own colour."""


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """The file has pictures, re-encoded, unless `pictures` is off."""

    pictures: bool = True


def pdf(options: PdfOptions | None = None) -> Publisher:
    """The publisher of the PDF."""
    chosen = options or PdfOptions()
    return Publisher(
        name="pdf",
        about="the issue as a tagged PDF",
        options=chosen,
        render=lambda publication: render(publication, options=chosen),
    )


def render(publication: Publication, *, options: PdfOptions) -> tuple[File, ...]:
    """The PDF; `TypesettingError`, with a sentence, where it cannot be set."""
    theme = publication.theme
    on_white = replace(theme, light=replace(theme.light, paper=WHITE))
    printed = replace(publication, theme=on_white)
    view = view_of(printed, pictures(printed) if options.pictures else {})
    issue = publication.issue
    body = typeset("issue.typ", values_of(view), dated=issue.approved_at or issue.dated)
    return (File(pdf_path(issue.number), "application/pdf", body),)


def pdf_path(number: int) -> str:
    """Where the PDF of an issue stands in the site."""
    return issue_path(number).replace("index.html", "issue.pdf")


def undescribed(issue: Issue) -> Iterator[str]:
    """A sentence for each photo without words for whoever cannot see it."""
    for item in issue.items:
        if item.photo is not None and not item.photo.alt.strip():
            stands = "caption" if item.photo.caption.strip() else "headline"
            yield (
                f"The photo of “{item.headline.text}” has no words for readers who cannot see it; "
                f"its {stands} stands in their place. Write what it shows as its alt text."
            )
