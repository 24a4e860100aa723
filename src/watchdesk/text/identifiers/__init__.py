"""Bills, resolutions, motions, laws, letters and documents that a text names by number.

In: a text, and its day if known. Out: mentions with their places and one canonical key each
("us/hres/735"), whatever the way it is printed. Rifles, roads, pages and percentages are no bills:
a form that other things share counts only beside the words of a parliament. What is named without
a number is not looked for.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from watchdesk.model import Mention
from watchdesk.text.identifiers import congress, europe, nations, parliaments, states
from watchdesk.text.identifiers.form import Form, bounded

__all__ = ["find_identifiers"]

_DIGITS = re.compile(r"\d+")
_NEAR = 60


def find_identifiers(text: str, on: date | None = None) -> tuple[Mention, ...]:
    """The measures and documents that the text names by number, in order of place.

    `on` is the day of the text; it tells the Congress of a number that starts again with each.
    """
    found: list[Mention] = []
    for mention in sorted(_matches(text), key=lambda one: (one.span.start, -one.span.end)):
        if not found or mention.span.start >= found[-1].span.end:
            found.append(mention)
    return tuple(_seated(list(_with_state(found)), on))


def _with_state(found: list[Mention]) -> Iterator[Mention]:
    """A state's bill that is named with its state in one place belongs to it in all."""
    known: dict[str, set[str]] = {}
    for mention in found:
        state, _, number = (mention.key or "").partition("/")
        known.setdefault(number, set()).add(state)
    for mention in found:
        state, _, number = (mention.key or "").partition("/")
        states = [one for one in known[number] if one.startswith("us-") and one != "us-state"]
        unknown = state == "us-state" and len(states) == 1
        yield replace(mention, key=f"{states[0]}/{number}") if unknown else mention


def _matches(text: str) -> Iterator[Mention]:
    places = list(_near_digits(text))
    near = "\n".join([text[start:end] for start, end in places])
    hints = {hint for hint in _hints() if hint in near}
    forms = [form for form in _forms() if not hints.isdisjoint(form.hints)] if hints else []
    for start, end in places:
        for form in forms:
            for match in bounded(form.words).finditer(text, start, end):
                yield from form.reads(match)


def _near_digits(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that hold a digit, with enough before and behind it for any form."""
    start = end = 0
    for digit in _DIGITS.finditer(text):
        if end and digit.start() - _NEAR > end:
            yield start, end
            start = end = 0
        start, end = start if end else max(0, digit.start() - _NEAR), digit.end() + _NEAR
    if end:
        yield start, end


def _seated(found: list[Mention], on: date | None) -> Iterator[Mention]:
    """Numbers of the US Congress with the one that the text prints, else that sat on that day."""
    printed = {mention.key: mention.session for mention in found if mention.session}
    for mention in found:
        if mention.session or not congress.restarts(mention.key):
            yield mention
            continue
        seated = str(congress.congress_on(on)) if on else None
        yield replace(mention, session=printed.get(mention.key, seated))


@cache
def _forms() -> tuple[Form, ...]:
    """All forms; they are made when the first text comes, since that takes a moment."""
    return (
        *congress.forms(),
        *states.forms(),
        *nations.forms(),
        *europe.forms(),
        *parliaments.forms(),
    )


@cache
def _hints() -> frozenset[str]:
    return frozenset(hint for form in _forms() for hint in form.hints)
