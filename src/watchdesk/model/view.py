"""Rows that screens and commands draw."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One find of the search; `snippet` holds the found words between U+0002 and U+0003."""

    article_id: str
    title: str
    snippet: str
    url: str
    source_id: str | None
    language: str | None
    published: datetime | None
    arrived_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHealth:
    """How a source fares.

    `state` is "well", "failed", "unchanged", "empty", "quiet", "muted" or "new".
    `usual_days` is the usual distance of two new entries in days, `last_new` when the newest came.
    """

    source_id: str
    title: str
    state: str
    reason: str
    last_visit: datetime | None = None
    last_new: datetime | None = None
    usual_days: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One entry of a register in a table; `fields` are those that may be seen."""

    id: str
    register: str
    title: str
    status: str
    since: date | None
    next_date: date | None
    next_what: str
    last_held: date | None
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One development on a line of time; `quote` and `url` are those of its first evidence."""

    day: date
    until: date | None
    entry: str
    title: str
    label: str
    stance: str
    says: str
    quote: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRow:
    """Whoever was held on a day: since when, for how many days in all spells, what is awaited."""

    id: str
    title: str
    since: date
    days: int
    next_date: date | None
    next_what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One number beside its rivals: who gives it, as of which day; `low` and `high` bound it."""

    quantity: str
    says: str
    printed: str
    low: float
    high: float
    as_of: datetime | None
    disagrees: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """What an entry lacks, in a sentence."""

    id: str
    title: str
    gap: str
