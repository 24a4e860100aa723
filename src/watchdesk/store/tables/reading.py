"""The tables of articles and of what was read in them.

Both are derived, but frozen: a better reader adds, never edits.
"""

from sqlalchemy import JSON, Boolean, Column, Index, Integer, String, Table, Text

from watchdesk.store.columns import Moment
from watchdesk.store.tables.whole import metadata

articles = Table(
    "articles",
    metadata,
    Column("arrived", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("capture_id", String, nullable=False),
    Column("source_id", String),
    Column("url", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("published_at", Moment),
    Column("language", String),
    Column("text", Text, nullable=False),
    Column("reader", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("page_type", String, nullable=False),
    Column("captured_at", Moment, nullable=False),
    Column("first_captured_at", Moment, nullable=False),
    Column("replaces", String),
    Column("current", Boolean, nullable=False),
    Column("details", JSON, nullable=False),
    Index("articles_by_capture", "capture_id"),
    Index("articles_by_url", "url", "current"),
    Index("articles_by_capture_time", "first_captured_at"),
)

reads = Table(
    "reads",  # derived: statements, figures and mentions of an article
    metadata,
    Column("article_id", String, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("statements", JSON, nullable=False),
    Column("figures", JSON, nullable=False),
    Column("mentions", JSON, nullable=False),
)
