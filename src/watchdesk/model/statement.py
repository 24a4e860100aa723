"""Who said what, which numbers stand where: each with its span in an article's text."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from watchdesk.model.evidence import Span


class Wording(StrEnum):
    """How much of a statement stands between quotation marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Certainty(StrEnum):
    """How the speaker is known."""

    PRINTED = "printed"  # the full name stands in the frame beside the words
    RESOLVED = "resolved"  # a surname, role or pronoun led to one name in the same article
    UNKNOWN = "unknown"  # the text does not show it; never guessed


class Medium(StrEnum):
    """By which way the words came into the world."""

    SPEECH = "speech"
    INTERVIEW = "interview"
    POST = "post"  # on a platform of short messages
    STATEMENT = "statement"  # a communiqué
    LETTER = "letter"
    REPORT = "report"
    COURT = "court"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """When, by which way and through whom words were said, each only if the text says so.

    `via` is who passed them on, as printed; `said_on` is a day of the frame, counted from the
    article's own date where it is relative ("on Monday").
    """

    via: Span | None = None
    said_on: date | None = None
    said_on_span: Span | None = None
    medium: Medium | None = None
    medium_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A speaker as the article names him or her, each field with the place it was taken from.

    `role` are the words of the office, which may hold `organisation`, `party` and `place`.
    """

    name: str
    name_span: Span
    role: str = ""
    role_span: Span | None = None
    organisation: str = ""
    organisation_span: Span | None = None
    party: str = ""
    party_span: Span | None = None
    place: str = ""
    place_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attributed statement.

    `content` are the pieces of what was said, without their marks; `cue` is the reporting verb;
    `source` the words near the quotation that name the speaker, as printed (which may be *she* or
    *the minister*). `speaker` is None where it is not known.
    """

    id: str
    article_id: str
    wording: Wording
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    speaker: Speaker | None = None
    certainty: Certainty = Certainty.UNKNOWN
    setting: Setting = Setting()

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a statement needs content")
        if (self.speaker is None) is not (self.certainty is Certainty.UNKNOWN):
            raise ValueError("a speaker is known, or certainty says unknown")


class Bound(StrEnum):
    """What the words around a number say of it."""

    OVER = "over"
    UNDER = "under"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number as printed, read into a value.

    `value` is the number (the middle is never computed: a range has `low` and `high` and its `low`
    as value; of "hundreds" 100 and 1,000); `unit` an ISO 4217 code, "percent", "kilometre", "USD
    per barrel"; `counts` the noun that is counted, as printed, at `counts_span`.
    """

    id: str
    article_id: str
    span: Span
    value: float
    low: float | None = None
    high: float | None = None
    bound: Bound | None = None
    unit: str | None = None
    counts: str | None = None
    counts_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A bill, resolution, motion, letter, law or document that the text names.

    `session` is the Congress or session that the number belongs to, where numbers start again with
    each and the text or its day tells it ("118").
    """

    span: Span
    kind: str
    key: str | None = None
    session: str | None = None

    @property
    def lasting(self) -> str | None:
        """The key with its session ("us/118/hres/735"), which no other number ever has."""
        if not self.key or not self.session:
            return None
        system, _, number = self.key.partition("/")
        return f"{system}/{self.session}/{number}"
