"""Pictures that came in by hand or stood in articles: how each looks, and who may use it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Row

from watchdesk.model import Capture
from watchdesk.store.database import Transaction
from watchdesk.store.dialect import upsert
from watchdesk.store.rows import capture_of
from watchdesk.store.tables import captures, pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What is said of a picture: its words, whose it is, and whether it may be printed."""

    caption: str = ""
    credit: str = ""
    licence: str = ""
    rights: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of the archive; `looks` is its PDQ hash in hexadecimal, `by` who brought it."""

    capture_id: str
    digest: str
    media_type: str
    url: str
    at: datetime
    looks: str
    quality: int
    by: str = ""
    words: Rights = Rights()


def put(tx: Transaction, one: Picture) -> None:
    """Keep a picture, or what is now said of it."""
    row = {name: getattr(one, name) for name in Picture.__slots__}
    tx.connection.execute(upsert(pictures), row | {"words": asdict(one.words)})


def get(tx: Transaction, capture_id: str) -> Picture | None:
    """The picture of a capture."""
    query = select(pictures).where(pictures.c.capture_id == capture_id)
    row = tx.connection.execute(query).first()
    return _picture(row) if row else None


def by_hand(tx: Transaction, *, most: int) -> tuple[Picture, ...]:
    """The pictures that people brought in, newest first."""
    query = select(pictures).where(pictures.c.by != "").order_by(pictures.c.at.desc()).limit(most)
    return tuple(map(_picture, tx.connection.execute(query)))


def looks(tx: Transaction) -> Iterator[tuple[str, str]]:
    """Each picture's capture and how it looks."""
    query = select(pictures.c.capture_id, pictures.c.looks).where(pictures.c.looks != "")
    for row in tx.connection.execute(query):
        yield row.capture_id, row.looks


def unseen(tx: Transaction, *, most: int) -> tuple[Capture, ...]:
    """Archived pictures that nobody has looked at yet, newest first."""
    known = select(pictures.c.digest).where(pictures.c.digest == captures.c.digest).exists()
    query = (
        select(captures)
        .where(captures.c.purpose == "image", captures.c.revisit_of.is_(None))
        .where(captures.c.status == 200, func.substr(captures.c.media_type, 1, 6) == "image/")
        .where(~known)
        .order_by(captures.c.fetched_at.desc())
        .limit(most)
    )
    rows = tx.connection.execute(query).mappings()
    return tuple(capture_of(row) for row in rows)


def _picture(row: Row[Any]) -> Picture:
    values = {name: getattr(row, name) for name in Picture.__slots__}
    return Picture(**(values | {"words": Rights(**row.words)}))
