"""What lasts from week to week: entries, their developments, what a rule proposes, who decided.

An entry is never written down as such: it is the fold of its developments for two dates, the day on
which it held and the moment until which we had learnt of it. Developments are only ever added;
each names the one before it by digest.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from watchdesk.model.article import Precision
from watchdesk.model.evidence import Evidence
from watchdesk.model.times import aware


class Verdict(StrEnum):
    """The answers an editor can give."""

    ACCEPT = "accept"
    AMEND = "amend"
    REFUSE = "refuse"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A signed, dated decision on something that lasts: an item, a story, a source, an issue.

    `value` carries what was decided in the subject's own form (an amended item as Markdown).
    """

    id: str
    subject: str
    verdict: Verdict
    by: str
    at: datetime
    note: str = ""
    value: str = ""

    def __post_init__(self) -> None:
        aware(self.at, "at")
        if not self.by.strip():
            raise ValueError("a decision names who decided")


class Stance(StrEnum):
    """How the one who says it stands to it."""

    ASSERTS = "asserts"
    ALLEGES = "alleges"
    DENIES = "denies"


OPENED = "opened"
"""The first development of an entry: its value holds `title` and `keys`."""
NAMED = "named"
"""Another spelling, identifier or title of an entry."""
NOTE = "note"
RETRACTED = "retracted"
"""Takes back the development that `retracts` names; its value holds the `reason`."""
MERGED = "merged"
"""A pointer to the entry that this one is the same as (`into`); undone by retracting it."""
CONSENTED = "consented"
"""What somebody allows (`scope`), until `held_to`; for `share`, with which `body`."""
WITHDRAWN = "withdrawn"
"""Consent that was given no longer holds: that of a `scope`, or all of it."""

WORDS_OF_EDITORS = frozenset({NOTE, RETRACTED, MERGED, CONSENTED, WITHDRAWN})
"""What an editor says of the register itself: these alone may stand without evidence."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """One way to know an entry again: an identifier or a spelling (`name`), with its scheme."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Development:
    """One dated, evidenced change in an entry.

    `held_from` and `held_to` are days of the world, `recorded` is the moment when we learnt it.
    `says` is who says so, as printed; `by` the person or rule that entered it. `before` is the
    digest of the development entered before it in any register, `digest` its own; both are empty
    until it is entered.
    """

    id: str
    register: str
    entry: str
    kind: str
    held_from: date
    recorded: datetime
    by: str
    value: dict[str, Any] = field(default_factory=dict)
    held_to: date | None = None
    precision: Precision = Precision.DAY
    stance: Stance = Stance.ASSERTS
    says: str = ""
    evidence: tuple[Evidence, ...] = ()
    retracts: str = ""
    decision: str = ""
    before: str = ""
    digest: str = ""

    def __post_init__(self) -> None:
        aware(self.recorded, "recorded")
        if not self.by.strip():
            raise ValueError("a development names who entered it")
        if not self.evidence and self.kind not in WORDS_OF_EDITORS:
            raise ValueError(f"no evidence, no development: {self.kind} of {self.entry}")
        if bool(self.retracts) is not (self.kind == RETRACTED):
            raise ValueError("a retraction names what it takes back, and nothing else does")
        if self.held_to is not None and self.held_to < self.held_from:
            raise ValueError("a development cannot end before it begins")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One dossier as it stood on a day, as known at a moment: the fold of its developments.

    `status` holds since `since`; `fields` are the newest values that were asserted; `next_date` is
    what is awaited, with the word for it in `next_what`. `developments` are those that count, in
    the order in which they held. `merged_into` names the entry that took this one in.
    """

    id: str
    register: str
    title: str
    keys: tuple[Key, ...]
    status: str
    since: date | None
    fields: dict[str, Any]
    developments: tuple[Development, ...]
    next_date: date | None = None
    next_what: str = ""
    merged_into: str = ""


class Action(StrEnum):
    """What the log of disclosures tells."""

    SEALED = "sealed"
    UNSEALED = "unsealed"
    GIVEN = "given out"
    COUNTED = "counted"
    DESTROYED = "key destroyed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """One line of the log: who unsealed, gave out or destroyed what, when and why.

    `subject` is an entry or a table, `value` holds digests, places and counts, never content.
    `before` is the digest of the line before it, `digest` its own; empty until it is logged.
    """

    at: datetime
    by: str
    action: Action
    subject: str
    reason: str
    value: dict[str, Any] = field(default_factory=dict)
    before: str = ""
    digest: str = ""

    def __post_init__(self) -> None:
        aware(self.at, "at")
        if not self.by.strip() or not self.reason.strip():
            raise ValueError("a disclosure names who and why")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a rule read in an article and would enter, if an editor says so.

    `entry` is the entry that it would go to; where None, or where that entry is itself still
    proposed, accepting opens one under `title` and `keys`. `alike` are entries that might be the
    same, for a person to compare. The id leaves out the article and the rule's version: the same
    thing is proposed once, however often it is read.
    """

    id: str
    register: str
    kind: str
    title: str
    keys: tuple[Key, ...]
    held_from: date
    made_at: datetime
    evidence: tuple[Evidence, ...]
    rule: str
    version: int
    entry: str | None = None
    alike: tuple[str, ...] = ()
    value: dict[str, Any] = field(default_factory=dict)
    precision: Precision = Precision.DAY
    stance: Stance = Stance.ASSERTS
    says: str = ""

    def __post_init__(self) -> None:
        aware(self.made_at, "made_at")
        if not self.evidence:
            raise ValueError("a proposal needs the evidence it was read from")
