"""What is watched: what to ask for, and what a list that came says.

In: sources, and captures with their bytes. Out: requests and leads. Pure: nothing here fetches,
opens a file or knows the time. One file a kind, one entry in `KINDS`.

Names are imported when they are asked for (PEP 562): `watchdesk tool feed` reads entries and pays
neither for the nouns nor for the reader of web pages.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watchdesk.sources.discovery import Found, blocked, discover, source_from
    from watchdesk.sources.identity import Earlier, LeadKeys, changed, keys_of, same
    from watchdesk.sources.kind import Reading, SourceKind
    from watchdesk.sources.kinds import KINDS, kind_of
    from watchdesk.sources.lists import BadList, Listed, read_list, to_opml
    from watchdesk.sources.rhythm import is_quiet, next_rhythm, usual_days

_HOMES = {
    "discovery": ("Found", "blocked", "discover", "source_from"),
    "identity": ("Earlier", "LeadKeys", "changed", "keys_of", "same"),
    "kind": ("Reading", "SourceKind"),
    "kinds": ("KINDS", "kind_of"),
    "lists": ("BadList", "Listed", "read_list", "to_opml"),
    "rhythm": ("is_quiet", "next_rhythm", "usual_days"),
}

__all__ = [
    "KINDS",
    "BadList",
    "Earlier",
    "Found",
    "LeadKeys",
    "Listed",
    "Reading",
    "SourceKind",
    "blocked",
    "changed",
    "discover",
    "is_quiet",
    "keys_of",
    "kind_of",
    "next_rhythm",
    "read_list",
    "same",
    "source_from",
    "to_opml",
    "usual_days",
]


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(f"watchdesk.sources.{home}"), name)
    raise AttributeError(f"module 'watchdesk.sources' has no attribute '{name}'")
