"""The plain-text edition: the whole issue in 72 columns, its receipts and links as footnotes.

Comes in: a publication. Goes out: one file beside the issue's page. It is made from the issue, not
from its HTML. Addresses are never broken across lines, nor is a number parted from its word.
"""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

from watchdesk.publish.coverage import sentences
from watchdesk.publish.layout import view_of
from watchdesk.publish.publication import File, Publication, issue_path
from watchdesk.publish.publisher import Publisher
from watchdesk.publish.safe import isolated, shown
from watchdesk.publish.views import (
    IssueView,
    ItemView,
    LinkView,
    Mark,
    QuoteView,
    SectionView,
)


@dataclass(frozen=True, slots=True)
class TextOptions:
    """Lines hold at most `columns` characters, addresses excepted."""

    columns: int = 72


def text(options: TextOptions | None = None) -> Publisher:
    """The publisher of the plain-text edition."""
    chosen = options or TextOptions()
    return Publisher(
        name="text",
        about="the issue as plain text, for mail and for the terminal",
        options=chosen,
        render=lambda publication: render(publication, options=chosen),
    )


def render(publication: Publication, *, options: TextOptions) -> tuple[File, ...]:
    """The plain-text edition as one file."""
    page = _Page(options.columns)
    view = view_of(publication)
    _head(page, view=view)
    _amended(page, view=view)
    for section in view.sections:
        _section(page, section=section, view=view)
    _notes(page, view=view)
    _footer(page, view=view)
    _leaving(page, view=view)
    body = ("\n".join(page.lines).rstrip() + "\n").encode()
    path = issue_path(publication.issue.number).replace("index.html", "issue.txt")
    return (File(path, "text/plain", body),)


