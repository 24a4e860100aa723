"""V8, V9, V13: a claim stays a claim, a denial a denial, and words come from the source.

In: a case. Out: findings where *said* became *confirmed*, where a *not* or a *may* came in or went
out, and a warning for words that no cited passage uses. It compares words, not meanings: a
rewritten sentence that shares little with its source is only warned about.
"""

from collections.abc import Iterator
from functools import lru_cache

from watchdesk.model import Finding
from watchdesk.proof.changes import Change
from watchdesk.proof.passage import Case
from watchdesk.proof.quotations import quoted_places
from watchdesk.proof.reading import Reading, Token, names_of, pieces
from watchdesk.text.languages import Cue, Language
from watchdesk.text.languages.lists import bag

_SHARE = 0.6
_RAISED = frozenset({Cue.CONFIRM, Cue.ADMIT, Cue.FIND})
# Verbs that assert the truth of what they report, beside those of the packs.
_PROVING = bag(
    """proved proves proving proven demonstrated demonstrates demonstrating exposed exposes
    confessed confesses verified verifies substantiated corroborated corroborates prouvé prouve
    démontré démontre bewies beweist bewiesen belegt demostró demuestra probó доказал доказала
    доказали доказано подтвердил подтвердила подтвердили"""
)
_HEDGES = bag(
    """may might could reportedly allegedly alleged apparently purportedly supposedly possibly
    perhaps likely unlikely unless if unconfirmed suspected denied denies barely hardly rarely
    seldom
    pourrait pourraient peut-être présumé présumée apparemment angeblich möglicherweise vielleicht
    mutmaßlich mutmaßliche podría podrían quizás presunto presunta supuestamente возможно якобы
    предположительно вероятно հնարավոր իբր իբրև ենթադրաբար olabilir iddiaya bəlkə guya"""
)
_NEGATIONS = bag("not no never none nobody nothing neither nor without")
_CONTENT = 4  # letters of a word that carries content
_FEW, _MANY = 0.15, 0.5
_ENOUGH = 6
_LEAST = 3
_SOME = 0.34


def check_wording(case: Case, changed: list[Change]) -> Iterator[Finding]:
    """V8, V9 and V13; nothing is asked across languages."""
    if case.foreign or case.nearest is None:
        return
    if case.nearest.share >= _SHARE:
        yield from _polarity(case, changed)
    yield from _raised(case, changed)
    yield from _strange(case)


def _polarity(case: Case, changed: list[Change]) -> Iterator[Finding]:
    """V9: a negation or hedge that came in or went out within a few words; V2 looks into marks."""
    weighty = _weighty(case.draft)
    quoted = quoted_places(case)
    for change in changed:
        if not change.short or any(low <= change.place[0] < high for low, high in quoted):
            continue
        mine = [token for token in change.mine if token.low in weighty]
        theirs = [token for token in change.theirs if token.low in weighty]
        if not any(_reports(case, token) for token in change.mine):
            # A denial may be left out; it may not become a plain report.
            theirs = [token for token in theirs if not _only_denies(case, token)]
        came = [token for token in mine if token.low in case.added]
        gone = [token for token in theirs if token.low in case.lost]
        if came and not theirs:
            yield case.finding(
                "V9", f"The source has no “{came[0].low}” here.", (came[0].start, came[0].end)
            )
        elif gone and not mine and not _still_reports(case, change, gone[0]):
            yield case.finding(
                "V9", f"The source has a “{gone[0].low}” here; the sentence drops it.", change.place
            )


def _only_denies(case: Case, token: Token) -> bool:
    return token.low not in _HEDGES and case.draft.pack.cues.get(token.low) is Cue.DENY


def _still_reports(case: Case, change: Change, gone: Token) -> bool:
    """Whether a claiming verb went for another verb that only reports: alleged, claimed."""
    claims = case.draft.pack.cues.get(gone.low) is Cue.CLAIM
    return claims and any(_reports(case, token) for token in change.mine)


def _weighty(reading: Reading) -> frozenset[str]:
    return _weights(reading.pack)


@lru_cache(maxsize=16)
def _weights(pack: Language) -> frozenset[str]:
    denials = {form for form, cue in pack.cues.items() if cue is Cue.DENY}
    return _NEGATIONS | _HEDGES | pack.negations | denials


def _raised(case: Case, changed: list[Change]) -> Iterator[Finding]:
    """V8: a verb that vouches for what is said, in the place of one that only reports it."""
    near = case.nearest is not None and case.nearest.copy
    for change in changed:
        raised = [token for token in change.mine if _vouches(case, token)]
        if not raised or raised[0].low not in case.added:
            continue
        lower = [token for token in change.theirs if _reports(case, token)]
        if not lower and not (near and _lost_report(case)):
            continue
        theirs = lower[0].low if lower else _lost_report(case)
        yield case.finding(
            "V8",
            f"The source says “{theirs}”; “{raised[0].low}” vouches for it.",
            (raised[0].start, raised[0].end),
            warn=not near,
        )


def _vouches(case: Case, token: Token) -> bool:
    return token.low in _PROVING or case.draft.pack.cues.get(token.low) in _RAISED


def _reports(case: Case, token: Token) -> bool:
    cue = case.draft.pack.cues.get(token.low)
    return cue is not None and cue not in _RAISED and token.low not in _PROVING


def _lost_report(case: Case) -> str:
    """A reporting verb of the nearest passage that the draft lacks."""
    if case.nearest is None:
        return ""
    tokens = case.nearest.reading.tokens
    return next((one.low for one in tokens if one.low in case.lost and _reports(case, one)), "")


def _strange(case: Case) -> Iterator[Finding]:
    """V13: words that no passage uses; where nearly all are strange, the citation is wrong."""
    if case.nearest is None or case.nearest.copy:
        return
    content = _content(case.draft)
    stems = {_stem(low) for low in case.bag}
    absent = [low for low in content if _stem(low) not in stems]
    if _of_something_else(case, content, absent):
        yield case.finding(
            "V13",
            f"The cited passage does not tell this: it has {len(content) - len(absent)} of the "
            f"sentence's {len(content)} words.",
            (0, len(case.draft.text)),
        )
    elif len(absent) >= 2 and len(absent) / len(content) > _MANY:
        listed = ", ".join(absent[:8])
        yield case.finding(
            "V13", f"The source does not use these words: {listed}.", None, warn=True
        )


def _of_something_else(case: Case, content: list[str], absent: list[str]) -> bool:
    """Whether nearly all, or of few all, content words are strange; names make it surer."""
    if len(content) < _LEAST:
        return False
    known = 1 - len(absent) / len(content)
    if len(content) >= _ENOUGH and known < _FEW:
        return True
    if known and not (known < _SOME and _no_name_stands(case)):
        return False
    return not any(low.isdecimal() and low in case.bag for low in case.draft.bag)


def _no_name_stands(case: Case) -> bool:
    """Whether the sentence has names, and none of their words stands in a passage."""
    words = [word for word in names_of(case.draft) if not word.opens]
    return bool(words) and not any(
        piece in case.bag for word in words for piece in pieces(word.text)
    )


def _content(reading: Reading) -> list[str]:
    pack = reading.pack
    known = pack.common | pack.frames.stops | frozenset(pack.pronouns)
    known |= frozenset(pack.numbers.words) | frozenset(pack.numbers.multipliers)
    return list(
        dict.fromkeys(
            token.low
            for token in reading.tokens
            if len(token.low) >= _CONTENT and token.low.isalpha() and token.low not in known
        )
    )


def _stem(low: str) -> str:
    return low[:5]
