"""Spells without an end have a place of their own in the R-tree."""

from alembic import op

from watchdesk.store.dialect import SPELL_BOXES

revision = "0006_spell_boxes"
down_revision = "0005_disclosures"


def upgrade() -> None:
    """Make the boxes anew, from the spells."""
    op.execute("DROP TRIGGER spells_boxed")
    op.execute("DROP TRIGGER spells_unboxed")
    op.execute("DROP TABLE spell_boxes")
    for statement in SPELL_BOXES:
        op.execute(statement)
    op.execute("CREATE TEMPORARY TABLE kept AS SELECT * FROM spells")
    op.execute("DELETE FROM spells")
    op.execute("INSERT INTO spells SELECT * FROM kept")
    op.execute("DROP TABLE kept")
