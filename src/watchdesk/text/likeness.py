"""Whether two spellings can name one person, across scripts, orders and habits.

In: two names. Out: a number from 0 to 1; from .9 on they may be proposed as one, from .7 on asked
about. The worst pair of words decides, so that a shared surname never carries a match; another
ending of the surname (-yan, -ov, -li) makes another person. It proposes; it never merges.
"""

import re
from functools import lru_cache
from itertools import permutations
from typing import NamedTuple

from watchdesk.text.languages.language import bag
from watchdesk.text.letters import romanised, vowelless
from watchdesk.text.sounds import alike, readings

_TITLES = bag(
    """mr mrs ms miss dr prof professor sir dame lord lady sen senator rep gov president minister
    sheikh sheik shaikh haji hajji mullah ayatollah imam bishop archbishop father rev st г-н г-жа"""
)
_ARTICLES = bag("al el ul ad ar as ash at az an")
_PARTICLES = bag("de da do dos das du di del della van von der den ten ter la le bin ibn ben")
_SONS = bag("oglu oghlu ogly oglou ovlu kyzy gizi qizi kizi gyzy")
_PATRONYMIC = re.compile(r"(?:[oe]vi?ch|[oe]vych|[oei]vna|ichna)$")
# Endings that tell families apart though their stem is the same.
_ENDINGS = (
    ("yan", re.compile(r"(?<=..)[yij]an[tc]?s?$")),
    ("ova", re.compile(r"(?<=..)[oey]va$")),
    ("ov", re.compile(r"(?<=..)(?:[oe](?:v|ff?))$")),
    ("li", re.compile(r"(?<=..)(?:l[iuy])$")),
    ("zade", re.compile(r"(?<=..)za(?:de|da)h?$")),
    ("oglu", re.compile(r"(?<=..)o[gv]h?l[uy]$")),
    ("shvili", re.compile(r"(?<=..)shvili$")),
    ("dze", re.compile(r"(?<=..)dze$")),
    ("skaya", re.compile(r"(?<=..)[st]?s?kay?a$")),
    ("sky", re.compile(r"(?<=..)[sc]k(?:iy|yy|yi|i|y|ij)$")),
    ("enko", re.compile(r"(?<=..)enko$")),
    ("vich", re.compile(r"(?<=..)vi?[yc]?ch$")),
)
# Given names that languages translate rather than spell, romanised.
_TRANSLATED = tuple(
    frozenset(names.split())
    for names in (
        "vladimir volodymyr uladzimir",
        "aleksandr alexander oleksandr aleksandre aliaksandr",
        "aleksey aleksei alexei oleksiy oleksii aliaksei alexey",
        "yevgeny evgeny yevgeniy evgeniy yevhen evgenii",
        "sergey sergei serhiy serhii siarhei",
        "dmitry dmitri dmitriy dmytro dzmitry",
        "mikhail mykhailo mikheil mikayel mikael michael mykhaylo",
        "giorgi georgi georgy georgiy george georgios yeoryios yeorgios",
        "nikolai nikolay mykola nicholas nikolaos",
        "david davit davyd dawit",
        "pavel pavlo paul pavlos",
        "pyotr petr petro piotr peter",
        "elena yelena olena alena helena",
        "ekaterina yekaterina kateryna katsiaryna catherine",
        "anna hanna ganna",
        "yosif iosif joseph yusif yosyp",
        "hovhannes oganes ovanes hovannes hovanes ovannes",
        "hakob akop hagop agop",
        "andrey andrei andriy andrii andrew",
        "serzh serge",
        "konstantin kostiantyn constantine konstantinos kostyantyn",
    )
)
# Given names that sound alike and are different names, each with its usual spellings.
_APART = tuple(
    tuple(tuple(spellings.split()) for spellings in names)
    for names in (
        ("mohammed muhammad mohamed mehmed محمد", "mahmoud mahmud محمود", "ahmed ahmad أحمد احمد"),
        ("hasan hassan حسن", "huseyn hussein husein hossein حسين"),
        ("salman سلمان", "sulaiman suleiman suleyman soleiman سليمان"),
        ("armen", "arman", "arsen"),
        ("vahan", "vahagn", "vahe"),
        ("rashad rəşad", "rashid rəşid"),
        ("amin", "emin"),
        ("said saeed سعيد", "saad سعد"),
        ("ali علي", "alaa علاء"),
        ("salim salem سالم", "salam سلام"),
    )
)
_INITIAL_SCORE = 0.9
_OTHER_NAME = 0.55
_SURE = 0.9
_MIDDLE, _OUTER, _ORDER = 0.04, 0.28, 0.04


class _Word(NamedTuple):
    """A word of a name; `extra` marks one that another spelling may leave out (a patronymic)."""

    text: str
    extra: bool


def similarity(a: str, b: str) -> float:
    """How well two spellings fit one person, 0 to 1; the same for (a, b) and (b, a)."""
    first, second = sorted((_words(a), _words(b)), key=len)
    if not first:
        return 0.0
    score = max(_aligned(first, second), _joined(first, second))
    return round(max(0.0, min(1.0, score)), 4)


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[_Word, ...]:
    """The words of a name in the usual order, without titles and articles."""
    if name.count(",") == 1:
        family, given = name.split(",")
        name = f"{given} {family}"
    parts = [part for part in re.split(r"[\s\-‐‑–.·]+", name.strip(" .,\"'“”«»")) if part]
    parts = [
        part for part in parts if romanised(part) not in _TITLES and part.lower() not in _TITLES
    ]
    parts = _sons(_arabic(parts))
    kept = [part for part in parts if romanised(part) not in _PARTICLES] or parts
    return tuple(_Word(part, _is_extra(part, place)) for place, part in enumerate(kept[:5]))


