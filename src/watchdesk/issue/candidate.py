"""What the draft is made of: a story with everything that was read for it.

In: from the pipeline, which gathers it from the store. Out: values for `select` and `draft`. All
spans refer to the articles that come along.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from watchdesk.issue.subjects import Subject
from watchdesk.model import (
    Article,
    Capture,
    Coverage,
    Development,
    Entry,
    Line,
    Photo,
    Quantity,
    Span,
    Statement,
    Station,
    Story,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedDocument:
    """A document that an article of the story links to, with the words of the link."""

    words: str
    url: str
    capture: Capture
    article: Article | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A story that may go into the issue.

    `articles` are its current members in order of arrival; `headline` the id of the one whose
    title stands for the story; `sentences` the chosen (article id, span) in the order to be read;
    `captures` hold each article's capture by its id. `photo` stands with the story, `pictures` are
    further ones of its articles. `subjects` say what it is about, `quantities` are what the figure
    ledger has of it, `why` the reasons for its place.
    """

    story: Story
    articles: tuple[Article, ...]
    captures: Mapping[str, Capture]
    headline: str
    sentences: tuple[tuple[str, Span], ...] = ()
    statements: Mapping[str, tuple[Statement, ...]] = field(default_factory=dict)
    quantities: tuple[Quantity, ...] = ()
    documents: tuple[LinkedDocument, ...] = ()
    photo: Photo | None = None
    pictures: tuple[Photo, ...] = ()
    subjects: tuple[Subject, ...] = ()
    why: tuple[str, ...] = ()

    def article(self, article_id: str) -> Article:
        """The member of this id."""
        return next(article for article in self.articles if article.id == article_id)

    @property
    def leading(self) -> Article:
        """The article whose title stands for the story."""
        return self.article(self.headline)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedEntry:
    """An entry of a register that changed since the last issue, as the public may see it.

    `word` is that for one entry, `line` what its register prints of it, `stations` its developments
    as they are printed, `new` those since the last issue with how they came, `ran_in` the issue in
    which it last stood.
    """

    entry: Entry
    word: str
    line: str
    stations: tuple[Station, ...]
    new: tuple[Development, ...]
    taken_back: int = 0
    ran_in: int | None = None
    headline: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """How long an item may be: sentences, quotations and links for one story."""

    sentences: int = 3
    quotations: int = 2
    links: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The frame of one issue.

    `outlets` names sources, `refused` are items taken out by hand, `changed` what the registers
    learnt since the last issue.
    """

    number: int
    title: str
    language: str
    dated: datetime
    since: datetime | None
    until: datetime
    coverage: Coverage
    outlets: Mapping[str, str]
    house: House = field(default_factory=House)
    refused: frozenset[str] = frozenset()
    note: str = ""
    changed: tuple[ChangedEntry, ...] = ()

    def outlet(self, article: Article) -> str:
        """The name of the source that an article came from."""
        return self.outlets.get(article.source_id or "", article.source_id or "")
