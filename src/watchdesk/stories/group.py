"""Grouping in one pass: each article, as it comes, joins an open story or opens one.

In: a `Piece` after the other, and what was remembered of those before. Out: for each a `Placed`.
The method is one-pass clustering with time decay and a running IDF over each article's best terms
(Allan 2002; Miranda 2018), the nearest open articles speaking for their stories. It never moves an
article that was placed, and reads no database: counts of terms are asked for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf, log
from typing import TYPE_CHECKING

from watchdesk.model import identity
from watchdesk.stories.calendar import DAY, Calendar
from watchdesk.stories.copies import Copies, shingles
from watchdesk.stories.crossing import Crossing, crossed_terms
from watchdesk.stories.fading import FADING
from watchdesk.stories.memory import Fingerprint, unpack
from watchdesk.stories.piece import Piece
from watchdesk.stories.placed import Placed, Remembered
from watchdesk.stories.similarity import EMPTY, Index, shared_terms, vector
from watchdesk.stories.terms import capitalised, count_terms, lowered, printed, rarity, words
from watchdesk.stories.why import Copied, Joined, Meant, Reason

if TYPE_CHECKING:
    from watchdesk.stories.nearby import Nearby

VERSION = 1

# An article is open to comparison for so many days.
OPEN_DAYS = FADING.window_days
# Its text is open to comparison longer: papers reprint what they have for weeks.
COPY_DAYS = 28
# Likeness that joins is BASE + SLOPE * log(1 + articles open nearby in time): the more is open,
# the more look-alikes there are by chance.
BASE = 0.115
SLOPE = 0.02
QUIET = 1000.0
# Likeness that joins across languages, of names and numbers alone.
CROSSED = 0.2
# And the cosine that does, by a model of the desk's own.
MEANT = 0.6
# What a document adds that both link to.
LINKED = 0.05
# A story speaks through its nearest article and, with this weight, the mean of its nearest few.
MEAN = 0.6
NEAREST = 3
# After so many articles those that are no longer open are dropped.
SWEEP = 512
# Likeness from which a repair looks at two articles again, about half of what it joins.
ASKED_AGAIN = 0.063

Counts = Callable[[Sequence[str]], Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class _Open:
    """An article open to comparison."""

    id: str
    story: str
    origin: str
    title: str
    at: float
    mark: Fingerprint


@dataclass(frozen=True, slots=True)
class _Like:
    """An open article of the same language: how alike its words are, and what time leaves of it."""

    number: int
    alike: float
    left: float


@dataclass(frozen=True, slots=True)
class _Decided:
    """Where a piece belongs and why; `near` are the articles that a repair looks at again."""

    story: str
    origin: str
    reason: Reason | None = None
    score: float = 0.0
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Best:
    """The story that is most like a piece, through its nearest article.

    `strength` is likeness as a multiple of what joins, so that languages can be compared. `cosine`
    is set where a model found it.
    """

    story: str
    strength: float
    score: float
    nearest: int
    cosine: float | None = None


class Grouper:
    """Places pieces in order of arrival; a call's cost depends on that piece alone.

    `counts` gives in how many articles each of some terms stood, `documents` how many articles
    there were; the caller raises the counts of `Placed.terms` before the next call, the number of
    articles is raised here. `open` are the articles of the last `OPEN_DAYS` days, or better of the
    last `COPY_DAYS`, so that late reprints are known; oldest first. `base` is the likeness that
    joins while little is open, `meant` the cosine that does across languages.
    """

    def __init__(
        self,
        *,
        counts: Counts,
        documents: int,
        open: Iterable[Remembered] = (),  # noqa: A002 - the word of the house
        base: float = BASE,
        meant: float = MEANT,
    ) -> None:
        self._counts = counts
        self._documents = documents
        self._base = base
        self._meant = meant
        self._next = 0
        self._open: dict[int, _Open] = {}
        self._index = Index()
        self._crossing = Crossing()
        self._nearby: Nearby | None = None
        self._copies = Copies()
        self._latest: list[float] = []
        self._turned = -inf
        self._terms_of = Calendar()
        self._text_of = Calendar()
        self._sizes: dict[str, int] = {}
        for kept in open:
            mark = unpack(kept.data)
            self._add(_Open(kept.id, kept.story, kept.origin, mark.title, _time(kept), mark))

    def place(self, piece: Piece, *, story: str | None = None) -> Placed:
        """Find the story of a piece, or open one; then remember the piece.

        `story` is the one that a person chose for it.
        """
        body = printed(piece.text)
        text = lowered(body)
        counted = count_terms(words(piece.title), text)
        mark = self._fingerprint(piece, counted, capitalised(body), text)
        found = self._decide(piece, mark)
        story, origin = story or found.story, found.origin
        self._documents += 1
        self._add(_Open(piece.id, story, origin, piece.title, piece.at.timestamp(), mark))
        if len(self._latest) >= SWEEP:
            self._sweep()
        return Placed(
            piece=piece,
            story=story,
            origin=origin,
            reason=found.reason,
            score=found.score,
            terms=tuple(counted),
            near=found.near,
            mark=mark,
        )

    def _fingerprint(
        self,
        piece: Piece,
        counted: Mapping[str, int],
        named: frozenset[str],
        text: Sequence[str],
    ) -> Fingerprint:
        known = self._counts(tuple(counted))
        return Fingerprint(
            title=piece.title,
            language=(piece.language or "").partition("-")[0].lower(),
            dated=piece.dated,
            terms=vector(rarity(counted, known, self._documents), named),
            shingles=shingles(text),
            links=frozenset(piece.links),
            meaning=piece.meaning,
        )

    def _decide(self, piece: Piece, mark: Fingerprint) -> _Decided:
        at = piece.at.timestamp()
        copied = self._copies.find(mark.shingles)
        if copied is not None and _days(at, self._open[copied[0]].at) <= COPY_DAYS:
            first = self._open[copied[0]]
            return _Decided(first.story, first.origin, Copied(first.title, copied[1]), copied[1])
        likes = tuple(self._likes(mark, at))
        near = tuple(
            self._open[one.number].id for one in likes if one.alike * one.left >= ASKED_AGAIN
        )
        found = [
            *self._same_language(mark, at, likes),
            *self._other_languages(mark, at),
            *self._same_meaning(mark, at),
        ]
        best = max(found, key=lambda one: one.strength, default=None)
        if best is None or best.strength < 1.0:
            return _Decided(identity("story", piece.id), piece.id, near=near)
        reason = self._reason(mark, best)
        return _Decided(best.story, piece.id, reason, min(1.0, best.score), near)

    def _reason(self, mark: Fingerprint, best: _Best) -> Joined | Meant:
        nearest = self._open[best.nearest]
        if best.cosine is not None and mark.meaning is not None:
            return Meant(nearest.title, mark.meaning.model, best.cosine)
        common = shared_terms if mark.language == nearest.mark.language else crossed_terms
        return Joined(nearest.title, tuple(common(mark.terms, nearest.mark.terms)))

    def _likes(self, mark: Fingerprint, at: float) -> Iterator[_Like]:
        """The open articles of a piece's language that are like it by all of its words."""
        for number, alike in self._index.alike(mark.terms):
            if left := self._left(mark, at, self._open[number]):
                yield _Like(number, alike, left)

    def _same_language(
        self, mark: Fingerprint, at: float, likes: Sequence[_Like]
    ) -> Iterator[_Best]:
        """Stories like a piece by all of its words, each through its nearest articles."""
        if not likes:
            return
        by_story: dict[str, list[tuple[float, int]]] = {}
        for one in likes:
            other = self._open[one.number]
            score = (one.alike + self._linked(mark, other)) * one.left
            by_story.setdefault(other.story, []).append((score, one.number))
        busy = FADING.busy(at, self._terms_of.count)
        joins = self._base + SLOPE * log(1.0 + busy / QUIET)
        for story, found in by_story.items():
            found.sort(reverse=True)
            score = self._score(story, found)
            yield _Best(story, score / joins, score, found[0][1])

    def _other_languages(self, mark: Fingerprint, at: float) -> Iterator[_Best]:
        """Stories that share names and numbers with a piece, through one article each."""
        for number, alike in self._crossing.find(mark.language, mark.terms):
            other = self._open[number]
            score = (alike + self._linked(mark, other)) * self._left(mark, at, other)
            yield _Best(other.story, score / CROSSED, score, number)

    def _same_meaning(self, mark: Fingerprint, at: float) -> Iterator[_Best]:
        """Stories in other languages that are near by the desk's own model, if it has one.

        Time takes the root of what it takes elsewhere: the cosine of strangers is not near 0.
        """
        if mark.meaning is None or self._nearby is None:
            return
        for number, cosine in self._nearby.find(mark.language, mark.meaning):
            other = self._open[number]
            score = cosine * self._left(mark, at, other) ** 0.5
            yield _Best(other.story, score / self._meant, score, number, cosine)

    def _left(self, mark: Fingerprint, at: float, other: _Open) -> float:
        """What time leaves of the likeness of two articles; 0 beyond the window."""
        return FADING.left(_days(at, other.at), dated=mark.dated and other.mark.dated)

    def _linked(self, mark: Fingerprint, other: _Open) -> float:
        return LINKED if mark.links & other.mark.links else 0.0

    def _score(self, story: str, found: Sequence[tuple[float, int]]) -> float:
        few = min(NEAREST, self._sizes[story])
        mean = sum(likeness for likeness, _ in found[:few]) / few
        return (1.0 - MEAN) * found[0][0] + MEAN * mean

    def _add(self, one: _Open) -> None:
        number = self._next
        self._next += 1
        self._open[number] = one
        self._latest.append(one.at)
        self._text_of.add(one.at, number)
        self._copies.add(number, one.origin, one.mark.shingles)
        if one.origin == one.id:
            self._index.add(number, one.mark.terms)
            self._crossing.add(number, one.mark.language, one.mark.terms)
            self._add_meaning(number, one.mark)
            self._terms_of.add(one.at, number)
            self._sizes[one.story] = self._sizes.get(one.story, 0) + 1

    def _add_meaning(self, number: int, mark: Fingerprint) -> None:
        if mark.meaning is None:
            return
        if self._nearby is None:
            from watchdesk.stories.nearby import Nearby  # noqa: PLC0415 - needs numpy, few a model

            self._nearby = Nearby()
        self._nearby.add(number, mark.language, mark.meaning)

    def _sweep(self) -> None:
        """Close what is no longer open, seen from the middle of the latest arrivals.

        The middle, so that one article with a wrong date, far in the future, closes nothing.
        """
        self._latest.sort()
        now = self._latest[len(self._latest) // 2]
        self._latest.clear()
        if now - self._turned > OPEN_DAYS * DAY:
            self._index.turn()
            self._turned = now
        for number in self._terms_of.before(now - OPEN_DAYS * DAY):
            self._close(number, self._open[number])
        for number in self._text_of.before(now - COPY_DAYS * DAY):
            one = self._open.pop(number)
            self._copies.forget(number, one.mark.shingles)

    def _close(self, number: int, one: _Open) -> None:
        """Take an article out of all comparison but that of copies."""
        self._index.forget(number)
        self._crossing.forget(number)
        if self._nearby is not None:
            self._nearby.forget(number)
        self._open[number] = replace(one, mark=replace(one.mark, terms=EMPTY, meaning=None))
        self._sizes[one.story] -= 1
        if not self._sizes[one.story]:
            del self._sizes[one.story]


def _days(one: float, other: float) -> float:
    """Days between two moments in seconds."""
    return abs(one - other) / DAY


def _time(kept: Remembered) -> float:
    return kept.at.timestamp()
