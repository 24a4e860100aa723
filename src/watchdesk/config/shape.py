"""What stands in desk.toml, as values with their defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from watchdesk.config.embed import EmbedTable
from watchdesk.config.lists import HandOverTable
from watchdesk.config.maps import MapsTable
from watchdesk.config.place import PublishTable
from watchdesk.config.post import AlarmsTable, BouncesTable, DkimKey, MailTable, PublicTable
from watchdesk.issue import SectionRule, SubjectRule
from watchdesk.model import Source, Theme
from watchdesk.registers import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """A person who may decide.

    Attributes:
        name: the name that stands beside each decision.
        mail: where proofs are sent.
        role: "reader", who looks; "editor", who also edits; "approver" (or "publisher"), who also
            lets an issue go; "admin", who also changes sources and accounts.
    """

    name: str
    mail: str = ""
    role: Literal["reader", "editor", "approver", "publisher", "admin"] = "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskLimits:
    """How much the desk asks of the world.

    Attributes:
        per_host_delay: the pause between two requests to one host, in seconds.
        connections: how many hosts are asked at once.
        max_bytes: the largest page or list, unpacked, in bytes.
        max_document_bytes: the largest document, in bytes.
        max_image_bytes: the largest picture, in bytes.
        total_seconds: the longest transfer of one page, in seconds.
        retry_seconds: the pause before a failed request is tried again, in seconds; it grows.
        per_source_entries: how many new entries of one source are taken in one visit.
        only_hosts: ask only hosts that are, or end in, one of these; empty for all.
    """

    per_host_delay: float = field(default=1.0, metadata={"least": 0})
    connections: int = field(default=64, metadata={"least": 1})
    max_bytes: int = field(default=10 * 1024 * 1024, metadata={"least": 1024})
    max_document_bytes: int = field(default=30 * 1024 * 1024, metadata={"least": 1024})
    max_image_bytes: int = field(default=8 * 1024 * 1024, metadata={"least": 1024})
    total_seconds: float = field(default=30.0, metadata={"least": 1})
    retry_seconds: float = field(default=2.0, metadata={"least": 0})
    per_source_entries: int = field(default=500, metadata={"least": 1})
    only_hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseRules:
    """How long an item may be.

    Attributes:
        sentences: of a story, at most.
        quotations: of a story, at most.
        links: under a story, at most.
        example_note: a note on every page, for an issue that is an example.
    """

    sentences: int = field(default=3, metadata={"least": 0})
    quotations: int = field(default=2, metadata={"least": 0})
    links: int = field(default=4, metadata={"least": 1})
    example_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofRules:
    """What the gate is told beside its own rules.

    Attributes:
        terms: words for violations that may stand only with whoever alleges them, by a name of
            your own or one of the gate's ("genocide", "torture", …): they are added to the gate's
            words in every language, a trailing `*` takes any ending, and an empty list takes
            that name's words out.
    """

    terms: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchTable:
    """What makes a story matter here, whoever tells it.

    Attributes:
        names: of persons and bodies, in every spelling that your sources use.
        places: the same.
    """

    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTable:
    """One section of the issue: a rule for what belongs there.

    Attributes:
        key: a short and lasting name.
        title: the heading.
        words: words with their weight, in any language, case ignored; a trailing `*` takes any
            ending, a negative weight keeps things out.
        sources: ids of sources whose stories weigh 2.0 more here.
        subjects: categories that outlets give, and codes or titles of subjects.toml, which weigh
            2.0 more here.
        least: the weight below which nothing is taken.
        most: how many items stand in the section.
        kind: "stories", "opinion", "photos", "briefs", or "registers" for what changed in them.
    """

    key: str
    title: str
    words: dict[str, float] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    least: float = 2.0
    most: int = 8
    kind: Literal["stories", "opinion", "photos", "briefs", "registers"] = "stories"

    def rule(self) -> SectionRule:
        """The rule as the issue's stage takes it."""
        return SectionRule(
            key=self.key,
            title=self.title,
            words=tuple(self.words.items()),
            sources=self.sources,
            subjects=self.subjects,
            least=self.least,
            most=self.most,
            kind=self.kind,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTable:
    """The desk.

    Attributes:
        title: how the issue is called.
        language: the language of the issue.
        timezone: the desk's own time, as in "Europe/Paris".
        contact: a mail address or page where a site's keeper may write to you; it stands in each
            request.
        goes_out: the weekday and time at which the issue goes out, as in "Friday 09:00"; empty
            where it goes out when it is ready.
        site_url: where the published site will be found.
        allow_addresses: single private addresses (HOST:PORT) that may be asked, for tests on this
            machine.
        editors: whoever may decide.
        limits: how much the desk asks of the world.
        house: how long an item may be.
        proof: what the gate is told beside its own rules.
        watch: names and places that lift a story.
        mail: who sends the issue, and through which server.
        dkim: keys that mails are signed with, where your mail server does not sign.
        bounces: where mails that came back are read.
        public: the pages that face the internet.
        alarms: who is told by mail of what broke or fell silent.
        maps: what lies under the maps.
        publish: what is on the site, and where it is brought.
        hand_over: what another mailer gets of the issue.
        embed: a model of your own that reads across languages.
        sections: the sections, in the order of the issue.
    """

    title: str = "Our weekly"
    language: str = "en"
    timezone: str = "UTC"
    contact: str = ""
    goes_out: str = ""
    site_url: str = ""
    allow_addresses: tuple[str, ...] = ()
    editors: tuple[Editor, ...] = ()
    limits: DeskLimits = field(default_factory=DeskLimits)
    house: HouseRules = field(default_factory=HouseRules)
    proof: ProofRules = field(default_factory=ProofRules)
    watch: WatchTable = field(default_factory=WatchTable)
    mail: MailTable = field(default_factory=MailTable)
    dkim: tuple[DkimKey, ...] = ()
    bounces: BouncesTable = field(default_factory=BouncesTable)
    public: PublicTable = field(default_factory=PublicTable)
    alarms: AlarmsTable = field(default_factory=AlarmsTable)
    maps: MapsTable = field(default_factory=MapsTable)
    publish: PublishTable = field(default_factory=PublishTable)
    hand_over: HandOverTable = field(default_factory=HandOverTable)
    embed: EmbedTable = field(default_factory=EmbedTable)
    sections: tuple[SectionTable, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """A desk's files, read and checked; `theme` is the house look."""

    folder: Path
    title: str
    language: str
    timezone: str
    contact: str
    site_url: str
    allowed_addresses: frozenset[tuple[str, int]]
    editors: tuple[Editor, ...]
    limits: DeskLimits
    house: HouseRules
    proof: ProofRules
    sections: tuple[SectionRule, ...]
    sources: tuple[Source, ...]
    watch: WatchTable = field(default_factory=WatchTable)
    theme: Theme = field(default_factory=Theme)
    subjects: tuple[SubjectRule, ...] = ()
    goes_out: str = ""
    words: Mapping[str, Words] = field(default_factory=dict)
    """The words that start a proposal, by register: the desk's own, or the shipped ones."""
    mail: MailTable = field(default_factory=MailTable)
    dkim: tuple[DkimKey, ...] = ()
    bounces: BouncesTable = field(default_factory=BouncesTable)
    public: PublicTable = field(default_factory=PublicTable)
    alarms: AlarmsTable = field(default_factory=AlarmsTable)
    maps: MapsTable = field(default_factory=MapsTable)
    map_layer: Mapping[str, Any] = field(default_factory=dict)
    """The desk's own GeoJSON, parsed and checked."""
    publish: PublishTable = field(default_factory=PublishTable)
    hand_over: HandOverTable = field(default_factory=HandOverTable)
    embed: EmbedTable = field(default_factory=EmbedTable)

    @property
    def public_url(self) -> str:
        """Where the pages that face the internet are found, with one slash at the end, or ""."""
        url = self.public.url or self.site_url
        return url.rstrip("/") + "/" if url else ""
