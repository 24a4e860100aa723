"""Writes the week's items from the archive only.

In: the frame of the week, its candidates, the sections' rules, and the draft as it stood. Out:
the issue. Every word is a copied span with its evidence; an item that a person edited, moved or
took out stays as that person left it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from watchdesk.issue.candidate import Candidate, LinkedDocument, Week
from watchdesk.issue.cite import copied, headline_of
from watchdesk.issue.quotes import quotations
from watchdesk.issue.rivals import rivals
from watchdesk.issue.rules import SectionRule
from watchdesk.model import (
    Article,
    Brief,
    Detail,
    Issue,
    Item,
    ItemLink,
    Line,
    LinkKind,
    Opinion,
    Photograph,
    Section,
    State,
    Told,
    identity,
)


def draft(
    week: Week,
    placed: Mapping[str, Sequence[Candidate]],
    rules: Sequence[SectionRule],
    *,
    kept: Issue | None = None,
) -> Issue:
    """The issue of a week from what `select` placed, by section key.

    `kept` is the open draft of the same number, if there is one.
    """
    issue_id = kept.id if kept else identity("issue", week.title, week.number)
    fresh = [_section(rule, placed.get(rule.key, ()), week, issue_id) for rule in rules]
    sections = _with_photos(fresh, rules, week, issue_id)
    return Issue(
        id=issue_id,
        number=week.number,
        title=week.title,
        language=week.language,
        dated=week.dated,
        since=week.since,
        until=week.until,
        sections=tuple(_keeping(section, kept) for section in sections),
        coverage=week.coverage,
        state=State.DRAFT,
        note=week.note,
    )


def _section(rule: SectionRule, placed: Sequence[Candidate], week: Week, issue_id: str) -> Section:
    items: list[Item] = []
    for candidate in placed[: rule.most]:
        items += _items(candidate, rule, week, issue_id)
    kept = tuple(item for item in items if item.id not in week.refused)
    return Section(key=rule.key, title=rule.title, items=kept, empty_because=_why_empty(kept))


def _why_empty(items: tuple[Item, ...]) -> str:
    return "" if items else "Nothing of what was read this week fits here."


def _items(candidate: Candidate, rule: SectionRule, week: Week, issue_id: str) -> Iterable[Item]:
    match rule.kind:
        case "opinion":
            yield _opinion(candidate, week, issue_id)
        case "briefs":
            yield _brief(candidate, week, issue_id)
        case _:
            yield _story(candidate, week, issue_id)
            if (figures := _figures(candidate, week, issue_id)) is not None:
                yield figures


def _story(candidate: Candidate, week: Week, issue_id: str) -> Item:
    chosen = candidate.sentences[: week.house.sentences]
    return Item(
        id=identity("item", issue_id, candidate.story.id),
        headline=headline_of(candidate.leading),
        detail=_told(candidate, week),
        lines=tuple(copied(candidate.article(id_), span) for id_, span in chosen),
        quotes=quotations(
            candidate, most=week.house.quotations, language=week.language, taken=chosen
        ),
        links=_links(candidate, week),
        photo=candidate.photo,
        story_id=candidate.story.id,
    )


def _told(candidate: Candidate, week: Week) -> Detail:
    first = candidate.articles[0]
    members = candidate.story.members
    return Told(
        origins=len(candidate.story.origins),
        first_source=week.outlet(first),
        first_at=_when(first, candidate),
        copies=len(members) - len(candidate.story.origins),
    )


def _when(article: Article, candidate: Candidate) -> datetime:
    if article.published and not article.published.doubtful:
        return article.published.at
    return candidate.captures[article.capture_id].fetched_at


def _figures(candidate: Candidate, week: Week, issue_id: str) -> Item | None:
    """Numbers that disagree, as an item after their story; its headline is the noun they count."""
    found = rivals(candidate)
    if found is None:
        return None
    headline = _counted_noun(candidate, found.counts)
    if headline is None:
        return None
    return Item(
        id=identity("figures", issue_id, candidate.story.id),
        headline=headline,
        detail=found,
        links=_links(candidate, week)[:1],
        story_id=candidate.story.id,
    )


def _counted_noun(candidate: Candidate, counts: str) -> Line | None:
    for article in candidate.articles:
        for figure in candidate.figures.get(article.id, ()):
            if figure.counts == counts and figure.counts_span is not None:
                return copied(article, figure.counts_span)
    return None


def _opinion(candidate: Candidate, week: Week, issue_id: str) -> Item:
    article = candidate.leading
    excerpt = candidate.sentences[:1]
    return Item(
        id=identity("item", issue_id, candidate.story.id),
        headline=headline_of(article),
        detail=Opinion(authors=article.byline.authors, outlet=week.outlet(article)),
        lines=tuple(copied(candidate.article(id_), span) for id_, span in excerpt),
        links=_links(candidate, week)[:1],
        story_id=candidate.story.id,
    )


def _brief(candidate: Candidate, week: Week, issue_id: str) -> Item:
    article = candidate.leading
    return Item(
        id=identity("item", issue_id, candidate.story.id),
        headline=headline_of(article),
        detail=Brief(outlet=week.outlet(article)),
        links=_links(candidate, week)[:1],
        story_id=candidate.story.id,
    )


def _links(candidate: Candidate, week: Week) -> tuple[ItemLink, ...]:
    """The documents first, then one article of each outlet, the headline's outlet first."""
    documents = tuple(_document_link(document) for document in candidate.documents)
    by_outlet: dict[str, ItemLink] = {}
    for article in (candidate.leading, *candidate.articles):
        capture = candidate.captures[article.capture_id]
        link = ItemLink(
            kind=LinkKind.MORE,
            words=week.outlet(article),
            url=capture.url,
            capture_id=capture.id,
            archived_at=capture.fetched_at,
            language=article.language,
        )
        if capture.url.startswith(("http:", "https:")):
            by_outlet.setdefault(week.outlet(article), link)
    return documents + tuple(by_outlet.values())[: week.house.links]


