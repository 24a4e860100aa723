"""A person's name in its first case, from the case that a sentence prints it in.

In: a name as printed, and its language. Out: the same name as it would head a list. It knows the
regular endings of Russian and Armenian names; other languages give the name back.
"""

from collections.abc import Callable, Mapping

_WOMEN = (
    *(("ову", "ова"), ("еву", "ева"), ("ину", "ина"), ("ую", "ая")),
    *(("овой", "ова"), ("евой", "ева"), ("иной", "ина"), ("ской", "ская")),
)
_MEN = (("ского", "ский"), ("цкого", "цкий"), ("ого", "ый"), ("его", "ий"))
"""Endings of surnames in other cases, and that of the first."""
_VOWELS = "аеёиоуыэюяաեէըիոօու"


def first_case(name: str, language: str | None, *, subject: bool = False) -> str:
    """The name in its first case; a `subject` stands in it already, but for an Armenian article."""
    code = (language or "").partition("-")[0].lower()
    if code == "ru" and not subject:
        return _russian(name)
    return _ENDINGS[code](name) if code in _ENDINGS else name


def _russian(name: str) -> str:
    """Genitive, dative or accusative → nominative; the given name tells whether it is a woman's."""
    given, *others = name.split()
    first, woman = _given(given)
    return " ".join([first, *(_surname(one, woman=woman) for one in others)])


def _given(word: str) -> tuple[str, bool]:
    low = word.lower()
    stem, before = word[:-1], low[-2:-1]
    if low.endswith(("ы", "и")) and len(low) > 3:
        return stem + ("я" if low.endswith("и") and before not in "гкхжшчщ" else "а"), True
    if low.endswith("а") and before and before not in _VOWELS:
        return stem, False
    if low.endswith("у"):
        return stem + "а", True
    if low.endswith(("я", "ю")) and before:
        woman = low.endswith("ю") and before == "и"
        return stem + ("я" if woman else "й" if before in _VOWELS else "ь"), woman
    return word, False


def _surname(word: str, *, woman: bool) -> str:
    low = word.lower()
    for ending, first in _WOMEN if woman else _MEN:
        if low.endswith(ending):
            return word[: -len(ending)] + first
    if woman or len(low) < 4:
        return word
    if low.endswith(("а", "у")) and low[-2] not in _VOWELS:
        return word[:-1]
    if low.endswith(("я", "ю")):
        return word[:-1] + ("й" if low[-2] in _VOWELS else "ь")
    return word


def _armenian(name: str) -> str:
    """Without the article or the ending that stands on the last word alone."""
    for ending in ("ներից", "ներին", "ինը", "ին", "ից", "ով", "ը"):
        if name.endswith(ending) and len(name.rsplit(maxsplit=1)[-1]) - len(ending) > 2:
            return name[: -len(ending)]
    if name.endswith("ն") and name[-2:-1] in _VOWELS + "ն" and len(name.rsplit(maxsplit=1)[-1]) > 3:
        return name[:-1]
    if name.endswith("ի") and len(name.rsplit(maxsplit=1)[-1]) > 4:
        return name[:-1]
    return name


_ENDINGS: Mapping[str, Callable[[str], str]] = {"hy": _armenian}
