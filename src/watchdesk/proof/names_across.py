"""V6 for a draft in another language than its source: names are compared by sound.

In: a case. Out: findings for names that none of the source's sounds like.
"""

from collections.abc import Iterator

from watchdesk.model import Finding
from watchdesk.proof.passage import Case
from watchdesk.proof.reading import Reading, name_runs, names_of, next_word, pieces
from watchdesk.text.names import NameWord
from watchdesk.text.sounds import alike

_ONE_WORD = 0.8  # two words in two scripts are one name from here
_ONE_NAME = 0.9


def names_across(case: Case) -> Iterator[Finding]:
    """Names of a draft in another language than its source, by sound.

    A family name that none of the source's sounds like stops; what stands before it ("Armenian")
    may be translated, as names of places are, and is only pointed out.
    """
    theirs = frozenset().union(*map(_candidates, case.passages))
    for run in name_runs(case.draft):
        words = [word for word in run if _telling(case.draft, word)]
        strange = [word for word in words if not any(_sounds(word.text, one) for one in theirs)]
        if not strange or (len(run) == 1 and run[0].opens):
            continue
        if strange[-1] is words[-1] or strange[-1] is words[-2:][0]:
            yield _unheard(case, run, stops=strange[-1] is words[-1])


def _telling(draft: Reading, word: NameWord) -> bool:
    """Whether a word of a run is part of a name and no title or role."""
    low = word.text.lower()
    return len(low) > 2 and low not in draft.pack.roles and low not in draft.pack.titles


def _unheard(case: Case, run: list[NameWord], *, stops: bool) -> Finding:
    name = case.draft.text[run[0].start : run[-1].end]
    says = case.draft.pack.cues.get(next_word(case.draft, run[-1])) is not None
    return case.finding(
        "V6",
        f"No name in the cited passage sounds like {name}.",
        (run[0].start, run[-1].end),
        warn=not (stops and says and len(run) > 1),
    )


def _candidates(passage: Reading) -> frozenset[str]:
    """Words of a passage that may be names; all, where its script has no capitals."""
    names = {piece for word in names_of(passage) for piece in pieces(word.text)}
    return frozenset(names or {token.low for token in passage.tokens if len(token.low) > 2})


def _sounds(word: str, other: str) -> bool:
    """Whether two words in two scripts sound alike, a case ending of up to three letters aside."""
    if alike(word, other) >= _ONE_WORD:
        return True
    return any(alike(word, other[:-cut]) >= _ONE_NAME for cut in (1, 2, 3) if len(other) - cut > 3)