@dataclass(slots=True)
class _Page:
    """Lines as they are set, and the links that wait for their footnotes."""

    columns: int
    lines: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def paragraph(self, words: str, *, indent: str = "", first: str | None = None) -> None:
        self.lines += textwrap.wrap(
            words,
            self.columns,
            initial_indent=indent if first is None else first,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")


def _head(page: _Page, *, view: IssueView) -> None:
    publication, tongue = view.publication, view.tongue
    issue = publication.issue
    page.paragraph(shown(publication.desk_title).upper())
    page.paragraph(f"{tongue.say('issue', n=issue.number)} · {tongue.day(issue.dated)}")
    for note in (publication.example_note, issue.note):
        if note:
            page.paragraph(shown(note))
    if publication.base:
        page.lines += [f"{tongue.say('see_web')}:", publication.base + issue_path(issue.number)]
    page.lines.append("=" * page.columns)
    page.gap()
    words = " ".join(sentences(publication, tongue=tongue)).replace("*", "")
    page.paragraph(shown(words))


def _section(page: _Page, *, section: SectionView, view: IssueView) -> None:
    page.gap()
    page.gap()
    title = shown(section.title).replace("և", "եվ").upper()
    page.lines += ["", title, "-" * min(len(title), page.columns)]
    if not section.items:
        page.gap()
        page.paragraph(shown(section.empty))
    for item in section.items:
        _item(page, item=item, view=view)


def _amended(page: _Page, *, view: IssueView) -> None:
    """What was corrected in earlier issues."""
    if not view.amended:
        return
    page.gap()
    title = shown(view.tongue.say("notes_title")).replace("և", "եվ").upper()
    page.lines += ["", title, "-" * min(len(title), page.columns)]
    for one in view.amended:
        page.gap()
        page.paragraph(f"{one.issue}: {isolated(one.headline)}")
        page.paragraph(f"{one.notice.says} {isolated(one.notice.reason)}")


def _item(page: _Page, *, item: ItemView, view: IssueView) -> None:
    if item.kind == "photo":
        _photo(page, item=item, view=view)
    page.gap()
    page.paragraph(isolated(item.headline.words.text) + _marks(item.headline.marks))
    for notice in item.notices:
        page.paragraph(f"{notice.says} {isolated(notice.reason)}")
    if item.byline:
        page.paragraph(isolated(item.byline))
    _way(page, item=item)
    for line in item.lines:
        page.gap()
        point = "• " if item.parallel else ""
        page.paragraph(point + isolated(line.words.text) + _marks(line.marks))
    if item.rivals:
        _rivals(page, item=item)
    for quote in item.quotes:
        _quote(page, quote=quote, view=view)
    if item.kind != "photo":
        _photo(page, item=item, view=view)
    _beneath(page, item=item)


def _way(page: _Page, *, item: ItemView) -> None:
    """What stood before, and the stations of an entry of the registers."""
    if item.previously:
        page.paragraph(isolated(item.previously))
    if item.stations:
        page.paragraph(" · ".join(f"{s.label} {'≤ ' * s.by_then}{s.day}" for s in item.stations))


def _rivals(page: _Page, *, item: ItemView) -> None:
    page.gap()
    if item.counts:
        page.paragraph(isolated(item.counts))
    wide = max(len(rival.printed) for rival in item.rivals)
    for rival in item.rivals:
        who = ", ".join(part for part in (isolated(rival.says), rival.as_of) if part)
        first = f"  {shown(rival.printed).ljust(wide)}  "
        page.paragraph(who + _marks(rival.marks), indent=" " * len(first), first=first)


def _quote(page: _Page, *, quote: QuoteView, view: IssueView) -> None:
    tongue = view.tongue
    page.gap()
    page.paragraph(isolated(quote.words.quoted) + _marks(quote.marks), indent="  ")
    named = [quote.speaker or tongue.say("unnamed"), quote.role, quote.where]
    page.paragraph("— " + ", ".join(isolated(part) for part in named if part), indent="  ")
    if quote.translation:
        ours = f"{tongue.say('translation')} {isolated(quote.translation.quoted)}"
        page.paragraph(ours, indent="  ")


def _photo(page: _Page, *, item: ItemView, view: IssueView) -> None:
    photo = item.photo
    if photo is None:
        return
    credit = view.tongue.say("credit", credit=photo.credit) if photo.credit else ""
    words = " ".join(isolated(part) for part in (photo.caption.text, credit) if part)
    if words:
        page.gap()
        page.paragraph(f"[{words}]{_marks(photo.marks)}")


def _beneath(page: _Page, *, item: ItemView) -> None:
    if item.kind != "brief":
        page.gap()
    if item.links:
        page.paragraph("; ".join(_link(page, link=link) for link in item.links))
    if item.facts:
        page.paragraph(" · ".join(isolated(fact) for fact in item.facts))


def _link(page: _Page, *, link: LinkView) -> str:
    words = isolated(link.words.text) + (f" ({link.note})" if link.note else "")
    if link.href is None:
        return words
    if link.href not in page.links:
        page.links.append(link.href)
    return f"{words}\u00a0[L{page.links.index(link.href) + 1}]"


def _marks(marks: tuple[Mark, ...]) -> str:
    return "".join(f"\u00a0[{mark.number}]" for mark in marks)


def _notes(page: _Page, *, view: IssueView) -> None:
    publication, tongue = view.publication, view.tongue
    page.gap()
    page.lines += ["", "=" * page.columns]
    receipts = [(f"[{each.number}]", publication.base + each.path) for each in view.receipts]
    links = [(f"[L{at}]", href) for at, href in enumerate(page.links, 1)]
    for key, notes in (("receipts", receipts), ("link_list", links)):
        if notes:
            page.gap()
            page.lines.append(tongue.say(key))
            page.lines += _listed(notes)
    page.gap()
    page.paragraph(tongue.say("check") + ":")
    page.lines.append(shown(publication.command))


def _listed(notes: list[tuple[str, str]]) -> Iterator[str]:
    wide = max(len(number) for number, _ in notes)
    return (f"{number.ljust(wide)} {address}" for number, address in notes)


def _footer(page: _Page, *, view: IssueView) -> None:
    if words := view.publication.theme.footer:
        page.gap()
        page.paragraph(shown(words))


def _leaving(page: _Page, *, view: IssueView) -> None:
    """How a reader by mail leaves the list or changes what is sent."""
    publication, tongue = view.publication, view.tongue
    if not publication.leave_url:
        return
    page.gap()
    page.lines.append(tongue.say("you_asked"))
    page.lines += [f"{tongue.say('leave')}:", publication.leave_url]
    if publication.preferences_url:
        page.lines += [f"{tongue.say('preferences')}:", publication.preferences_url]
