"""The cited passages of one draft sentence, and the stretch of them that is nearest to it.

In: the draft and what it cites. Out: a `Case` that all rules read: the passages, whether they are
in another language than the draft, and the nearest run of sentences with how much it shares.
Nearness finds the place to compare; it never proves anything.
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

from watchdesk.model import Finding, Level, Span
from watchdesk.proof.reading import Reading, read
from watchdesk.text.languages import guess
from watchdesk.text.sentences import sentences

_LINE = re.compile(r"[^\n]+")
_LONGEST_RUN = 6  # sentences a draft sentence may draw together
_SAME_LANGUAGE = 0.4  # shared words that make a language sure; names alone are fewer
_TELLING = 2  # common words of a language that a short draft needs to be in it
NEAR_COPY = 0.75  # shared words, both ways: the draft is that passage with few words changed
DRAWN = 0.75  # the draft's words that the passage has: it is that passage, or a part of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What a sentence cites: an article's text, the cited part of it (all, if None), its date."""

    text: str
    span: Span | None = None
    published: datetime | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Nearest:
    """The run of sentences that shares most with the draft.

    `share` is the part of the draft's words that stand in it, `likeness` the shared part of both
    (Dice). `start` and `end` are its place in the passage.
    """

    reading: Reading
    cited: Cited
    share: float
    likeness: float
    start: int
    end: int

    @property
    def copy(self) -> bool:
        """Whether the draft reads as this passage with few words changed."""
        return self.likeness >= NEAR_COPY

    @property
    def drawn(self) -> bool:
        """Whether the draft is this passage or a part of it, with few words changed."""
        return self.share >= DRAWN


class Case:
    """One draft sentence with what it cites; the parts are worked out when a rule asks."""

    def __init__(self, draft: str, cited: tuple[Cited, ...], *, language: str | None) -> None:
        self.given = draft
        self.cited = cited
        self.declared = bool(language)
        self.passages = tuple(_passage(one) for one in cited)
        self.draft = _draft(draft, language, self.passages)

    @cached_property
    def foreign(self) -> bool:
        """Whether no passage is in the draft's language."""
        return bool(self.passages) and all(_differ(self.draft, one) for one in self.passages)

    @property
    def surely_foreign(self) -> bool:
        """Whether the script, or the languages as they were given, tell that."""
        given = self.declared and all(one.language for one in self.cited)
        scripts = {_script(one.text) for one in self.passages}
        return self.foreign and (given or _script(self.draft.text) not in scripts)

    @cached_property
    def bag(self) -> Counter[str]:
        """The tokens of all passages."""
        return sum((one.bag for one in self.passages), Counter())

    @cached_property
    def nearest(self) -> Nearest | None:
        """The nearest run of sentences among all passages; None where nothing is shared."""
        runs = (
            run
            for one, reading in zip(self.cited, self.passages, strict=True)
            for run in _runs(self.draft, one, reading)
        )
        return max(runs, key=lambda run: run.likeness, default=None)

    @cached_property
    def added(self) -> Counter[str]:
        """The draft's tokens that the nearest run lacks."""
        return self.draft.bag - self.nearest.reading.bag if self.nearest else self.draft.bag

    @cached_property
    def lost(self) -> Counter[str]:
        """The nearest run's tokens that the draft lacks."""
        return self.nearest.reading.bag - self.draft.bag if self.nearest else Counter()

    def finding(
        self, rule: str, message: str, place: tuple[int, int] | None, *, warn: bool = False
    ) -> Finding:
        """A finding at a place of the folded draft, with the nearest passage."""
        span = self.draft.original(*place) if place and place[0] < place[1] else None
        return Finding(
            rule=rule,
            level=Level.WARN if warn else Level.BLOCK,
            message=message,
            draft=self.given,
            span=span,
            nearest=self.nearest_words,
        )

    @property
    def nearest_words(self) -> str:
        """The nearest passage as the source prints it."""
        return self.nearest.reading.given if self.nearest else ""


def _passage(cited: Cited) -> Reading:
    return read(
        cited.span.of(cited.text) if cited.span else cited.text,
        cited.language or _language(cited.text) or None,
    )


def article_of(cited: Cited) -> Reading:
    """The whole cited article; its language as given, else as all its words tell it."""
    return read(cited.text, cited.language or _language(cited.text) or None)


@lru_cache(maxsize=512)
def _language(text: str) -> str:
    return guess(text).code


