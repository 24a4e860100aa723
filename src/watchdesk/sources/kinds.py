"""The kinds of source: a new one is a file of its own and one entry here."""

from watchdesk.sources import (
    congress,
    edm,
    europarl,
    feed,
    folder,
    openstates,
    page,
    record,
    sitemap,
    ukbills,
    watch,
)
from watchdesk.sources.kind import SourceKind

KINDS: tuple[SourceKind, ...] = (
    feed.KIND,
    sitemap.KIND,
    page.KIND,
    watch.KIND,
    folder.KIND,
    congress.KIND,
    edm.KIND,
    ukbills.KIND,
    europarl.KIND,
    openstates.KIND,
    record.KIND,
)


def kind_of(name: str) -> SourceKind:
    """The kind of this name; the configuration lets no other through."""
    return next(kind for kind in KINDS if kind.name == name)
