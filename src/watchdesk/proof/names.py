"""V6: each name of a sentence stands in what it cites, and the one who acts there acts here.

In: a case. Out: findings for a name that the cited passage lacks and that its article does not tie
to it; `swaps` adds those for one name in the place of another, `names_across` those for a draft in
another language. Case and accents are levelled. Nobody is guessed.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from watchdesk.model import Finding
from watchdesk.proof.changes import Change
from watchdesk.proof.name_forms import INFLECTED, same_stem, stands_for
from watchdesk.proof.names_across import names_across
from watchdesk.proof.passage import Case, article_of
from watchdesk.proof.pronouns import named_for_pronoun
from watchdesk.proof.reading import (
    Reading,
    is_capital,
    name_runs,
    names_of,
    next_word,
    pieces,
    plain,
)
from watchdesk.proof.swaps import lost_names, swapped
from watchdesk.proof.titles import in_title_case, named_in_title
from watchdesk.text.fold import fold
from watchdesk.text.languages import Language
from watchdesk.text.names import NameWord

_MUCH = 0.6  # the draft's words that the nearest passage has
_LITTLE = 0.25  # its longer words that any passage has


def check_names(case: Case, changed: Iterable[Change]) -> Iterator[Finding]:
    """V6 for each name of the sentence; in a near copy one name may not stand for another."""
    if case.foreign:
        yield from names_across(case)
        return
    changed = list(changed)
    taken_over = [*swapped(case, changed), *named_for_pronoun(case, changed)]
    yield from taken_over
    if taken_over:
        return
    titled = in_title_case(case.draft)
    for run in name_runs(case.draft):
        missing = [word for word in run if not _stands(case, word)]
        if missing and not _excused(case, run, missing):
            taken = any(_in_place_of_a_name(case, change, missing[0]) for change in changed)
            yield from _missing(case, run, missing, titled=titled, taken=taken)


@lru_cache(maxsize=512)
def _plain_words(text: str) -> frozenset[str]:
    """All words of a text without case and accents."""
    return frozenset(pieces(plain(fold(text).text)))


def _stands(case: Case, word: NameWord) -> bool:
    """Whether all parts of a name's word stand in the cited passages."""
    return all(piece in case.bag or _inflected(case, piece) for piece in pieces(word.text))


def _inflected(case: Case, piece: str) -> bool:
    """Whether a passage has the word with other accents or another ending."""
    for passage in case.passages:
        known = _plain_words(passage.given)
        bare = plain(piece)
        if bare in known:
            return True
        loose = passage.pack.code in INFLECTED
        if len(bare) >= 4 and any(same_stem(bare, other, loose=loose) for other in known):
            return True
    return any(stands_for(piece, one) for one in case.passages)


def _excused(case: Case, run: list[NameWord], missing: list[NameWord]) -> bool:
    """A capital at the beginning of a sentence makes no name; a fuller form of a name is one."""
    if all(word.opens for word in missing) and not _surely(case, run, missing[0]):
        return True
    rest = [word for word in run if word not in missing]
    return bool(rest) and _fuller(case, rest, missing)


def _surely(case: Case, run: list[NameWord], word: NameWord) -> bool:
    """Whether the word that opens the sentence is a name: it reports, or is one elsewhere."""
    low = plain(word.text)
    for cited in case.cited:
        if low in _plain_words(cited.text):
            names = names_of(article_of(cited))
            return any(plain(name.text) == low and not name.opens for name in names)
    if len(run) > 1 and len(word.text) > 1:
        return True
    return next_word(case.draft, word) in _reporting(case.draft)


def _reporting(reading: Reading) -> frozenset[str]:
    return _verbs(reading.pack)


@lru_cache(maxsize=16)
def _verbs(pack: Language) -> frozenset[str]:
    return frozenset(cue for cue in pack.cues if " " not in cue)


def _fuller(case: Case, rest: list[NameWord], missing: list[NameWord]) -> bool:
    """Whether the article prints the missing words beside the ones that the passage has."""
    wanted = _parts((*rest, *missing))
    for cited in case.cited:
        if not wanted <= _plain_words(cited.text):
            continue
        for run in name_runs(article_of(cited)):
            if wanted <= _parts(run):
                return True
    return False


def _parts(words: Iterable[NameWord]) -> set[str]:
    return {piece for word in words for piece in pieces(plain(word.text))}


def _missing(
    case: Case, run: list[NameWord], missing: list[NameWord], *, titled: bool, taken: bool
) -> Iterator[Finding]:
    """A name that no cited passage has: a look where its article ties it, else a block."""
    place = (missing[0].start, missing[-1].end)
    name = case.draft.text[run[0].start : run[-1].end]
    if titled and not named_in_title(case, missing):
        yield case.finding("V6", f"“{name}” does not stand in the cited passage.", place, warn=True)
        return
    if _draws_on(case) and _in_article(case, missing) and not taken and not _takes_a_name(case):
        message = f"The name {name} stands in the article, but not in the cited passage."
        yield case.finding("V6", message, place, warn=True)
        return
    yield case.finding("V6", f"The name {name} does not stand in the cited passage.", place)


def _in_place_of_a_name(case: Case, change: Change, word: NameWord) -> bool:
    """Whether a word stands where the source, in a sentence much like it, has another capital."""
    if case.nearest is None or case.nearest.share < _MUCH:
        return False
    text = case.nearest.reading.text
    return (
        change.short
        and change.place[0] <= word.start < change.place[1]
        and any(token.start and is_capital(text[token.start :]) for token in change.theirs)
    )


def _draws_on(case: Case) -> bool:
    """Whether the passage tells what the sentence does, small words aside."""
    common = case.draft.pack.common
    words = {token.low for token in case.draft.tokens if len(token.low) > 3} - common
    return len(words & case.bag.keys()) >= _LITTLE * len(words)


def _in_article(case: Case, missing: list[NameWord]) -> bool:
    words = [plain(piece) for word in missing for piece in pieces(word.text)]
    return any(all(word in _plain_words(cited.text) for word in words) for cited in case.cited)


def _takes_a_name(case: Case) -> bool:
    """Whether the sentence, nearly a copy, has lost a name of the source."""
    return bool(case.nearest and case.nearest.copy and lost_names(case))
