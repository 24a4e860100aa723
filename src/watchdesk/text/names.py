"""Names of persons, bodies and places in a text, by their capitals.

In: a text and its language, if known. Out: the places of capitalised runs that read as names, with
particles (de, von, al-) and without titles, days, months or the common word that merely opens a
sentence. It reads scripts that have capitals; Georgian and Arabic have none, and none is guessed.
Whether two spellings are one person is told by `similarity`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from watchdesk.model import Span
from watchdesk.text.languages import Language, guess
from watchdesk.text.languages import language as language_of
from watchdesk.text.languages.lists import bag
from watchdesk.text.letters import transliterate
from watchdesk.text.likeness import similarity
from watchdesk.text.spans import fold

__all__ = ["NameWord", "find_names", "name_words", "similarity", "transliterate"]

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.(?= ?[^\W\d_])"
    r"|[^\W\d_][\w\u0300-\u036f]*(?:(?:['’‑-]|&)[^\W\d_][\w\u0300-\u036f]*)*"
)
_BEFORE = "\"“”„«»‘'([{*_–—-"
_OPENS = ".!?…։:;\n•|"
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
_PARTICLES = bag("de da do dos du di del della van von der den zu la le al el bin ibn ben abu ter")
_SHORT = bag("st ste sta mt ft jr sr")
# Words that open sentences and are no names; the packs know more (pronouns, numbers, verbs).
_FUNCTION = bag(
    """a about above according across after again against ago all almost along already also
    although always am among an and another any anyone anything are around as at away back be
    because been before behind being below between beyond both but by can can't could despite
    did didn't do does doesn't don't down due during each earlier either else even ever every
    everyone everything except few fewer finally first for former from further get give given
    had has have having he her here hers herself him himself his how however i i'm i've i'll i'd
    if in indeed inside instead into is isn't it it's its itself just last late later latest
    least less let let's like likewise many may maybe me meanwhile might more moreover most much
    must my near nearly neither never nevertheless new next no nobody none nor not nothing now
    of off often oh ok on once one only or other others our out outside over overall own people
    perhaps please rather recently same second several shall she should similarly since so some
    someone something sometimes soon still such than thank thanks that that's the their them
    themselves then there there's therefore these they they're they've third this those though
    through throughout thus to today together tomorrow tonight too toward towards two under
    unless unlike until up upon us very was wasn't we we're we've well were what what's whatever
    when whenever where whereas whether which while who whoever whom whose why will with within
    without won't would yes yesterday yet you you're your le la les l' un une des du de d' au
    aux ce cet cette ces il elle ils elles on nous vous je et ou mais donc or ni car en dans sur
    sous par pour avec sans selon depuis pendant après avant chez entre vers si quand comme que
    qui où son sa ses leur leurs notre votre tout tous toutes plus moins aussi ainsi alors c'est
    der die das den dem des ein eine einen einem einer eines er sie es wir ihr ich und oder aber
    denn doch nach vor bei mit ohne aus von vom zu zum zur im in am an auf für gegen über unter
    seit während wenn als wie auch so dann dort hier jetzt nun nur noch schon sein seine ihre
    unser dies diese dieser dieses alle viele mehr kein keine nicht laut el los las una unos
    unas del al él ella ellos ellas se su sus lo y e o u pero porque cuando si como según desde
    hasta entre sobre tras ante sin con por para en este esta estos estas ese esa eso esto
    también así más menos ya no в во на по с со к ко о об от до из за у и а но или не ни что как
    это эта этот эти он она они оно мы вы я его её их же ли бы если когда где кто чем также
    после перед при для без под над между через однако по-прежнему всё все так там тут ещё уже
    только և եւ իսկ բայց սակայն որ որը երբ եթե նա նրանք մենք դուք ես այս այդ այն ինչ ով ինչպես
    ըստ ոչ չի մի մեկ նաև նույնպես bir bu şu o ve veya ama fakat ancak için ile gibi da de ki ne
    niye nasıl biz siz onlar ben sen daha çok en hər və amma lakin üçün kimi onun onlar mən biz
    siz"""
)


class NameWord(NamedTuple):
    """A word of a name; `run` counts the runs, `opens` says that the word begins a sentence."""

    text: str
    start: int
    end: int
    run: int
    opens: bool


def find_names(text: str, language: str | None = None) -> tuple[Span, ...]:
    """The places of names; a lone word that opens a sentence only if it is a name elsewhere."""
    words = name_words(text, language)
    known = {fold(word.text) for word in words if not word.opens}
    runs: dict[int, list[NameWord]] = {}
    for word in words:
        runs.setdefault(word.run, []).append(word)
    return tuple(
        Span(run[0].start, run[-1].end)
        for run in runs.values()
        if len(run) > 1 or not run[0].opens or fold(run[0].text) in known
    )


@lru_cache(maxsize=2048)
def name_words(text: str, language: str | None = None) -> tuple[NameWord, ...]:
    """The capitalised words of all runs, those that open a sentence too, in their order."""
    pack = language_of(language) if language else guess(text)
    common = _common(pack.code)
    found: list[NameWord] = []
    run, last_end, title_end = 0, -1, -9
    for start, end, opens in _capitals(text, pack):
        word = text[start:end]
        joined = _joined(text, last_end, start, pack)
        # A title begins a name; within one, or behind a title, it is a name ("Mr. King").
        title = _is_title(word, pack) and not joined and not 0 <= start - title_end <= 2
        if title or _plain(word, pack, common, opens=opens):
            last_end, title_end = -1, end if title else -9
            continue
        run += not joined
        found.append(NameWord(word, start, end, run, opens))
        last_end = -1 if text[end : end + 1] in ("'", "’") else end
    return tuple(found)


def _is_title(word: str, pack: Language) -> bool:
    return fold(word).rstrip(".") in pack.titles


def _capitals(text: str, pack: Language) -> Iterator[tuple[int, int, bool]]:
    for match in _WORD.finditer(text):
        word = match.group()
        if not _capital(word):
            continue
        start, end = match.span()
        possessive = _POSSESSIVE.search(word)
        if possessive and possessive.start() > 1:
            end = start + possessive.start()
        yield start, end, _opening(text, start, pack)


def _capital(word: str) -> bool:
    """Whether a word is written as a name: NATO, Ilves, al-Qahtani, McKay."""
    if word[0].isupper():
        return True
    head, mark, rest = word.partition("-")
    return bool(mark) and len(head) <= 3 and rest[:1].isupper()


def _opening(text: str, start: int, pack: Language) -> bool:
    """Whether the word at `start` begins a sentence, line or quotation."""
    at = start
    while at and (text[at - 1] in _BEFORE or text[at - 1].isspace()):
        at -= 1
    if at == 0 or "\n" in text[at:start] or any(mark in text[at:start] for mark in '"“„«('):
        return True
    if text[at - 1] not in _OPENS:
        return False
    head = text[max(0, at - 16) : at - 1].rsplit(None, 1)
    short = fold(head[-1]).strip("(\"“'") if head else ""
    return not (text[at - 1] == "." and (short in pack.abbreviations or short in pack.titles))


def _plain(word: str, pack: Language, common: frozenset[str], *, opens: bool) -> bool:
    """Whether a capitalised word is no name: a day, a month, a word of grammar."""
    low = fold(word).rstrip(".")
    if low in pack.weekdays:
        return True
    if low in pack.months and (low != "may" or not opens):
        return True
    return low in common and (opens or not word.isupper() or low in ("i", "a"))


@lru_cache(maxsize=64)
def _common(code: str) -> frozenset[str]:
    pack = language_of(code)
    numbers = frozenset(pack.numbers.words) | frozenset(pack.numbers.multipliers)
    frames = pack.frames.openers | pack.frames.stops | pack.frames.that
    return _FUNCTION | pack.common | pack.negations | frozenset(pack.pronouns) | numbers | frames


def _joined(text: str, last_end: int, start: int, pack: Language) -> bool:
    """Whether a name goes on from `last_end` to `start`: one blank, or a particle between."""
    if last_end < 0 or start - last_end > 12:
        return False
    gap = text[last_end:start]
    if gap in (" ", "\u00a0", "-"):
        return True
    if gap == ". ":
        return fold(text[max(0, last_end - 3) : last_end]).strip() in _SHORT
    return (
        gap[:1] == " "
        and gap[-1:] in " -"
        and all(
            fold(piece) in _PARTICLES or fold(piece) in pack.particles
            for piece in gap.strip(" -").split()
        )
        and bool(gap.strip(" -"))
    )
