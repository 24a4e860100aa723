"""What is watched: what to ask for, and what a list that came says.

In: sources, and captures with their bytes. Out: requests and leads. Pure: nothing here fetches,
opens a file or knows the time. One file a kind, one entry in `KINDS`.
"""

from watchdesk.sources import feed, folder, page, sitemap, watch
from watchdesk.sources.discover import Found, blocked, discover, source_from
from watchdesk.sources.identity import Earlier, LeadKeys, changed, keys_of, same
from watchdesk.sources.kind import Reading, SourceKind
from watchdesk.sources.lists import BadList, Listed, read_list, to_opml
from watchdesk.sources.rhythm import is_quiet, next_rhythm, usual_days

KINDS: tuple[SourceKind, ...] = (feed.KIND, sitemap.KIND, page.KIND, watch.KIND, folder.KIND)


def kind_of(name: str) -> SourceKind:
    """The kind of this name; the configuration lets no other through."""
    return next(kind for kind in KINDS if kind.name == name)


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
