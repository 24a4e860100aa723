"""Everything an issue cites, out of the store: what the proof and the receipts read.

In: an issue. Out: its articles, captures and the addresses that were archived.
"""

from collections.abc import Iterable

from watchdesk.model import Article, Capture, Issue, LinkKind
from watchdesk.proof import Held
from watchdesk.store import Transaction, articles, captures


def held_for(tx: Transaction, issue: Issue) -> Held:
    """What the archive holds of all that the issue cites."""
    cited = cited_articles(tx, issue)
    holders = cited_captures(tx, issue, cited.values())
    documents = {
        link.capture_id: article
        for item in issue.items
        for link in item.links
        if link.kind is LinkKind.DOCUMENT
        and (article := articles.of_capture(tx, link.capture_id)) is not None
    }
    by_id = cited | {article.id: article for article in documents.values()}
    return Held(articles=by_id, captures=holders)


def cited_articles(tx: Transaction, issue: Issue) -> dict[str, Article]:
    """The articles behind the issue's evidence, by id."""
    ids = {
        evidence.article_id
        for item in issue.items
        for evidence in item.evidence
        if evidence.article_id is not None
    }
    photos = {item.photo.article_id for item in issue.items if item.photo}
    return articles.many(tx, ids | {id_ for id_ in photos if id_ is not None})


def cited_captures(tx: Transaction, issue: Issue, cited: Iterable[Article]) -> dict[str, Capture]:
    """The captures behind articles, links and pictures, with those that hold their bodies."""
    ids = {article.capture_id for article in cited}
    ids |= {link.capture_id for item in issue.items for link in item.links}
    ids |= {item.photo.capture_id for item in issue.items if item.photo}
    found = captures.many(tx, ids)
    holders = {capture.revisit_of for capture in found.values() if capture.revisit_of}
    return found | captures.many(tx, holders)
