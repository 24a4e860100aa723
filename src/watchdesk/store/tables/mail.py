"""The tables of mail: who reads, who agreed, what was sent, handed over and came back."""

from sqlalchemy import JSON, Boolean, Column, Index, Integer, String, Table, Text

from watchdesk.store.columns import Moment
from watchdesk.store.tables.whole import metadata

subscribers = Table(
    "subscribers",
    metadata,
    Column("id", String, primary_key=True),
    Column("address", String, nullable=False),
    Column("key", String, nullable=False, unique=True),  # the address as it is known again
    Column("language", String, nullable=False),
    Column("sections", JSON, nullable=False),
    Column("enrolment", String, nullable=False),
    Column("since", Moment, nullable=False),
    Index("subscribers_by_enrolment", "enrolment", "id"),
)

consents = Table(
    "consents",  # only ever added to, until a person asks to be forgotten
    metadata,
    Column("number", Integer, primary_key=True),
    Column("subscriber_id", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("what", String, nullable=False),
    Column("how", Text, nullable=False),
    Index("consents_by_subscriber", "subscriber_id", "number"),
)

suppressed = Table(
    "suppressed",  # addresses that get nothing, whoever asks for it
    metadata,
    Column("key", String, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("why", String, nullable=False),
)

signups = Table(
    "signups",  # what was asked on the public page and waits for a letter
    metadata,
    Column("key", String, primary_key=True),
    Column("address", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("value", JSON, nullable=False),
)

deliveries = Table(
    "deliveries",  # one issue to one subscriber
    metadata,
    Column("issue_id", String, primary_key=True),
    Column("subscriber_id", String, primary_key=True),
    Column("state", String, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("next_at", Moment),
    Column("reply", Text, nullable=False),
    Index("deliveries_by_state", "issue_id", "state", "subscriber_id"),
    Index("deliveries_by_subscriber", "subscriber_id"),
)

sendings = Table(
    "sendings",  # that an issue's list of readers was made, which happens once
    metadata,
    Column("issue_id", String, primary_key=True),
    Column("at", Moment, nullable=False),
)

bounces = Table(
    "bounces",
    metadata,
    Column("id", String, primary_key=True),
    Column("subscriber_id", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("hard", Boolean, nullable=False),
    Column("status", String, nullable=False),
    Column("text", Text, nullable=False),
    Index("bounces_by_subscriber", "subscriber_id", "hard"),
)

handovers = Table(
    "handovers",  # one issue to one mailer of somebody else
    metadata,
    Column("issue_id", String, primary_key=True),
    Column("target", String, primary_key=True),
    Column("state", String, nullable=False),
    Column("mark", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("remote", String, nullable=False),
    Column("said", Text, nullable=False),
)
