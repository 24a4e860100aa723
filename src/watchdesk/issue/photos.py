"""Pictures that stand as items of their own.

In: the candidates of the issue and the pictures that stand with stories already. Out: photograph
items, each picture once, with caption and credit or not at all. A story keeps its picture: a
section of photos first takes those that stand nowhere else (the other pictures of stories, those of
opinions and briefs), and only then, up to its number of items, shows pictures of stories again; an
editor who wants each picture once takes them out of one of the two places. Captions in the
language of the issue go first.
"""

from collections.abc import Collection, Iterable, Iterator

from watchdesk.issue.candidate import Candidate, Week
from watchdesk.issue.cite import headline_of
from watchdesk.issue.facts import link_to
from watchdesk.model import Article, Item, Photo, Photograph, identity

NO_PICTURE = "No picture of this week's stories comes with a caption and a credit."


def photographs(
    candidates: Iterable[Candidate], week: Week, issue_id: str, *, shown: Collection[str]
) -> tuple[Item, ...]:
    """All pictures that may stand alone, best first; `shown` are digests of those with stories."""
    found: dict[str, tuple[tuple[bool, bool], Item]] = {}
    for candidate in candidates:
        for photo, article in _pictures(candidate):
            rank = (photo.digest in shown, article.language != week.language)
            item = _photograph(photo, article, candidate, week, issue_id)
            if photo.digest not in found or rank < found[photo.digest][0]:
                found[photo.digest] = (rank, item)
    ranked = sorted(found.values(), key=lambda pair: pair[0])
    return tuple(item for _, item in ranked)


def _pictures(candidate: Candidate) -> Iterator[tuple[Photo, Article]]:
    """Pictures with caption and credit, each with the article that printed it."""
    by_id = {article.id: article for article in candidate.articles}
    for photo in (candidate.photo, *candidate.pictures):
        if photo is None or not (photo.caption.strip() and photo.credit.strip()):
            continue
        article = by_id.get(photo.article_id or "", candidate.leading)
        if article.title.strip():
            yield photo, article


def _photograph(
    photo: Photo, article: Article, candidate: Candidate, week: Week, issue_id: str
) -> Item:
    link = link_to(article, candidate, week)
    return Item(
        id=identity("photo", issue_id, photo.digest),
        headline=headline_of(article),
        detail=Photograph(outlet=week.outlet(article)),
        links=(link,) if link.url.startswith("http") else (),
        photo=photo,
        story_id=candidate.story.id,
    )
