"""The schema, once, for every database; a test compares it with what the migrations build.

Keys are text derived from content, with one exception: `articles.arrived`, the order of arrival,
which the search index walks. Derived tables say so; everything in them can be made again.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

from watchdesk.store.columns import Moment

metadata = MetaData()

# ── evidence ──────────────────────────────────────────────────────────────────────────────────────

captures = Table(
    "captures",
    metadata,
    Column("id", String, primary_key=True),
    Column("url", String, nullable=False),
    Column("asked", String, nullable=False),
    Column("fetched_at", Moment, nullable=False),
    Column("status", Integer, nullable=False),
    Column("media_type", String, nullable=False),
    Column("charset", String),
    Column("digest", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("how", String, nullable=False),
    Column("file", String, nullable=False),
    Column("offset", Integer, nullable=False),
    Column("length", Integer, nullable=False),
    Column("source_id", String),
    Column("purpose", String, nullable=False),
    Column("revisit_of", String),
    Index("captures_by_url", "url", "fetched_at"),
    Index("captures_by_asked", "asked", "fetched_at"),
    Index("captures_by_place", "file", "offset"),
    Index("captures_by_source", "source_id", "fetched_at"),
)

# ── gathering ─────────────────────────────────────────────────────────────────────────────────────

addresses = Table(
    "addresses",  # what is known of an address that is asked for again
    metadata,
    Column("url", String, primary_key=True),
    Column("etag", String),
    Column("last_modified", String),
    Column("capture_id", String),  # the capture that holds the newest body
    Column("digest", String),
    Column("checked_at", Moment),
    Column("asked_whole_at", Moment),  # when it was last asked for without validators
    Column("not_before", Moment),
    Column("failures", Integer, nullable=False, default=0),
)

robots = Table(
    "robots",
    metadata,
    Column("host", String, primary_key=True),
    Column("fetched_at", Moment, nullable=False),
    Column("status", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

requests = Table(
    "requests",  # what is to be fetched; a row goes when its answer is committed
    metadata,
    Column("id", String, primary_key=True),
    Column("url", String, nullable=False),
    Column("source_id", String, nullable=False),
    Column("purpose", String, nullable=False),
    Column("found_in", String),
    Column("added_at", Moment, nullable=False),
    Column("not_before", Moment),
    Column("tries", Integer, nullable=False, default=0),
)

leads = Table(
    "leads",
    metadata,
    Column("id", String, primary_key=True),
    Column("source_id", String, nullable=False),
    Column("url", String),
    Column("entry_key", String, nullable=False),
    Column("url_key", String, nullable=False),
    Column("content_key", String, nullable=False),
    Column("entry_id", Text, nullable=False, default=""),
    Column("title", Text, nullable=False),
    Column("summary", Text, nullable=False, default=""),
    Column("authors", JSON, nullable=False),
    Column("categories", JSON, nullable=False),
    Column("published", Moment),
    Column("updated", Moment),
    Column("purpose", String, nullable=False),
    Column("found_in", String, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Index("leads_by_entry", "source_id", "entry_key"),
    Index("leads_by_url", "source_id", "url_key"),
    Index("leads_by_content", "source_id", "content_key"),
    Index("leads_by_address", "url"),
)

visits = Table(
    "visits",
    metadata,
    Column("source_id", String, primary_key=True),
    Column("at", Moment, primary_key=True),
    Column("outcome", String, nullable=False),
    Column("listed", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Index("visits_by_time", "at"),
)

rhythms = Table(
    "rhythms",  # derived: how often a source has something new, kept step by step
    metadata,
    Column("source_id", String, primary_key=True),
    Column("newest", Moment),  # when the newest entry was published or first seen
    Column("usual_days", JSON),  # the last distances of two new entries, in days
)

work = Table(
    "work",  # what waits for which stage; a row goes with the commit of its result
    metadata,
    Column("stage", String, primary_key=True),
    Column("subject", String, primary_key=True),
    Column("added_at", Moment, nullable=False),
    Index("work_in_order", "stage", "added_at"),
)

problems = Table(
    "problems",
    metadata,
    Column("id", String, primary_key=True),
    Column("stage", String, nullable=False),
    Column("subject", Text, nullable=False),
    Column("code", String, nullable=False),
    Column("message", Text, nullable=False),
    Column("source_id", String),
    Column("retry_after", Moment),
    Column("first_at", Moment, nullable=False),
    Column("last_at", Moment, nullable=False),
    Column("times", Integer, nullable=False),
    Column("open", Boolean, nullable=False),
    Column("let_be", String, nullable=False, server_default=""),  # a code that nobody minds
    Column("let_be_by", String, nullable=False, server_default=""),
    Index("problems_open", "open", "source_id"),
)

# ── articles and what was read in them (derived, but frozen: a better reader adds, never edits) ───

articles = Table(
    "articles",
    metadata,
    Column("arrived", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("capture_id", String, nullable=False),
    Column("source_id", String),
    Column("url", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("published_at", Moment),
    Column("language", String),
    Column("text", Text, nullable=False),
    Column("reader", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("page_type", String, nullable=False),
    Column("captured_at", Moment, nullable=False),
    Column("first_captured_at", Moment, nullable=False),
    Column("replaces", String),
    Column("current", Boolean, nullable=False),
    Column("details", JSON, nullable=False),
    Index("articles_by_capture", "capture_id"),
    Index("articles_by_url", "url", "current"),
    Index("articles_by_capture_time", "first_captured_at"),
)

reads = Table(
    "reads",  # derived: statements, figures and mentions of an article
    metadata,
    Column("article_id", String, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("statements", JSON, nullable=False),
    Column("figures", JSON, nullable=False),
    Column("mentions", JSON, nullable=False),
)

# ── stories ───────────────────────────────────────────────────────────────────────────────────────

stories = Table(
    "stories",
    metadata,
    Column("id", String, primary_key=True),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Index("stories_by_last", "last_seen"),
)

members = Table(
    "members",
    metadata,
    Column("article_id", String, primary_key=True),
    Column("story_id", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("source_id", String, nullable=False),
    Column("remembered", Text, nullable=False),
    Index("members_by_story", "story_id"),
    Index("members_by_time", "at"),
)

story_choices = Table(
    "story_choices",  # what a person decided: this article belongs to that story
    metadata,
    Column("article_id", String, primary_key=True),
    Column("story_id", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", Moment, nullable=False),
    Index("story_choices_by_story", "story_id"),
)

story_redirects = Table(
    "story_redirects",  # a merged story's id leads on
    metadata,
    Column("old", String, primary_key=True),
    Column("new", String, nullable=False),
    Column("at", Moment, nullable=False),
)

story_changes = Table(
    "story_changes",  # merges and splits, by a person or by a repair
    metadata,
    Column("id", String, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("by", String, nullable=False),  # empty for a repair
    Column("kind", String, nullable=False),
    Column("story_id", String, nullable=False),
    Column("other_id", String, nullable=False),
    Column("articles", JSON, nullable=False),
    Column("why", Text, nullable=False),
    Index("story_changes_by_story", "story_id", "at"),
)

terms = Table(
    "terms",  # derived: in how many articles a term has stood
    metadata,
    Column("term", String, primary_key=True),
    Column("documents", Integer, nullable=False),
)

# ── the issue ─────────────────────────────────────────────────────────────────────────────────────

issues = Table(
    "issues",
    metadata,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("state", String, nullable=False),
    Column("until", Moment, nullable=False),
    Column("head", JSON, nullable=False),  # the issue without its sections' items
)

items = Table(
    "items",
    metadata,
    Column("id", String, primary_key=True),
    Column("issue_id", String, nullable=False),
    Column("section", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("story_id", String),
    Column("edited_by", String, nullable=False),
    Column("value", JSON, nullable=False),
    Index("items_by_issue", "issue_id", "position"),
    Index("items_by_story", "story_id"),
)

proofs = Table(
    "proofs",
    metadata,
    Column("issue_id", String, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("fingerprint", String, nullable=False),  # of the issue that was proven
    Column("blocks", Boolean, nullable=False),
    Column("report", JSON, nullable=False),
)

printed = Table(
    "printed",  # which story, link, quotation or picture ran in which published issue
    metadata,
    Column("key", String, primary_key=True),
    Column("issue", Integer, primary_key=True),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", String, primary_key=True),
    Column("subject", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("note", Text, nullable=False),
    Column("value", Text, nullable=False),
    Index("decisions_by_subject", "subject", "at"),
)

# ── registers ─────────────────────────────────────────────────────────────────────────────────────

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

# ── mail ──────────────────────────────────────────────────────────────────────────────────────────

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

# ── who may enter ─────────────────────────────────────────────────────────────────────────────────

passwords = Table(
    "passwords",
    metadata,
    Column("name", String, primary_key=True),
    Column("digest", String, nullable=False),  # argon2, with its salt and its costs
    Column("changed_at", Moment, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("digest", String, primary_key=True),  # of the token; the token itself is in the cookie
    Column("name", String, nullable=False),
    Column("until", Moment, nullable=False),
    Index("sessions_by_name", "name"),
)

revision = Table(
    "revision",  # one row: grows with each change that an editor can see
    metadata,
    Column("one", Integer, primary_key=True),
    Column("number", Integer, nullable=False),
)
