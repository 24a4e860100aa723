"""What a pack says of a language whose verb stands second, as German has it: data, never code."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VerbSecond:
    """What a language shows whose verb stands second and whose reports have a mood of their own.

    `mood` forms are used in reports alone ("sei", "habe"), `moods` in reports and in wishes
    ("hätten"); `plain` are finite forms of what is told as a fact ("ist"). A sentence in that mood
    goes on with who spoke last, as does one with a word of `resumes` ("demnach").

    `split` leads from a verb to the parts that make it report where one of them closes its clause
    ("gab … bekannt"). `infinitive` and words that begin with one of `prefixes` and it make a
    clause of what is promised ("zu öffnen", "aufzugeben"), unless behind `purposes` ("um").
    `asks` open a clause as `Frames.that` does. `nouns` between a word of `by` and a source report
    ("nach Angaben von"), as do words with `noun_endings`. `of` and `owners`, the articles of a
    genitive, join a source to them, `links` a noun to a source ("für"); none begins with one of
    `prepositions`.

    `echoes` stand before a source behind a comma alone (", so X"). `inside` stand before a
    document that speaks ("In dem Brief heißt es"), `itself` are the subject there. `ends` begin
    what belongs to no source any more.
    """

    mood: frozenset[str] = frozenset()
    moods: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    resumes: frozenset[str] = frozenset()
    split: Mapping[str, frozenset[str]] = field(default_factory=dict)
    infinitive: str = ""
    prefixes: tuple[str, ...] = ()
    purposes: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    noun_endings: tuple[str, ...] = ()
    of: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    echoes: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    itself: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether the verb stands second in the language; the empty value is that of the others."""
        return bool(self.mood)
