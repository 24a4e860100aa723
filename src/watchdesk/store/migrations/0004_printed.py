"""What ran in which issue."""

import sqlalchemy as sa
from alembic import op

revision = "0004_printed"
down_revision = "0003_story_changes"


def upgrade() -> None:
    """Make the table of what ran."""
    op.create_table(
        "printed",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("issue", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "issue"),
    )
