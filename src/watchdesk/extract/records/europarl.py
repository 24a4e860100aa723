"""Answers of the European Parliament's interface (version 2): a procedure with its events.

In: an answer in JSON-LD. Out: lines. One resolution has many names: its procedure, the motions that
were tabled, the joint motion, the text adopted; each becomes a key of the one record. A vote is no
adoption: a text is adopted where the event records one. Titles come by language; an event without a
day is no step.
"""

import re
from collections.abc import Iterator

from watchdesk.extract.records.system import Said, System
from watchdesk.text.objects import Object, object_at, objects_at, text_at
from watchdesk.text.records import ACTION, day_of, field_line, step_line

_DOCUMENT = re.compile(r"\b(TA|RC|A|B|C)-(\d{1,2})-(\d{4})-(\d{4})\b")
_PROCESS = re.compile(r"\b(\d{4})-(\d{4}[A-Z]?)\b")
_RECORDED = (
    "recorded_in_a_realization_of",
    "based_on_a_realization_of",
    "decided_on_a_realization_of",
)
_KINDS = (("REFERRAL", "referred"), ("TABLING", "introduced"), ("SIGNATURE", "signed"))
_NAMES = {"TA": "T", "RC": "RC-B"}
_KEYS = {"TA": "ta", "RC": "rc-b", "A": "a", "B": "b", "C": "c"}


def _speaks(answer: Object, url: str) -> bool:
    return "/procedures/" in url and any("process_id" in one for one in objects_at(answer, "data"))


def _read(answer: Object, url: str) -> Said | None:
    del url
    told = next((one for one in objects_at(answer, "data") if "process_id" in one), {})
    found = _PROCESS.search(text_at(told, "process_id"))
    if found is None:
        return None
    suffix = text_at(told, "process_type").rpartition("/")[2].upper()
    number = text_at(told, "label") or f"{found[1]}/{found[2]}({suffix})"
    title = _title(told)
    return Said(f"{number}: {title}" if title else number, tuple(_lines(told, number)))


def _title(told: Object) -> str:
    """The English title, else the first there is."""
    titles = object_at(told, "process_title")
    return text_at(titles, "en") or next((text_at(titles, one) for one in sorted(titles)), "")


def _lines(told: Object, number: str) -> Iterator[str]:
    yield field_line("Number", number)
    yield field_line("Key", f"eu/proc/{number}")
    yield field_line("Record", text_at(told, "id"))
    yield field_line("Title", _title(told))
    yield field_line("Body", "European Parliament")
    yield field_line("Stage", text_at(told, "current_stage").rpartition("/")[2])
    events = objects_at(told, "consists_of")
    for document in dict.fromkeys(one for event in events for one in _documents(event)):
        yield field_line("Key", document[1])
    tabled = False
    for event in sorted(events, key=lambda one: text_at(one, "activity_date")):
        kind = _kind(event)
        if kind == "introduced" and tabled:
            kind = ACTION  # several groups table motions of their own
        tabled = tabled or kind == "introduced"
        yield step_line(kind, day_of(text_at(event, "activity_date")), _words(event))


def _kind(event: Object) -> str:
    if any(key.startswith("eu/ta/") for _, key in _documents(event)):
        return "adopted"
    code = text_at(event, "had_activity_type").rpartition("/")[2].upper()
    return next((kind for part, kind in _KINDS if part in code), ACTION)


def _words(event: Object) -> str:
    code = text_at(event, "had_activity_type").rpartition("/")[2]
    said = code.replace("_", " ").capitalize()
    named = ", ".join(name for name, _ in _documents(event))
    return f"{said} ({named})" if named else said


def _documents(event: Object) -> list[tuple[str, str]]:
    """The documents of an event, each as printed and as a key."""
    told = " ".join(str(event.get(name, "")) for name in _RECORDED)
    return [
        (f"{_NAMES.get(one[1], one[1])}{one[2]}-{one[4]}/{one[3]}", _key(one))
        for one in _DOCUMENT.finditer(told)
    ]


def _key(one: re.Match[str]) -> str:
    return f"eu/{_KEYS[one[1]]}/{one[2]}/{one[3]}/{one[4]}"


SYSTEM = System(name="europarl", title="European Parliament", speaks=_speaks, read=_read)
