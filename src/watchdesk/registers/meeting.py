"""Proposals that meet: the same thing twice, the same entry, or what may be the same.

In: a new proposal and one that waits, each with the stories that tell it. Out: how they meet. An
identifier decides alone; a name decides only with a second fact: a story, a day, a place in both.
"""

from dataclasses import replace
from enum import Enum, auto

from watchdesk.model import OPENED, Precision, Proposal, identity
from watchdesk.registers.grammar import GRAMMAR
from watchdesk.text.fold import fold
from watchdesk.text.names import find_names, similarity

SAME_NAME = 0.9
WEAK = frozenset({"name", "sound", "number", "event", "count"})
"""Keys that several entries may share."""
MOST_PASSAGES = 4
STREETS = frozenset().union(*(grammar.streets for grammar in GRAMMAR.values()))


class Meeting(Enum):
    """How two proposals of one register stand to each other."""

    SAME = auto()  # the same development of the same entry
    ENTRY = auto()  # another development of the same entry
    ALIKE = auto()  # perhaps the same entry: a person compares
    APART = auto()


def meet(one: Proposal, other: Proposal, *, one_story: bool) -> Meeting:
    """How a new proposal stands to one that waits; `one_story` if a story tells both."""
    if one.register != other.register or (one.entry and other.entry and one.entry != other.entry):
        return Meeting.APART
    if _two_records(one, other):
        return Meeting.APART
    shared = set(one.keys) & set(other.keys)
    if any(key.scheme not in WEAK for key in shared) or _one_body(one, other):
        sure = True
    elif any(key.scheme in {"number", "event", "count"} for key in shared) or _one_name(one, other):
        sure = one_story or _same_day(one, other) or _one_place(one, other)
    else:
        return Meeting.APART
    if not sure:
        return Meeting.ALIKE
    same = one.kind == other.kind and _one_time(one, other) and _one_number(one, other)
    return Meeting.SAME if same else Meeting.ENTRY


def _two_records(one: Proposal, other: Proposal) -> bool:
    """Whether each has a record of its own: numbers begin anew with each session."""
    mine = {key for key in one.keys if key.scheme == "record"}
    theirs = {key for key in other.keys if key.scheme == "record"}
    return bool(mine and theirs) and not mine & theirs


def joined(one: Proposal, other: Proposal, how: Meeting) -> Proposal:
    """The new proposal as it is kept beside the one that waits."""
    if how is Meeting.SAME:
        return replace(one, id=other.id)
    if how is Meeting.ENTRY:
        return replace(one, entry=opens(other))
    if how is Meeting.ALIKE:
        return replace(one, alike=tuple(dict.fromkeys((*one.alike, opens(other)))))
    return one


def opens(proposal: Proposal) -> str:
    """The entry that a proposal goes to, or would open."""
    return proposal.entry or identity("entry", proposal.id)


def _one_name(one: Proposal, other: Proposal) -> bool:
    mine = [key.value for key in one.keys if key.scheme == "name"]
    theirs = [key.value for key in other.keys if key.scheme == "name"]
    return any(similarity(a, b) >= SAME_NAME for a in mine for b in theirs)


def _same_day(one: Proposal, other: Proposal) -> bool:
    sure = {one.precision, other.precision} == {Precision.DAY}
    return sure and one.held_from == other.held_from and one.kind == other.kind


def _one_time(one: Proposal, other: Proposal) -> bool:
    """Whether both may tell of one day: the same, or one only says that it had come by then."""
    if one.held_from == other.held_from or one.kind == OPENED:
        return True
    late = max(one, other, key=lambda each: each.held_from)
    return late.precision is Precision.BEFORE


def _one_number(one: Proposal, other: Proposal) -> bool:
    """Whether both give the same number by the same owner, or none: two owners are two voices."""
    mine, theirs = one.value.get("number"), other.value.get("number")
    return mine == theirs and (mine is None or fold(one.says).text == fold(other.says).text)


def _one_body(one: Proposal, other: Proposal) -> bool:
    """Whether both carry a number of one body, which one of them names more fully."""
    mine = [key.value.partition("/") for key in one.keys if key.scheme == "measure"]
    theirs = [key.value.partition("/") for key in other.keys if key.scheme == "measure"]
    return any(
        number == number_there and _fuller(body, body_there)
        for body, _, number in mine
        for body_there, _, number_there in theirs
    )


def _fuller(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return f"-{short}-" in f"-{long}-" and "-" in short


def _one_place(one: Proposal, other: Proposal) -> bool:
    """Whether passages of both name one more name besides the one that they share."""
    mine, theirs = _names(one), _names(other)
    return any(similarity(a, b) >= SAME_NAME for a in mine for b in theirs)


def _names(proposal: Proposal) -> list[str]:
    own = [word for key in proposal.keys if key.scheme == "name" for word in key.value.split()]
    found = {
        word
        for piece in proposal.evidence[:MOST_PASSAGES]
        for span in find_names(piece.quote)
        for word in span.of(piece.quote).split()
        if len(word) > 3 and word.lower() not in STREETS
    }
    return sorted(w for w in found if not any(similarity(w, mine) >= SAME_NAME for mine in own))[
        :12
    ]
