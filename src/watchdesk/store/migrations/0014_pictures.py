"""Pictures that were brought in by hand or looked at, as they are known again."""

import sqlalchemy as sa
from alembic import op

revision = "0014_pictures"
down_revision = "0013_corrections"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "pictures",
        sa.Column("capture_id", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("looks", sa.String(64), nullable=False),
        sa.Column("quality", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("capture_id"),
    )
    op.create_index("pictures_by_time", "pictures", ["at"], unique=False)
    op.create_index("pictures_by_digest", "pictures", ["digest"], unique=False)
