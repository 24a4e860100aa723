"""The mail edition: one HTML part that mail programs of today and of 2007 can read, one of text.

Comes in: a publication. Goes out: a file beside the issue's page, or a `Mail` whose places for a
reader's own links are filled without setting anything anew. Styles stand in their places; pictures
are ours alone, attached or from our own site; no font and nothing that tells who read it. An issue
above the size at which Gmail cuts a message is shortened item by item, from its end, and says so.
Addressing, signing and sending are not its business.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from css_inline import CSSInliner
from markupsafe import escape

from watchdesk.publish import plain
from watchdesk.publish.coverage import sentences
from watchdesk.publish.layout import view_of
from watchdesk.publish.mailed import chart_files, chart_path, without_charts
from watchdesk.publish.pictures import Picture, Rendition, pictures
from watchdesk.publish.publication import File, Publication, issue_path
from watchdesk.publish.publisher import Publisher
from watchdesk.publish.setting import set_page
from watchdesk.publish.theme import LOGO, mail_stack
from watchdesk.publish.tongue import direction
from watchdesk.publish.typeset import MARGIN
from watchdesk.publish.views import IssueView

# Gmail cuts what is larger than 102 kB; the rest is for headers of the part and readers' links.
LARGEST = 100_000
# The sheet's 640 pixels without its margins: as wide as a picture is shown.
COLUMN = 600

LEAVE = "https://reader.invalid/leave"
PREFERENCES = "https://reader.invalid/preferences"
"""What stands in a `Mail` where a reader's own links go; `.invalid` is nobody's by RFC 2606."""

Pictures = Literal["attached", "site", "none"]


@dataclass(frozen=True, slots=True)
class MailOptions:
    """The HTML part is at most `largest` bytes long.

    `pictures` come "attached" to the mail (then nobody's server learns that it is read), from the
    "site" where it has an address, or are left out ("none"): their captions and credits stay. The
    file beside the issue's page always takes them from there.
    """

    largest: int = LARGEST
    pictures: Pictures = "attached"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """An issue as one mail for all its readers; `attached` are its pictures, by content id."""

    subject: str
    html: str
    text: str
    language: str
    attached: Mapping[str, File]

    def for_reader(self, *, leave: str, preferences: str) -> tuple[str, str]:
        """The HTML and the text part with one reader's own links."""
        html = self.html.replace(PREFERENCES, escape(preferences)).replace(LEAVE, escape(leave))
        return html, self.text.replace(PREFERENCES, preferences).replace(LEAVE, leave)


def email(options: MailOptions | None = None) -> Publisher:
    """The publisher of the mail edition."""
    chosen = options or MailOptions()
    return Publisher(
        name="email",
        about="the issue as an HTML mail that asks nobody for anything",
        options=chosen,
        render=lambda publication: render(publication, options=chosen),
    )


def render(publication: Publication, *, options: MailOptions) -> tuple[File, ...]:
    """The mail edition as one file for the site, as full as the limit allows."""
    shown = pictures(publication) if options.pictures != "none" else {}
    view = _drawn(view_of(publication, shown), options)
    body = _fitted(view, options.largest, _from_site(publication))
    path = issue_path(publication.issue.number).replace("index.html", "mail.html")
    return (File(path, "text/html", body.encode()), *chart_files(view))


def mail_of(
    publication: Publication,
    *,
    options: MailOptions,
    leave: str = LEAVE,
    preferences: str = PREFERENCES,
) -> Mail:
    """The issue as a mail that waits for its readers' links.

    Where `leave` or `preferences` is empty, the mail has no line for it.
    """
    waiting = replace(publication, leave_url=leave, preferences_url=preferences)
    shown = pictures(publication) if options.pictures != "none" else {}
    view = _drawn(view_of(waiting, shown), options)
    remote = options.pictures == "site" and publication.base
    address = _from_site(publication) if remote else _attached
    html = _fitted(view, options.largest, address)
    return Mail(
        subject=_title(view),
        html=html,
        text=plain.render(waiting, options=plain.TextOptions())[0].body.decode(),
        language=view.tongue.language,
        attached={} if remote else _used(view, shown, html),
    )


def _drawn(view: IssueView, options: MailOptions) -> IssueView:
    """The issue with its drawings, unless the mail has no pictures."""
    return view if options.pictures != "none" else without_charts(view)


Address = Callable[[str], str]
"""From a picture's path on the site to what its `src` says."""


def _from_site(publication: Publication) -> Address:
    return lambda path: (publication.base or "../../") + path


def _attached(path: str) -> str:
    return f"cid:{content_id(path)}"


def content_id(path: str) -> str:
    """The content id under which a picture is attached."""
    return f"{path.replace('/', '.')}@pictures.invalid"


def _used(view: IssueView, shown: Mapping[str, Picture], html: str) -> dict[str, File]:
    """The attached pictures that the mail shows: a shortened one does not show all."""
    files = [File(each.path, "image/jpeg", each.body) for each in map(_narrowest, shown.values())]
    if logo := view.publication.theme.logo:
        files.append(File(f"{LOGO}/{logo.name}", logo.media_type, logo.body))
    files += chart_files(view)
    named = {content_id(file.path): file for file in files}
    return {name: file for name, file in named.items() if f"cid:{name}" in html}


def _narrowest(picture: Picture) -> Rendition:
    return picture.renditions[0]


def _fitted(view: IssueView, largest: int, address: Address) -> str:
    """The mail at the greatest of its lengths that fits."""
    steps = range(2 * len(view.items) + 1)
    body = _mail(view, step=steps[-1], address=address)
    if len(body.encode()) <= largest:
        return body
    fitting = bisect_right(
        steps, largest, key=lambda step: len(_mail(view, step=step, address=address).encode())
    )
    return _mail(view, step=max(0, fitting - 1), address=address)


def _mail(view: IssueView, *, step: int, address: Address) -> str:
    """The mail at one of its lengths.

    The first steps add one headline each; when all are there, each step sets one more item in full.
    """
    publication = view.publication
    named, full = min(step, len(view.items)), max(0, step - len(view.items))
    page = set_page(
        "mail.html",
        full=frozenset(item.id for item in view.items[:full]),
        named=frozenset(item.id for item in view.items[:named]),
        shortened=full < len(view.items),
        title=_title(view),
        preview=[section.items[0].headline for section in view.sections if section.items][:3],
        coverage=sentences(publication, tongue=view.tongue),
        **_looks(view, address),
        **_places(view),
    )
    return _inlined(page)


def _looks(view: IssueView, address: Address) -> dict[str, object]:
    theme = view.publication.theme
    logo = theme.logo
    return {
        "light": theme.light,
        "dark": theme.dark,
        **{kind: mail_stack(theme, kind) for kind in ("serif", "sans", "mono")},
        "logo": logo,
        "logo_at": address(f"{LOGO}/{logo.name}") if logo else "",
        "column": COLUMN,
        "image": lambda rendition: address(rendition.path),
        "chart_margin": MARGIN,
        "chart_at": lambda key: address(chart_path(view, key)),
    }


def _places(view: IssueView) -> dict[str, object]:
    publication, written = view.publication, direction(view.tongue.language)
    root = publication.base or "../../"
    return {
        "publication": publication,
        "issue": publication.issue,
        "sections": view.sections,
        "amended": view.amended,
        "t": view.tongue,
        "dir": written,
        "start": "right" if written == "rtl" else "left",
        "root": root,
        "page": root + issue_path(publication.issue.number),
    }


def _title(view: IssueView) -> str:
    publication = view.publication
    return f"{publication.desk_title}, {view.tongue.say('issue', n=publication.issue.number)}"


# As the inliner writes it: each value between double quotes, which stand in none of them.
_TAG = re.compile(r'<[a-zA-Z][^\s<>]*(?: [^\s"=]+="[^"]*")+')


def _escaped(tag: re.Match[str]) -> str:
    """A tag whose values hold no angle bracket: filters of mail look for tags with less care."""
    return "<" + tag[0][1:].replace("<", "&lt;").replace(">", "&gt;")


def _inlined(page: str) -> str:
    inliner = CSSInliner(keep_at_rules=True, load_remote_stylesheets=False, minify_css=True)
    made = _TAG.sub(_escaped, inliner.inline(page))
    # The inliner puts the style first; a file that is opened from disk needs its charset before.
    charset = '<meta charset="utf-8">\n'
    return made.replace(charset, "", 1).replace("<head>", f"<head>\n{charset}", 1)
