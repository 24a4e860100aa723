"""That an issue's list of readers was made."""

import sqlalchemy as sa
from alembic import op

revision = "0008_sendings"
down_revision = "0007_mail"


def upgrade() -> None:
    """Make the table of the lists that were made."""
    op.create_table(
        "sendings",
        sa.Column("issue_id", sa.String(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("issue_id"),
    )
