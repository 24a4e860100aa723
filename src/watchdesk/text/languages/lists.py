"""How a pack writes its words: as strings, parted by white space, which these turn into tables.

In: words as a person lists them; an underscore stands for a blank within one. Out: tuples, sets and
mappings for the fields of a `Language`.
"""

from watchdesk.model import Bound, Medium
from watchdesk.text.languages.language import Cue, Gender, Ways


def listed(words: str) -> tuple[str, ...]:
    """The words of a list parted by white space; an underscore stands for a blank within one."""
    return tuple(word.replace("_", " ") for word in words.split())


def bag(words: str) -> frozenset[str]:
    """The same, without order."""
    return frozenset(listed(words))


def cues(**forms: str) -> dict[str, Cue]:
    """Verb forms by class: `cues(say="said says", deny="denied")`."""
    return {form: Cue(name) for name, words in forms.items() for form in listed(words)}


def bounds(*, over: str = "", under: str = "", about: str = "") -> dict[str, Bound]:
    """Bound words by what they say."""
    table = {Bound.OVER: over, Bound.UNDER: under, Bound.ABOUT: about}
    return {word: bound for bound, words in table.items() for word in listed(words)}


def numbered(words: str, first: int = 1) -> dict[str, int]:
    """Forms in their order, alternatives joined by a stroke: "january|jan february|feb"."""
    places = enumerate(words.split(), first)
    return {form.replace("_", " "): place for place, forms in places for form in forms.split("|")}


def valued(**forms: str) -> dict[str, str]:
    """Printed words to a unit: `valued(USD="dollar dollars")`; an underscore is a blank."""
    return {word: unit.replace("_", " ") for unit, words in forms.items() for word in listed(words)}


def gendered(*, m: str = "", f: str = "", n: str = "", p: str = "") -> dict[str, Gender]:
    """Words with the gender or number they show; `n` for neither."""
    table: dict[Gender, str] = {"m": m, "f": f, "n": n, "p": p}
    return {word: gender for gender, words in table.items() for word in listed(words)}


def ways(
    behind: str = "", outlets: str = "", relays: str = "", quoting: str = "", **media: str
) -> Ways:
    """The ways of speech, words by kind: `ways(interview="interview", post="tweeted")`."""
    return Ways(
        media={word: Medium(way) for way, words in media.items() for word in listed(words)},
        behind=bag(behind),
        outlets=bag(outlets),
        relays=bag(relays) | bag(quoting),
        quoting=bag(quoting),
    )
