"""The mail edition: one HTML file that mail programs of today and of 2007 can read.

Comes in: a publication. Goes out: one file beside the issue's page, with its styles in place, no
picture and no font from anywhere, and under the size at which Gmail cuts a message. An issue that
is longer is shortened item by item, from its end, and says so. Links are absolute once the site
has an address. Addressing and sending are not its business.
"""

from bisect import bisect_right
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
    steps = range(2 * len(view.items) + 1)
    body = _mail(view, step=steps[-1])
    if len(body) > options.largest:
        fitting = bisect_right(steps, options.largest, key=lambda step: len(_mail(view, step=step)))
        body = _mail(view, step=max(0, fitting - 1))
    path = issue_path(publication.issue.number).replace("index.html", "mail.html")
    return (File(path, "text/html", body),)


def _mail(view: IssueView, *, step: int) -> bytes:
    """The mail at one of its lengths.

    The first steps add one headline each; when all are there, each step sets one more item in full.
    """
    publication = view.publication
    named, full = min(step, len(view.items)), max(0, step - len(view.items))
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
