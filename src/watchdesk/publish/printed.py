"""A laid-out issue as the values that the print template sets.

Comes in: an `IssueView`. Goes out: strings, numbers and lists for JSON, texts with their language
where that is not the page's. Nothing here is ever markup.
"""

import base64
import re
from dataclasses import asdict
from urllib.parse import quote

from watchdesk.model import Logo, Palette, Theme
from watchdesk.publish.charts import Chart
from watchdesk.publish.coverage import sentences
from watchdesk.publish.setting import for_capitals
from watchdesk.publish.tongue import base_of, direction
from watchdesk.publish.typeset import drawing_of, lacking
from watchdesk.publish.views import (
    IssueView,
    ItemView,
    LineView,
    LinkView,
    Mark,
    NoticeView,
    PhotoView,
    QuoteView,
    SectionView,
    Words,
)

Values = dict[str, object]
_CODE = re.compile(r"[a-z]{2,3}")


def values_of(view: IssueView) -> Values:
    """Everything that `print/issue.typ` sets."""
    publication, tongue = view.publication, view.tongue
    issue, theme = publication.issue, publication.theme
    number = tongue.say("issue", n=issue.number)
    return {
        **looks(theme, tongue.language, named=publication.desk_title),
        "title": f"{publication.desk_title}, {number}",
        "desk": publication.desk_title,
        "number": number,
        "day": tongue.day(issue.dated),
        "date": tongue.date(issue.dated),
        "notes": [each for each in _notes(view) if each],
        "draft": tongue.say("draft") if issue.state == "draft" else "",
        "coverage": [_strong(each) for each in sentences(publication, tongue=tongue)],
        "note": issue.note,
        "amended_title": tongue.say("notes_title"),
        "amended": [
            {
                "headline": f"{one.issue}: {one.headline}",
                "to": address((publication.base or "../../") + one.path),
                "notice": _notice(one.notice),
            }
            for one in view.amended
        ],
        "sections": [_section(view, section) for section in view.sections],
        "receipts": _receipts(view),
        "receipts_title": tongue.say("receipts"),
        "foot": [each for each in _foot(view) if each],
        "verify": tongue.say("verify"),
        "command": publication.command,
        "lacking": _lacking(view),
        "page": tongue.say("print_page", n="{n}", all="{all}"),
    }


def looks(theme: Theme, language: str, *, named: str) -> Values:
    """The language, colours and logo of a printed page; `named` is whose logo it is."""
    logo = theme.logo
    return {
        "lang": code(language) or "en",
        "dir": direction(language),
        "colours": _colours(theme.light),
        "logo": _logo(logo, named) if logo else None,
    }


def _logo(logo: Logo, named: str) -> Values:
    size = (logo.width, logo.height)
    svg = packed(logo.body, logo.media_type, size)
    return {"svg": svg, "width": logo.width, "alt": logo.alt or named}


def code(language: str) -> str:
    """The language as Typst takes it: two or three letters, or nothing."""
    base = base_of(language)
    return base if _CODE.fullmatch(base) else ""


def packed(body: bytes, media_type: str, size: tuple[int, int]) -> str:
    """A picture as text, since values are JSON: an SVG around it, `size` pixels wide and high."""
    wide, high = size
    data = base64.b64encode(body).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">'
        f'<image width="{wide}" height="{high}" href="data:{media_type};base64,{data}"/></svg>'
    )


def _colours(palette: Palette) -> dict[str, str]:
    return asdict(palette)


def _notes(view: IssueView) -> tuple[str, ...]:
    publication = view.publication
    issue = publication.issue
    title = issue.title if issue.title != publication.desk_title else ""
    return (title, publication.example_note)


def _foot(view: IssueView) -> tuple[str, ...]:
    publication, tongue = view.publication, view.tongue
    approved, bundle = publication.issue.approved_at, publication.bundle
    return (
        publication.theme.footer,
        tongue.say("approved", moment=tongue.second(approved)) if approved else "",
        tongue.say("bundle", name=bundle) if bundle else "",
    )


def _strong(sentence: str) -> list[Values]:
    """Fixed words in runs, every second of which is set strong."""
    runs = enumerate(sentence.split("*"))
    return [{"text": run, "strong": at % 2 == 1} for at, run in runs if run]


def _section(view: IssueView, section: SectionView) -> Values:
    return {
        "title": for_capitals(section.title),
        "empty": section.empty,
        "chart": _chart(view, section.chart),
        "items": [_item(view, item) for item in section.items],
    }


