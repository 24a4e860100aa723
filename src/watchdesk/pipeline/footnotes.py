"""A written file against the archive: what its footnotes lead to, and what the gate finds.

In: an open desk and the text of a Markdown file. Out: findings with line and column. A footnote
may name an address, an article's id, or a record's place in the archive (`FILE.warc.gz:OFFSET`).
Nothing is fetched and nothing is kept.
"""

import re
from collections.abc import Iterable

from watchdesk.model import Article, Capture
from watchdesk.pipeline.desk import Desk
from watchdesk.proof import (
    Known,
    Placed,
    Resolved,
    check_document,
    reached,
    read_markdown,
    with_own,
)
from watchdesk.store import Transaction, articles, captures, stories

_PLACE = re.compile(r"(?:.*/)?([^/]+\.warc(?:\.gz)?)[:#](\d{1,15})")


def prove_file(desk: Desk, text: str) -> tuple[Placed, ...]:
    """Check a Markdown text with footnotes against what the archive holds."""
    document = read_markdown(text)
    with desk.store.reading() as tx:
        resolved = _resolved(tx, reached(document), desk)
    return check_document(document, resolved)


def _resolved(tx: Transaction, targets: Iterable[str], desk: Desk) -> Resolved:
    found = {target: _capture(tx, target) for target in targets}
    held = {target: _article(tx, target, capture) for target, capture in found.items()}
    read = {target: article for target, article in held.items() if article is not None}
    return Resolved(
        articles=read,
        captures={target: capture for target, capture in found.items() if capture is not None},
        origins=_origins(tx, read.values()),
        known=Known(terms=with_own(desk.config.proof.terms)),
    )


def _capture(tx: Transaction, target: str) -> Capture | None:
    place = _PLACE.fullmatch(target)
    if place:
        return captures.at_place(tx, place[1], int(place[2]))
    bare, _, _ = target.partition("#")
    return captures.newest_at(tx, target) or captures.newest_at(tx, bare)


def _article(tx: Transaction, target: str, capture: Capture | None) -> Article | None:
    """The current reading of an address, the one of this id, or the newest of this record."""
    if capture is None:
        return articles.get(tx, target)
    if _PLACE.fullmatch(target):
        return articles.of_capture(tx, captures.holder_of(tx, capture).id)
    return articles.current_at(tx, capture.url) or articles.of_capture(tx, capture.id)


def _origins(tx: Transaction, read: Iterable[Article]) -> dict[str, str]:
    """The independent text that each article is, or is a copy of, as grouping found it."""
    told = stories.many(tx, stories.of_articles(tx, (one.id for one in read)).values())
    return {each.article_id: each.origin for story in told.values() for each in story.members}
