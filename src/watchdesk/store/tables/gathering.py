"""The tables of what was fetched and what is to be fetched: evidence, addresses, leads, work."""

from sqlalchemy import JSON, Boolean, Column, Index, Integer, LargeBinary, String, Table, Text

from watchdesk.store.columns import Moment
from watchdesk.store.tables.whole import metadata

captures = Table(
    "captures",
    metadata,
    Column("id", String, primary_key=True),
    Column("url", String, nullable=False),
    Column("asked", String, nullable=False),
    Column("fetched_at", Moment, nullable=False),
    Column("status", Integer, nullable=False),
    Column("media_type", String, nullable=False),
    Column("charset", String),
    Column("digest", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("how", String, nullable=False),
    Column("file", String, nullable=False),
    Column("offset", Integer, nullable=False),
    Column("length", Integer, nullable=False),
    Column("source_id", String),
    Column("purpose", String, nullable=False),
    Column("revisit_of", String),
    Index("captures_by_url", "url", "fetched_at"),
    Index("captures_by_asked", "asked", "fetched_at"),
    Index("captures_by_place", "file", "offset"),
    Index("captures_by_source", "source_id", "fetched_at"),
)

addresses = Table(
    "addresses",  # what is known of an address that is asked for again
    metadata,
    Column("url", String, primary_key=True),
    Column("etag", String),
    Column("last_modified", String),
    Column("capture_id", String),  # the capture that holds the newest body
    Column("digest", String),
    Column("checked_at", Moment),
    Column("asked_whole_at", Moment),  # when it was last asked for without validators
    Column("not_before", Moment),
    Column("failures", Integer, nullable=False, default=0),
)

robots = Table(
    "robots",
    metadata,
    Column("host", String, primary_key=True),
    Column("fetched_at", Moment, nullable=False),
    Column("status", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

requests = Table(
    "requests",  # what is to be fetched; a row goes when its answer is committed
    metadata,
    Column("id", String, primary_key=True),
    Column("url", String, nullable=False),
    Column("source_id", String, nullable=False),
    Column("purpose", String, nullable=False),
    Column("found_in", String),
    Column("added_at", Moment, nullable=False),
    Column("not_before", Moment),
    Column("tries", Integer, nullable=False, default=0),
)

leads = Table(
    "leads",
    metadata,
    Column("id", String, primary_key=True),
    Column("source_id", String, nullable=False),
    Column("url", String),
    Column("entry_key", String, nullable=False),
    Column("url_key", String, nullable=False),
    Column("content_key", String, nullable=False),
    Column("entry_id", Text, nullable=False, default=""),
    Column("title", Text, nullable=False),
    Column("summary", Text, nullable=False, default=""),
    Column("authors", JSON, nullable=False),
    Column("categories", JSON, nullable=False),
    Column("published", Moment),
    Column("updated", Moment),
    Column("purpose", String, nullable=False),
    Column("found_in", String, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Index("leads_by_entry", "source_id", "entry_key"),
    Index("leads_by_url", "source_id", "url_key"),
    Index("leads_by_content", "source_id", "content_key"),
    Index("leads_by_address", "url"),
)

visits = Table(
    "visits",
    metadata,
    Column("source_id", String, primary_key=True),
    Column("at", Moment, primary_key=True),
    Column("outcome", String, nullable=False),
    Column("listed", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Index("visits_by_time", "at"),
)

rhythms = Table(
    "rhythms",  # derived: how often a source has something new, kept step by step
    metadata,
    Column("source_id", String, primary_key=True),
    Column("newest", Moment),  # when the newest entry was published or first seen
    Column("usual_days", JSON),  # the last distances of two new entries, in days
)

work = Table(
    "work",  # what waits for which stage; a row goes with the commit of its result
    metadata,
    Column("stage", String, primary_key=True),
    Column("subject", String, primary_key=True),
    Column("added_at", Moment, nullable=False),
    Index("work_in_order", "stage", "added_at"),
)

problems = Table(
    "problems",
    metadata,
    Column("id", String, primary_key=True),
    Column("stage", String, nullable=False),
    Column("subject", Text, nullable=False),
    Column("code", String, nullable=False),
    Column("message", Text, nullable=False),
    Column("source_id", String),
    Column("retry_after", Moment),
    Column("first_at", Moment, nullable=False),
    Column("last_at", Moment, nullable=False),
    Column("times", Integer, nullable=False),
    Column("open", Boolean, nullable=False),
    Column("let_be", String, nullable=False, server_default=""),  # a code that nobody minds
    Column("let_be_by", String, nullable=False, server_default=""),
    Index("problems_open", "open", "source_id"),
)
