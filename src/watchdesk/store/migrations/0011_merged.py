"""What was merged into an entry is found without looking through all."""

from alembic import op

revision = "0011_merged"
down_revision = "0010_editing"


def upgrade() -> None:
    """Add the index."""
    op.create_index("entries_by_pointer", "entries", ["merged_into"])
