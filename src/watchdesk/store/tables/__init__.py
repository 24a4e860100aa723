"""The schema, once, for every database; a test compares it with what the migrations build.

One file for each group of tables; nobody outside this folder needs to know which is where.
Keys are text derived from content, with one exception: `articles.arrived`, the order of arrival,
which the search index walks. Derived tables say so; everything in them can be made again.
"""

from watchdesk.store.tables.accounts import passwords, revision, sessions
from watchdesk.store.tables.composing import decisions, issues, items, printed, proofs
from watchdesk.store.tables.editing import changes, corrections, pictures, set_aside
from watchdesk.store.tables.gathering import (
    addresses,
    captures,
    leads,
    problems,
    requests,
    rhythms,
    robots,
    visits,
    work,
)
from watchdesk.store.tables.grouping import (
    members,
    stories,
    story_changes,
    story_choices,
    story_redirects,
    terms,
)
from watchdesk.store.tables.mail import (
    bounces,
    consents,
    deliveries,
    handovers,
    sendings,
    signups,
    subscribers,
    suppressed,
)
from watchdesk.store.tables.reading import articles, reads
from watchdesk.store.tables.registers import (
    developments,
    disclosures,
    entries,
    entry_keys,
    proposals,
    spells,
)
from watchdesk.store.tables.whole import metadata

__all__ = [
    "addresses",
    "articles",
    "bounces",
    "captures",
    "changes",
    "consents",
    "corrections",
    "decisions",
    "deliveries",
    "developments",
    "disclosures",
    "entries",
    "entry_keys",
    "handovers",
    "issues",
    "items",
    "leads",
    "members",
    "metadata",
    "passwords",
    "pictures",
    "printed",
    "problems",
    "proofs",
    "proposals",
    "reads",
    "requests",
    "revision",
    "rhythms",
    "robots",
    "sendings",
    "sessions",
    "set_aside",
    "signups",
    "spells",
    "stories",
    "story_changes",
    "story_choices",
    "story_redirects",
    "subscribers",
    "suppressed",
    "terms",
    "visits",
    "work",
]
