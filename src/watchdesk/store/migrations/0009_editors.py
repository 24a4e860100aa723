"""Who may enter the desk's page, and a number that grows with each change an editor can see."""

import sqlalchemy as sa
from alembic import op

from watchdesk.store.dialect import REVISION

revision = "0009_editors"
down_revision = "0008_sendings"


def upgrade() -> None:
    """Make the tables, and the triggers that count."""
    op.create_table(
        "passwords",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("changed_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "sessions",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("until", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_index("sessions_by_name", "sessions", ["name"], unique=False)
    op.create_table(
        "revision",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("one"),
    )
    for statement in REVISION:
        op.execute(statement)
