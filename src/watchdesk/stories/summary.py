"""A story in a few of its own sentences.

In: the pieces of one story. Out: spans of whole sentences, copied and never rewritten, in the order
to be read. The method is that of the centroid (Radev 2004) with maximal marginal relevance
(Carbonell and Goldstein 1998): a sentence is worth its likeness to the whole story, less its
likeness to what was chosen, with a start for leads. It chooses none that is furniture, cut off, or
holds half of a quotation.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from watchdesk.model import Span
from watchdesk.stories.copies import carried
from watchdesk.stories.headline import headline
from watchdesk.stories.leftovers import hangs, leftover
from watchdesk.stories.piece import Piece
from watchdesk.stories.terms import common, stem
from watchdesk.stories.terms import words as words_of
from watchdesk.text.sentences import sentences

# Only the beginning of an article tells its story; later sentences tell the background.
DEEPEST = 12
# The sentences together may run over the budget of words by this share.
OVER = 0.1
# What a common word is worth beside another.
COMMON_WORTH = 0.1
# Likeness to the whole story against likeness to what was chosen.
WHOLE = 0.65
# Added to a lead, a step less for each sentence further down.
LEAD = 0.08
STEP = 0.016
# Added to the lead of the headline's article where a few sentences stand under that headline.
FIRST = 0.1
# Taken from a sentence that hangs on the one before, and of a source that has spoken already.
HANGING = 0.1
AGAIN = 0.05

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A whole sentence of the article at a place in the pieces given."""

    article: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence that may be chosen; `worth` is what it is worth beside no other."""

    article: int
    rank: int
    span: Span
    length: int
    terms: Weights
    worth: float


def best_sentences(
    pieces: Sequence[Piece], *, words: int, language: str | None = None, most: int | None = None
) -> tuple[Chosen, ...]:
    """Sentences of `words` words together, or a tenth over where a sentence needs it.

    `language` is the issue's: where the headline is in it, only pieces in it speak. `most` limits
    the number of sentences, for those under a headline, whose own article then leads.
    None at all where no sentence can stand alone within the budget.
    """
    if not pieces:
        return ()
    first = headline(pieces, language=language or pieces[0].language or "")
    speaking = _speaking(pieces, first)
    whole = _whole([pieces[place] for place in speaking])
    waiting = [one for place in speaking for one in _fit(pieces[place], place, whole)]
    sources = [piece.source or str(place) for place, piece in enumerate(pieces)]
    if most is not None:
        waiting = [replace(one, worth=one.worth + FIRST * _opens(one, first)) for one in waiting]
    chosen = _choose(waiting, sources, budget=words * (1.0 + OVER), most=most)
    in_order = sorted(chosen, key=lambda one: (one.article != first, one.rank, one.article))
    return tuple(Chosen(one.article, one.span) for one in in_order)


def _speaking(pieces: Sequence[Piece], first: int) -> list[int]:
    """The pieces that may speak: those in the headline's language that carry no other's text."""
    language = pieces[first].language
    alike = [place for place, piece in enumerate(pieces) if piece.language == language]
    copied = carried([words_of(pieces[place].text) for place in alike])
    return [place for place, copy in zip(alike, copied, strict=True) if not copy or place == first]


def _choose(
    waiting: list[_Sentence],
    sources: Sequence[str],
    *,
    budget: float,
    most: int | None,
) -> list[_Sentence]:
    """Take the best sentence, again and again, until words or sentences run out."""
    chosen: list[_Sentence] = []
    while most is None or len(chosen) < most:
        waiting = [one for one in waiting if one.length <= budget and one not in chosen]
        if not waiting:
            break
        spoken = {sources[one.article] for one in chosen}
        scores = [
            one.worth
            - AGAIN * (sources[one.article] in spoken)
            - (1.0 - WHOLE) * max((_cosine(one.terms, other.terms) for other in chosen), default=0)
            for one in waiting
        ]
        best = waiting[max(range(len(scores)), key=scores.__getitem__)]
        chosen.append(best)
        budget -= best.length
    return chosen


def _opens(one: _Sentence, first: int) -> bool:
    """Whether it is the lead of the headline's article."""
    return one.article == first and one.rank == 0


def _fit(piece: Piece, place: int, whole: Weights) -> Iterator[_Sentence]:
    """The sentences of a piece's beginning that can stand in an issue."""
    for rank, span in enumerate(sentences(piece.text, piece.language)[:DEEPEST]):
        said = span.of(piece.text)
        if not leftover(said):
            terms = _terms(words_of(said))
            start = max(0.0, LEAD - STEP * rank) - HANGING * hangs(said)
            worth = WHOLE * _cosine(terms, whole) + start
            yield _Sentence(place, rank, span, len(said.split()), terms, worth)


def _whole(pieces: Sequence[Piece]) -> Weights:
    """The words of all titles and texts."""
    found: Counter[str] = Counter()
    for piece in pieces:
        found.update(_terms(words_of(piece.text)))
        found.update(_terms(words_of(piece.title)))
    return dict(found)


def _terms(found: Sequence[str]) -> Weights:
    counts = Counter(stem(word) for word in found)
    return {term: times * (COMMON_WORTH if common(term) else 1.0) for term, times in counts.items()}


def _cosine(one: Weights, other: Weights) -> float:
    dot = sum(weight * other.get(term, 0.0) for term, weight in one.items())
    lengths = _square(one) * _square(other)
    return dot / float(lengths**0.5) if lengths else 0.0


def _square(weights: Weights) -> float:
    return sum(weight * weight for weight in weights.values())