def _is_extra(part: str, place: int) -> bool:
    return place > 0 and (len(part) == 1 or bool(_PATRONYMIC.search(romanised(part))))


def _arabic(parts: list[str]) -> list[str]:
    """Join Abd and its name, drop the article: Abd El-Fattah, Abdulfattah → abdfattah."""
    out: list[str] = []
    servant = False
    for part in parts:
        low = romanised(part)
        if low in _ARTICLES and len(parts) > 1:
            continue
        if low in ("abd", "abdel", "abdul", "abdal", "abdu", "abdol"):
            servant = True
            continue
        stem = _without_article(part)
        out.append("abd" + romanised(stem) if servant else stem)
        servant = False
    return [*out, "abd"] if servant else out


def _without_article(part: str) -> str:
    low = romanised(part)
    if vowelless(part) and part.startswith("ال") and len(part) > 4:
        return part[2:]
    joined = re.match(r"abd[aeuo]l(?=[a-z]{3})", low)
    return "abd" + low[joined.end() :] if joined else part


def _sons(parts: list[str]) -> list[str]:
    """'Ibad oglu' is one surname where it stands last; behind a full name it tells the father."""
    out: list[str] = []
    for part in parts:
        if out and romanised(part) in _SONS:
            if len(out) > 2:
                out.pop()
            else:
                out[-1] = romanised(out[-1]) + romanised(part)
            continue
        out.append(part)
    return out


def _joined(first: tuple[_Word, ...], second: tuple[_Word, ...]) -> float:
    """The score of names that only part their words differently (Ter Petrosyan, Terpetrosyan)."""
    one = "".join(romanised(word.text) for word in first)
    other = "".join(romanised(word.text) for word in second)
    score = alike(one, other)
    return score - 0.02 if len(first) != len(second) and score >= 0.95 else 0.0


def _aligned(first: tuple[_Word, ...], second: tuple[_Word, ...]) -> float:
    """The score of the best alignment of words: its worst pair, less what is left over."""
    return max(
        _score(first, second, chosen) for chosen in permutations(range(len(second)), len(first))
    )


def _score(first: tuple[_Word, ...], second: tuple[_Word, ...], chosen: tuple[int, ...]) -> float:
    last = len(second) - 1
    scores = [_pair(one.text, second[place].text) for one, place in zip(first, chosen, strict=True)]
    score = 0.8 * min(scores) + 0.2 * sum(scores) / len(scores)
    left = [place for place in range(len(second)) if place not in chosen]
    score -= sum(_missing(second, place, last) for place in left)
    return score - (_ORDER if list(chosen) != sorted(chosen) else 0.0)


def _missing(words: tuple[_Word, ...], place: int, last: int) -> float:
    """What it costs that a word of the longer name is missing in the shorter."""
    if words[place].extra or 0 < place < last:
        return _MIDDLE
    return _OUTER


@lru_cache(maxsize=16384)
def _pair(one: str, other: str) -> float:
    """How well two words of names fit each other."""
    if len(one) == 1 or len(other) == 1:
        return _initial(one, other)
    if _translated(one) & _translated(other):
        return 0.97
    whole = alike(one, other)
    if whole > _OTHER_NAME and _apart(one, other):
        return _OTHER_NAME
    return _by_ending(one, other, whole)


def _initial(one: str, other: str) -> float:
    mine, yours = readings(one)[0].row[:1], readings(other)[0].row[:1]
    return _INITIAL_SCORE if mine and mine == yours else 0.0


def _translated(word: str) -> frozenset[int]:
    low = romanised(word)
    return frozenset(number for number, names in enumerate(_TRANSLATED) if low in names)


def _apart(one: str, other: str) -> bool:
    """Whether the two are different names of one group, each by its nearest spelling."""
    for names in _APART:
        mine, yours = _nearest(one, names), _nearest(other, names)
        if mine is not None and yours is not None and mine != yours:
            return True
    return False


def _nearest(word: str, names: tuple[tuple[str, ...], ...]) -> int | None:
    """The place of the name that sounds most like the word, if one clearly does."""
    scores = [max(alike(word, spelling) for spelling in spellings) for spellings in names]
    best = max(scores)
    return scores.index(best) if best >= _SURE and scores.count(best) == 1 else None


def _by_ending(one: str, other: str, whole: float) -> float:
    """Surnames: the endings first, then the stems before them."""
    mine, yours = _ending(romanised(one)), _ending(romanised(other))
    if vowelless(one) or vowelless(other) or not (mine[1] and yours[1]):
        return whole
    if mine[1] != yours[1]:
        return min(whole, _OTHER_NAME)
    return min(whole, alike(mine[0], yours[0]))


def _ending(low: str) -> tuple[str, str]:
    for name, ending in _ENDINGS:
        found = ending.search(low)
        if found:
            return low[: found.start()], name
    return low, ""
