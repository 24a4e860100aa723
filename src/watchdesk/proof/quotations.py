"""V2, V3: a quotation is words of the source, in their order, and keeps its end.

In: a sentence with marked words, or bare quoted words, and the cited passages. Out: findings where
the marked words do not stand there one after another. Marks, spaces, dashes and a closing stop are
levelled; nothing else is forgiven: there is no likeness here. *[…]* and an ellipsis part a
quotation into pieces whose order is kept; a bracket may explain but adds no figure, name or
negation.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from watchdesk.model import Finding
from watchdesk.proof.passage import Case
from watchdesk.proof.reading import Reading, pieces, plain
from watchdesk.text.fold import fold
from watchdesk.text.languages.lists import bag
from watchdesk.text.marks import quotations

_GAP = re.compile(r"\s*(?:\[\s*\.\.\.\s*\]|\(\s*\.\.\.\s*\)|\.\.\.)\s*")
_BRACKET = re.compile(r"\s*\[([^\[\]]{1,60})\]\s*")
_CAPITAL = re.compile(r"\[(\w)\](?=\w)")
_ATOM = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[^\w\s\"']")
_EDGE = frozenset(".,;:!?-–")
# Where the source turns after the quoted words, the cut may turn the sense.
_TURNS = bag("but although though if unless except not mais sauf si aber wenn но если pero")
_COPIED_WORDS = 6
_LOOK_AROUND = 1000  # characters: a quotation may go on over paragraphs


@lru_cache(maxsize=512)
def _atoms(folded: str) -> tuple[str, ...]:
    return tuple(_ATOM.findall(folded))


@lru_cache(maxsize=512)
def _row(folded: str) -> str:
    """The atoms joined by blanks, for one fast look-up."""
    return " " + " ".join(_atoms(_CAPITAL.sub(r"\1", folded))) + " "


@lru_cache(maxsize=64)
def _article_row(text: str) -> str:
    return _row(fold(text).text)


@lru_cache(maxsize=256)
def marked(text: str) -> tuple[tuple[int, int], ...]:
    """The places of the words between marks, in the text as given."""
    return tuple((one.inner.start, one.inner.end) for one in quotations(text))


def quoted_places(case: Case) -> list[tuple[int, int]]:
    """The places of the draft's marked words, as folded."""
    places = (folded_place(case.draft, start, end) for start, end in marked(case.given))
    return [place for place in places if place]


def check_quotations(case: Case) -> Iterator[Finding]:
    """V2 for each quotation of the sentence, V3 for its end."""
    if case.foreign:
        return
    for start, end in marked(case.given):
        yield from check_words(case, start, end)
    yield from _unmarked(case)


def check_words(case: Case, start: int, end: int) -> Iterator[Finding]:
    """V2 and V3 for the words of the draft from `start` to `end`, as given."""
    words = _CAPITAL.sub(r"\1", fold(case.given[start:end]).text)
    at = folded_place(case.draft, start, end)
    bad = _bracket_adds(case, words)
    if bad:
        yield case.finding("V2", f"The bracket adds “{bad}”, which the source does not say.", at)
    parts = _parts(words)
    if not parts:
        return
    for passage in case.passages:
        behind = _found(parts, _row(passage.text))
        if behind is not None:
            if _cut_short(passage, behind, parts):
                yield case.finding(
                    "V3",
                    "The source goes on with a turn right behind the quoted words.",
                    at,
                    warn=True,
                )
            return
    yield _missing(case, parts, words, at)


