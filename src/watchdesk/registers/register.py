"""What a register says of itself: its vocabulary of developments, its fields, its line.

A register is one `Register` value in a file of its own; nothing here knows which there are. In: the
reading of one article. Out: keys, proposals, and the line that an issue prints of an entry.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from watchdesk.model import (
    CONSENTED,
    MERGED,
    NAMED,
    NOTE,
    OPENED,
    RETRACTED,
    WITHDRAWN,
    Entry,
    Key,
    Proposal,
)
from watchdesk.registers.material import Material, Words


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of development.

    `status` is what the entry is from then on (empty leaves it as it was); `spell` says whether a
    stretch of time begins or ends with it (a detention, a hearing).
    """

    label: str
    status: str = ""
    spell: Literal["begins", "ends", ""] = ""


COMMON: Mapping[str, Kind] = {
    OPENED: Kind("entered"),
    NAMED: Kind("also named"),
    NOTE: Kind("note"),
    RETRACTED: Kind("taken back"),
    MERGED: Kind("the same as another entry"),
    CONSENTED: Kind("consent given"),
    WITHDRAWN: Kind("consent withdrawn"),
}
"""What every register knows."""

ACCESS = "access"
"""In a development's value, who may see it: `public` (without a word), `partners` or `desk`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """What the gate asks before anything of an entry leaves the desk.

    `people`: entries are living persons, who are named by their consent where any was asked for,
    and whose coordinates are made coarse. `consent`: nothing leaves without it. `second`: a second
    person has to have said yes. `private` are fields and kinds that stay unless a consent names
    them. While a kind of `threats` counts, where the entry is stays here until a partner agreed.
    """

    people: bool = False
    consent: bool = False
    second: bool = False
    private: frozenset[str] = frozenset()
    threats: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """One register.

    `entry` is the word for one of its entries. `fields` is a dataclass whose docstring says what an
    entry carries. `keys` finds what an article could be about, so that `propose` is given only the
    entries that carry one of them. `line` is what an issue prints of an entry on a day.
    `patience_days` is how long silence is usual, `over` are the statuses of what is at an end and
    may be silent. `care` is what the gate asks of its entries. With `beside` it proposes only from
    articles of which another register before it has something.
    """

    name: str
    entry: str
    kinds: Mapping[str, Kind]
    fields: type
    patience_days: int
    keys: Callable[[Material, Words], frozenset[Key]]
    propose: Callable[[Material, Sequence[Entry], Words], Iterator[Proposal]]
    line: Callable[[Entry, date], str]
    over: frozenset[str] = frozenset()
    care: Care = Care()
    beside: bool = False

    def kind(self, name: str) -> Kind | None:
        """The kind of development of this name, its own or one that every register knows."""
        return self.kinds.get(name) or COMMON.get(name)