def _item(view: IssueView, item: ItemView) -> Values:
    return {
        "kind": item.kind,
        "headline": _line(view, item.headline),
        "notices": [_notice(one) for one in item.notices],
        "byline": item.byline,
        "previously": item.previously,
        "stations": [
            {
                "label": one.label,
                "day": ("≤ " if one.by_then else "") + one.day,
                "new": bool(one.how),
            }
            for one in item.stations
        ],
        "lines": [_line(view, line) for line in item.lines],
        "parallel": item.parallel,
        "counts": item.counts,
        "rivals_head": [view.tongue.say("number"), view.tongue.say("says")],
        "rivals": [
            {
                "printed": rival.printed,
                "says": rival.says,
                "as_of": rival.as_of,
                "marks": _marks(view, rival.marks),
            }
            for rival in item.rivals
        ],
        "chart": _chart(view, item.chart),
        "quotes": [_quote(view, quote) for quote in item.quotes],
        "photo": _photo(view, item, item.photo) if item.photo else None,
        "links": [_link(link) for link in item.links],
        "facts": list(item.facts),
    }


def _notice(notice: NoticeView) -> Values:
    return {"says": notice.says, "reason": notice.reason}


def _line(view: IssueView, line: LineView) -> Values:
    return {"words": words_of(line.words), "marks": _marks(view, line.marks)}


def words_of(words: Words, *, quoted: bool = False) -> Values:
    """A text, with its language and direction where they are not the page's."""
    told: Values = {"text": words.quoted if quoted else words.text}
    if words.foreign and code(words.language):
        told |= {"lang": code(words.language), "dir": words.direction}
    return told


def _marks(view: IssueView, marks: tuple[Mark, ...]) -> list[Values]:
    root = view.publication.base or "../../"
    return [{"number": str(mark.number), "to": address(root + mark.path)} for mark in marks]


def _quote(view: IssueView, quote: QuoteView) -> Values:
    named = (quote.speaker or view.tongue.say("unnamed"), quote.role, quote.where)
    return {
        "words": words_of(quote.words, quoted=True),
        "marks": _marks(view, quote.marks),
        "said_by": [part for part in named if part],
        "translation": words_of(quote.translation, quoted=True) if quote.translation else None,
        "ours": view.tongue.say("translation"),
    }


def _photo(view: IssueView, item: ItemView, photo: PhotoView) -> Values:
    credit = view.tongue.say("credit", credit=photo.credit) if photo.credit else ""
    wide = photo.picture.widest if photo.picture else None
    return {
        "svg": packed(wide.body, "image/jpeg", (wide.width, wide.height)) if wide else "",
        "alt": photo.alt.strip() or photo.caption.text.strip() or item.headline.words.text,
        "missing": view.tongue.say("no_picture"),
        "caption": words_of(photo.caption),
        "credit": ", ".join(part for part in (credit, photo.licence) if part),
        "marks": _marks(view, photo.marks),
    }


def _link(link: LinkView) -> Values:
    note = f" ({link.note})" if link.note == "PDF" else f", {link.note}" if link.note else ""
    return {"text": link.words.text, "to": address(link.href) if link.href else None, "note": note}


def address(url: str) -> str:
    """The address in ASCII alone: what no font has a letter for would be lost in it."""
    return quote(url, safe="%/:=&?~#+!$,;'@()*[]")


def _chart(view: IssueView, chart: Chart | None) -> Values | None:
    if chart is None:
        return None
    drawn = drawing_of(chart, view.publication.theme.light)
    return {**drawn, "caption": chart.caption, "table": table_of(chart)}


def table_of(chart: Chart) -> Values:
    """The numbers of a drawing."""
    rows = [list(row) for row in chart.table.rows]
    return {"head": list(chart.table.head), "rows": rows}


def _receipts(view: IssueView) -> list[Values]:
    """Addresses to type from paper; without a site there are none."""
    base = view.publication.base
    made = view.receipts if base else ()
    return [{"number": str(one.number), "to": address(base + one.path)} for one in made]


def _lacking(view: IssueView) -> str:
    """What is said where letters could not be set; empty where all could."""
    texts = [quote.words.text for item in view.items for quote in item.quotes]
    for item in view.items:
        texts += [item.headline.words.text, *(line.words.text for line in item.lines)]
    return view.tongue.say("print_lacking") if any(map(lacking, texts)) else ""
