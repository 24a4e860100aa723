"""The public pages' words, in the language of whoever looks at them.

In: what a reader chose, or what a browser asks for. Out: a language that we have words in, and the
words.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from watchdesk.publish.tongue import base_of


@cache
def tables() -> dict[str, dict[str, str]]:
    """The words of each language."""
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))


def words_in(language: str) -> Mapping[str, str]:
    """The words of a language that there is."""
    return tables()[language]


def spoken(*wishes: str) -> str:
    """The first of these languages that we have words in; English where there is none."""
    known = tables()
    return next((base_of(wish) for wish in wishes if base_of(wish) in known), "en")


def accepted(header: str) -> tuple[str, ...]:
    """The languages of an Accept-Language header, best first."""
    weighed = []
    for part in header[:200].split(","):
        name, _, weight = part.partition(";q=")
        weighed.append((-_number(weight or "1"), name.strip()))
    return tuple(name for _, name in sorted(weighed, key=lambda pair: pair[0]))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
