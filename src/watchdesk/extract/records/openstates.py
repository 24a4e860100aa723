"""Answers of the Open States interface (version 3): a bill with actions, sponsors, related bills.

In: an answer. Out: lines. Identifiers come as states print them ("hb 0001") and are read as one
("HB 1"); the state is that of the jurisdiction, never of the letters. An action may have several
codes, and none that says what it did: then its words stand as an action alone. What one chamber
passed is told with the chamber. Days may lack the month or the day; such an action is no step.
"""

import re
from collections.abc import Iterator, Mapping

from watchdesk.extract.records.system import Said, System
from watchdesk.text.objects import Object, object_at, objects_at, text_at, true_at
from watchdesk.text.records import ACTION, day_of, field_line, step_line

_STATE = re.compile(r"country:us/(?:state|district|territory):([a-z]{2})\b")
_NUMBER = re.compile(r"([A-Z]+)[ .]*0*(\d+)([A-Z]?)")
_KINDS: Mapping[str, str] = {
    "introduction": "introduced",
    "filing": "introduced",
    "referral-committee": "referred",
    "committee-passage": "reported",
    "committee-passage-favorable": "reported",
    "committee-passage-unfavorable": "reported",
    "amendment-passage": "amended",
    "passage": "passed",
    "failure": "rejected",
    "executive-signature": "signed",
    "executive-veto": "vetoed",
    "became-law": "enacted",
    "withdrawal": "withdrawn",
}


def printed(identifier: str) -> str:
    """Such as *HB 1* of "hb 0001"; what has another form is left as it is."""
    found = _NUMBER.fullmatch(identifier.strip().upper())
    return f"{found[1]} {found[2]}{found[3]}" if found else identifier.strip()


def _speaks(answer: Object, url: str) -> bool:
    del url
    return text_at(answer, "id").startswith("ocd-bill/") and "identifier" in answer


def _read(answer: Object, url: str) -> Said | None:
    del url
    number = printed(text_at(answer, "identifier"))
    if not number:
        return None
    title = text_at(answer, "title")
    return Said(f"{number}: {title}" if title else number, tuple(_lines(answer, number)))


def _lines(answer: Object, number: str) -> Iterator[str]:
    place = text_at(answer, "jurisdiction", "name")
    state = _STATE.search(text_at(answer, "jurisdiction", "id"))
    yield field_line("Number", f"{number} ({place})" if place else number)
    if state and (parts := _NUMBER.fullmatch(number)):
        yield field_line("Key", f"us-{state[1]}/{parts[1].lower()}/{parts[2]}")
    # The letters and number begin anew in each session; the interface's id does not.
    yield field_line("Record", text_at(answer, "id"))
    yield field_line("Title", text_at(answer, "title"))
    chamber = text_at(answer, "from_organization", "name")
    yield field_line("Body", " ".join(filter(None, (place, chamber))))
    yield from _people(objects_at(answer, "sponsorships"))
    kinds = answer.get("classification")
    resolution = isinstance(kinds, list) and any("resolution" in str(one) for one in kinds)
    for action in objects_at(answer, "actions"):
        yield from _action(action, resolution=resolution)
    for one in objects_at(answer, "related_bills"):
        if text_at(one, "relation_type") == "companion":
            named = printed(text_at(one, "identifier"))
            yield field_line("Companion", f"{named}, identified by Open States")


def _people(rows: tuple[Object, ...]) -> Iterator[str]:
    """Who stands behind it; the interface does not say since when, so nobody joins on a day."""
    first = [text_at(one, "name") for one in rows if true_at(one, "primary")]
    others = [one for one in rows if not true_at(one, "primary")]
    yield field_line("Sponsor", ", ".join(filter(None, first)))
    yield field_line("Cosponsors", str(len(others)) if others else "")


def _action(action: Object, *, resolution: bool) -> Iterator[str]:
    codes = action.get("classification")
    named = [one for one in codes if isinstance(one, str)] if isinstance(codes, list) else []
    kinds = dict.fromkeys(_KINDS[code] for code in named if code in _KINDS) or {ACTION: None}
    chamber = text_at(object_at(action, "organization"), "name")
    words = ": ".join(filter(None, (chamber, text_at(action, "description"))))
    for kind in kinds:
        told = "adopted" if kind == "passed" and resolution else kind
        yield step_line(told, day_of(text_at(action, "date")), words)


SYSTEM = System(name="openstates", title="Open States", speaks=_speaks, read=_read)
