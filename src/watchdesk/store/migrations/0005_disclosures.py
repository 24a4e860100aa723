"""The log of what was unsealed, given out or destroyed."""

import sqlalchemy as sa
from alembic import op

revision = "0005_disclosures"
down_revision = "0004_printed"


def upgrade() -> None:
    """Make the table of the log."""
    op.create_table(
        "disclosures",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("disclosures_by_subject", "disclosures", ["subject", "number"], unique=False)
