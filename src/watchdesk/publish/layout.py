"""From a publication to the views that every edition lays out.

Comes in: a publication, and its pictures where the edition shows them. Goes out: an `IssueView`.
Nothing here escapes (the templates do), and nothing is chosen or reworded.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from watchdesk.model import (
    Brief,
    Correction,
    Dossier,
    Evidence,
    Item,
    ItemLink,
    Line,
    LinkKind,
    Opinion,
    Photo,
    Photograph,
    Quoted,
    Rival,
    RivalFigures,
    Section,
    Told,
)
from watchdesk.publish.drawn import as_printed, item_chart, section_chart
from watchdesk.publish.facts import facts
from watchdesk.publish.parallel import parallel
from watchdesk.publish.pictures import Picture
from watchdesk.publish.publication import Amended, Publication, item_path, path_name
from watchdesk.publish.receipts import (
    Kind,
    Piece,
    Receipt,
    Standing,
    evidence_of,
    former_receipts,
    receipt_id,
    receipts,
)
from watchdesk.publish.safe import href
from watchdesk.publish.tongue import Tongue, tongue
from watchdesk.publish.views import (
    AmendedView,
    IssueView,
    ItemView,
    LineView,
    LinkView,
    Mark,
    NoticeView,
    PhotoView,
    QuoteView,
    RivalView,
    SectionView,
    StationView,
    Words,
)


def view_of(publication: Publication, pictures: Mapping[str, Picture] | None = None) -> IssueView:
    """Lay out the whole issue."""
    made = receipts(publication)
    desk = _Layout(
        publication, tongue(publication.tongue), {each.id: each for each in made}, pictures or {}
    )
    sections = tuple(desk.section(section) for section in publication.issue.sections)
    return IssueView(
        publication=publication,
        tongue=desk.tongue,
        sections=sections,
        receipts=made,
        former=former_receipts(publication, made),
        amended=tuple(desk.amended(one) for one in publication.amended),
    )


@dataclass(frozen=True, slots=True)
class _Layout:
    """What each part of the layout needs at hand."""

    publication: Publication
    tongue: Tongue
    receipts: Mapping[str, Receipt]
    pictures: Mapping[str, Picture]

    def section(self, section: Section) -> SectionView:
        return SectionView(
            key=path_name(section.key),
            title=section.title,
            items=tuple(self.item(item) for item in section.items),
            empty=section.empty_because or self.tongue.say("empty"),
            chart=section_chart(section, publication=self.publication, tongue=self.tongue),
        )

    def item(self, item: Item) -> ItemView:
        detail = item.detail
        rivals = detail.rivals if isinstance(detail, RivalFigures) else ()
        return ItemView(
            id=path_name(item.id),
            kind=_KINDS[type(detail)],
            path=item_path(self.publication.issue.number, item.id),
            headline=self.line(item, Kind.HEADLINE, item.headline),
            lines=tuple(self.line(item, Kind.LINE, line) for line in item.lines),
            quotes=tuple(self.quote(item, quoted) for quoted in item.quotes),
            rivals=tuple(self.rival(item, rival) for rival in rivals),
            counts=_counts(detail) if isinstance(detail, RivalFigures) else "",
            links=tuple(self.link(link) for link in item.links),
            photo=self.photo(item, item.photo) if item.photo else None,
            byline=self.byline(item),
            previously=detail.previously if isinstance(detail, Dossier) else "",
            stations=tuple(self.stations(detail)) if isinstance(detail, Dossier) else (),
            notices=tuple(self.notice(one) for one in item.corrections),
            facts=facts(item, publication=self.publication, tongue=self.tongue),
            parallel=parallel([line.text for line in item.lines]),
            chart=item_chart(item, publication=self.publication, tongue=self.tongue),
        )

    def notice(self, made: Correction) -> NoticeView:
        date = self.tongue.date(made.at)
        return NoticeView(self.tongue.say(f"note_{made.how}", date=date, by=made.by), made.reason)

    def amended(self, one: Amended) -> AmendedView:
        return AmendedView(
            issue=self.tongue.say("issue", n=one.issue),
            headline=one.headline,
            path=one.path,
            notice=self.notice(one.correction),
        )

    def stations(self, dossier: Dossier) -> Iterator[StationView]:
        for one in dossier.stations:
            yield StationView(one.label, self.tongue.short(one.on), one.by_then, one.how)

    def line(self, item: Item, kind: Kind, line: Line) -> LineView:
        language = line.language or (None if line.by else self._read_in(line.evidence))
        return LineView(self.words(line.text, language), self.marks(item, kind, line))

    def quote(self, item: Item, quoted: Quoted) -> QuoteView:
        numbers = self.marks(item, Kind.QUOTATION, quoted)
        read_in = self._read_in(quoted.evidence)
        shown, ours = self.words(quoted.text, quoted.language or read_in), None
        if self._is_ours(item, quoted):
            ours = self.words(quoted.text, quoted.language)
            shown = self.words(" … ".join(each.quote for each in quoted.evidence), read_in)
        return QuoteView(
            words=shown,
            marks=numbers,
            speaker=quoted.speaker,
            role=quoted.role,
            where=quoted.where,
            translation=ours,
        )

    def rival(self, item: Item, rival: Rival) -> RivalView:
        read_in = self._read_in(rival.evidence)
        return RivalView(
            printed=as_printed(rival, self.tongue),
            says=rival.says,
            as_of=self.tongue.date(rival.as_of) if rival.as_of else "",
            marks=self.marks(item, Kind.FIGURE, rival),
            foreign=read_in if read_in and read_in != self.tongue.language else "",
        )

    def link(self, link: ItemLink) -> LinkView:
        document = link.kind is LinkKind.DOCUMENT
        words = link.words or self.tongue.say("document" if document else "more")
        capture = self.publication.captures.get(link.capture_id)
        notes = []
        if capture is not None and capture.media_type == "application/pdf":
            notes.append("PDF")
        if link.language and link.language != self.tongue.language:
            name = self.tongue.language_name(link.language)
            notes.append(self.tongue.say("in_language", language=name))
        return LinkView(
            words=self.words(words, None),
            href=href(link.url),
            note=", ".join(notes),
            document=document,
        )

    def photo(self, item: Item, photo: Photo) -> PhotoView:
        article = self.publication.articles.get(photo.article_id or "")
        return PhotoView(
            picture=self.pictures.get(photo.digest),
            alt=photo.alt or photo.caption or item.headline.text,
            caption=self.words(photo.caption, article.language if article else None),
            credit=photo.credit,
            licence=photo.licence,
            marks=self.marks(item, Kind.PICTURE, photo),
        )

    def byline(self, item: Item) -> str:
        detail = item.detail
        if isinstance(detail, Opinion) and detail.authors:
            authors = self.tongue.listing(detail.authors)
            return ", ".join(part for part in (authors, detail.outlet) if part)
        if not isinstance(detail, Opinion | Brief | Photograph):
            return ""
        told_below = any(link.words == detail.outlet for link in item.links)
        return "" if told_below else detail.outlet

    def marks(self, item: Item, kind: Kind, piece: Piece) -> tuple[Mark, ...]:
        found = (
            self.receipts[receipt_id(self.publication, item=item, kind=kind, evidence=evidence)]
            for evidence in evidence_of(piece)
        )
        return tuple({each.number: Mark(each.number, each.path) for each in found}.values())

    def words(self, text: str, language: str | None) -> Words:
        here = self.tongue.language
        spoken = language or self.publication.issue.language
        return Words(text, spoken, foreign=spoken != here)

    def _read_in(self, evidence: tuple[Evidence, ...]) -> str | None:
        article = self.publication.articles.get(evidence[0].article_id or "") if evidence else None
        return article.language if article else None

    def _is_ours(self, item: Item, quoted: Quoted) -> bool:
        return all(
            self.receipts[
                receipt_id(self.publication, item=item, kind=Kind.QUOTATION, evidence=each)
            ].standing
            is Standing.TRANSLATED
            for each in quoted.evidence
        )


def _counts(detail: RivalFigures) -> str:
    return ", ".join(part for part in (detail.counts, detail.unit) if part)


_KINDS: Mapping[type, str] = {
    Told: "story",
    RivalFigures: "figure",
    Opinion: "opinion",
    Photograph: "photo",
    Brief: "brief",
    Dossier: "dossier",
}