def _draft(text: str, language: str | None, passages: tuple[Reading, ...]) -> Reading:
    """Read the draft; where it shares its words with a passage, it is in the language of that."""
    if language:
        return read(text, language)
    for passage in passages:
        reading = read(text, passage.pack.code or None)
        if _shared(reading.bag, passage.bag) >= _SAME_LANGUAGE * len(reading.tokens):
            return reading
    guessed = read(text)
    return next((_ours(guessed, one) for one in passages if _doubtful(guessed, one)), guessed)


def _doubtful(draft: Reading, passage: Reading) -> bool:
    """Whether too few common words tell a short draft's language from that of a passage."""
    if draft.pack.code == passage.pack.code or _script(draft.text) != _script(passage.text):
        return False
    mine = sum(token.low in draft.pack.common for token in draft.tokens)
    theirs = sum(token.low in passage.pack.common for token in draft.tokens)
    return mine < _TELLING or theirs >= mine


def _ours(draft: Reading, passage: Reading) -> Reading:
    return read(draft.given, passage.pack.code or None)


def _differ(one: Reading, other: Reading) -> bool:
    """Whether two texts are in different scripts, or in languages known to differ."""
    if _script(one.text) != _script(other.text):
        return True
    codes = {one.pack.code, other.pack.code}
    return len(codes) == 2 and all(codes) and not codes & {"und", "mul", ""}


_SCRIPTS = (0x250, 0x400, 0x530, 0x590, 0x600, 0x700, 0x10A0, 0x1100)


@lru_cache(maxsize=2048)
def _script(text: str) -> int:
    """A number for the script that most of the first letters are of."""
    sample = text[:200]
    if sample.isascii():
        return 0
    letters = Counter([bisect(_SCRIPTS, ord(letter)) for letter in sample if letter.isalpha()])
    return letters.most_common(1)[0][0] if letters else 0


@lru_cache(maxsize=512)
def _sentences(text: str, code: str) -> tuple[tuple[int, int, Reading], ...]:
    """The sentences of a passage; a line break parts too."""
    parts = []
    for line in _LINE.finditer(text):
        for one in sentences(line.group(), code or None):
            place = one.moved(line.start())
            parts.append((place.start, place.end, read(place.of(text), code or None)))
    return tuple(parts)


def _runs(draft: Reading, cited: Cited, passage: Reading) -> Iterator[Nearest]:
    """The best run of sentences around each promising sentence of a passage."""
    parts = _sentences(passage.given, passage.pack.code)
    shared = [_shared(draft.bag, part[2].bag) for part in parts]
    promising = sorted(range(len(parts)), key=lambda place: -shared[place])[:3]
    for place in promising:
        if shared[place]:
            yield _grown(draft, cited, passage, place)


def _shared(one: Counter[str], other: Counter[str]) -> int:
    return sum([min(one[low], other[low]) for low in one.keys() & other.keys()])


def _grown(draft: Reading, cited: Cited, passage: Reading, place: int) -> Nearest:
    """Take in neighbouring sentences while that makes the run more like the draft."""
    parts = _sentences(passage.given, passage.pack.code)
    first = last = place
    best = _run(draft, cited, passage, (first, last))
    while last - first < _LONGEST_RUN:
        wider = [
            (low, high)
            for low, high in ((first - 1, last), (first, last + 1))
            if low >= 0 and high < len(parts)
        ]
        runs = [_run(draft, cited, passage, ends) for ends in wider]
        better = [number for number, run in enumerate(runs) if run.likeness > best.likeness]
        if not better:
            break
        chosen = max(better, key=lambda number: runs[number].likeness)
        (first, last), best = wider[chosen], runs[chosen]
    return best


def _run(draft: Reading, cited: Cited, passage: Reading, ends: tuple[int, int]) -> Nearest:
    parts = _sentences(passage.given, passage.pack.code)
    start, end = parts[ends[0]][0], parts[ends[1]][1]
    code = passage.pack.code or None
    reading = parts[ends[0]][2] if ends[0] == ends[1] else read(passage.given[start:end], code)
    shared = _shared(draft.bag, reading.bag)
    mine, theirs = len(draft.tokens), len(reading.tokens)
    return Nearest(
        reading=reading,
        cited=cited,
        share=shared / mine if mine else 0.0,
        likeness=2 * shared / (mine + theirs) if mine + theirs else 0.0,
        start=start,
        end=end,
    )
