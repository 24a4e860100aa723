"""Which article's title stands for a story.

In: the pieces of one story. Out: the place of one of them. The title is never rewritten. A title in
the language of the issue goes before others, a plain statement before a question or a lure, and the
one that shares most with its fellows before one with a slant of its own.
"""

import re
from collections.abc import Sequence

from watchdesk.stories.piece import Piece
from watchdesk.stories.terms import count_terms, words

# What speaks for a title: its language outweighs everything, its manners outweigh its centrality.
_LANGUAGE = 10.0
_MANNERS = 1.0
_LATER = 0.02
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
    central = _central(pieces)
    scores = [
        central[place] - _faults(piece) * _MANNERS - place * _LATER
        + (_LANGUAGE if _main(piece.language) == wanted else 0.0)
        for place, piece in enumerate(pieces)
    ]  # fmt: skip
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


def _central(pieces: Sequence[Piece]) -> list[float]:
    """For each title the mean share of the other pieces that hold one of its terms."""
    texts = [set(count_terms(words(piece.title), words(piece.text))) for piece in pieces]
    out = []
    for place, piece in enumerate(pieces):
        own = set(count_terms(words(piece.title), ()))
        others = [terms for other, terms in enumerate(texts) if other != place]
        shares = [sum(term in terms for terms in others) for term in own]
        out.append(sum(shares) / (len(own) * len(others)) if own and others else 0.0)
    return out
