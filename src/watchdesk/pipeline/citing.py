"""What an item takes from the archive: quotations and links.

In: an open desk, an item, and a place in an article of its story, or an address. Out: the item with
it, committed. A quotation's words are never typed here: they are copied from the span with their
evidence. A link leads to what is archived; an address that is not is archived first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from watchdesk.issue import editing as made
from watchdesk.issue import quoted_span
from watchdesk.model import (
    Article,
    Capture,
    Item,
    ItemLink,
    LinkKind,
    Purpose,
    Quoted,
    Span,
    UsageError,
)
from watchdesk.pipeline import intake
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.editing import Changed, Edit, rewrite
from watchdesk.store import Transaction, articles, captures, reads, stories
from watchdesk.text.addresses import is_document

MOST_LINKED = 20
"""So many archived pages that an item's texts lead to are offered as links."""
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Linkable:
    """An archived page that an item could link to, and what it is called."""

    link: ItemLink
    title: str


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


# ── links ─────────────────────────────────────────────────────────────────────────────────────────


def choose_link(  # noqa: PLR0913 - what, where, who, and from which version
    desk: Desk, item_id: str, capture_id: str, words: str, *, by: str, version: str
) -> Changed:
    """A link to an archived page; without words it is named as a draft would name it."""

    def how(tx: Transaction, item: Item) -> Item:
        capture = captures.get(tx, capture_id)
        if capture is None or not capture.url.startswith(_WEB):
            raise UsageError("A link leads to a page of the web that is archived.")
        return made.with_link(item, _linkable(tx, desk, capture).link, words)

    return rewrite(desk, item_id, Edit(what="link added", by=by, version=version, words=words), how)


def link_address(  # noqa: PLR0913 - what, where, who, and from which version
    desk: Desk, item_id: str, url: str, words: str, *, by: str, version: str
) -> Changed:
    """The same for an address, which is archived first where it is not yet.

    `UsageError` where it does not answer, or where a run is at work and will archive it.
    """
    with desk.store.reading() as tx:
        capture = captures.newest_at(tx, url)
    if capture is None:
        received = intake.nominate(desk, url, by=by)
        if received is None:
            raise UsageError("A run is at work and archives this address; add the link after it.")
        capture = received.capture
    return choose_link(desk, item_id, capture.id, words, by=by, version=version)


def linkables(
    tx: Transaction, desk: Desk, item: Item, texts: Iterable[Article]
) -> Iterator[Linkable]:
    """The item's texts and what they lead to, as far as it is archived and not linked yet."""
    known = {link.url for link in item.links}
    for capture in _archived(tx, tuple(texts)):
        one = _linkable(tx, desk, capture)
        if one.link.url not in known and one.link.url.startswith(_WEB):
            known.add(one.link.url)
            yield one


def _archived(tx: Transaction, texts: tuple[Article, ...]) -> Iterator[Capture]:
    yield from captures.many(tx, (text.capture_id for text in texts)).values()
    led = dict.fromkeys(link.url for text in texts for link in text.links)
    held = captures.held_at(tx, led)
    for url in [url for url in led if url in held][:MOST_LINKED]:
        capture = captures.newest_at(tx, url)
        if capture is not None:
            yield capture


def _linkable(tx: Transaction, desk: Desk, capture: Capture) -> Linkable:
    """A document is called by its title, an article by its outlet, as in a draft."""
    article = articles.of_capture(tx, capture.revisit_of or capture.id)
    url = capture.asked if is_document(capture.asked) else capture.url
    paper = is_document(url) or capture.purpose == Purpose.DOCUMENT.value
    title = article.title if article else ""
    outlet = desk.outlets.get(capture.source_id or "") or intake.name_of(url)
    link = ItemLink(
        kind=LinkKind.DOCUMENT if paper else LinkKind.MORE,
        words=(title or outlet) if paper else outlet,
        url=url,
        capture_id=capture.id,
        archived_at=capture.fetched_at,
        language=article.language if article else None,
    )
    return Linkable(link, title or url)
