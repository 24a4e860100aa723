"""Everything that items cite, out of the store: what the proof and the receipts read.

In: the items of an issue, or one. Out: their articles, captures and the addresses that were
archived, and what the desk knows of each item: independent texts behind it, words that were signed.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from watchdesk.model import Article, Capture, Issue, Item, LinkKind, Quantity, Story, Verdict
from watchdesk.pipeline.counting import counted
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.material import PLAYED_AGAIN, of_stories
from watchdesk.pipeline.standings import standings_of
from watchdesk.proof import Held, Known, with_own
from watchdesk.store import Transaction, articles, captures, decisions, reads, stories


def held_for(tx: Transaction, items: Sequence[Item]) -> Held:
    """What the archive holds of all that the items cite."""
    cited = cited_articles(tx, items)
    holders = cited_captures(tx, items, cited.values())
    documents = {
        link.capture_id: article
        for item in items
        for link in item.links
        if link.kind is LinkKind.DOCUMENT
        and (article := articles.of_capture(tx, link.capture_id)) is not None
    }
    by_id = cited | {article.id: article for article in documents.values()}
    return Held(articles=by_id, captures=holders)


def known_for(
    tx: Transaction, items: Sequence[Item], desk: Desk, issue: Issue | None, held: Held
) -> Mapping[str, Known]:
    """What the desk knows of each item beside the words that it cites, by the item's id.

    `issue` is the one that the items stand in; without one, nothing stands beside them. `held` is
    what the archive holds of them.
    """
    terms = with_own(desk.config.proof.terms)
    told = stories.many(tx, {item.story_id for item in items if item.story_id})
    origins = {id_: len(story.origins) for id_, story in told.items()}
    standings = standings_of(tx, items, desk, held.articles)
    disputed = _disputed(tx, told.values(), desk, issue) if issue else {}
    return {
        item.id: Known(
            origins=origins.get(item.story_id or ""),
            terms=terms,
            signed=_signed(tx, item.id),
            conflicts=disputed.get(item.story_id or "", ()),
            standings=standings.get(item.id, ()),
            beside=_beside(item, issue.items) if issue and item.story_id else (),
        )
        for item in items
    }


def _disputed(
    tx: Transaction, told: Collection[Story], desk: Desk, issue: Issue
) -> dict[str, tuple[Quantity, ...]]:
    """What stories count in doubtful ways, by the articles that the issue had to go by."""
    members = {m.article_id for one in told for m in one.members}
    until = issue.until + PLAYED_AGAIN
    new = set(articles.ids_first_captured(tx, since=issue.since, until=until)) & members
    found = reads.many(tx, new)
    return {
        candidate.story.id: tuple(
            one for one in counted(desk, candidate, found) if len(one.rivals) > 1 or one.warnings
        )
        for candidate in of_stories(tx, told, new, desk.config.language)
    }


def _beside(item: Item, items: Sequence[Item]) -> tuple[Item, ...]:
    return tuple(one for one in items if one.story_id == item.story_id and one.id != item.id)


def signing(item_id: str) -> str:
    """What decisions on the words for violations in an item are kept under."""
    return f"term:{item_id}"


def _signed(tx: Transaction, item_id: str) -> frozenset[str]:
    """The codes of violations that an editor signed for an item and did not take back."""
    last = {one.value: one.verdict for one in decisions.of(tx, signing(item_id))}
    return frozenset(code for code, verdict in last.items() if verdict is Verdict.ACCEPT)


def cited_articles(tx: Transaction, items: Sequence[Item]) -> dict[str, Article]:
    """The articles behind the items' evidence, by id."""
    ids = {
        evidence.article_id
        for item in items
        for evidence in item.evidence
        if evidence.article_id is not None
    }
    photos = {item.photo.article_id for item in items if item.photo}
    return articles.many(tx, ids | {id_ for id_ in photos if id_ is not None})


def cited_captures(
    tx: Transaction, items: Sequence[Item], cited: Iterable[Article]
) -> dict[str, Capture]:
    """The captures behind articles, links and pictures, with those that hold their bodies."""
    ids = {article.capture_id for article in cited}
    ids |= {link.capture_id for item in items for link in item.links}
    ids |= {item.photo.capture_id for item in items if item.photo}
    found = captures.many(tx, ids)
    holders = {capture.revisit_of for capture in found.values() if capture.revisit_of}
    return found | captures.many(tx, holders)
