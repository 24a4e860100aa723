"""An approved issue becomes files: a site with receipts, feeds, plain text, a mail.

Comes in: a `Publication`, which holds the issue and all that it cites. Goes out: files, the same
for the same publication. Rendering touches nothing; `delivery` puts files into the world.
"""

from watchdesk.publish.email import Mail, MailOptions, email, mail_of
from watchdesk.publish.pdf import pdf, undescribed
from watchdesk.publish.plain import text
from watchdesk.publish.publication import (
    Amended,
    Cited,
    File,
    IssueHead,
    ProofCount,
    Publication,
    cited,
    head_of,
    issue_path,
    item_path,
)
from watchdesk.publish.publisher import Publisher
from watchdesk.publish.receipts import Passage, Receipt, Standing, receipts
from watchdesk.publish.safe import href, shown
from watchdesk.publish.shared import INDEXES, furniture, shared, years_of
from watchdesk.publish.site import (
    Abstract,
    CorrectionLine,
    Dossier,
    Entry,
    ItemHead,
    Shelf,
    Site,
)
from watchdesk.publish.theme import tokens
from watchdesk.publish.tongue import direction
from watchdesk.publish.typeset import TypesettingError
from watchdesk.publish.web import abstract_and_entries, web

PUBLISHERS: tuple[Publisher, ...] = (web(), text(), email(), pdf())
"""The publishers that ship, in the order in which an issue goes out."""

__all__ = [
    "INDEXES",
    "PUBLISHERS",
    "Abstract",
    "Amended",
    "Cited",
    "CorrectionLine",
    "Dossier",
    "Entry",
    "File",
    "IssueHead",
    "ItemHead",
    "Mail",
    "MailOptions",
    "Passage",
    "ProofCount",
    "Publication",
    "Publisher",
    "Receipt",
    "Shelf",
    "Site",
    "Standing",
    "TypesettingError",
    "abstract_and_entries",
    "cited",
    "direction",
    "furniture",
    "head_of",
    "href",
    "issue_path",
    "item_path",
    "mail_of",
    "receipts",
    "shared",
    "shown",
    "tokens",
    "undescribed",
    "years_of",
]
