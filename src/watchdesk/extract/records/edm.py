"""Answers of the UK Parliament's interface of early day motions: one motion with its signatures.

In: an answer. Out: lines. The count that the interface gives with a motion is always nought, so the
signatures themselves are counted, those withdrawn left out; their order may be missing and is not
used; a member's party is that of today, not of the day of signing, and is not told. Numbers begin
anew each session, so the interface's lasting id stands beside.
"""

from collections.abc import Iterator

from watchdesk.extract.records.system import Said, System
from watchdesk.text.objects import Object, number_at, object_at, objects_at, text_at, true_at
from watchdesk.text.records import day_of, field_line, step_line

_WITHDRAWN = {"withdrawn", "1"}


def _speaks(answer: Object, url: str) -> bool:
    del url
    motion = object_at(answer, "Response")
    return "UIN" in motion and "MotionText" in motion


def _read(answer: Object, url: str) -> Said | None:
    del url
    motion = object_at(answer, "Response")
    lasting, number = number_at(motion, "Id"), text_at(motion, "UIN")
    if lasting is None or not number:
        return None
    title = text_at(motion, "Title")
    return Said(f"EDM {number}: {title}", tuple(_lines(motion, lasting, number)))


def _lines(motion: Object, lasting: int, number: str) -> Iterator[str]:
    amends = number_at(motion, "AmendmentToMotionId")
    yield field_line("Number", f"EDM {number}{text_at(motion, 'AmendmentSuffix')}")
    if amends is None:
        yield field_line("Key", f"uk/edm/{number}")
        yield field_line("Record", f"uk/edm/id/{lasting}")
    else:
        # An amendment shares the motion's number and is another text: no development of it.
        yield field_line("Amends", f"uk/edm/id/{amends}")
    yield field_line("Title", text_at(motion, "Title"))
    yield field_line("Body", "House of Commons")
    yield from _steps(motion)
    yield field_line("Text", text_at(motion, "MotionText"))


def _steps(motion: Object) -> Iterator[str]:
    sponsor, first = text_at(motion, "PrimarySponsor", "Name"), _first(motion)
    others = [one for one in objects_at(motion, "Sponsors") if number_at(one, "MemberId") != first]
    staying = [one for one in others if not true_at(one, "IsWithdrawn")]
    yield field_line("Sponsor", sponsor)
    yield field_line("Cosponsors", str(len(staying)) if others else "")
    tabled = day_of(text_at(motion, "DateTabled"))
    yield step_line("introduced", tabled, f"Tabled by {sponsor}" if sponsor else "Tabled")
    for one in others:
        name, signed = text_at(one, "Member", "Name"), day_of(text_at(one, "CreatedWhen"))
        yield step_line("cosponsored", signed, name)
        if true_at(one, "IsWithdrawn"):
            gone = day_of(text_at(one, "WithdrawnDate"))
            yield step_line("cosponsor_withdrawn", gone, name)
    if text_at(motion, "Status").lower() in _WITHDRAWN:
        yield field_line("Stage", "Withdrawn")
        yield step_line("withdrawn", day_of(text_at(motion, "StatusDate")), "Withdrawn")


def _first(motion: Object) -> int | None:
    """The member who tabled it: also signs, first in the list, whatever the order says."""
    named = number_at(motion, "PrimarySponsor", "MnisId")
    return named if named is not None else number_at(motion, "MemberId")


SYSTEM = System(name="edm", title="Early Day Motions", speaks=_speaks, read=_read)
