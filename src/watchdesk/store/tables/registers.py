"""The tables of registers: developments, what is derived from them, disclosures."""

from sqlalchemy import JSON, Column, Index, Integer, String, Table, Text

from watchdesk.store.columns import Moment
from watchdesk.store.tables.whole import metadata

developments = Table(
    "developments",  # only ever added to; `number` is the place in the chain
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("register", String, nullable=False),
    Column("entry", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("held_from", String(10), nullable=False),
    Column("held_to", String(10)),
    Column("precision", String, nullable=False),
    Column("stance", String, nullable=False),
    Column("says", Text, nullable=False),
    Column("recorded", Moment, nullable=False),
    Column("by", String, nullable=False),
    Column("value", JSON, nullable=False),
    Column("evidence", JSON, nullable=False),
    Column("retracts", String, nullable=False),
    Column("decision", String, nullable=False),
    Column("before", String, nullable=False),
    Column("digest", String, nullable=False),
    Index("developments_by_entry", "entry", "number"),
    Index("developments_by_time", "recorded"),
)

entries = Table(
    "entries",  # derived: each entry as known now, folded when a development was added
    metadata,
    Column("id", String, primary_key=True),
    Column("register", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("status", String, nullable=False),
    Column("since", String(10)),
    Column("next_date", String(10)),
    Column("last_held", String(10), nullable=False),
    Column("last_recorded", Moment, nullable=False),
    Column("merged_into", String, nullable=False),
    Index("entries_by_status", "register", "status", "title"),
    Index("entries_by_silence", "register", "last_held"),
    Index("entries_by_next", "register", "next_date"),
    Index("entries_by_pointer", "merged_into"),
)

entry_keys = Table(
    "entry_keys",  # derived: what an entry is known again by
    metadata,
    Column("scheme", String, primary_key=True),
    Column("value", String, primary_key=True),
    Column("entry", String, primary_key=True),
    Index("entry_keys_by_entry", "entry"),
)

spells = Table(
    "spells",  # derived: from when to when something lasted, and while we knew it so
    metadata,
    Column("id", Integer, primary_key=True),
    Column("register", String, nullable=False),
    Column("entry", String, nullable=False),
    Column("since", String(10), nullable=False),
    Column("until", String(10), nullable=False),
    Column("known_from", Moment, nullable=False),
    Column("known_to", Moment),
    Index("spells_by_entry", "entry"),
)

proposals = Table(
    "proposals",
    metadata,
    Column("id", String, primary_key=True),
    Column("register", String, nullable=False),
    Column("entry", String),
    Column("made_at", Moment, nullable=False),
    Column("verdict", String),  # empty while it waits
    Column("value", JSON, nullable=False),  # the proposal
    Index("proposals_waiting", "verdict", "register", "made_at"),
    Index("proposals_by_entry", "entry"),
)

disclosures = Table(
    "disclosures",  # only ever added to: who unsealed, gave out or destroyed what, and why
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("by", String, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("value", JSON, nullable=False),
    Column("before", String, nullable=False),
    Column("digest", String, nullable=False),
    Index("disclosures_by_subject", "subject", "number"),
)
