"""Registers: developments in a chain, what is folded from them, and proposals."""

import sqlalchemy as sa
from alembic import op

from watchdesk.store.dialect import SPELL_BOXES

revision = "0002_registers"
down_revision = "0001_start"


def upgrade() -> None:
    """Make the tables of the registers."""
    op.create_table(
        "developments",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("register", sa.String(), nullable=False),
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("held_from", sa.String(10), nullable=False),
        sa.Column("held_to", sa.String(10), nullable=True),
        sa.Column("precision", sa.String(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("says", sa.Text(), nullable=False),
        sa.Column("recorded", sa.String(32), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("retracts", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("developments_by_entry", "developments", ["entry", "number"], unique=False)
    op.create_index("developments_by_time", "developments", ["recorded"], unique=False)
    op.create_table(
        "entries",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("register", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("since", sa.String(10), nullable=True),
        sa.Column("next_date", sa.String(10), nullable=True),
        sa.Column("last_held", sa.String(10), nullable=False),
        sa.Column("last_recorded", sa.String(32), nullable=False),
        sa.Column("merged_into", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("entries_by_next", "entries", ["register", "next_date"], unique=False)
    op.create_index("entries_by_silence", "entries", ["register", "last_held"], unique=False)
    op.create_index("entries_by_status", "entries", ["register", "status", "title"], unique=False)
    op.create_table(
        "entry_keys",
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("entry", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("scheme", "value", "entry"),
    )
    op.create_index("entry_keys_by_entry", "entry_keys", ["entry"], unique=False)
    op.create_table(
        "spells",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("register", sa.String(), nullable=False),
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("since", sa.String(10), nullable=False),
        sa.Column("until", sa.String(10), nullable=False),
        sa.Column("known_from", sa.String(32), nullable=False),
        sa.Column("known_to", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("spells_by_entry", "spells", ["entry"], unique=False)
    op.create_table(
        "proposals",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("register", sa.String(), nullable=False),
        sa.Column("entry", sa.String(), nullable=True),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("proposals_by_entry", "proposals", ["entry"], unique=False)
    op.create_index(
        "proposals_waiting", "proposals", ["verdict", "register", "made_at"], unique=False
    )
    for statement in SPELL_BOXES:
        op.execute(statement)
