"""Which article's title stands for a story.

In: the pieces of one story. Out: the place of one of them. The title is never rewritten. A title in
the language of the issue goes before others, a plain statement before a question or a lure, and the
one that shares most with its fellows before one with a slant of its own.
"""

import re
from collections.abc import Callable, Sequence

from watchdesk.stories.copies import carried
from watchdesk.stories.piece import Piece
from watchdesk.stories.terms import common, stem, words

# What speaks for or against a title: its language outweighs everything, its manners (asking,
# luring, shouting) outweigh how central it is; a copy's stands behind its original's.
_LANGUAGE = 10.0
_MANNERS = 1.0
_COPY = 1.2
_LATER = 0.02
# Words of a usual title.
_SHORTEST = 4
_LONGEST = 20
_ADDRESSING = re.compile(
    r"\b(?:you|your|you're|here's|heres|this is (?:why|what|how)|what to know|everything we know"
    r"|watch|opinion|analysis|live|photos?|video|podcast|quiz|vous|votre|voici|en direct|vidéo"
    r"|avis|вы|ваш\w*|видео|фото|мнение|прямой эфир|դուք|ձեր|լուսանկար\w*|տեսանյութ\w*)\b",
    re.IGNORECASE,
)
_ASKING = "?;՞؟？…!"


def headline(pieces: Sequence[Piece], *, language: str) -> int:
    """The place in `pieces` of the one whose title stands for the story.

    `language` is the issue's; of equals the earlier in `pieces` wins. Raises ValueError where
    there are no pieces.
    """
    if not pieces:
        raise ValueError("a story has at least one piece")
    wanted = _main(language)
    copied = carried([words(piece.text) for piece in pieces])
    central = _central([piece for piece, copy in zip(pieces, copied, strict=True) if not copy])
    scores = [
        central(piece)
        - _MANNERS * _faults(piece)
        - _COPY * copied[place]
        - _LATER * place
        + _LANGUAGE * (_main(piece.language) == wanted)
        for place, piece in enumerate(pieces)
    ]
    return max(range(len(pieces)), key=lambda place: (scores[place], -place))


def _main(language: str | None) -> str:
    return (language or "").partition("-")[0].lower()


def _faults(piece: Piece) -> int:
    """How many things speak against a title: asking, luring, shouting, odd length, no words."""
    title = piece.title.strip()
    count = len(title.split())
    return sum(
        (
            3 * (not title),
            any(mark in title for mark in _ASKING),
            bool(_ADDRESSING.search(title)),
            title.isupper(),
            not _SHORTEST <= count <= _LONGEST,
        )
    )


def _central(pieces: Sequence[Piece]) -> Callable[[Piece], float]:
    """How to rate a title: the mean share of the other independent texts that hold its terms."""
    texts = [(piece.id, frozenset(words(piece.text))) for piece in pieces]

    def rate(piece: Piece) -> float:
        own = {word for word in words(piece.title) if not common(stem(word))}
        others = [text for known, text in texts if known != piece.id]
        if not own or not others:
            return 0.0
        return sum(len(own & text) for text in others) / (len(own) * len(others))

    return rate
