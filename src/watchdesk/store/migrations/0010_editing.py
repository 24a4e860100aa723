"""History of items, and what was set aside."""

import sqlalchemy as sa
from alembic import op

from watchdesk.store.dialect import counted

revision = "0010_editing"
down_revision = "0009_editors"

_TAKEN_OUT = """
    INSERT OR IGNORE INTO set_aside (subject, issue_id, item_id, how, by, at, note)
    SELECT 'item:' || value, substr(subject, 9), value, 'taken out', by, at, ''
    FROM decisions WHERE subject LIKE 'removed:%'
"""


def upgrade() -> None:
    """Make the tables of editing, and take over what was taken out so far."""
    _history()
    _standing()
    op.execute(_TAKEN_OUT)


def _history() -> None:
    op.create_table(
        "changes",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("issue_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("undoes", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("changes_by_item", "changes", ["item_id", "number"], unique=False)
    op.create_index("changes_by_issue", "changes", ["issue_id", "number"], unique=False)
    op.create_index("changes_by_act", "changes", ["act"], unique=False)


def _standing() -> None:
    op.create_table(
        "set_aside",
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("issue_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("subject"),
    )
    op.create_index("set_aside_by_issue", "set_aside", ["issue_id", "how"], unique=False)
    for statement in counted(("changes", "set_aside")):
        op.execute(statement)
