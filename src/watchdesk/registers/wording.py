"""The words of one line of a report: its day, its values, and on how much it rests.

In: the developments that the line tells, and where their articles come from. Out: words. Who says a
thing and who denies it is named; which of them is right is not said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from watchdesk.model import Development, Precision, Stance
from watchdesk.registers.gate import POINTS
from watchdesk.registers.lines import printed
from watchdesk.registers.outline import VIOLATION
from watchdesk.registers.register import ACCESS

_UNTOLD = frozenset({VIOLATION, ACCESS, "title", "keys", "next", "next_what", "record", "text"})
_UNTOLD |= POINTS  # a map shows where; a sentence names the place


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article comes from: who publishes it, whose text it is, whether it is a document."""

    owner: str
    text: str
    document: bool = False


def day_of(one: Development) -> str:
    """The day of a development, as exactly as it is known."""
    match one.precision:
        case Precision.YEAR:
            return f"{one.held_from:%Y}"
        case Precision.MONTH:
            return f"{one.held_from:%B %Y}"
        case Precision.BEFORE:
            return f"By {printed(one.held_from)}"
        case _:
            return printed(one.held_from)


def values_of(told: Sequence[Development]) -> str:
    """What developments say beside their kind, each value with its field and who says it."""
    found: dict[str, list[str]] = {}
    for one in told:
        for name, value in one.value.items():
            if name not in _UNTOLD and isinstance(value, str | int | float) and value != "":
                said = f"{value}, says {one.says}" if one.says else str(value)
                found.setdefault(name, []).append(said)
    said_once = [f"{name}: {' / '.join(dict.fromkeys(values))}" for name, values in found.items()]
    speakers = ", ".join(dict.fromkeys(one.says for one in told if one.says))
    if not found and speakers:
        said_once.append(f"says {speakers}")
    return "; ".join(said_once)


def label(told: Sequence[Development], origins: Mapping[str, Origin]) -> str:
    """On how much it rests: one source, several that are independent, a document; who denies it."""
    parts = []
    asserted = [one for one in told if one.stance is Stance.ASSERTS]
    alleged = [one for one in told if one.stance is Stance.ALLEGES]
    if asserted:
        parts.append(_support(asserted, origins))
    elif alleged:
        parts.append(f"alleged by {_who(alleged, origins)}")
    denied = [one for one in told if one.stance is Stance.DENIES]
    if denied:
        parts.append(f"denied by {_who(denied, origins)}")
    return "; ".join(parts)


def _support(told: Sequence[Development], origins: Mapping[str, Origin]) -> str:
    found = {
        origin
        for one in told
        for piece in one.evidence
        if (origin := origins.get(piece.article_id or "")) is not None
    }
    # One text in several outlets is one voice, and so is one outlet with several texts.
    number = min(len({one.owner for one in found}), len({one.text for one in found}))
    said = f"reported by {number} independent sources" if number > 1 else "reported by one source"
    if any(one.document for one in found):
        said = "shown by a document" if number < 2 else f"shown by a document and {said}"
    return said


def _who(told: Sequence[Development], origins: Mapping[str, Origin]) -> str:
    names = [one.says or _publisher(one, origins) for one in told]
    return ", ".join(dict.fromkeys(name for name in names if name)) or "one source"


def _publisher(one: Development, origins: Mapping[str, Origin]) -> str:
    found = (origins.get(piece.article_id or "") for piece in one.evidence)
    return next((origin.owner for origin in found if origin), "")
