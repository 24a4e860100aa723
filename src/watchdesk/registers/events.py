"""Events: demonstrations, hearings, elections and conferences that are announced for a day.

In: articles that name one with a day to come. Out: proposals, the line that an issue prints, and
the events as a calendar file (RFC 5545). What has passed is no announcement.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from watchdesk.model import Entry, Key, Precision, Proposal, identity
from watchdesk.registers.lines import printed
from watchdesk.registers.material import Material, Passage, Words, days_in, passages
from watchdesk.registers.register import Kind, Register
from watchdesk.text.calendars import FoundDate
from watchdesk.text.cited import cite

VERSION = 1
FURTHEST = 400
"""Days: what is further ahead is a plan, not an appointment."""

NEAR = 80
"""Characters between an event and its day."""
_CLAUSES = frozenset(",;:()“”«»")
_LEADS = frozenset(
    {"on", "for", "of", "to", "le", "du", "au", "am", "pour", "saturday", "sunday", "monday"}
    | {"tuesday", "wednesday", "thursday", "friday", "lundi", "mardi", "mercredi", "jeudi"}
    | {"vendredi", "samedi", "dimanche", ""}
)

ANNOUNCED = "announced"

KINDS = {
    ANNOUNCED: Kind("announced", "planned"),
    "moved": Kind("moved to another day", "planned"),
    "cancelled": Kind("cancelled", "cancelled"),
    "held": Kind("held", "held"),
}
TYPES = ("demonstration", "hearing", "election", "conference")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFields:
    """What is known of an event: its `what` (one of `TYPES`), `place`, and `link`."""

    what: str = ""
    place: str = ""
    link: str = ""


def keys(material: Material, words: Words) -> frozenset[Key]:
    """The kinds and days of what is announced."""
    return frozenset(_key(passage.kind, day.start) for passage, day in _told(material, words))


def propose(material: Material, known: Sequence[Entry], words: Words) -> Iterator[Proposal]:
    """What sentences announce for a day, once each."""
    there = {key for entry in known for key in entry.keys}
    seen: set[Key] = set()
    for passage, day in _told(material, words):
        key = _key(passage.kind, day.start)
        if key not in there | seen:
            seen.add(key)
            yield _proposal(material, passage, day.start, key)


def _told(material: Material, words: Words) -> Iterator[tuple[Passage, FoundDate]]:
    for passage in passages(material, words):
        day = None if passage.doubtful else _day(material, passage)
        if day is not None and passage.kind in TYPES:
            yield passage, day


def _day(material: Material, passage: Passage) -> FoundDate | None:
    """The day ahead that is said of the word: "a rally on 3 May", "the 3 May rally"."""
    today = material.told_at.date()
    last = today + timedelta(days=FURTHEST)
    found = days_in(material, passage.span)
    if any(
        one.span.start < passage.word.end and passage.word.start < one.span.end for one in found
    ):
        return None  # the month of March is no march
    ahead = [
        one
        for one in found
        if today < one.start <= last and one.precision in {Precision.DAY, Precision.MOMENT}
    ]
    ahead.sort(key=lambda one: abs(one.span.start - passage.word.end))
    return next((one for one in ahead if _belongs(one, passage, material.article.text)), None)


def _belongs(day: FoundDate, passage: Passage, text: str) -> bool:
    if day.span.end <= passage.word.start:
        return not text[day.span.end : passage.word.start].strip()
    gap = text[passage.word.end : day.span.start]
    last = gap.split()[-1:] or [""]
    return len(gap) <= NEAR and not set(gap) & _CLAUSES and last[0].lower() in _LEADS


def _key(kind: str, day: date) -> Key:
    return Key("event", f"{kind}/{day.isoformat()}")


def _proposal(material: Material, passage: Passage, day: date, key: Key) -> Proposal:
    word = passage.word.of(material.article.text)
    what = word if len(word.split()) < 3 else passage.kind
    return Proposal(
        id=identity("events", key.value, passage.span.of(material.article.text)),
        register="events",
        kind=ANNOUNCED,
        title=f"{what[:1].upper()}{what[1:]}, {printed(day)}",
        keys=(key,),
        held_from=material.told_at.date(),
        precision=Precision.BEFORE,
        made_at=material.told_at,
        evidence=(cite(material.article, passage.span),),
        rule=f"{word!r} with a day to come",
        version=VERSION,
        value={
            "what": passage.kind,
            "next": day.isoformat(),
            "next_what": what,
            "link": material.article.url,
        },
    )


def line(entry: Entry, on: date) -> str:
    """Such as *Demonstration on 21 November 2026, in 3 days*."""
    if entry.next_date is None:
        return ""
    what = (entry.next_what or "event").capitalize()
    if entry.status == "cancelled":
        return f"{what} of {printed(entry.next_date)}: cancelled."
    days = (entry.next_date - on).days
    when = "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"
    if days < 0:
        return f"{what} was due on {printed(entry.next_date)}."
    return f"{what} on {printed(entry.next_date)}, {when}."


def calendar(entries: Iterable[Entry]) -> str:
    """The planned events as iCalendar text, a whole day each; cancelled ones say so."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Watchdesk//Events//EN"]
    for entry in entries:
        lines += _vevent(entry)
    return "".join(f"{_fold(one)}\r\n" for one in (*lines, "END:VCALENDAR"))


def _vevent(entry: Entry) -> list[str]:
    if entry.next_date is None or not entry.developments:
        return []
    stamp = max(one.recorded for one in entry.developments)
    end = entry.next_date + timedelta(days=1)
    place, link = entry.fields.get("place"), entry.fields.get("link")
    return [
        "BEGIN:VEVENT",
        f"UID:{entry.id}@watchdesk",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{entry.next_date:%Y%m%d}",
        f"DTEND;VALUE=DATE:{end:%Y%m%d}",
        f"SUMMARY:{_escaped(entry.title)}",
        *([f"LOCATION:{_escaped(str(place))}"] if place else []),
        *([f"URL:{link}"] if link else []),
        *(["STATUS:CANCELLED"] if entry.status == "cancelled" else []),
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _fold(line: str) -> str:
    """Lines of at most 75 octets; what goes on begins with a blank."""
    parts, now = [], ""
    for letter in line:
        if len((now + letter).encode()) > 74:
            parts.append(now)
            now = ""
        now += letter
    return "\r\n ".join([*parts, now])


EVENTS = Register(
    name="events",
    entry="event",
    kinds=KINDS,
    fields=EventFields,
    patience_days=30,
    keys=keys,
    propose=propose,
    line=line,
    over=frozenset({"cancelled"}),
)
