"""The nouns that every stage shares: frozen values, with their invariants and nothing else.

A noun lives here when two modules need it. Nothing here reads, writes, decides or formats;
constructors refuse what can never be true (a naive time, an item without evidence).
"""

from watchdesk.model.article import Article, Byline, Dated, Image, Link, Precision
from watchdesk.model.errors import (
    ArchiveError,
    ConfigError,
    DeskError,
    GateError,
    StoreError,
    UsageError,
    WorldError,
)
from watchdesk.model.evidence import Capture, Evidence, How, Part, Place, Span
from watchdesk.model.finding import Finding, Level
from watchdesk.model.identity import digest_of, identity
from watchdesk.model.issue import (
    Brief,
    Coverage,
    Detail,
    Issue,
    Item,
    ItemLink,
    Line,
    LinkKind,
    Opinion,
    Photo,
    Photograph,
    Quoted,
    Rival,
    RivalFigures,
    Section,
    State,
    Told,
)
from watchdesk.model.outcome import Code, Done, Event, Failed, Finished, Problem, Stage, Started
from watchdesk.model.register import Decision, Verdict
from watchdesk.model.source import Lead, Purpose, Request, Source, Validators
from watchdesk.model.statement import Bound, Certainty, Figure, Mention, Speaker, Statement, Wording
from watchdesk.model.story import Membership, Story
from watchdesk.model.times import aware
from watchdesk.model.view import Hit, SourceHealth

__all__ = [
    "ArchiveError",
    "Article",
    "Bound",
    "Brief",
    "Byline",
    "Capture",
    "Certainty",
    "Code",
    "ConfigError",
    "Coverage",
    "Dated",
    "Decision",
    "DeskError",
    "Detail",
    "Done",
    "Event",
    "Evidence",
    "Failed",
    "Figure",
    "Finding",
    "Finished",
    "GateError",
    "Hit",
    "How",
    "Image",
    "Issue",
    "Item",
    "ItemLink",
    "Lead",
    "Level",
    "Line",
    "Link",
    "LinkKind",
    "Membership",
    "Mention",
    "Opinion",
    "Part",
    "Photo",
    "Photograph",
    "Place",
    "Precision",
    "Problem",
    "Purpose",
    "Quoted",
    "Request",
    "Rival",
    "RivalFigures",
    "Section",
    "Source",
    "SourceHealth",
    "Span",
    "Speaker",
    "Stage",
    "Started",
    "State",
    "Statement",
    "StoreError",
    "Story",
    "Told",
    "UsageError",
    "Validators",
    "Verdict",
    "Wording",
    "WorldError",
    "aware",
    "digest_of",
    "identity",
]