def _document_link(document: LinkedDocument) -> ItemLink:
    return ItemLink(
        kind=LinkKind.DOCUMENT,
        words=document.words,
        url=document.url,
        capture_id=document.capture.id,
        archived_at=document.capture.fetched_at,
        language=document.article.language if document.article else None,
    )


def _with_photos(
    sections: list[Section], rules: Sequence[SectionRule], week: Week, issue_id: str
) -> list[Section]:
    """Fill sections of kind "photos" with the pictures of stories, which then stand there alone."""
    most = {rule.key: rule.most for rule in rules if rule.kind == "photos"}
    pictured = [item for section in sections for item in section.items if item.photo]
    photographs = [made for item in pictured if (made := _photograph(item, issue_id)) is not None]
    kept = tuple(item for item in photographs if item.id not in week.refused)
    return [
        replace(section, items=kept[: most[section.key]], empty_because=_why_empty(kept))
        if section.key in most
        else section
        for section in sections
    ]


def _photograph(item: Item, issue_id: str) -> Item | None:
    photo = item.photo
    if photo is None or not (photo.caption and photo.credit):
        return None
    return Item(
        id=identity("photo", issue_id, photo.digest),
        headline=item.headline,
        detail=Photograph(outlet=item.links[-1].words if item.links else ""),
        links=item.links[-1:],
        photo=photo,
        story_id=item.story_id,
    )


def _keeping(section: Section, kept: Issue | None) -> Section:
    """Put what a person edited back: their items replace or join the drafted ones."""
    if kept is None:
        return section
    edited = {
        item.id: (place.key, item)
        for place in kept.sections
        for item in place.items
        if item.edited_by
    }
    stories = {item.story_id for _, item in edited.values()}
    drafted = [i for i in section.items if i.id not in edited and i.story_id not in stories]
    mine = [item for key, item in edited.values() if key == section.key]
    merged = tuple(_in_kept_order(mine + drafted, kept) if mine else drafted)
    return replace(section, items=merged, empty_because=_why_empty(merged))


def _in_kept_order(items: list[Item], kept: Issue) -> list[Item]:
    """Where a person touched a section, its order stays; what is new follows."""
    position = {item.id: place for place, item in enumerate(kept.items)}
    return sorted(items, key=lambda item: position.get(item.id, len(position)))
