"""Cases: people who are detained, missing, imprisoned or exchanged.

A case is one person's; a second arrest is a second spell of the same case. In: an entry of this
register and a day. Out: the *previously* line: days held, what came last, what is awaited.
"""

from dataclasses import dataclass
from datetime import date

from watchdesk.model import Development, Entry
from watchdesk.registers.fold import spells
from watchdesk.registers.register import Kind, Register

KINDS = {
    "detained": Kind("detained", "held", "begins"),
    "missing": Kind("reported missing", "missing", "begins"),
    "found": Kind("found", "found", "ends"),
    "charged": Kind("charged"),
    "sentenced": Kind("sentenced"),
    "extended": Kind("detention extended"),
    "transferred": Kind("moved to another place"),
    "health": Kind("state of health"),
    "visit": Kind("visit"),
    "visit_refused": Kind("visit refused"),
    "hearing": Kind("hearing"),
    "appeal": Kind("appeal"),
    "exchanged": Kind("exchanged", "exchanged", "ends"),
    "released": Kind("released", "released", "ends"),
    "died": Kind("died", "died", "ends"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFields:
    """What a case carries, each as the newest development to name it says.

    `born` is a year or a day, `place` where the person is held, `held_by` the authority, `charges`
    and `sentence` as printed, `counsel` the lawyer, `health` and `criteria_met` as somebody judged.
    """

    born: str = ""
    nationality: str = ""
    place: str = ""
    held_by: str = ""
    charges: str = ""
    sentence: str = ""
    counsel: str = ""
    health: str = ""
    criteria_met: str = ""


def days_held(entry: Entry, on: date) -> int:
    """Days of all spells up to `on`; those of a spell that lasts go on counting."""
    past = [one for one in entry.developments if one.held_from <= on]
    return sum(spell.days(on) for spell in spells(past, KINDS))


def previously(entry: Entry, on: date) -> str:
    """Such as *Day 412; last: visit refused, 3 November 2026; hearing awaited on 2 May 2027*."""
    parts = []
    if entry.status in {"held", "missing"}:
        parts.append(f"Day {days_held(entry, on)}")
    last = _last(entry)
    if last is not None:
        parts.append(f"last: {KINDS[last.kind].label}, {_printed(last.held_from)}")
    if entry.next_date is not None:
        what = entry.next_what or "next date"
        word = "awaited on" if entry.next_date >= on else "was due on"
        parts.append(f"{what} {word} {_printed(entry.next_date)}")
    return "; ".join(parts) + "." if parts else ""


def _last(entry: Entry) -> Development | None:
    """The newest development that is more than a name or a note."""
    told = [one for one in entry.developments if one.kind in KINDS]
    return told[-1] if told else None


def _printed(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


CASES = Register(
    name="cases",
    entry="case",
    kinds=KINDS,
    fields=CaseFields,
    patience_days=30,
    line=previously,
)
