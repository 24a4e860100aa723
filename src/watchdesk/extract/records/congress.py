"""Answers of the US Congress' interface (version 3): a bill, its actions, cosponsors, companions.

In: an answer, and its address, which names the bill. Out: lines. A bill's number is text in its own
record and a number elsewhere, its type stands in either case; both are read alike. Cosponsors who
withdrew are told as such and are not counted. What one chamber passed is told with the chamber.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from watchdesk.extract.records.system import Said, System
from watchdesk.text.objects import Object, object_at, objects_at, text_at, true_at
from watchdesk.text.records import ACTION, day_of, field_line, step_line

PRINTED = {
    "hr": "H.R.",
    "s": "S.",
    "hres": "H.Res.",
    "sres": "S.Res.",
    "hconres": "H.Con.Res.",
    "sconres": "S.Con.Res.",
    "hjres": "H.J.Res.",
    "sjres": "S.J.Res.",
}

_AT_ONCE_ADOPTED = frozenset({"hres", "sres", "hconres", "sconres"})
"""Resolutions are agreed to, bills passed: the same action of the record tells of either."""

_PATH = re.compile(r"/bill/(\d{2,3})/([a-z]+)/(\d{1,5})(?:/(\w+))?(?:\?|$)", re.IGNORECASE)
_KINDS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("introduced", r"Introduced in (?:House|Senate)"),
        ("referred", r"(?:Read twice and )?Referred to (?!the Subcommittee)"),
        ("reported", r"Reported (?:by|to|in|\()|(?:Committee on .{3,80}|.{3,80}?)\. Reported by"),
        ("passed", r"Passed/agreed to in (?:House|Senate)\b|Passed (?:House|Senate)\b"),
        ("rejected", r"Failed of passage(?:/not agreed to)? in (?:House|Senate)\b"),
        ("signed", r"Signed by (?:the )?President\b"),
        ("vetoed", r"(?:Pocket )?Vetoed by (?:the )?President\b"),
        ("enacted", r"Became (?:Public|Private) Law\b"),
    )
)
"""Each begins the action's text; *motion to reconsider agreed to* and *failed* begin otherwise."""


@dataclass(frozen=True, slots=True)
class _Bill:
    congress: str
    type: str
    number: str

    @property
    def printed(self) -> str:
        return f"{PRINTED[self.type]} {self.number}"

    def lines(self) -> Iterator[str]:
        yield field_line("Number", f"{self.printed} ({_ordinal(self.congress)} Congress)")
        yield field_line("Key", f"us/{self.type}/{self.number}")
        yield field_line("Record", f"us/{self.congress}/{self.type}/{self.number}")


def _speaks(answer: Object, url: str) -> bool:
    parts = {"bill": "bill", "actions": "actions", "cosponsors": "cosponsors"}
    place = _PATH.search(url)
    named = parts.get((place[4] or "bill").lower(), "relatedBills") if place else ""
    return named in answer and "request" in answer


def _read(answer: Object, url: str) -> Said | None:
    place = _PATH.search(url)
    if place is None or place[2].lower() not in PRINTED:
        return None
    bill = _Bill(place[1], place[2].lower(), str(int(place[3])))
    part = (place[4] or "").lower()
    told = _PARTS.get(part, _related)(answer, bill)
    title = text_at(answer, "bill", "title")
    name = f"{bill.printed}: {title}" if title else f"{bill.printed}: {_TITLES.get(part, part)}"
    return Said(name, (*bill.lines(), *told))


def _detail(answer: Object, bill: _Bill) -> Iterator[str]:
    told = object_at(answer, "bill")
    sponsors = ", ".join(text_at(one, "fullName") for one in objects_at(told, "sponsors"))
    chamber, began = text_at(told, "originChamber"), day_of(text_at(told, "introducedDate"))
    last = object_at(told, "latestAction")
    yield field_line("Title", text_at(told, "title"))
    yield field_line("Body", f"US {chamber}" if chamber else "")
    yield field_line("Sponsor", sponsors)
    yield field_line("Stage", text_at(last, "text"))
    yield field_line("Cosponsors", text_at(told, "cosponsors", "count"))
    yield step_line("introduced", began, f"Introduced in {chamber}" if chamber else "Introduced")
    yield _action(text_at(last, "actionDate"), text_at(last, "text"), bill)
    for law in objects_at(told, "laws"):
        yield field_line("Law", f"{text_at(law, 'type')} {text_at(law, 'number')}")


def _actions(answer: Object, bill: _Bill) -> Iterator[str]:
    """Both systems that report a floor action have their row for it: the first of a day counts."""
    seen: set[str] = set()
    for one in objects_at(answer, "actions"):
        line = _action(text_at(one, "actionDate"), text_at(one, "text"), bill)
        head = line.partition(":")[0]
        if head not in seen or head.startswith((ACTION, "referred")):
            yield line
        seen.add(head)


def _action(day: str, words: str, bill: _Bill) -> str:
    return step_line(_kind(words, bill), day_of(day), words)


def _kind(words: str, bill: _Bill) -> str:
    kind = next((kind for kind, pattern in _KINDS if pattern.match(words)), ACTION)
    return "adopted" if kind == "passed" and bill.type in _AT_ONCE_ADOPTED else kind


def _cosponsors(answer: Object, bill: _Bill) -> Iterator[str]:
    del bill
    rows = objects_at(answer, "cosponsors")
    for one in rows:
        name, gone = text_at(one, "fullName"), day_of(text_at(one, "sponsorshipWithdrawnDate"))
        yield step_line("cosponsored", day_of(text_at(one, "sponsorshipDate")), _cosponsor(one))
        yield step_line("cosponsor_withdrawn", gone, name)


def _cosponsor(one: Object) -> str:
    name = text_at(one, "fullName")
    return f"{name} (original)" if name and true_at(one, "isOriginalCosponsor") else name


def _related(answer: Object, bill: _Bill) -> Iterator[str]:
    """Companions have no date of their own: fields, each with who says that it is one."""
    del bill
    for one in objects_at(answer, "relatedBills"):
        kind, number = text_at(one, "type").lower(), text_at(one, "number")
        for relation in objects_at(one, "relationshipDetails"):
            if kind in PRINTED and text_at(relation, "type").lower() == "identical bill":
                by = text_at(relation, "identifiedBy") or "the record"
                yield field_line("Companion", f"{PRINTED[kind]} {number}, identified by {by}")


_PARTS = {"": _detail, "actions": _actions, "cosponsors": _cosponsors}
_TITLES = {"": "record", "relatedbills": "related bills"}


def _ordinal(number: str) -> str:
    last = int(number) % 100
    ending = "th" if 10 <= last <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(last % 10, "th")
    return f"{number}{ending}"


SYSTEM = System(name="congress", title="US Congress", speaks=_speaks, read=_read)
