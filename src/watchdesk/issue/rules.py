"""The editor's rules for a section, as desk.toml holds them."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRule:
    """One section of the issue: what belongs there.

    `words` are (word, weight) in any language, case ignored; a trailing `*` takes any ending, a
    blank parts the words of a phrase; a negative weight keeps things out. `sources` and `subjects`
    add their weight when the story comes from them. `least` is the score below which nothing is
    taken; `most` the number of stories or pictures. `kind` says which items stand there.
    """

    key: str
    title: str
    words: tuple[tuple[str, float], ...] = ()
    sources: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    least: float = 2.0
    most: int = 8
    kind: Literal["stories", "opinion", "briefs", "photos", "registers"] = "stories"
