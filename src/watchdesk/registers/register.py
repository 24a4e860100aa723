"""What a register says of itself: its vocabulary of developments, its fields, its line.

A register is one `Register` value in a file of its own; nothing here knows which there are. In: the
reading of one article. Out: keys, proposals, and the line that an issue prints of an entry.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from watchdesk.model import (
    MERGED,
    NAMED,
    NOTE,
    OPENED,
    RETRACTED,
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
}
"""What every register knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """One register.

    `entry` is the word for one of its entries. `fields` is a dataclass whose docstring says what an
    entry carries. `keys` finds what an article could be about, so that `propose` is given only the
    entries that carry one of them. `line` is what an issue prints of an entry on a day.
    `patience_days` is how long silence is usual.
    """

    name: str
    entry: str
    kinds: Mapping[str, Kind]
    fields: type
    patience_days: int
    keys: Callable[[Material, Words], frozenset[Key]]
    propose: Callable[[Material, Sequence[Entry], Words], Iterator[Proposal]]
    line: Callable[[Entry, date], str]

    def kind(self, name: str) -> Kind | None:
        """The kind of development of this name, its own or one that every register knows."""
        return self.kinds.get(name) or COMMON.get(name)
