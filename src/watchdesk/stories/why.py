"""The sentence that tells an editor why an article stands where it stands.

In: the piece and what it shares. Out: one English sentence with words as the piece prints them,
as in `shares 'quarry', 'St Oren' and 'March' with “Lorries return to the quarry”`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchdesk.stories.piece import Piece
from watchdesk.stories.terms import LENGTH, WORD

_TOLD = 4
# So many of the shared terms are looked for, in so many characters of the text.
_SOUGHT = 8
_READ = 3000
_TITLE = 90


@dataclass(frozen=True, slots=True)
class Copied:
    """Whose text it carries, and how much of the shorter text stands in the longer."""

    title: str
    share: float


@dataclass(frozen=True, slots=True)
class Meant:
    """The nearest article in another language by what a model says, and the cosine."""

    title: str
    model: str
    cosine: float


@dataclass(frozen=True, slots=True)
class Joined:
    """The nearest article of its story, and the terms that both hold, heaviest first."""

    title: str
    shared: tuple[str, ...]


Reason = Copied | Joined | Meant


def told(piece: Piece, reason: Reason) -> str:
    """The reason in a sentence, with words as the piece prints them."""
    if isinstance(reason, Copied):
        return f"{round(reason.share * 100)} % of its text also stands in {_named(reason.title)}"
    if isinstance(reason, Meant):
        near = f"{reason.cosine:.2f} of 1 by the model {reason.model}"
        return f"is near in meaning to {_named(reason.title)} ({near})"
    return f"shares {_listed(printed(piece, reason.shared))} with {_named(reason.title)}"


def printed(piece: Piece, terms: Sequence[str]) -> tuple[str, ...]:
    """Up to four of the heaviest terms as the piece prints them, a name of two words as one."""
    sought = [term for term in terms if len(term) > 2 or term.isdigit()][:_SOUGHT]
    wanted = set(sought)
    found: dict[str, str] = {}
    text = f"{piece.title}\n{piece.text[:_READ]}"
    before: re.Match[str] | None = None
    for match in WORD.finditer(text):
        term = match.group().lower()[:LENGTH]
        if term in wanted:
            joined = before is not None and _together(text, before, match)
            start = before.start() if before is not None and joined else match.start()
            found[term] = text[start : match.end()]
            wanted.discard(term)
            if not wanted:
                break
        before = match
    return _distinct(found[term] for term in sought if term in found)


def _together(text: str, before: re.Match[str], match: re.Match[str]) -> bool:
    """Whether two words are one name: both capitalised, one blank between, or a day and month."""
    gap = text[before.end() : match.start()]
    first, second = before.group(), match.group()
    return gap == " " and second[:1].isupper() and (first[:1].isupper() or first.isdigit())


def _distinct(phrases: Iterable[str]) -> tuple[str, ...]:
    """The first four that do not stand within one another."""
    kept: list[str] = []
    for phrase in phrases:
        if any(phrase in other for other in kept):
            continue
        kept = [other for other in kept if other not in phrase]
        kept.append(phrase)
        if len(kept) == _TOLD:
            break
    return tuple(kept)


def _listed(phrases: Sequence[str]) -> str:
    quoted = [f"'{phrase}'" for phrase in phrases]
    if len(quoted) < 2:
        return quoted[0] if quoted else "its words"
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _named(title: str) -> str:
    title = " ".join(title.split())
    if not title:
        return "an article without a title"
    return f"“{title if len(title) <= _TITLE else title[:_TITLE].rstrip() + '…'}”"
