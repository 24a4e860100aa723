"""The tables of stories: which articles belong together, and why."""

from sqlalchemy import JSON, Column, Index, Integer, String, Table, Text

from watchdesk.store.columns import Moment
from watchdesk.store.tables.whole import metadata

stories = Table(
    "stories",
    metadata,
    Column("id", String, primary_key=True),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Index("stories_by_last", "last_seen"),
)

members = Table(
    "members",
    metadata,
    Column("article_id", String, primary_key=True),
    Column("story_id", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("source_id", String, nullable=False),
    Column("remembered", Text, nullable=False),
    Index("members_by_story", "story_id"),
    Index("members_by_time", "at"),
)

story_choices = Table(
    "story_choices",  # what a person decided: this article belongs to that story
    metadata,
    Column("article_id", String, primary_key=True),
    Column("story_id", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", Moment, nullable=False),
    Index("story_choices_by_story", "story_id"),
)

story_redirects = Table(
    "story_redirects",  # a merged story's id leads on
    metadata,
    Column("old", String, primary_key=True),
    Column("new", String, nullable=False),
    Column("at", Moment, nullable=False),
)

story_changes = Table(
    "story_changes",  # merges and splits, by a person or by a repair
    metadata,
    Column("id", String, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("by", String, nullable=False),  # empty for a repair
    Column("kind", String, nullable=False),
    Column("story_id", String, nullable=False),
    Column("other_id", String, nullable=False),
    Column("articles", JSON, nullable=False),
    Column("why", Text, nullable=False),
    Index("story_changes_by_story", "story_id", "at"),
)

terms = Table(
    "terms",  # derived: in how many articles a term has stood
    metadata,
    Column("term", String, primary_key=True),
    Column("documents", Integer, nullable=False),
)
