"""The pages of one issue: the issue, its items, its receipts, its report; the newest is in front.

Comes in: a publication. Goes out: files whose addresses never change, and for the pages that all
issues share its abstract. No script, no request to anybody else; a policy in each page says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from watchdesk.publish.card import card
from watchdesk.publish.checks import report_values
from watchdesk.publish.coverage import sentences
from watchdesk.publish.feeds import entries
from watchdesk.publish.layout import view_of
from watchdesk.publish.linked import of_issue, of_item
from watchdesk.publish.page import page
from watchdesk.publish.pictures import Picture, pictures
from watchdesk.publish.proofs import receipt_values
from watchdesk.publish.publication import File, Publication, head_of, issue_path, report_path
from watchdesk.publish.publisher import Publisher
from watchdesk.publish.site import Abstract, Entry, ItemHead
from watchdesk.publish.views import IssueView, ItemView


@dataclass(frozen=True, slots=True)
class WebOptions:
    """The site has pictures, re-encoded, unless `pictures` is off."""

    pictures: bool = True


def web(options: WebOptions | None = None) -> Publisher:
    """The publisher of the site."""
    chosen = options or WebOptions()
    return Publisher(
        name="web",
        about="pages that open from disk",
        options=chosen,
        render=lambda publication: render(publication, options=chosen),
    )


def render(publication: Publication, *, options: WebOptions) -> tuple[File, ...]:
    """All files of this issue, its own page after those that it leads to, the front page last."""
    shown = pictures(publication) if options.pictures else {}
    view = view_of(publication, shown)
    return (
        *(file for picture in shown.values() for file in picture.files),
        _card(view),
        *_receipts(view, shown),
        *_items(view),
        *_issue(view),
    )


def abstract_and_entries(publication: Publication) -> tuple[Abstract, tuple[Entry, ...]]:
    """What shared pages, and what feeds need to know of an issue."""
    view = view_of(publication)
    return abstract_of(view), entries(view)


def abstract_of(view: IssueView) -> Abstract:
    """What the pages that all issues share need to know of this one."""
    items = (
        ItemHead(
            path=item.path,
            headline=item.headline.words.text,
            language=item.headline.words.language,
            section=section.key,
            title=section.title,
        )
        for section in view.sections
        for item in section.items
    )
    named = tuple((section.key, section.title) for section in view.sections)
    return Abstract(head_of(view.publication.issue), tuple(items), named)


def _card(view: IssueView) -> File:
    publication, spoken = view.publication, view.tongue
    issue = publication.issue
    line = f"{spoken.say('issue', n=issue.number)} · {spoken.date(issue.dated)}"
    first = view.items[0].headline.words.text if view.items else issue.title
    body = card(publication.desk_title, line, first, theme=publication.theme)
    return File(_card_path(publication), "image/png", body)


def _card_path(publication: Publication) -> str:
    return f"issues/{publication.issue.number}/card.png"


def _receipts(view: IssueView, shown: Mapping[str, Picture]) -> Iterator[File]:
    for receipt in (*view.receipts, *view.former):
        values = receipt_values(receipt, view=view)
        picture = shown.get(receipt.digest)
        yield _page(view, "receipt.html", receipt.path, picture=picture, **values)


def _items(view: IssueView) -> Iterator[File]:
    for section in view.sections:
        for item in section.items:
            values: dict[str, object] = {"item": item, "section": section, "kind": "article"}
            values |= {"description": _first_words(item), "linked": of_item(view, item)}
            if item.photo and item.photo.picture:
                values["card"] = item.photo.picture.widest.path
            yield _page(view, "item.html", item.path, **values)


def _first_words(item: ItemView) -> str:
    said = [line.words.text for line in item.lines] + [each.words.quoted for each in item.quotes]
    return said[0] if said else item.headline.words.text


def _issue(view: IssueView) -> Iterator[File]:
    publication = view.publication
    own = issue_path(publication.issue.number)
    coverage = sentences(publication, tongue=view.tongue)
    values: dict[str, object] = {
        "sections": view.sections,
        "coverage": coverage,
        "description": head_of(publication.issue).summary,
        "linked": of_issue(view),
    }
    yield _page(view, "issue.html", own, **values)
    if publication.checked:
        report = report_path(publication.issue.number)
        yield _page(view, "report.html", report, **report_values(view))
    if publication.newest:
        yield _page(view, "how.html", "how/index.html", coverage=coverage, read=_read(view))
        # A copy: search engines are told to keep the lasting address.
        yield _page(view, "issue.html", "index.html", here=own, **values)


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
    """One page of the issue."""
    publication = view.publication
    shared = {"issue": publication.issue, "card": _card_path(publication)}
    return page(publication, view.tongue, template, path, **shared | values)
