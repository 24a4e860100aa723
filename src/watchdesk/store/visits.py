"""Visits to sources, and the rhythm in which each has something new."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select

from watchdesk.store.database import Transaction
from watchdesk.store.dialect import upsert
from watchdesk.store.tables import rhythms, visits


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit: `outcome` is "new", "unchanged", "empty" or "failed"; counts of entries."""

    source_id: str
    at: datetime
    outcome: str
    listed: int = 0
    new: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """When the newest entry came, and the last distances between new ones, in days."""

    source_id: str
    newest: datetime | None
    distances: tuple[float, ...]


def add(tx: Transaction, visit: Visit) -> None:
    """Keep a visit."""
    row = {name: getattr(visit, name) for name in visit.__slots__}
    tx.connection.execute(upsert(visits), row)


def newest_of_each(tx: Transaction) -> Mapping[str, Visit]:
    """The newest visit of each source."""
    last = select(visits.c.source_id, func.max(visits.c.at).label("at")).group_by(
        visits.c.source_id
    )
    newest = last.subquery()
    query = select(visits).join(
        newest, (visits.c.source_id == newest.c.source_id) & (visits.c.at == newest.c.at)
    )
    return {row.source_id: _visit(row) for row in tx.connection.execute(query)}


# Built once: it is asked for every answer, and making it anew costs more than running it.
_LAST_OUTCOME = (
    select(visits.c.outcome)
    .where(visits.c.source_id == bindparam("source"))
    .order_by(visits.c.at.desc())
    .limit(1)
)


def last_outcome(tx: Transaction, source_id: str) -> str:
    """How a source's newest visit went; empty where there was none."""
    return tx.connection.execute(_LAST_OUTCOME, {"source": source_id}).scalar() or ""


def _visit(row: object) -> Visit:
    fields = ("source_id", "at", "outcome", "listed", "new")
    return Visit(**{name: getattr(row, name) for name in fields})


def rhythm_of(tx: Transaction, source_id: str) -> Rhythm:
    """The rhythm of one source; without distances where it is new."""
    row = tx.connection.execute(select(rhythms).where(rhythms.c.source_id == source_id)).first()
    if row is None:
        return Rhythm(source_id=source_id, newest=None, distances=())
    return Rhythm(source_id=source_id, newest=row.newest, distances=tuple(row.usual_days))


def rhythms_of_all(tx: Transaction) -> Mapping[str, Rhythm]:
    """The rhythm of each source."""
    return {
        row.source_id: Rhythm(
            source_id=row.source_id, newest=row.newest, distances=tuple(row.usual_days)
        )
        for row in tx.connection.execute(select(rhythms))
    }


def put_rhythm(tx: Transaction, rhythm: Rhythm) -> None:
    """Keep a rhythm."""
    distances = list(rhythm.distances)
    row = {"source_id": rhythm.source_id, "newest": rhythm.newest, "usual_days": distances}
    tx.connection.execute(upsert(rhythms), row)
