"""Articles become stories: which tell the same event, which carry one text, what stands for them.

In: pieces (the words of articles) and what was remembered of earlier ones. Out: the story and
origin of each with the reason, the headline and sentences that tell a story best, and a section
learnt from examples. No input or output, no clock, no chance: the same pieces in the same order
give the same stories. `sections`, `summary` and `headline` are imported by their own names, for
grouping does without what they need.
"""

from watchdesk.stories.backlog import Backlog
from watchdesk.stories.fading import FADING
from watchdesk.stories.group import COPY_DAYS, OPEN_DAYS, VERSION, Counts, Grouper
from watchdesk.stories.memory import unpack as fingerprint_of
from watchdesk.stories.piece import Piece
from watchdesk.stories.placed import Placed, Remembered
from watchdesk.stories.repair import JOINS, Standing, repaired

__all__ = [
    "COPY_DAYS",
    "FADING",
    "JOINS",
    "OPEN_DAYS",
    "VERSION",
    "Backlog",
    "Counts",
    "Grouper",
    "Piece",
    "Placed",
    "Remembered",
    "Standing",
    "fingerprint_of",
    "repaired",
]
