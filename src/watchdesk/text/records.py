"""An official record as text: one line a field, and one for each dated step.

A record's reader writes these lines, and the registers read them back with their places, so that
every step has its evidence. A field is `Name: words`, a step `kind on 2026-10-03: words`; words
stand in one line, so that none can pass for a line of its own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from watchdesk.model import Span

RECORD = "record"
"""The page type of an article that a record was read into."""

ACTION = "action"
"""A step that is no development: the record's own codes say so."""

UNTOLD = "step"
"""A step of a record without codes: the registers' own words tell its kind."""

LONGEST = 2000
"""Characters of a line's words; a record that holds a whole text is read from that text."""

_STEP = re.compile(r"^([a-z_]+) on (\d{4}-\d{2}-\d{2}): (.+)$", re.MULTILINE)
_FIELD = re.compile(r"^([A-Z][\w -]{0,40}): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Step:
    """One dated step; `span` is its line's place in the text."""

    kind: str
    day: date
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `span` is its line's place in the text."""

    name: str
    words: str
    span: Span


def field_line(name: str, words: str) -> str:
    """A field as a line; empty without words."""
    told = " ".join(words.split())[:LONGEST]
    return f"{name}: {told}" if told else ""


def step_line(kind: str, day: date | None, words: str) -> str:
    """A step as a line; empty without a day, since a step without one proves nothing."""
    told = " ".join(words.split())[:LONGEST]
    return f"{kind} on {day.isoformat()}: {told}" if day and told else ""


def as_text(lines: Iterable[str]) -> str:
    """The lines of a record as the text of an article; doubles and empty ones are left out."""
    return "\n\n".join(dict.fromkeys(filter(None, lines)))


def steps_in(text: str) -> tuple[Step, ...]:
    """The steps of a record's text, in its order."""
    return tuple(
        Step(found[1], day, found[3], Span(*found.span()))
        for found in _STEP.finditer(text)
        if (day := day_of(found[2]))
    )


def fields_in(text: str) -> tuple[Field, ...]:
    """The fields of a record's text, in its order."""
    return tuple(Field(found[1], found[2], Span(*found.span())) for found in _FIELD.finditer(text))


def day_of(printed: str) -> date | None:
    """The day with which an ISO date or moment begins."""
    try:
        return date.fromisoformat(printed[:10])
    except ValueError:
        return None
