"""The tables of what editors do to items, before publication and after."""

from sqlalchemy import JSON, Column, Index, Integer, String, Table, Text

from watchdesk.store.columns import Moment
from watchdesk.store.tables.whole import metadata

changes = Table(
    "changes",  # only ever added to: what a person did to an item, as it stood before and after
    metadata,
    Column("number", Integer, primary_key=True),
    Column("act", String, nullable=False),  # the rows of one act belong together
    Column("issue_id", String, nullable=False),
    Column("item_id", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", String, nullable=False),
    Column("what", String, nullable=False),
    Column("note", Text, nullable=False),
    Column("undoes", String, nullable=False),  # the act that this one takes back
    Column("before", JSON(none_as_null=True)),  # empty where the item was not in the issue
    Column("after", JSON(none_as_null=True)),
    Index("changes_by_item", "item_id", "number"),
    Index("changes_by_issue", "issue_id", "number"),
    Index("changes_by_act", "act"),
)

set_aside = Table(
    "set_aside",  # what a person does not want in the draft: a story, or one item alone
    metadata,
    Column("subject", String, primary_key=True),
    Column("issue_id", String, nullable=False),
    Column("item_id", String, nullable=False),
    Column("how", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("note", Text, nullable=False),
    Index("set_aside_by_issue", "issue_id", "how"),
)

corrections = Table(
    "corrections",  # what was done to items after publication, with the words that stood before
    metadata,
    Column("id", String, primary_key=True),
    Column("issue", Integer, nullable=False),
    Column("item_id", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("value", JSON, nullable=False),
    Column("before", JSON, nullable=False),
    Column("told", Integer),  # the number of the issue whose mail tells it
)

pictures = Table(
    "pictures",  # pictures as they are known again, and what was said of their rights
    metadata,
    Column("capture_id", String, primary_key=True),
    Column("digest", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("url", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("looks", String(64), nullable=False),  # PDQ, 256 bits in hexadecimal
    Column("quality", Integer, nullable=False),
    Column("by", String, nullable=False),
    Column("words", JSON, nullable=False),
    Index("pictures_by_time", "at"),
    Index("pictures_by_digest", "digest"),
)
