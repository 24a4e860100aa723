"""What was read in an article: statements, figures, mentions."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from watchdesk.model import Figure, Mention, Statement
from watchdesk.store.database import Transaction
from watchdesk.store.dialect import upsert
from watchdesk.store.portions import portions
from watchdesk.store.tables import reads
from watchdesk.store.values import dump, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that was found in one article, by one version of the reader of statements."""

    article_id: str
    version: int
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    mentions: tuple[Mention, ...] = ()


def put(tx: Transaction, found: Findings) -> None:
    """Keep what was found; an earlier version's findings are replaced."""
    row = {
        "article_id": found.article_id,
        "version": found.version,
        "statements": dump(found.statements),
        "figures": dump(found.figures),
        "mentions": dump(found.mentions),
    }
    tx.connection.execute(upsert(reads), row)


def many(tx: Transaction, article_ids: Iterable[str]) -> dict[str, Findings]:
    """What was found in each of these articles, by the article's id."""
    queries = (select(reads).where(reads.c.article_id.in_(some)) for some in portions(article_ids))
    return {
        row.article_id: Findings(
            article_id=row.article_id,
            version=row.version,
            statements=load(tuple[Statement, ...], row.statements),
            figures=load(tuple[Figure, ...], row.figures),
            mentions=load(tuple[Mention, ...], row.mentions),
        )
        for query in queries
        for row in tx.connection.execute(query)
    }
