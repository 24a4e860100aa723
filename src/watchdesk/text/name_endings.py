"""Endings that tell families, men and women apart though the stem is the same.

In: words of names in any script. Out: the stem and the family of its ending, and whether two words
differ by an ending that makes another name. What languages do by habit (-yan and -ian, -ov and
-off) is one ending.
"""

import re

from watchdesk.text.letters import romanised, vowelless

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
    ("ia", re.compile(r"(?<=...)[iyj]{1,3}a$")),
    ("enko", re.compile(r"(?<=..)enko$")),
    ("vich", re.compile(r"(?<=..)vi?[yc]?ch$")),
)
_WOMAN = re.compile(r"(?<=..)(?:ine|o?uhi)$")


def written(word: str) -> str:
    """A surname in Latin letters, with the Belarusian ў as the v that other spellings have."""
    return romanised(word.lower().replace("ў", "в"))


def ending(low: str) -> tuple[str, str]:
    """The stem of a surname in Latin letters, and the family of its ending; empty for none."""
    for name, form in _ENDINGS:
        found = form.search(low)
        if found:
            return low[: found.start()], name
    return low, ""


def ends_apart(one: str, other: str) -> bool:
    """Whether the ends tell a man from a woman, or a name from the one that is made of it."""
    mine, yours = romanised(one).rstrip("h"), romanised(other).rstrip("h")
    if min(len(mine), len(yours)) < 4 or _umlauts(one, other):
        return _umlauts(one, other)
    if _descent(one, mine, yours) or _descent(other, yours, mine):
        return True
    if vowelless(one) or vowelless(other):
        return False
    return _feminine(mine, yours) or _feminine(yours, mine)


def _feminine(mine: str, yours: str) -> bool:
    """Ivana and Ivan, Tigranuhi and Tigran, Karine and Karen; not Karine and Karin."""
    if mine.endswith(("a", "ie")) and yours[-1] not in "aeiouy":
        return True
    if mine.endswith(("ia", "iya")) and yours[-2:] in ("iy", "ii", "ij", "ny", "ry", "ly"):
        return True
    if mine.endswith("a") and yours.endswith("o") and mine[-2] != "k":  # -enko is -enka in Minsk
        return True
    found = _WOMAN.search(mine)
    return bool(found) and not _WOMAN.search(yours) and not yours.endswith("in")


def _descent(word: str, mine: str, yours: str) -> bool:
    """Mansouri and Mansour, Salma and Salim: a long vowel at the end is written in any script."""
    if vowelless(word):
        return word[-1] in "يیىاة" and yours[-1] not in "aeiouyjt"
    return len(mine) > 4 and mine[-1] in "iy" and mine[-2] not in "aeiou" and _closed(yours)


def _closed(low: str) -> bool:
    return low[-1] not in "aeiouyj"


def _umlauts(one: str, other: str) -> bool:
    """Müller and Möller: where both are written with dots, the dots stand on the same letters."""
    mine = [letter for letter in one.lower() if letter in "äöü"]
    yours = [letter for letter in other.lower() if letter in "äöü"]
    return bool(mine and yours) and mine != yours
