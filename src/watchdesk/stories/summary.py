"""A story in a few of its own sentences.

In: the pieces of one story. Out: spans of whole sentences, copied and never rewritten, in the order
to be read. The method is coverage: a sentence is worth the words and pairs of words that it adds,
weighed by how many independent pieces share them (Gillick and Favre 2009; solved greedily), with a
start for leads. It chooses no sentence that is furniture, that hangs on the one before, or that
cuts a quotation.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

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
# A sentence may run over the budget of words by this share.
OVER = 0.1
# What a common word is worth beside another; a title's word beside one of the text.
_COMMON_WORTH = 0.1
_TITLE_WORTH = 1.0
_PAIR_WORTH = 1.0
# A sentence's worth is divided by its words to this power: 0 prefers long ones, 1 dense ones.
_DENSITY = 0.5
# Taken off for each sentence before it in its article; left to one that hangs on the one before,
# and to one of a source that has spoken already.
_DEPTH = 0.05
_HANGING = 0.5
_AGAIN = 0.7

Gram = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A whole sentence of the article at a place in the pieces given."""

    article: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Sentence:
    article: int
    rank: int
    span: Span
    length: int
    grams: frozenset[Gram]
    hanging: bool


def best_sentences(
    pieces: Sequence[Piece], *, words: int, language: str | None = None, most: int | None = None
) -> tuple[Chosen, ...]:
    """Sentences of at most `words` words together (a tenth over where one needs it).

    `language` is the issue's: where a piece is in it, only such pieces speak. `most` limits the
    number of sentences. None at all where no sentence is fit to stand alone or within the budget.
    """
    if not pieces:
        return ()
    first = headline(pieces, language=language or pieces[0].language or "")
    speaking = _speaking(pieces, first)
    worth = _worth([pieces[place] for place in speaking])
    waiting = [one for place in speaking for one in _fit(pieces[place], place)]
    sources = [piece.source or str(place) for place, piece in enumerate(pieces)]
    chosen = _choose(waiting, worth, sources, budget=words * (1.0 + OVER), most=most)
    return tuple(Chosen(one.article, one.span) for one in _in_order(chosen, first))


def _speaking(pieces: Sequence[Piece], first: int) -> list[int]:
    """The pieces that may speak: those in the headline's language that carry no other's text."""
    language = pieces[first].language
    alike = [place for place, piece in enumerate(pieces) if piece.language == language]
    copied = carried([words_of(pieces[place].text) for place in alike])
    return [place for place, copy in zip(alike, copied, strict=True) if not copy or place == first]


def _choose(
    waiting: list[_Sentence],
    worth: Mapping[Gram, float],
    sources: Sequence[str],
    *,
    budget: float,
    most: int | None,
) -> list[_Sentence]:
    """Take the sentence that adds most for its length until words or sentences run out."""
    chosen: list[_Sentence] = []
    covered: set[Gram] = set()
    while most is None or len(chosen) < most:
        waiting = [one for one in waiting if one.length <= budget and one not in chosen]
        spoken = {sources[one.article] for one in chosen}
        gains = [
            _gain(one, worth, covered) * (_AGAIN if sources[one.article] in spoken else 1.0)
            for one in waiting
        ]
        best = max(range(len(gains)), key=gains.__getitem__, default=None)
        if best is None or gains[best] <= 0.0:
            break
        chosen.append(waiting[best])
        covered |= waiting[best].grams
        budget -= waiting[best].length
    return chosen


def _gain(one: _Sentence, worth: Mapping[Gram, float], covered: set[Gram]) -> float:
    """What a sentence adds to those chosen, for its length and place."""
    new = sum(worth.get(gram, 0.0) for gram in one.grams if gram not in covered)
    place = max(0.0, 1.0 - _DEPTH * one.rank) * (_HANGING if one.hanging else 1.0)
    return float(new * place / one.length**_DENSITY)


def _worth(pieces: Sequence[Piece]) -> dict[Gram, float]:
    """What each word and pair of words is worth: the share of pieces that hold it, titles added."""
    held: dict[Gram, float] = {}
    for piece in pieces:
        for gram in _grams(words_of(piece.text)):
            held[gram] = held.get(gram, 0.0) + 1.0
        for gram in _grams(words_of(piece.title)):
            held[gram] = held.get(gram, 0.0) + _TITLE_WORTH
    return {gram: count * _kind(gram) / len(pieces) for gram, count in held.items()}


def _kind(gram: Gram) -> float:
    if len(gram) == 2:
        return 0.0 if all(common(term) for term in gram) else _PAIR_WORTH
    return _COMMON_WORTH if common(gram[0]) else 1.0


def _grams(found: Sequence[str]) -> frozenset[Gram]:
    terms = [stem(word) for word in found]
    return frozenset({(term,) for term in terms} | set(pairwise(terms)))


def _fit(piece: Piece, place: int) -> Iterator[_Sentence]:
    """The sentences of a piece's beginning that can stand alone."""
    for rank, span in enumerate(sentences(piece.text, piece.language)[:DEEPEST]):
        said = span.of(piece.text)
        if not leftover(said):
            yield _Sentence(
                place, rank, span, len(said.split()), _grams(words_of(said)), hangs(said)
            )


def _in_order(chosen: Sequence[_Sentence], first: int) -> list[_Sentence]:
    """The headline's article speaks first, then leads before what stands deeper."""
    return sorted(chosen, key=lambda one: (one.article != first, one.rank, one.article))
