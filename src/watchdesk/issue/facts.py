"""What stands beside an item: who told it, who was first, and where to read on.

In: a candidate and the frame of the week. Out: the detail of a story, and its links.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from watchdesk.issue.candidate import Candidate, LinkedDocument, Week
from watchdesk.model import Article, ItemLink, LinkKind, Precision, Told

_WEB = ("http://", "https://")


def told(candidate: Candidate, week: Week) -> Told:
    """How many independent texts, who was first and when, how many copies."""
    first = min(candidate.articles, key=lambda article: _at_latest(article, candidate))
    origins = len(candidate.story.origins)
    return Told(
        origins=origins,
        first_source=week.outlet(first),
        first_at=when(first, candidate),
        copies=len(candidate.story.members) - origins,
        why=candidate.why,
    )


def when(article: Article, candidate: Candidate) -> datetime:
    """When an article appeared: its own date, else when it was captured."""
    if article.published and not article.published.doubtful:
        return article.published.at
    return candidate.captures[article.capture_id].fetched_at


def _at_latest(article: Article, candidate: Candidate) -> datetime:
    """The end of what is known of the time: a date without an hour must not win by midnight."""
    seen = candidate.captures[article.capture_id].fetched_at
    published = article.published
    if published is None or published.doubtful:
        return seen
    day = timedelta() if published.precision is Precision.MOMENT else timedelta(days=1)
    return min(published.at + day, seen)


def links(candidate: Candidate, week: Week) -> tuple[ItemLink, ...]:
    """The documents first, then one article of each outlet, the headline's outlet first.

    `links` of the house bounds both together; one article is always among them. What is not on
    the web (a mail, a file of the desk's folder) has no link.
    """
    found = {link.url: link for link in map(_document, candidate.documents)}
    documents = [link for link in found.values() if link.url.startswith(_WEB)]
    documents = documents[: max(0, week.house.links - 1)]
    known = {link.url for link in documents}
    articles = [link for link in _articles(candidate, week) if link.url not in known]
    return (*documents, *articles[: max(1, week.house.links - len(documents))])


def _articles(candidate: Candidate, week: Week) -> Iterator[ItemLink]:
    outlets: set[str] = set()
    for article in (candidate.leading, *candidate.articles):
        link = link_to(article, candidate, week)
        if link.url.startswith(_WEB) and link.words not in outlets:
            outlets.add(link.words)
            yield link


def link_to(article: Article, candidate: Candidate, week: Week) -> ItemLink:
    """The link to an article, by the name of its outlet."""
    capture = candidate.captures[article.capture_id]
    return ItemLink(
        kind=LinkKind.MORE,
        words=week.outlet(article),
        url=capture.url,
        capture_id=capture.id,
        archived_at=capture.fetched_at,
        language=article.language,
    )


def opening(found: tuple[ItemLink, ...]) -> tuple[ItemLink, ...]:
    """The first link to an article, for items that have one link."""
    return tuple(link for link in found if link.kind is LinkKind.MORE)[:1]


def _document(document: LinkedDocument) -> ItemLink:
    return ItemLink(
        kind=LinkKind.DOCUMENT,
        words=document.words,
        url=document.url,
        capture_id=document.capture.id,
        archived_at=document.capture.fetched_at,
        language=document.article.language if document.article else None,
    )
