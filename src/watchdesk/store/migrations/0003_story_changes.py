"""What editors decide on stories, where merged stories lead, and the log of merges and splits."""

import sqlalchemy as sa
from alembic import op

revision = "0003_story_changes"
down_revision = "0002_registers"


def upgrade() -> None:
    """Make the tables of decisions on stories."""
    op.create_table(
        "story_choices",
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("story_id", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("article_id"),
    )
    op.create_index("story_choices_by_story", "story_choices", ["story_id"], unique=False)
    op.create_table(
        "story_redirects",
        sa.Column("old", sa.String(), nullable=False),
        sa.Column("new", sa.String(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("old"),
    )
    op.create_table(
        "story_changes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("story_id", sa.String(), nullable=False),
        sa.Column("other_id", sa.String(), nullable=False),
        sa.Column("articles", sa.JSON(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("story_changes_by_story", "story_changes", ["story_id", "at"], unique=False)
