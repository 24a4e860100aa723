"""What the stages say, in the reader's language.

In: an English sentence of a stage (a problem, a finding of the gate, a reason), and a language.
Out: the same sentence as `said/<language>.toml` has it: a table of English forms with places, and
their translations. What stands in a place is a source's or a person's and is carried over; only
where the place is called "told" it is a stage's, and is translated as well. A sentence that no form
fits stays as it is. Linear in the sentence's length: the words between two places are looked for
once, from left to right.
"""

import string
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

Parts = tuple[tuple[str, str | None], ...]
"""The fixed words of a form, each with the name of the place behind it, None at the end."""

TOLD = "told"
"""How the name of a place begins that holds words of a stage."""
DEPTH = 3
"""A form may stand in a form, as a reason in a sentence, and no deeper."""


def said(sentence: str, language: str) -> str:
    """The sentence in this language, or as it is where the table has no form of it."""
    return _said(sentence, language, DEPTH) or sentence


@lru_cache(maxsize=2000)
def _said(sentence: str, language: str, depth: int) -> str | None:
    fixed, forms = _forms(language)
    if sentence in fixed:
        return fixed[sentence]
    for parts, translated in forms if depth else ():
        places = _places(sentence, parts)
        if places is not None:
            own = {
                name: _said(words, language, depth - 1) or words
                for name, words in places.items()
                if name.startswith(TOLD)
            }
            return translated.format(**(places | own))
    return None


def _places(sentence: str, parts: Parts) -> dict[str, str] | None:
    """What stands in the places of a form, None where the sentence is not of it."""
    first, last = parts[0][0], parts[-1][0]
    if not (sentence.startswith(first) and sentence.endswith(last)):
        return None
    found, at = {}, len(first)
    end = len(sentence) - len(last)
    for (_, name), (fixed, following) in pairwise(parts):
        stop = end if following is None else sentence.find(fixed, at + 1, end)
        if name is None or stop <= at:
            return None
        found[name] = sentence[at:stop]
        at = stop + len(fixed)
    return found


@cache
def _forms(language: str) -> tuple[Mapping[str, str], tuple[tuple[Parts, str], ...]]:
    """The forms without places, and those with places, the most fixed words first."""
    table = forms_of(language)
    fixed = {form: translated for form, translated in table.items() if "{" not in form}
    placed = [(tuple(_parts(form)), table[form]) for form in table.keys() - fixed.keys()]
    placed.sort(key=lambda pair: (-sum(len(words) for words, _ in pair[0]), str(pair)))
    return fixed, tuple(placed)


def forms_of(language: str) -> dict[str, str]:
    """Each English form of this language's table with its translation."""
    place = files(__package__).joinpath("said", f"{language}.toml")
    return tomllib.loads(place.read_text("utf-8")) if place.is_file() else {}


def _parts(form: str) -> Iterator[tuple[str, str | None]]:
    for fixed, name, _, _ in string.Formatter().parse(form):
        yield fixed, name
    if form.endswith("}"):
        yield "", None
