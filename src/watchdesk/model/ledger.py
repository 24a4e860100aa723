"""Numbers for one thing, each with who gives it: the entries of the figure ledger.

Nothing here is averaged, ranked or called right. A value is an interval, since "over 3,400" and
"about 12" are no points; two numbers disagree where their intervals have nothing in common.
"""

from dataclasses import dataclass
from datetime import datetime

from watchdesk.model.evidence import Evidence
from watchdesk.model.statement import Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One number as somebody gives it.

    `low` and `high` close the interval, infinite where it is open. `says` is the speaker as printed
    with the role, or the outlet where `own` says that the number stands in its own voice. `as_of`
    is the day it holds for, None where no date is sure; `at` is when it appeared. `evidence` holds
    the places of all articles that carry this one voice, the first of them first.
    """

    value: float
    low: float
    high: float
    says: str
    as_of: datetime | None
    at: datetime
    evidence: tuple[Evidence, ...]
    own: bool = False
    bound: Bound | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a figure cannot stand without evidence")
        if not self.low <= self.value <= self.high:
            raise ValueError("a figure lies within its interval")

    @property
    def printed(self) -> str:
        """The number with its words, as the first article has it."""
        return self.evidence[0].quote

    def disagrees(self, other: "Claim") -> bool:
        """Whether no number fits both."""
        return self.high < other.low or other.high < self.low


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """All numbers for one thing that a story counts.

    `noun`, `fate` and `unit` are what is counted, folded, and make the `key` together with the
    language; `counts` is the noun as printed and `heading` the sources' own words for it. `claims`
    are in the order of their dates; `replaced` were superseded by a later number of their owner;
    `warnings` are sentences for the editor.
    """

    key: str
    noun: str
    fate: str
    unit: str | None
    language: str | None
    counts: str
    heading: Evidence
    claims: tuple[Claim, ...]
    replaced: tuple[Claim, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def rivals(self) -> tuple[Claim, ...]:
        """The claims of owners that some other owner's claim disagrees with."""
        owned = [claim for claim in self.claims if not claim.own]
        return tuple(one for one in owned if any(one.disagrees(other) for other in owned))
