"""V6: one name in the place of another, where the sentence is otherwise the source's.

In: a case and what changed. Out: at most one finding. Another form of the same name is none,
unless it stands alone in the place of the first: America for American, Democrat for Democrats.
"""

from collections.abc import Iterable, Iterator

from watchdesk.model import Finding
from watchdesk.proof.changes import Change
from watchdesk.proof.name_forms import INFLECTED, exchanged, same_place, same_stem, similar
from watchdesk.proof.passage import Case
from watchdesk.proof.reading import Token, is_capital, names_of, pieces, plain
from watchdesk.proof.titles import in_title_case, plain_in_title
from watchdesk.text.names import NameWord


def swapped(case: Case, changed: Iterable[Change]) -> Iterator[Finding]:
    """A name that came in where another went out: anywhere in a near copy, else at one place."""
    if case.nearest is None or not case.nearest.drawn:
        return
    lost = lost_names(case)
    if not lost:
        return
    places = [change for change in changed if change.mine and _took_place(case, change, lost)]
    titled = in_title_case(case.draft)
    for word in names_of(case.draft):
        new = [piece for piece in pieces(word.text) if piece in case.added and len(piece) > 1]
        place = next((one for one in places if _within(word, one)), None)
        if titled and plain_in_title(case, word):
            continue
        if new and place and not any(_alias(case, place, piece, lost) for piece in new):
            yield case.finding(
                "V6",
                f"The source names {_printed(case, lost[0])} here, the sentence {word.text}.",
                (word.start, word.end),
            )
            return


def lost_names(case: Case) -> list[str]:
    """Parts of names that the nearest passage has more often than the draft."""
    if case.nearest is None:
        return []
    reading = case.nearest.reading
    lost = [
        piece
        for word in names_of(reading)
        for piece in pieces(word.text)
        if piece in case.lost and len(piece) > 1
    ]
    if reading.pack.counted == "capital":  # where nouns have capitals, one is as good as a name
        lost += [
            token.low
            for token in reading.tokens[1:]
            if token.low in case.lost and is_capital(reading.text[token.start :])
        ]
    return lost


def _within(word: NameWord, change: Change) -> bool:
    return change.place[0] < word.end and word.start < change.place[1]


def _took_place(case: Case, change: Change, lost: list[str]) -> bool:
    """Whether a lost name stood in this place, or the whole is a near copy."""
    if case.nearest is not None and case.nearest.copy:
        return True
    return change.short and any(token.low in lost for token in change.theirs)


def _printed(case: Case, piece: str) -> str:
    names = names_of(case.nearest.reading) if case.nearest else ()
    return next((word.text for word in names if piece in pieces(word.text)), piece)


def _alias(case: Case, change: Change, piece: str, lost: list[str]) -> bool:
    """Whether a new name is only another form of one that went."""
    loose = case.draft.pack.code in INFLECTED
    theirs = [token.low for token in change.theirs]
    if not loose and _one_for_one(case, change):
        return same_place(piece, theirs[0])
    if exchanged(piece, lost, theirs):
        return True
    return any(
        similar(piece, one) or same_stem(plain(piece), plain(one), loose=loose) for one in lost
    )


def _one_for_one(case: Case, change: Change) -> bool:
    """Whether one word took another's place in a near copy, neither of them a possessive."""
    if case.nearest is None or not case.nearest.copy:
        return False
    if len(change.mine) != 1 or len(change.theirs) != 1:
        return False
    mine, theirs = case.draft.text, case.nearest.reading.text
    return not (_owns(mine, change.mine[0]) or _owns(theirs, change.theirs[0]))


def _owns(text: str, token: Token) -> bool:
    return text.startswith("'", token.end)
