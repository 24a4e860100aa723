"""What may leave the desk: made by the gate of the registers and by nobody else.

A `Cleared` is what is left of an entry for one audience. Exporters, pages, mail, feeds and indexes
take nothing else, so that the only way out is the one that was checked. Making one takes `SEAL`,
and a contract lets the gate alone import this module.
"""

from collections.abc import Mapping
from dataclasses import InitVar, dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final, final

from watchdesk.model.register import Entry

SEAL: Final = object()


class To(StrEnum):
    """Who is to see it: everybody, a named body, a court, or the desk itself."""

    PUBLIC = "public"
    BODY = "body"
    COURT = "court"
    DESK = "desk"


class Scope(StrEnum):
    """What a person can consent to, each by itself; `PLACE` is a partner's word on a site."""

    KEEP = "keep"
    SHARE = "share"
    QUOTE = "quote"
    PUBLISH = "publish"
    COURT = "court"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Who is to see something, on which day; `body` is the named body."""

    to: To
    on: date
    body: str = ""

    def __post_init__(self) -> None:
        if bool(self.body.strip()) is not (self.to is To.BODY):
            raise ValueError("a body is named where something is shared with one, and only there")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The archived page that an article was read from."""

    url: str
    title: str
    captured_at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry or a table that may not leave, and the sentences that say why."""

    subject: str
    reasons: tuple[str, ...]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """What an audience may see of an entry.

    `entry` holds nothing that was withheld; `withheld` names the fields and kinds that were, never
    their values. `pages` are those of its evidence by article.
    """

    entry: Entry
    audience: Audience
    withheld: tuple[str, ...] = ()
    pages: Mapping[str, Page] = field(default_factory=dict)
    seal: InitVar[object]

    def __post_init__(self, seal: object) -> None:
        _sealed(seal)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ClearedTable:
    """Counts that an audience may see: for each cell of the fields `by` its number.

    None stands where the number is withheld.
    """

    name: str
    by: tuple[str, ...]
    cells: Mapping[tuple[str, ...], int | None]
    seal: InitVar[object]

    def __post_init__(self, seal: object) -> None:
        _sealed(seal)


def _sealed(seal: object) -> None:
    if seal is not SEAL:
        raise TypeError("only the gate of the registers says what may leave the desk")
