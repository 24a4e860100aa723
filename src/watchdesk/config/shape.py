"""What stands in desk.toml, as values with their defaults."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from watchdesk.issue import SectionRule
from watchdesk.model import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """A person who may decide: `name` as it is shown, `mail`, and `role`."""

    name: str
    mail: str = ""
    role: Literal["editor", "publisher", "reader"] = "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskLimits:
    """How much the desk asks of the world.

    `per_host_delay` is the pause between two requests to one host, in seconds; `connections` how
    many hosts are asked at once; `max_bytes`, `max_document_bytes` and `max_image_bytes` the
    largest page, document and picture, unpacked; `total_seconds` the longest transfer of a page;
    `per_source_entries` how many new entries of one source are taken in one visit.
    """

    per_host_delay: float = 1.0
    connections: int = 64
    max_bytes: int = 10 * 1024 * 1024
    max_document_bytes: int = 30 * 1024 * 1024
    max_image_bytes: int = 8 * 1024 * 1024
    total_seconds: float = 30.0
    per_source_entries: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseRules:
    """How long an item may be, and the note that marks an example issue as one."""

    sentences: int = 3
    quotations: int = 2
    links: int = 4
    example_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTable:
    """One [[sections]] table: a rule for what belongs there.

    `words` are weighted words in any language, case ignored; a trailing `*` takes any ending.
    `sources` (ids) and `subjects` (categories that outlets give) add to the weight. A story needs
    `least` points; at most `most` items stand in the section. `kind` is "stories", "opinion",
    "photos" or "briefs".
    """

    key: str
    title: str
    words: dict[str, float] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    least: float = 2.0
    most: int = 8
    kind: Literal["stories", "opinion", "photos", "briefs"] = "stories"

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
    """All of desk.toml.

    `contact` is an address or page where a site's keeper may write to you; it stands in each
    request. `site_url` is where the published site will be found. `allow_addresses` opens single
    private addresses (HOST:PORT) to the gatherer, for tests on this machine.
    """

    title: str = "Our weekly"
    language: str = "en"
    contact: str = ""
    site_url: str = ""
    allow_addresses: tuple[str, ...] = ()
    editors: tuple[Editor, ...] = ()
    limits: DeskLimits = field(default_factory=DeskLimits)
    house: HouseRules = field(default_factory=HouseRules)
    sections: tuple[SectionTable, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """A desk's files, read and checked."""

    folder: Path
    title: str
    language: str
    contact: str
    site_url: str
    allowed_addresses: frozenset[tuple[str, int]]
    editors: tuple[Editor, ...]
    limits: DeskLimits
    house: HouseRules
    sections: tuple[SectionRule, ...]
    sources: tuple[Source, ...]
