"""An item on the bench: its parts with their evidence, what it could take, what was done to it.

In: an open desk and an item of the open draft, or of the newest issue. Out: one `Bench`, and the
item as it would stand with other words, for the gate. Nothing is changed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchdesk.issue import editing as made
from watchdesk.model import Article, Capture, Evidence, Issue, Item, Part, Span, UsageError
from watchdesk.pipeline.citing import Linkable, articles_of, linkables
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.witnesses import around
from watchdesk.store import Transaction, articles, captures, changes, issues, reads
from watchdesk.store.changes import Change

MOST_TEXTS = 12
MOST_OFFERED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """Words of somebody that the item could quote, where they stand, and who says them."""

    article: Article
    outlet: str
    span: Span
    words: str
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """An item with all that is needed to work on it."""

    issue: Issue
    item: Item
    section: str
    version: str
    texts: dict[str, Article]
    held: dict[str, Capture]
    offered: tuple[Offered, ...]
    linkable: tuple[Linkable, ...]
    history: tuple[Change, ...]


def bench(desk: Desk, item_id: str) -> Bench:
    """The item on the bench; `UsageError` where no issue in hand has it."""
    with desk.store.reading() as tx:
        issue = issues.open_draft(tx) or issues.newest(tx)
        item, section = _found(issue, item_id)
        texts = _texts(tx, item)
        held = captures.many(tx, (text.capture_id for text in texts.values()))
        offered = tuple(_offered(tx, desk, item, texts))[:MOST_OFFERED]
        linkable = tuple(linkables(tx, desk, item, texts.values()))
        history = changes.of_item(tx, item_id)
    if issue is None:
        raise UsageError("There is no issue yet.")
    return Bench(
        issue=issue,
        item=item,
        section=section,
        version=made.version_of(item),
        texts=texts,
        held=held,
        offered=offered,
        linkable=linkable,
        history=history,
    )


def as_written(desk: Desk, item_id: str, headline: str, lines: Sequence[str], *, by: str) -> Item:
    """The item as it would stand with these words; nothing is kept."""
    with desk.store.reading() as tx:
        item, _ = _found(issues.open_draft(tx) or issues.newest(tx), item_id)
    return made.with_words(item, headline, lines, by=by, language=desk.config.language)


def _found(issue: Issue | None, item_id: str) -> tuple[Item, str]:
    for section in issue.sections if issue else ():
        for item in section.items:
            if item.id == item_id:
                return item, section.title
    raise UsageError("This item does not stand in the issue; somebody may have taken it out.")


def _texts(tx: Transaction, item: Item) -> dict[str, Article]:
    wanted = dict.fromkeys(articles_of(tx, item))
    return articles.many(tx, list(wanted)[:MOST_TEXTS])


def _offered(
    tx: Transaction, desk: Desk, item: Item, texts: dict[str, Article]
) -> Iterator[Offered]:
    """The words of somebody in these texts that are not quoted yet."""
    quoted = {(one.article_id, one.span) for quote in item.quotes for one in quote.evidence}
    for article_id, read in reads.many(tx, texts).items():
        article = texts[article_id]
        for statement in read.statements:
            span = statement.content[0] if statement.content else None
            if span is None or statement.speaker is None or (article_id, span) in quoted:
                continue
            yield Offered(
                article=article,
                outlet=desk.outlets.get(article.source_id or "", article.url),
                span=span,
                words=span.of(article.text),
                speaker=statement.speaker.name,
            )


def context_of(bench_: Bench, piece: Evidence) -> tuple[str, str]:
    """The words before and behind a passage, as its article has them."""
    article = bench_.texts.get(piece.article_id or "")
    if article is None or piece.span is None or piece.part is not Part.TEXT:
        return "", ""
    return around(article.text, piece.span.start, piece.span.end)


def outlet_of(desk: Desk, bench_: Bench, piece: Evidence) -> str:
    """How the source of a piece of evidence is named."""
    article = bench_.texts.get(piece.article_id or "")
    return desk.outlets.get(article.source_id or "", article.url) if article else ""
