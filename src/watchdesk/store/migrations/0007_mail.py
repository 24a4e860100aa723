"""Subscribers, the proof of their consent, deliveries and bounces."""

import sqlalchemy as sa
from alembic import op

revision = "0007_mail"
down_revision = "0006_spell_boxes"


def upgrade() -> None:
    """Make the tables of the mail."""
    _people()
    _mails()


def _people() -> None:
    op.create_table(
        "subscribers",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("sections", sa.JSON(), nullable=False),
        sa.Column("enrolment", sa.String(), nullable=False),
        sa.Column("since", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_index("subscribers_by_enrolment", "subscribers", ["enrolment", "id"], unique=False)
    op.create_table(
        "consents",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("subscriber_id", sa.String(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("consents_by_subscriber", "consents", ["subscriber_id", "number"], unique=False)
    op.create_table(
        "suppressed",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "signups",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )


def _mails() -> None:
    op.create_table(
        "deliveries",
        sa.Column("issue_id", sa.String(), nullable=False),
        sa.Column("subscriber_id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("next_at", sa.String(32), nullable=True),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("issue_id", "subscriber_id"),
    )
    op.create_index(
        "deliveries_by_state", "deliveries", ["issue_id", "state", "subscriber_id"], unique=False
    )
    op.create_index("deliveries_by_subscriber", "deliveries", ["subscriber_id"], unique=False)
    op.create_table(
        "bounces",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("subscriber_id", sa.String(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("hard", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("bounces_by_subscriber", "bounces", ["subscriber_id", "hard"], unique=False)
