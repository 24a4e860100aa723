"""The week's edition, as data: what goes in, in which order, with which words from the archive."""

from watchdesk.issue.candidate import Candidate, House, LinkedDocument, Week
from watchdesk.issue.cite import copied, headline_of
from watchdesk.issue.draft import draft
from watchdesk.issue.edited import Edited, from_markdown
from watchdesk.issue.markdown import to_markdown
from watchdesk.issue.rules import SectionRule
from watchdesk.issue.select import Placed, fresh_first, is_opinion, select

__all__ = [
    "Candidate",
    "Edited",
    "House",
    "LinkedDocument",
    "Placed",
    "SectionRule",
    "Week",
    "copied",
    "draft",
    "fresh_first",
    "from_markdown",
    "headline_of",
    "is_opinion",
    "select",
    "to_markdown",
]
