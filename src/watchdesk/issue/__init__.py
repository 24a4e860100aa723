"""The week's edition, as data: what goes in, in which order, with which words from the archive."""

from watchdesk.issue.candidate import Candidate, ChangedEntry, House, LinkedDocument, Week
from watchdesk.issue.cite import headline_of
from watchdesk.issue.draft import draft, items_of
from watchdesk.issue.edited import Edited, from_markdown
from watchdesk.issue.facts import when
from watchdesk.issue.markdown import to_markdown
from watchdesk.issue.memory import entry_key, keys_of, story_key, with_memory
from watchdesk.issue.quotes import quoted_span
from watchdesk.issue.rank import Interests, in_order
from watchdesk.issue.rhythm import is_rhythm, next_time
from watchdesk.issue.rules import SectionRule
from watchdesk.issue.select import Learnt, Placed, is_opinion, select
from watchdesk.issue.subjects import Subject, SubjectRule, Subjects
from watchdesk.issue.watch import WatchList

__all__ = [
    "Candidate",
    "ChangedEntry",
    "Edited",
    "House",
    "Interests",
    "Learnt",
    "LinkedDocument",
    "Placed",
    "SectionRule",
    "Subject",
    "SubjectRule",
    "Subjects",
    "WatchList",
    "Week",
    "draft",
    "entry_key",
    "from_markdown",
    "headline_of",
    "in_order",
    "is_opinion",
    "is_rhythm",
    "items_of",
    "keys_of",
    "next_time",
    "quoted_span",
    "select",
    "story_key",
    "to_markdown",
    "when",
    "with_memory",
]
