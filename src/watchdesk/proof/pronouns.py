"""V7 where a sentence, otherwise the source's, puts a name for *he*, *her*, *some* or *others*.

In: a case and what changed. Out: a finding where the source leaves open who it was, or where the
name does not stand before the pronoun: in its paragraph or the two before. Which of several people
named there is meant, is not guessed.
"""

from collections.abc import Iterable, Iterator

from watchdesk.model import Finding
from watchdesk.proof.changes import Change
from watchdesk.proof.passage import Case
from watchdesk.proof.reading import Token, names_of, pieces, plain
from watchdesk.text.fold import fold
from watchdesk.text.languages.lists import bag
from watchdesk.text.spans import paragraphs

_OPEN = bag(
    """some others both many several those few most either none another someone somebody anyone
    certains certaines plusieurs beaucoup quelques quelqu d'autres einige manche andere viele
    mehrere jemand algunos algunas otros otras varios varias muchos alguien некоторые другие
    многие несколько кто-то ոմանք մյուսները շատերը bazıları diğerleri bəziləri digərləri"""
)
_PRONOUNS = bag(
    """he she they it his her hers their theirs its him them who this these il elle ils elles son
    sa ses leur leurs celui-ci celle-ci er sie es sein seine seinen ihr ihre ihren dieser diese
    dieses él ella ellos ellas su sus он она они его её ее их նա նրանք նրա նրանց o onlar onun"""
)
_BACK = 2  # paragraphs
_STEM = 4  # letters
_MUCH = 0.5  # the draft's words that the nearest passage has


def named_for_pronoun(case: Case, changed: Iterable[Change]) -> Iterator[Finding]:
    """V7 for each name of the sentence that stands where the source has a pronoun."""
    if case.nearest is None or case.nearest.share < _MUCH:
        return
    names = {word.start: word.text for word in names_of(case.draft)}
    for change in changed:
        named = [token for token in change.mine if token.start in names]
        if not named or not _only_pronouns(change):
            continue
        theirs = change.theirs[0].low
        if theirs not in _OPEN and not case.nearest.drawn:
            continue
        if theirs in _OPEN or not _before(case, names[named[-1].start], change.theirs[0]):
            yield case.finding(
                "V7",
                f"The source says “{theirs}” here; it is not shown that this is "
                f"{names[named[-1].start]}.",
                (named[0].start, named[-1].end),
            )


def _only_pronouns(change: Change) -> bool:
    """Whether the source has a pronoun here and no more than another form of the same verb."""
    if not change.theirs or not _stands_for(change.theirs[0]):
        return False
    stems = {token.low[:_STEM] for token in change.mine}
    return all(_stands_for(token) or token.low[:_STEM] in stems for token in change.theirs)


def _stands_for(token: Token) -> bool:
    return token.low in _OPEN or token.low in _PRONOUNS


def _before(case: Case, name: str, pronoun: Token) -> bool:
    """Whether a name stands before the pronoun, in its paragraph or the two before."""
    if case.nearest is None:
        return False
    cited = case.nearest.cited
    start = (cited.span.start if cited.span else 0) + case.nearest.start
    # Places in the folded run stand near those in the text; a few characters do not matter here.
    at = start + pronoun.start
    near = [low for low, _ in paragraphs(cited.text) if low <= at][-_BACK - 1 :]
    words = set(pieces(plain(fold(cited.text[near[0] if near else 0 : at]).text)))
    return all(plain(piece) in words for piece in pieces(name))
