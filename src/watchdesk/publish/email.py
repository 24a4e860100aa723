"""The mail edition: one HTML file that mail programs of today and of 2007 can read.

Comes in: a publication. Goes out: one file beside the issue's page, with its styles in place, no
picture and no font from anywhere, and under the size at which Gmail cuts a message. An issue that
is longer is shortened item by item, from its end, and says so. Links are absolute once the site
has an address. Addressing and sending are not its business.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from css_inline import CSSInliner

from watchdesk.publish.coverage import sentences
from watchdesk.publish.layout import view_of
from watchdesk.publish.publication import File, Publication, issue_path
from watchdesk.publish.publisher import Publisher
from watchdesk.publish.setting import set_page
from watchdesk.publish.tongue import direction
from watchdesk.publish.views import IssueView

# Gmail cuts what is larger than 102 kB; the rest is for headers of the part.
LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class MailOptions:
    """The mail is at most `largest` bytes long."""

    largest: int = LARGEST


def email(options: MailOptions | None = None) -> Publisher:
    """The publisher of the mail edition."""
    chosen = options or MailOptions()
    return Publisher(
        name="email",
        about="the issue as an HTML mail without anything to load",
        options=chosen,
        render=lambda publication: render(publication, options=chosen),
    )


def render(publication: Publication, *, options: MailOptions) -> tuple[File, ...]:
    """The mail edition as one file, as full as the limit allows."""
    view = view_of(publication)
    body = b""
    for full, named in _fillings(len(view.items)):
        body = _mail(view, full=full, named=named)
        if len(body) <= options.largest:
            break
    path = issue_path(publication.issue.number).replace("index.html", "mail.html")
    return (File(path, "text/html", body),)


def _fillings(items: int) -> Iterator[tuple[int, int]]:
    """How many items stand in full and how many at least by their headline, fullest first."""
    full = items
    while full:
        yield full, items
        full = full * 4 // 5
    named = items
    while named:
        yield 0, named
        named = named * 4 // 5
    yield 0, 0


def _mail(view: IssueView, *, full: int, named: int) -> bytes:
    publication = view.publication
    page = set_page(
        "mail.html",
        publication=publication,
        issue=publication.issue,
        t=view.tongue,
        dir=direction(view.tongue.language),
        root=publication.base or "../../",
        sections=view.sections,
        coverage=sentences(publication, tongue=view.tongue),
        full=frozenset(item.id for item in view.items[:full]),
        named=frozenset(item.id for item in view.items[:named]),
        shortened=full < len(view.items),
        page=(publication.base or "../../") + issue_path(publication.issue.number),
    )
    inliner = CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)
    return inliner.inline(page).encode()
