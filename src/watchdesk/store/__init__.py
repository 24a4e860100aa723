"""The database of a desk: values in, values out.

In: nouns of `model`, written within a `Transaction`. Out: nouns and rows of `model`. One file for
each noun holds its questions; `tables` is the schema, once; `dialect` holds what differs between
databases. The store decides nothing and reads no file but its own. Bodies of captures are never
here: the database knows their place in the archive and their digest.
"""

from watchdesk.store import (
    accounts,
    addresses,
    articles,
    captures,
    changes,
    corrections,
    decisions,
    deliveries,
    disclosures,
    handovers,
    issues,
    leads,
    pictures,
    printed,
    problems,
    proposals,
    reads,
    registers,
    search,
    standing,
    stories,
    story_changes,
    subscribers,
    visits,
    work,
)
from watchdesk.store.database import Store, Transaction, alone, only_runner

__all__ = [
    "Store",
    "Transaction",
    "accounts",
    "addresses",
    "alone",
    "articles",
    "captures",
    "changes",
    "corrections",
    "decisions",
    "deliveries",
    "disclosures",
    "handovers",
    "issues",
    "leads",
    "only_runner",
    "pictures",
    "printed",
    "problems",
    "proposals",
    "reads",
    "registers",
    "search",
    "standing",
    "stories",
    "story_changes",
    "subscribers",
    "visits",
    "work",
]
