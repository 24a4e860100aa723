"""The tables of who may enter the desk."""

from sqlalchemy import Column, Index, Integer, String, Table

from watchdesk.store.columns import Moment
from watchdesk.store.tables.whole import metadata

passwords = Table(
    "passwords",
    metadata,
    Column("name", String, primary_key=True),
    Column("digest", String, nullable=False),  # argon2, with its salt and its costs
    Column("changed_at", Moment, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("digest", String, primary_key=True),  # of the token; the token itself is in the cookie
    Column("name", String, nullable=False),
    Column("until", Moment, nullable=False),
    Index("sessions_by_name", "name"),
)

revision = Table(
    "revision",  # one row: grows with each change that an editor can see
    metadata,
    Column("one", Integer, primary_key=True),
    Column("number", Integer, nullable=False),
)