def folded_place(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """The folded place of a stretch of the text as given."""
    first = bisect_right(reading.folded.ends, start)
    last = bisect_left(reading.folded.starts, end)
    return (first, last) if first < last else None


def stands(case: Case, start: int, end: int) -> bool:
    """Whether the words of the draft from `start` to `end`, as given, stand in a passage."""
    parts = _parts(fold(case.given[start:end]).text)
    return any(_found(parts, _row(passage.text)) is not None for passage in case.passages)


def _parts(words: str) -> list[str]:
    """The pieces of a quotation between its gaps, each as a row of atoms without end marks."""
    found = []
    for piece in _GAP.split(_BRACKET.sub(" ... ", _GAP.sub(" ... ", words))):
        row = list(_atoms(piece))
        while row and row[0] in _EDGE:
            row.pop(0)
        while row and row[-1] in _EDGE:
            row.pop()
        if row:
            found.append(" " + " ".join(row) + " ")
    return found


def _found(parts: Sequence[str], row: str) -> int | None:
    """Where the last piece ends in `row`, if all stand there in their order."""
    at = 0
    for part in parts:
        # The first letter may follow the sentence that the piece now stands in.
        places = (row.find(part, at), row.find(part[:1] + part[1].swapcase() + part[2:], at))
        place = min((one for one in places if one >= 0), default=-1)
        if place < 0:
            return None
        at = place + len(part) - 1
    return at


def _cut_short(passage: Reading, behind: int, parts: Sequence[str]) -> bool:
    following = _row(passage.text)[behind:].split(None, 2)[:2]
    negated = bool(following) and following[0] == ","
    word = following[1] if negated and len(following) > 1 else following[0] if following else ""
    return word in _TURNS and len(parts[-1].split()) > 2


def _missing(case: Case, parts: Sequence[str], words: str, at: tuple[int, int] | None) -> Finding:
    """What is wrong with a quotation that does not stand in the cited passages."""
    articles = [_article_row(one.text) for one in case.cited]
    elsewhere = any(_found(parts, row) is not None for row in articles)
    short = words if len(words) <= 80 else words[:77] + "…"
    if elsewhere:
        return case.finding(
            "V2",
            f"The quotation “{short}” stands in the article, but not in the cited passage.",
            at,
        )
    return case.finding(
        "V2", f"The quotation “{short}” does not stand in the cited passage word for word.", at
    )


def _bracket_adds(case: Case, words: str) -> str:
    """A figure, name or negation that a bracket brings in, if one does."""
    for found in _BRACKET.finditer(words):
        for word in found.group(1).split():
            bare = word.strip(".,;:")
            weighty = any(map(str.isdigit, bare)) or bare[:1].isupper()
            weighty = weighty or bare.lower() in case.draft.pack.negations
            if weighty and not _known(case, bare):
                return bare
    return ""


def _known(case: Case, word: str) -> bool:
    """Whether a cited article has the word."""
    known = {piece for one in case.cited for piece in pieces(plain(fold(one.text).text))}
    return all(plain(piece) in known for piece in pieces(word))


def _unmarked(case: Case) -> Iterator[Finding]:
    """Words that stand in quotation marks in the source and here without them, and changed."""
    nearest = case.nearest
    if nearest is None or not nearest.copy or not (case.added or case.lost):
        return
    if len(case.draft.tokens) < _COPIED_WORDS or marked(case.given):
        return
    if not _other_words(case) or not _within_marks(case):
        return
    added = [token for token in case.draft.tokens if token.low in case.added]
    place = (added[0].start, added[0].end) if added else _gap(case)
    yield case.finding(
        "V2", "The source has these words in quotation marks, and other words among them.", place
    )


def _other_words(case: Case) -> bool:
    """Whether more than the form of a number differs: 12 for twelve, % for percent."""
    pack = case.draft.pack
    forms = pack.numbers.words.keys() | pack.numbers.multipliers.keys() | pack.units.keys()
    return any(
        not low.isdecimal() and low not in forms for low in (case.added.keys() | case.lost.keys())
    )


def _within_marks(case: Case) -> bool:
    """Whether the nearest run lies wholly between quotation marks of its article."""
    nearest = case.nearest
    if nearest is None:
        return False
    offset = nearest.cited.span.start if nearest.cited.span else 0
    start, end = nearest.start + offset, nearest.end + offset
    text = nearest.cited.text
    first = text.rfind("\n\n", 0, max(0, start - _LOOK_AROUND)) + 1
    last = text.find("\n\n", end + _LOOK_AROUND)
    around = text[first : last if last >= 0 else len(text)]
    return any(low <= start - first and end - first <= high for low, high in _marked_in(around))


@lru_cache(maxsize=128)
def _marked_in(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((one.start, one.end) for one in quotations(text))


def _gap(case: Case) -> tuple[int, int]:
    """The words around the place where the source has more than the draft."""
    theirs = [token.low for token in case.nearest.reading.tokens] if case.nearest else []
    mine = case.draft.tokens
    same = 0
    while same < len(mine) and same < len(theirs) and mine[same].low == theirs[same]:
        same += 1
    before, after = max(0, same - 1), min(len(mine) - 1, same)
    return mine[before].start, mine[after].end
