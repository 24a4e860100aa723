"""The site: the issue, a page for each item and each receipt, the archive, and how we know.

Comes in: a publication. Goes out: files whose links are relative, so that the folder opens from
disk and under any path. No script, no request to anybody else; a strict policy says so in each
page. Pages that earlier issues left are not touched: their receipts stay as they were.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from watchdesk.model import Theme
from watchdesk.publish.checks import report_values
from watchdesk.publish.coverage import sentences
from watchdesk.publish.layout import view_of
from watchdesk.publish.pictures import Picture, pictures
from watchdesk.publish.proofs import receipt_values
from watchdesk.publish.publication import File, Publication, head_of, issue_path, report_path
from watchdesk.publish.publisher import Publisher
from watchdesk.publish.setting import packaged, packaged_names, set_page
from watchdesk.publish.theme import LOGO, tokens
from watchdesk.publish.tongue import direction
from watchdesk.publish.views import IssueView

_TYPES = {"css": "text/css", "woff2": "font/woff2", "txt": "text/plain"}


@dataclass(frozen=True, slots=True)
class WebOptions:
    """The site has pictures, re-encoded, unless `pictures` is off."""

    pictures: bool = True


def web(options: WebOptions | None = None) -> Publisher:
    """The publisher of the site."""
    chosen = options or WebOptions()
    return Publisher(
        name="web",
        about="a site of plain pages that opens from disk",
        options=chosen,
        render=lambda publication: render(publication, options=chosen),
    )


def render(publication: Publication, *, options: WebOptions) -> tuple[File, ...]:
    """All files of the site that this issue makes or changes, the front page last."""
    shown = pictures(publication) if options.pictures else {}
    view = view_of(publication, shown)
    return (
        *_furniture(publication.theme),
        *(file for picture in shown.values() for file in picture.files),
        *_receipts(view, shown),
        *_items(view),
        *_issue(view),
    )


def _furniture(theme: Theme) -> Iterator[File]:
    yield File("style/tokens.css", "text/css", tokens(theme).encode())
    if theme.logo:
        yield File(f"{LOGO}/{theme.logo.name}", theme.logo.media_type, theme.logo.body)
    for folder in ("fonts", "style"):
        for name in packaged_names(folder):
            media_type = _TYPES[name.rpartition(".")[2]]
            yield File(f"{folder}/{name}", media_type, packaged(folder, name))


def _receipts(view: IssueView, shown: Mapping[str, Picture]) -> Iterator[File]:
    for receipt in view.receipts:
        values = receipt_values(receipt, view=view)
        picture = shown.get(receipt.digest)
        yield _page(view, "receipt.html", receipt.path, picture=picture, description="", **values)


def _items(view: IssueView) -> Iterator[File]:
    for section in view.sections:
        for item in section.items:
            first = item.lines[0].words.text if item.lines else ""
            values = {"item": item, "section": section, "description": first}
            yield _page(view, "item.html", item.path, **values)


def _issue(view: IssueView) -> Iterator[File]:
    publication = view.publication
    coverage = sentences(publication, tongue=view.tongue)
    values = {"sections": view.sections, "coverage": coverage}
    yield _page(view, "issue.html", issue_path(publication.issue.number), **values)
    if publication.checked:
        yield _page(
            view, "report.html", report_path(publication.issue.number), **report_values(view)
        )
    if publication.newest:
        yield _page(view, "how.html", "how/index.html", coverage=coverage, read=_read(view))
        yield _page(view, "archive.html", "issues/index.html", heads=_heads(publication))
        # A copy: search engines are told to keep the lasting address.
        lasting = issue_path(publication.issue.number)
        yield _page(view, "issue.html", "index.html", here=lasting, **values)


def _heads(publication: Publication) -> tuple[object, ...]:
    here = head_of(publication.issue)
    others = [head for head in publication.earlier if head.number != here.number]
    return tuple(sorted((here, *others), key=lambda head: head.number, reverse=True))


def _read(view: IssueView) -> tuple[tuple[str, str], ...]:
    coverage, tongue = view.publication.issue.coverage, view.tongue
    named = tongue.names("how_names")
    rows = [
        (
            tongue.say("how_languages"),
            tongue.listing([tongue.language_name(code) for code in coverage.languages]),
        ),
        (tongue.say("how_articles"), tongue.number(coverage.articles)),
    ]
    for key in ("silent", "refused", "broken"):
        names = [view.publication.outlets.get(each, each) for each in getattr(coverage, key)]
        rows.append((named[key], tongue.listing(names)))
    return tuple((name, value) for name, value in rows if value)


def _page(view: IssueView, template: str, path: str, /, **values: object) -> File:
    """One page; everything that all pages share is filled in here."""
    publication = view.publication
    shared: dict[str, object] = {
        "publication": publication,
        "issue": publication.issue,
        "t": view.tongue,
        "dir": direction(view.tongue.language),
        "here": path,
        "root": "../" * path.count("/"),
        "description": head_of(publication.issue).summary,
    }
    return File(path, "text/html", set_page(template, **shared | values).encode())
