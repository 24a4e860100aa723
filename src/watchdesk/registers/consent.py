"""The ledger of consent, read from an entry's developments.

In: an entry as known now, and a day. Out: what was allowed and still is, or the sentence that says
why it is not. One scope never stands for another. A withdrawal counts from the moment that it was
recorded, whatever day it names.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from watchdesk.model import CONSENTED, WITHDRAWN, Audience, Development, Entry, Scope, Stance, To

NEEDS: Mapping[To, Scope] = {
    To.PUBLIC: Scope.PUBLISH,
    To.BODY: Scope.SHARE,
    To.COURT: Scope.COURT,
    To.DESK: Scope.KEEP,
}


@dataclass(frozen=True, slots=True)
class Consent:
    """One scope that was allowed; `body` with whom, `fields` what private fields it names."""

    scope: str
    since: date
    until: date | None
    body: str
    fields: frozenset[str]
    withdrawn: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it holds on a day."""
        began = self.withdrawn is None and self.since <= on
        return began and (self.until is None or on < self.until)


def consents(entry: Entry) -> tuple[Consent, ...]:
    """All that was ever allowed, in the order in which it was recorded.

    Of one moment the withdrawal is the last word.
    """
    found: list[Consent] = []
    by_moment = sorted(entry.developments, key=lambda one: (one.recorded, one.kind == WITHDRAWN))
    for one in by_moment:
        if one.kind == CONSENTED and one.stance is Stance.ASSERTS:
            found.append(_given(one))
        elif one.kind == WITHDRAWN:
            found = [_after(given, one) for given in found]
    return tuple(found)


def _given(one: Development) -> Consent:
    value = one.value
    named = frozenset(str(name).strip() for name in str(value.get("fields", "")).split(","))
    return Consent(
        str(value.get("scope", "")),
        one.held_from,
        one.held_to,
        str(value.get("body", "")),
        named - {""},
    )


def _after(given: Consent, one: Development) -> Consent:
    scope = one.value.get("scope", "")
    if given.withdrawn is not None or scope not in {"", given.scope}:
        return given
    return Consent(
        given.scope, given.since, given.until, given.body, given.fields, one.recorded.date()
    )


def missing(entry: Entry, audience: Audience, *, always: bool, quoted: bool) -> Iterator[str]:
    """The sentence that says which consent is not there, where one is needed.

    With `always` it is needed in any case, else where the ledger was begun. `quoted` says that
    nobody is named, so that leave to be quoted is enough for the public.
    """
    ledger = [one for one in consents(entry) if one.scope != Scope.PLACE]
    needed = always or (bool(ledger) and audience.to is not To.DESK)
    if needed:
        scopes = {
            NEEDS[audience.to],
            *([Scope.QUOTE] if quoted and audience.to is To.PUBLIC else []),
        }
        asked = [one for one in ledger if one.scope in scopes and _same_body(one, audience)]
        if not any(one.holds(audience.on) for one in asked):
            yield _why(asked[-1] if asked else None, audience)


def agreed(entry: Entry, audience: Audience) -> frozenset[str]:
    """The private fields that a consent in force for this audience names."""
    scope = NEEDS[audience.to]
    return frozenset(
        name
        for one in consents(entry)
        if one.scope == scope and _same_body(one, audience) and one.holds(audience.on)
        for name in one.fields
    )


def place_agreed(entry: Entry, on: date) -> bool:
    """Whether a partner agreed that the place be known."""
    return any(one.scope == Scope.PLACE and one.holds(on) for one in consents(entry))


def _same_body(one: Consent, audience: Audience) -> bool:
    named = one.body.strip().casefold()
    return audience.to is not To.BODY or named == audience.body.strip().casefold()


_AIMS: Mapping[To, str] = {
    To.PUBLIC: "publish it",
    To.BODY: "share it with that body",
    To.COURT: "give it to a court",
    To.DESK: "keep it",
}


def _why(last: Consent | None, audience: Audience) -> str:
    aim = _AIMS[audience.to]
    if last is None:
        return f"Nobody consented to {aim}."
    if last.withdrawn is not None:
        return f"Consent to {aim} was withdrawn on {last.withdrawn}."
    if last.until is not None and last.until <= audience.on:
        return f"Consent to {aim} ended on {last.until}."
    return f"Consent to {aim} begins on {last.since}."
