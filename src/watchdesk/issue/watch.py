"""Names and places that the desk watches for, looked for in all texts at once.

In: a desk's list and a text. Out: which of them the text names, as whole words, in the order of the
list. Case, accents' typography and apostrophes are levelled; a spelling that is not on the list is
not found: what is written in another script goes on the list too.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, MatchKind

from watchdesk.text.fold import fold


@dataclass(frozen=True, slots=True)
class WatchList:
    """The watched names, ready to be looked for; made once a run."""

    names: tuple[str, ...]
    _found: AhoCorasick = field(repr=False)

    @classmethod
    def of(cls, names: Iterable[str]) -> "WatchList":
        """The list of these names; empty ones are left out."""
        kept = tuple(name for name in dict.fromkeys(names) if name.strip())
        levelled = [fold(name).text.casefold() for name in kept]
        return cls(kept, AhoCorasick(levelled, matchkind=MatchKind.Standard))

    def named_in(self, text: str) -> tuple[str, ...]:
        """The names that stand in a text as whole words."""
        if not self.names:
            return ()
        low = fold(text).text.casefold()
        hits = {
            number
            for number, start, end in self._found.find_matches_as_indexes(low, overlapping=True)
            if not (low[start - 1 : start].isalnum() or low[end : end + 1].isalnum())
        }
        return tuple(self.names[number] for number in sorted(hits))
