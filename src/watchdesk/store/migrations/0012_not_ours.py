"""Problems that a person said are not this desk's concern."""

import sqlalchemy as sa
from alembic import op

revision = "0012_not_ours"
down_revision = "0011_merged"


def upgrade() -> None:
    """Give problems a column for who let them be, and at which kind of failure."""
    with op.batch_alter_table("problems") as table:
        table.add_column(sa.Column("let_be", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("let_be_by", sa.String(), nullable=False, server_default=""))
