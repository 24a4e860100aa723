"""A drafted item that says what the desk's record does not, with the record's own passage.

In: a draft. Out: the draft in which each such item prints the passage that the entry's newest step
rests on, word for word, as its last line. Who is right is not asked; what a person wrote is left.
"""

from collections.abc import Iterable
from dataclasses import replace

from watchdesk.model import Issue, Item, Line
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.evidence import cited_articles
from watchdesk.pipeline.standings import standings_of
from watchdesk.proof import Standing, contradicted
from watchdesk.store import Transaction


def with_records(tx: Transaction, desk: Desk, issue: Issue) -> Issue:
    """The issue, each drafted item beside the records that it contradicts."""
    drafted = [item for item in issue.items if not item.edited_by]
    standings = standings_of(tx, drafted, desk, cited_articles(tx, drafted))
    return issue.with_items({item.id: beside(item, standings.get(item.id, ())) for item in drafted})


def beside(item: Item, standings: Iterable[Standing]) -> Item:
    """An item with a passage of each record that it contradicts."""
    shown = [entry.evidence[0] for entry in contradicted(item, standings) if entry.evidence]
    lines = tuple(Line(text=one.quote, evidence=(one,)) for one in shown if one.quote)
    return replace(item, lines=(*item.lines, *lines)) if lines else item
