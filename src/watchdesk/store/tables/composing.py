"""The tables of the issue: its draft, its proof, what was printed, what people decided."""

from sqlalchemy import JSON, Boolean, Column, Index, Integer, String, Table, Text

from watchdesk.store.columns import Moment
from watchdesk.store.tables.whole import metadata

issues = Table(
    "issues",
    metadata,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("state", String, nullable=False),
    Column("until", Moment, nullable=False),
    Column("head", JSON, nullable=False),  # the issue without its sections' items
)

items = Table(
    "items",
    metadata,
    Column("id", String, primary_key=True),
    Column("issue_id", String, nullable=False),
    Column("section", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("story_id", String),
    Column("edited_by", String, nullable=False),
    Column("value", JSON, nullable=False),
    Index("items_by_issue", "issue_id", "position"),
    Index("items_by_story", "story_id"),
)

proofs = Table(
    "proofs",
    metadata,
    Column("issue_id", String, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("fingerprint", String, nullable=False),  # of the issue that was proven
    Column("blocks", Boolean, nullable=False),
    Column("report", JSON, nullable=False),
)

printed = Table(
    "printed",  # which story, link, quotation or picture ran in which published issue
    metadata,
    Column("key", String, primary_key=True),
    Column("issue", Integer, primary_key=True),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", String, primary_key=True),
    Column("subject", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("note", Text, nullable=False),
    Column("value", Text, nullable=False),
    Index("decisions_by_subject", "subject", "at"),
)
