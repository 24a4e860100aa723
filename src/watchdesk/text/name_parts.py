"""The words of a name in the usual order, without what other spellings leave out.

In: a name as printed. Out: its words, surname last where a comma told it, without titles, articles,
particles and asides; a patronymic or a middle initial is marked as one that may be missing.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from watchdesk.text.languages.lists import bag
from watchdesk.text.letters import romanised, vowelless

_TITLES = bag(
    """mr mrs ms miss dr prof professor sir dame lord lady sen senator rep gov president minister
    sheikh sheik shaikh haji hajji mullah ayatollah imam bishop archbishop father rev st г-н г-жа
    hon rt judge pastor mme mlle m. monsieur madame maître me herr frau sr sra don doña
    bay bayan cənab xanım
    господин госпожа доктор профессор сенатор президент министр епископ архиепископ
    պրն տիկին բժիշկ սենատոր նախագահ նախարար արքեպիսկոպոս ბატონი ქალბატონი
    السيد السيدة الشيخ الدكتور دكتور شيخ κύριος κυρία κ. δρ"""
)
_ARTICLES = bag("al el ul ad ar as ash at az an")
_PARTICLES = bag("de da do dos das du di del della van von der den ten ter la le bin ibn ben")
_BETWEEN = re.compile(r"[\s\-‐‑–.·]+")
# The Armenian article stands at the end of a name; no name ends in its letter.
_ARTICLE = re.compile(r"(?<=\w)ը\b")
_ASIDE = re.compile(r"\([^()]*\)")
_TURKIC = str.maketrans({"x": "kh", "X": "Kh", "q": "g", "Q": "G", "c": "j", "C": "J"})
_DIN = bag("din dine deen eddin eddine uddin addin دين")
_SONS = bag("oglu oghlu ogly oglou ovlu kyzy gizi qizi kizi gyzy")
_PATRONYMIC = re.compile(r"(?:[oe]vi?ch|[oe]vych|[oei]vna|ichna)$")
# Alzahrani, Elmasry: the article is written as one with a name of descent.
_NISBA = re.compile(r"[ae]l[bcdfghjkmnqrstwxyz][a-z]{3,}[iy]")


class NamePart(NamedTuple):
    """A word of a name; `extra` marks one that another spelling may leave out (a patronymic)."""

    text: str
    extra: bool


@lru_cache(maxsize=4096)
def name_parts(name: str) -> tuple[NamePart, ...]:
    """The words of a name in the usual order, without titles and articles."""
    name = _turkic(_ASIDE.sub(" ", name))
    if name.count(",") == 1:
        family, given = name.split(",")
        name = f"{given} {family}"
    untitled = " ".join(word for word in name.split() if not _is_title(word)) or name
    untitled = _ARTICLE.sub("", untitled)
    parts = [part for part in _BETWEEN.split(untitled.strip(" .,\"'“”«»")) if part]
    parts = _sons(_arabic(parts))
    kept = [part for part in parts if romanised(part) not in _PARTICLES] or parts
    return tuple(NamePart(part, _is_extra(part, place)) for place, part in enumerate(kept[:5]))


def _turkic(name: str) -> str:
    """A name in Azerbaijani or Turkish letters, with x, q and c as they sound there."""
    if not any(letter in "əğışƏĞŞ" for letter in name):
        return name
    return name.translate(_TURKIC)


def _is_title(word: str) -> bool:
    low = word.lower()
    return low in _TITLES or low.rstrip(".") in _TITLES or romanised(low).rstrip(".") in _TITLES


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
        if out and romanised(stem) in _DIN:
            out[-1] += "دين" if vowelless(out[-1]) else "din"
            continue
        out.append("abd" + romanised(stem) if servant else stem)
        servant = False
    return [*out, "abd"] if servant else out


def _without_article(part: str) -> str:
    low = romanised(part)
    if vowelless(part) and part.startswith("ال") and len(part) > 4:
        return part[2:]
    joined = re.match(r"abd[aeuo]l(?=[a-z]{3})", low)
    if joined:
        return "abd" + low[joined.end() :]
    return low[2:] if _NISBA.fullmatch(low) else part


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
