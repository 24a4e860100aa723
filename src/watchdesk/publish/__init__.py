"""An approved issue becomes files: a site with receipts, feeds, plain text, a mail.

Comes in: a `Publication`, which holds the issue and all that it cites. Goes out: files, the same
for the same publication. Rendering touches nothing; `delivery` puts files into the world.
"""

from watchdesk.publish.email import Mail, MailOptions, email, mail_of
from watchdesk.publish.feeds import feeds
from watchdesk.publish.pdf import pdf, undescribed
from watchdesk.publish.plain import text
from watchdesk.publish.publication import (
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
from watchdesk.publish.theme import tokens
from watchdesk.publish.tongue import direction
from watchdesk.publish.typeset import TypesettingError
from watchdesk.publish.web import web

PUBLISHERS: tuple[Publisher, ...] = (web(), feeds(), text(), email(), pdf())
"""The publishers that ship, in the order in which an issue goes out."""

__all__ = [
    "PUBLISHERS",
    "Cited",
    "File",
    "IssueHead",
    "Mail",
    "MailOptions",
    "Passage",
    "ProofCount",
    "Publication",
    "Publisher",
    "Receipt",
    "Standing",
    "TypesettingError",
    "cited",
    "direction",
    "head_of",
    "href",
    "issue_path",
    "item_path",
    "mail_of",
    "receipts",
    "shown",
    "tokens",
    "undescribed",
]
