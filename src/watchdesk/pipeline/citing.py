"""What an item takes from the archive: quotations.

In: an open desk, an item, and a place in an article of its story. Out: the item with it, committed.
Words are never typed here: they are copied from the span with their evidence.
"""

from collections.abc import Iterator

from watchdesk.issue import editing as made
from watchdesk.issue import quoted_span
from watchdesk.model import Article, Item, Quoted, Span, UsageError
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.editing import Changed, Edit, rewrite
from watchdesk.store import Transaction, articles, reads, stories


def choose_quotation(  # noqa: PLR0913 - what, where, who, and from which version
    desk: Desk,
    item_id: str,
    article_id: str,
    span: Span,
    *,
    by: str,
    version: str,
) -> Changed:
    """A quotation out of an article of the item's story; who speaks is what was read there."""

    def how(tx: Transaction, item: Item) -> Item:
        return made.with_quotation(item, _quoted(tx, _of_item(tx, item, article_id), span))

    return rewrite(desk, item_id, Edit(what="quotation", by=by, version=version), how)


def _of_item(tx: Transaction, item: Item, article_id: str) -> Article:
    """An article that the item may take words from: it cites it, or its story has it."""
    article = articles.many(tx, (article_id,)).get(article_id)
    if article is None or article_id not in set(articles_of(tx, item)):
        raise UsageError("Words are taken from the articles of the item's story alone.")
    return article


def articles_of(tx: Transaction, item: Item) -> Iterator[str]:
    """The articles that an item may take words from: those it cites, its story has or links to."""
    yield from (piece.article_id for piece in item.evidence if piece.article_id)
    story = stories.get(tx, item.story_id) if item.story_id else None
    yield from (member.article_id for member in story.members) if story else ()
    for link in item.links:
        linked = articles.of_capture(tx, link.capture_id)
        yield from (linked.id,) if linked else ()


def _within(article: Article, span: Span) -> Span:
    if span.end > len(article.text):
        raise UsageError("These words do not stand in the article.")
    return span


def _quoted(tx: Transaction, article: Article, span: Span) -> Quoted:
    read = reads.many(tx, (article.id,)).get(article.id)
    return quoted_span(article, _within(article, span), read.statements if read else ())
