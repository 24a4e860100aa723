"""Answers of the UK Parliament's interface of bills: a bill's own record, and its stages.

In: an answer, and its address, which names the bill. Out: lines. A sitting that is only planned has
its day too: what lies ahead is told as such and is no step. A reading is held, not won: only the
first in the House where a bill began, Royal Assent and a withdrawal become developments; that a
bill was defeated is told without a day, and so as a field alone. A bill's printed number is not in
the record; its lasting id is.
"""

import re
from collections.abc import Iterator

from watchdesk.extract.records.system import Said, System
from watchdesk.text.objects import Object, number_at, object_at, objects_at, text_at, true_at
from watchdesk.text.records import ACTION, day_of, field_line, step_line

_PATH = re.compile(r"/bills/(\d{1,7})(/stages)?(?:\?|$)", re.IGNORECASE)


def _speaks(answer: Object, url: str) -> bool:
    place = _PATH.search(url)
    return place is not None and ("items" if place[2] else "billId") in answer


def _read(answer: Object, url: str) -> Said | None:
    place = _PATH.search(url)
    if place is None:
        return None
    title = text_at(answer, "shortTitle")
    told = _stages(answer) if place[2] else _bill(answer)
    lines = (field_line("Record", f"uk/bill/id/{int(place[1])}"), *told)
    return Said(title or f"UK bill {int(place[1])}: stages", lines)


def _bill(answer: Object) -> Iterator[str]:
    stage = object_at(answer, "currentStage")
    house = text_at(answer, "originatingHouse")
    sponsors = (text_at(one, "member", "name") for one in objects_at(answer, "sponsors"))
    yield field_line("Title", text_at(answer, "shortTitle"))
    yield field_line("Body", f"House of {house}" if house in {"Commons", "Lords"} else "")
    yield field_line("Sponsor", ", ".join(filter(None, sponsors)))
    yield field_line("Stage", _stage(answer, stage))
    yield field_line("Text", text_at(answer, "longTitle"))
    yield step_line("withdrawn", day_of(text_at(answer, "billWithdrawn")), "Withdrawn")


def _stage(answer: Object, stage: Object) -> str:
    if text_at(answer, "billWithdrawn"):
        return "Withdrawn"
    if true_at(answer, "isDefeated"):
        return "Defeated"
    return "Act" if true_at(answer, "isAct") else _named(stage)


def _stages(answer: Object) -> Iterator[str]:
    rows = sorted(objects_at(answer, "items"), key=lambda one: number_at(one, "sortOrder") or 0)
    began = False
    for one in rows:
        words = text_at(one, "description").lower()
        kind = {"1st reading": "introduced", "royal assent": "enacted"}.get(words, ACTION)
        if kind == "introduced" and began:
            kind = ACTION  # the other House reads it too
        began = began or kind == "introduced"
        for sitting in objects_at(one, "stageSittings"):
            yield step_line(kind, day_of(text_at(sitting, "date")), _named(one))


def _named(stage: Object) -> str:
    """Such as *2nd reading, Commons*: both Houses have stages of one name."""
    house = text_at(stage, "house")
    return ", ".join(filter(None, (text_at(stage, "description"), house)))


SYSTEM = System(name="ukbills", title="UK Parliament", speaks=_speaks, read=_read)
