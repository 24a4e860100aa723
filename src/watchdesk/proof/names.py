"""V6: each name of a sentence stands in what it cites, and the one who acts there acts here.

In: a case. Out: findings for a name that the cited passage lacks and that its article does not tie
to it, and for one name in the place of another where the sentence is otherwise the source's. Case
and accents are levelled; across scripts names are compared by sound. Nobody is guessed.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from watchdesk.model import Finding
from watchdesk.proof.changes import Change
from watchdesk.proof.passage import Case, article_of
from watchdesk.proof.pronouns import named_for_pronoun
from watchdesk.proof.reading import Reading, names_of, pieces, plain
from watchdesk.text.fold import fold
from watchdesk.text.languages import Language
from watchdesk.text.languages.language import bag
from watchdesk.text.likeness import similarity
from watchdesk.text.names import NameWord
from watchdesk.text.sounds import alike

_ONE_WORD = 0.8  # two words in two scripts are one name from here
_ONE_NAME = 0.9
_SHORT_FORMS = (
    frozenset({"us", "usa", "united states", "america", "american", "americans"}),
    frozenset({"uk", "britain", "united kingdom", "british", "great britain"}),
    frozenset({"eu", "european union", "europe", "european"}),
    frozenset({"un", "united nations"}),
)
# What English adds to a name to make an adjective, a plural or a possessive.
_ENGLISH = bag("s es n an ian ish i ese nian ns ans ians ies y")
_INFLECTED = bag("ru uk be hy az tr de pl cs ka fi et lv lt el")
_TITLE_CASE = 0.7
_MUCH = 0.6  # the draft's words that the nearest passage has


def check_names(case: Case, changed: Iterable[Change]) -> Iterator[Finding]:
    """V6 for each name of the sentence; in a near copy one name may not stand for another."""
    if case.foreign:
        yield from _across(case)
        return
    changed = list(changed)
    swapped = [*_swapped(case, changed), *named_for_pronoun(case, changed)]
    yield from swapped
    if swapped:
        return
    titled = _in_title_case(case.draft)
    for run in _runs(case.draft):
        missing = [word for word in run if not _stands(case, word)]
        if missing and not _excused(case, run, missing):
            taken = any(_in_place_of_a_name(case, change, missing[0]) for change in changed)
            yield from _missing(case, run, missing, titled=titled, taken=taken)


def _runs(reading: Reading) -> list[list[NameWord]]:
    runs: dict[int, list[NameWord]] = {}
    for word in names_of(reading):
        runs.setdefault(word.run, []).append(word)
    return list(runs.values())


def _in_title_case(reading: Reading) -> bool:
    """Whether most longer words have a capital: a headline, where a capital says little."""
    longer = [word.text for word in reading.words if len(word.text) > 3 and word.text.isalpha()]
    return len(longer) > 2 and sum(map(_capital, longer)) / len(longer) > _TITLE_CASE


def _capital(word: str) -> bool:
    return word[0].isupper()


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
        loose = passage.pack.code in _INFLECTED
        if len(bare) >= 4 and any(same_stem(bare, other, loose=loose) for other in known):
            return True
    return any(_short_form(piece, one) for one in case.passages)


def same_stem(one: str, other: str, *, loose: bool) -> bool:
    """Whether two words are forms of one name: Armenia and Armenian, Ереван and Ереване."""
    if one[:3] != other[:3]:
        return False
    short, long = sorted((one, other), key=len)
    common = 0
    while common < len(short) and short[common] == long[common]:
        common += 1
    if loose:
        return common >= 4 and len(long) - common <= 3 and common >= 0.6 * len(long)
    return (
        common >= 4
        and common >= len(short) - 1
        and (long[common:] in _ENGLISH and short[common:] in ("", "y", "e", "a"))
    )


def _short_form(piece: str, passage: Reading) -> bool:
    """US for United States, or a body's initials that the passage spells out."""
    for forms in _SHORT_FORMS:
        if piece in forms and any(f" {form} " in _joined(passage) for form in forms):
            return True
    if not 2 <= len(piece) <= 6:
        return False
    firsts = "".join(word.text[0].lower() for word in names_of(passage))
    return len(piece) > 2 and piece in firsts


def _joined(reading: Reading) -> str:
    return " " + " ".join(token.low for token in reading.tokens) + " "


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
    return _next_word(case.draft, word) in _reporting(case.draft)


def _next_word(reading: Reading, word: NameWord) -> str:
    return next((token.low for token in reading.tokens if token.start >= word.end), "")


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
        for run in _runs(article_of(cited)):
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
    if titled and not all(word.text.isupper() for word in missing):
        yield case.finding("V6", f"“{name}” does not stand in the cited passage.", place, warn=True)
        return
    if _in_article(case, missing) and not taken and not _takes_a_name(case):
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
        and any(token.start and _capital(text[token.start :]) for token in change.theirs)
    )


def _in_article(case: Case, missing: list[NameWord]) -> bool:
    words = [plain(piece) for word in missing for piece in pieces(word.text)]
    return any(all(word in _plain_words(cited.text) for word in words) for cited in case.cited)


def _takes_a_name(case: Case) -> bool:
    """Whether the sentence, nearly a copy, has lost a name of the source."""
    return bool(case.nearest and case.nearest.copy and _lost_names(case))


def _lost_names(case: Case) -> list[str]:
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
            if token.low in case.lost and _capital(reading.text[token.start :])
        ]
    return lost


def _swapped(case: Case, changed: Iterable[Change]) -> Iterator[Finding]:
    """A name that came in where another went out: anywhere in a near copy, else at one place."""
    if case.nearest is None or not case.nearest.drawn:
        return
    lost = _lost_names(case)
    if not lost:
        return
    places = [change for change in changed if change.mine and _took_place(case, change, lost)]
    for word in names_of(case.draft):
        new = [piece for piece in pieces(word.text) if piece in case.added and len(piece) > 1]
        if not new or any(_alias(case, piece, lost) for piece in new):
            continue
        if any(one.place[0] <= word.start < one.place[1] for one in places):
            yield case.finding(
                "V6",
                f"The source names {_printed(case, lost[0])} here, the sentence {word.text}.",
                (word.start, word.end),
            )
            return


def _took_place(case: Case, change: Change, lost: list[str]) -> bool:
    """Whether a lost name stood in this place, or the whole is a near copy."""
    if case.nearest is not None and case.nearest.copy:
        return True
    return change.short and any(token.low in lost for token in change.theirs)


def _printed(case: Case, piece: str) -> str:
    names = names_of(case.nearest.reading) if case.nearest else ()
    return next((word.text for word in names if piece in pieces(word.text)), piece)


def _alias(case: Case, piece: str, lost: list[str]) -> bool:
    """Whether a new name is only another form of one that went."""
    loose = case.draft.pack.code in _INFLECTED
    if any(same_stem(plain(piece), plain(other), loose=loose) for other in lost):
        return True
    if any(similarity(piece, other) >= _ONE_NAME for other in lost if len(other) > 3):
        return True
    return any(_short_form(piece, one) for one in case.passages)


def _across(case: Case) -> Iterator[Finding]:
    """Names of a draft in another language than its source, by sound.

    A family name that none of the source's sounds like stops; what stands before it ("Armenian")
    may be translated, as names of places are, and is only pointed out.
    """
    theirs = frozenset().union(*map(_candidates, case.passages))
    for run in _runs(case.draft):
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
    says = case.draft.pack.cues.get(_next_word(case.draft, run[-1])) is not None
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
