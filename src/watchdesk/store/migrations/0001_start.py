"""The start: captures, gathering, articles, stories, issues, decisions, and the search index."""

import sqlalchemy as sa
from alembic import op

from watchdesk.store.dialect import SEARCH_INDEX

revision = "0001_start"
down_revision = None


def upgrade() -> None:
    """Make every table of the first release."""
    op.create_table(
        "addresses",
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("etag", sa.String(), nullable=True),
        sa.Column("last_modified", sa.String(), nullable=True),
        sa.Column("capture_id", sa.String(), nullable=True),
        sa.Column("digest", sa.String(), nullable=True),
        sa.Column("checked_at", sa.String(32), nullable=True),
        sa.Column("asked_whole_at", sa.String(32), nullable=True),
        sa.Column("not_before", sa.String(32), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("url"),
    )
    op.create_table(
        "articles",
        sa.Column("arrived", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("capture_id", sa.String(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("published_at", sa.String(32), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("page_type", sa.String(), nullable=False),
        sa.Column("captured_at", sa.String(32), nullable=False),
        sa.Column("first_captured_at", sa.String(32), nullable=False),
        sa.Column("replaces", sa.String(), nullable=True),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("arrived"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("articles_by_capture", "articles", ["capture_id"], unique=False)
    op.create_index("articles_by_capture_time", "articles", ["first_captured_at"], unique=False)
    op.create_index("articles_by_url", "articles", ["url", "current"], unique=False)
    op.create_table(
        "captures",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("fetched_at", sa.String(32), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("charset", sa.String(), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("offset", sa.Integer(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=True),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("revisit_of", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("captures_by_asked", "captures", ["asked", "fetched_at"], unique=False)
    op.create_index("captures_by_place", "captures", ["file", "offset"], unique=False)
    op.create_index("captures_by_source", "captures", ["source_id", "fetched_at"], unique=False)
    op.create_index("captures_by_url", "captures", ["url", "fetched_at"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("decisions_by_subject", "decisions", ["subject", "at"], unique=False)
    op.create_table(
        "issues",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("until", sa.String(32), nullable=False),
        sa.Column("head", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    op.create_table(
        "items",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("issue_id", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.String(), nullable=True),
        sa.Column("edited_by", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("items_by_issue", "items", ["issue_id", "position"], unique=False)
    op.create_index("items_by_story", "items", ["story_id"], unique=False)
    op.create_table(
        "leads",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("entry_key", sa.String(), nullable=False),
        sa.Column("url_key", sa.String(), nullable=False),
        sa.Column("content_key", sa.String(), nullable=False),
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("authors", sa.JSON(), nullable=False),
        sa.Column("categories", sa.JSON(), nullable=False),
        sa.Column("published", sa.String(32), nullable=True),
        sa.Column("updated", sa.String(32), nullable=True),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("found_in", sa.String(), nullable=False),
        sa.Column("first_seen", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("leads_by_address", "leads", ["url"], unique=False)
    op.create_index("leads_by_content", "leads", ["source_id", "content_key"], unique=False)
    op.create_index("leads_by_entry", "leads", ["source_id", "entry_key"], unique=False)
    op.create_index("leads_by_url", "leads", ["source_id", "url_key"], unique=False)
    op.create_table(
        "members",
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("story_id", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("remembered", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_id"),
    )
    op.create_index("members_by_story", "members", ["story_id"], unique=False)
    op.create_index("members_by_time", "members", ["at"], unique=False)
    op.create_table(
        "problems",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=True),
        sa.Column("retry_after", sa.String(32), nullable=True),
        sa.Column("first_at", sa.String(32), nullable=False),
        sa.Column("last_at", sa.String(32), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("problems_open", "problems", ["open", "source_id"], unique=False)
    op.create_table(
        "proofs",
        sa.Column("issue_id", sa.String(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("blocks", sa.Boolean(), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("issue_id"),
    )
    op.create_table(
        "reads",
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("statements", sa.JSON(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("mentions", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("article_id"),
    )
    op.create_table(
        "requests",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("found_in", sa.String(), nullable=True),
        sa.Column("added_at", sa.String(32), nullable=False),
        sa.Column("not_before", sa.String(32), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "rhythms",
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("newest", sa.String(32), nullable=True),
        sa.Column("usual_days", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("source_id"),
    )
    op.create_table(
        "robots",
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("fetched_at", sa.String(32), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("host"),
    )
    op.create_table(
        "stories",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("first_seen", sa.String(32), nullable=False),
        sa.Column("last_seen", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("stories_by_last", "stories", ["last_seen"], unique=False)
    op.create_table(
        "terms",
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("term"),
    )
    op.create_table(
        "visits",
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("listed", sa.Integer(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("source_id", "at"),
    )
    op.create_index("visits_by_time", "visits", ["at"], unique=False)
    op.create_table(
        "work",
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("added_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("stage", "subject"),
    )
    op.create_index("work_in_order", "work", ["stage", "added_at"], unique=False)
    for statement in SEARCH_INDEX:
        op.execute(statement)
