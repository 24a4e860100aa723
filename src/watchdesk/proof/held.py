"""What the gate is handed: the archive's words for all that is cited, and what the desk knows.

In: values that the pipeline read. Out: look-ups. Nothing is read or counted here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from watchdesk.model import Article, Capture, Evidence, Item, Quantity
from watchdesk.proof.terms import TERMS


@dataclass(frozen=True, kw_only=True)
class Held:
    """Articles and captures by id, the holders of repeated bodies among them."""

    articles: Mapping[str, Article] = field(default_factory=dict)
    captures: Mapping[str, Capture] = field(default_factory=dict)

    def holder(self, capture: Capture) -> Capture | None:
        """The capture that has the body: itself, or the one that it repeats."""
        if capture.revisit_of is None:
            return capture
        return self.captures.get(capture.revisit_of)

    def article_of(self, capture_id: str) -> Article | None:
        """An article that was read from this capture, if one is held."""
        return self._by_capture.get(capture_id)

    @cached_property
    def _by_capture(self) -> dict[str, Article]:
        found: dict[str, Article] = {}
        for one in self.articles.values():
            found.setdefault(one.capture_id, one)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one entry of the registers stood on the day that an item tells of.

    `names` are its spellings as printed, `keys` its numbers; `line` and `status` say where it
    stands, `kinds` what its record holds by that day. `words` are the words of each outcome in the
    item's language, those of "not" among them; `evidence` is what its newest step rests on.
    """

    title: str
    names: tuple[str, ...] = ()
    keys: frozenset[str] = frozenset()
    line: str = ""
    status: str = ""
    kinds: frozenset[str] = frozenset()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the desk knows of one item beside the words that it cites.

    `origins` is the number of independent texts behind it (V12), None where nobody counted.
    `terms` are the words for violations by their code, `signed` the codes that an editor signed
    for this item (V10). `conflicts` are what its story counts in ways that disagree or that the
    ledger warns of, `beside` the issue's other items of that story (V11). `standings` are the
    entries of the registers that it names (V16).
    """

    origins: int | None = None
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: TERMS)
    signed: frozenset[str] = frozenset()
    conflicts: tuple[Quantity, ...] = ()
    beside: tuple[Item, ...] = ()
    standings: tuple[Standing, ...] = ()

    def signs(self, code: str) -> bool:
        """Whether an editor signed that this item may speak of a violation."""
        return code in self.signed


NOTHING_MORE = Known()
