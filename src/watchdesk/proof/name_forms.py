"""Whether two printed forms are one name: Armenia and Armenian, US and United States.

In: words in small letters and readings. Out: yes or no. `stands_for`, `exchanged` and `same_stem`
are loose; `same_place` is strict, for one word in the place of another in a sentence that is
otherwise the same, where America is no American and one Democrat no Democrats.
"""

from collections.abc import Sequence

from watchdesk.proof.reading import Reading, names_of
from watchdesk.text.languages.lists import bag
from watchdesk.text.likeness import similarity

# The names of a state or body, the words for what is its own, and for its people.
_STATES = (
    (bag("us usa america") | {"united states"}, bag("us american"), bag("americans")),
    (bag("uk britain") | {"united kingdom", "great britain"}, bag("uk british"), bag("britons")),
    (bag("eu europe") | {"european union"}, bag("eu european"), bag("europeans")),
    (bag("un") | {"united nations"},),
)
# What English adds to a name to make an adjective, a plural or a possessive.
_ENGLISH = bag("s es n an ian ish i ese nian ns ans ians ies y")
INFLECTED = bag("ru uk be hy az tr de pl cs ka fi et lv lt el")
_ONE_NAME = 0.9
_SHORTEST = 3


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


def stands_for(piece: str, passage: Reading) -> bool:
    """US where the passage has United States or American, or initials that it spells out."""
    row = " " + " ".join(token.low for token in passage.tokens) + " "
    for kinds in _STATES:
        forms = frozenset().union(*kinds)
        if piece in forms and any(f" {form} " in row for form in forms):
            return True
    if not _SHORTEST <= len(piece) <= 6:
        return False
    return piece in "".join(word.text[0].lower() for word in names_of(passage))


def exchanged(piece: str, lost: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a name is a short form of those that went, or of what stood here, or initials."""
    went = {*lost, "".join(theirs), " ".join(theirs)}
    for kinds in _STATES:
        forms = frozenset().union(*kinds)
        if piece in forms and any(part in went for form in forms for part in (form, *form.split())):
            return True
    return len(piece) >= _SHORTEST and piece in "".join(word[0] for word in lost)


def similar(one: str, other: str) -> bool:
    """Whether two words are spellings of one name."""
    return len(other) > _SHORTEST and similarity(one, other) >= _ONE_NAME


def same_place(one: str, other: str) -> bool:
    """Whether a word may take another's place with all around it unchanged."""
    if any(one in forms and other in forms for kinds in _STATES for forms in kinds):
        return True
    short, long = sorted((one, other), key=len)
    ending = long[len(short) :] if long.startswith(short) else ""
    return similar(one, other) and (ending == "y" or ending not in _ENGLISH)
