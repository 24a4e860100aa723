"""Issues on their way to somebody else's mailer."""

import sqlalchemy as sa
from alembic import op

revision = "0015_handovers"
down_revision = "0014_pictures"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "handovers",
        sa.Column("issue_id", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("remote", sa.String(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("issue_id", "target"),
    )
