"""The nouns that every stage shares: frozen values, with their invariants and nothing else.

A noun lives here when two modules need it. Nothing here reads, writes, decides or formats;
constructors refuse what can never be true (a naive time, an item without evidence).
"""

from importlib import import_module
from typing import TYPE_CHECKING

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
from watchdesk.model.identity import digest_of, identity
from watchdesk.model.statement import (
    Bound,
    Certainty,
    Figure,
    Medium,
    Mention,
    Setting,
    Speaker,
    Statement,
    Wording,
)
from watchdesk.model.times import aware

if TYPE_CHECKING:
    from watchdesk.model.cleared import (
        Audience,
        Cleared,
        ClearedTable,
        Page,
        Refused,
        Scope,
        To,
    )
    from watchdesk.model.finding import Checked, Finding, Level
    from watchdesk.model.handover import Handover, HandoverState
    from watchdesk.model.issue import (
        Brief,
        Correction,
        Coverage,
        Detail,
        Dossier,
        Issue,
        Item,
        ItemLink,
        Line,
        LinkKind,
        Opinion,
        Photo,
        Photograph,
        Quoted,
        Ran,
        Remedy,
        Rival,
        RivalFigures,
        Section,
        State,
        Station,
        Told,
    )
    from watchdesk.model.ledger import Claim, Quantity
    from watchdesk.model.outcome import Code, Done, Event, Failed, Finished, Problem, Stage, Started
    from watchdesk.model.register import (
        CONSENTED,
        MERGED,
        NAMED,
        NOTE,
        OPENED,
        RETRACTED,
        WITHDRAWN,
        WORDS_OF_EDITORS,
        Action,
        Decision,
        Development,
        Disclosure,
        Entry,
        Key,
        Proposal,
        Stance,
        Verdict,
    )
    from watchdesk.model.report import (
        Anchor,
        RegisterReport,
        ReportLine,
        ReportPart,
        ReportSection,
    )
    from watchdesk.model.source import Lead, Purpose, Request, Source, Validators
    from watchdesk.model.story import Membership, Story
    from watchdesk.model.subscriber import (
        Bounce,
        Consent,
        Delivery,
        DeliveryState,
        Enrolment,
        Subscriber,
        Suppressed,
    )
    from watchdesk.model.theme import DARK, LIGHT, Logo, Palette, Theme
    from watchdesk.model.view import (
        EntryRow,
        FigureRow,
        GapRow,
        HeldRow,
        Hit,
        SourceHealth,
        TimelineRow,
    )
else:
    # What reads one text needs none of these, and they were a quarter of the time that it takes
    # to start. They are looked through in this order, the smallest first, for a name of theirs.
    _LATER = (
        "story",
        "theme",
        "handover",
        "finding",
        "ledger",
        "source",
        "outcome",
        "register",
        "cleared",
        "view",
        "report",
        "issue",
        "subscriber",
    )

    def __getattr__(name: str) -> object:
        """A noun whose module nobody has asked for yet."""
        for home in _LATER if name in __all__ else ():
            nouns = vars(import_module(f"{__name__}.{home}"))
            if name in nouns:
                globals()[name] = nouns[name]
                return nouns[name]
        raise AttributeError(f"watchdesk.model has no noun {name!r}")


__all__ = [
    "CONSENTED",
    "DARK",
    "LIGHT",
    "MERGED",
    "NAMED",
    "NOTE",
    "OPENED",
    "RETRACTED",
    "WITHDRAWN",
    "WORDS_OF_EDITORS",
    "Action",
    "Anchor",
    "ArchiveError",
    "Article",
    "Audience",
    "Bounce",
    "Bound",
    "Brief",
    "Byline",
    "Capture",
    "Certainty",
    "Checked",
    "Claim",
    "Cleared",
    "ClearedTable",
    "Code",
    "ConfigError",
    "Consent",
    "Correction",
    "Coverage",
    "Dated",
    "Decision",
    "Delivery",
    "DeliveryState",
    "DeskError",
    "Detail",
    "Development",
    "Disclosure",
    "Done",
    "Dossier",
    "Enrolment",
    "Entry",
    "EntryRow",
    "Event",
    "Evidence",
    "Failed",
    "Figure",
    "FigureRow",
    "Finding",
    "Finished",
    "GapRow",
    "GateError",
    "Handover",
    "HandoverState",
    "HeldRow",
    "Hit",
    "How",
    "Image",
    "Issue",
    "Item",
    "ItemLink",
    "Key",
    "Lead",
    "Level",
    "Line",
    "Link",
    "LinkKind",
    "Logo",
    "Medium",
    "Membership",
    "Mention",
    "Opinion",
    "Page",
    "Palette",
    "Part",
    "Photo",
    "Photograph",
    "Place",
    "Precision",
    "Problem",
    "Proposal",
    "Purpose",
    "Quantity",
    "Quoted",
    "Ran",
    "Refused",
    "RegisterReport",
    "Remedy",
    "ReportLine",
    "ReportPart",
    "ReportSection",
    "Request",
    "Rival",
    "RivalFigures",
    "Scope",
    "Section",
    "Setting",
    "Source",
    "SourceHealth",
    "Span",
    "Speaker",
    "Stage",
    "Stance",
    "Started",
    "State",
    "Statement",
    "Station",
    "StoreError",
    "Story",
    "Subscriber",
    "Suppressed",
    "Theme",
    "TimelineRow",
    "To",
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
