"""Rows that screens and commands draw."""

from dataclasses import dataclass
from datetime import datetime


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
