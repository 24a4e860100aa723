"""What was corrected or withdrawn after publication."""

import sqlalchemy as sa
from alembic import op

revision = "0013_corrections"
down_revision = "0012_not_ours"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "corrections",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("issue", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
