"""Which tables the desk's files have, for the page that explains them."""

from collections.abc import Iterator

from watchdesk.config.embed import EmbedTable
from watchdesk.config.lists import HandOverTable, ListmonkTable, PostedTable
from watchdesk.config.maps import MapsTable
from watchdesk.config.place import PlaceTable, PublishTable
from watchdesk.config.post import AlarmsTable, BouncesTable, DkimKey, MailTable, PublicTable
from watchdesk.config.shape import (
    DeskLimits,
    DeskTable,
    Editor,
    HouseRules,
    ProofRules,
    SectionTable,
    WatchTable,
)
from watchdesk.config.subjects import SubjectTable
from watchdesk.config.theme import ColourTable, FontTable, LogoTable, ThemeTable
from watchdesk.config.watched import SourceTable
from watchdesk.sources import KINDS


def reference_tables() -> Iterator[tuple[str, str, type]]:
    """For each table: its heading, a sentence on it, and the dataclass that checks it."""
    yield "desk.toml", "At the top of the file.", DeskTable
    yield "[[editors]]", "One table for each person who may decide.", Editor
    yield "[limits]", "How much the desk asks of the world.", DeskLimits
    yield "[house]", "How long an item may be.", HouseRules
    yield "[watch]", "What makes a story matter here, whoever tells it.", WatchTable
    yield "[proof]", "What the gate is told beside its own rules.", ProofRules
    yield "[mail]", "Who sends the issue, and through which server.", MailTable
    yield "[[dkim]]", "One table for each key that mails are signed with.", DkimKey
    yield "[bounces]", "Where mails that came back are read, and what follows.", BouncesTable
    yield "[public]", "The pages that face the internet.", PublicTable
    yield "[alarms]", "Who is told by mail of what broke or fell silent.", AlarmsTable
    yield "[maps]", "What lies under the maps of sites and events.", MapsTable
    yield "[publish]", "The site.", PublishTable
    yield "[publish.to]", "Where the finished site is brought.", PlaceTable
    yield "[hand_over]", "What another mailer gets of the issue.", HandOverTable
    yield "[hand_over.json]", "Where the finished issue is posted as JSON.", PostedTable
    yield "[hand_over.listmonk]", "A listmonk that sends to its own lists.", ListmonkTable
    yield "[embed]", "A model of your own that reads across languages.", EmbedTable
    yield "[[sections]]", "One table for each section, in the order of the issue.", SectionTable
    yield "sources.toml: [[sources]]", "One table for each source.", SourceTable
    yield (
        "subjects.toml: [[subjects]]",
        "One table for each subject; without the file the seventeen Media Topics of the IPTC.",
        SubjectTable,
    )
    yield "theme.toml", "The house look of all editions; the file may be missing.", ThemeTable
    yield "[light] and [dark]", 'The colours of the two schemes, as in "#0b5d5a".', ColourTable
    yield "[fonts]", "Fonts before the shipped ones.", FontTable
    yield "[logo]", "A picture at the head of each edition.", LogoTable
    for kind in KINDS:
        yield f'kind = "{kind.name}"', f"{kind.about[0].upper()}{kind.about[1:]}.", kind.options
