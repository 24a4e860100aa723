"""The one gate: what of an entry may leave the desk, and for whom.

In: an entry as it is to be shown, as it is known now, and the audience. Out: `Cleared`, in which
nothing is left that this audience may not see, or `Refused` with a sentence for each reason. Only
what is asked for here leaves; what the gate cannot tell apart stays.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from watchdesk.model import (
    CONSENTED,
    MERGED,
    NOTE,
    WITHDRAWN,
    Audience,
    Development,
    Entry,
    Page,
    Refused,
    To,
)
from watchdesk.model.cleared import SEAL, Cleared
from watchdesk.registers.consent import agreed, missing, place_agreed
from watchdesk.registers.fold import standing
from watchdesk.registers.register import ACCESS, Register
from watchdesk.registers.withheld import Words, words_of

OWN_MATTERS = frozenset({NOTE, CONSENTED, WITHDRAWN, MERGED})
"""What editors say among themselves, and who allowed what: it never leaves."""

SEEN: Mapping[str, frozenset[To]] = {
    "public": frozenset(To),
    "partners": frozenset({To.BODY, To.COURT, To.DESK}),
}
"""Who sees what of an access level; any other word is for the desk."""

POINTS = frozenset({"lat", "lon", "latitude", "longitude"})
PLACES = POINTS | {"place", "address", "coordinates", "geometry", "position", "point"}

COARSE = 1
"""Decimals of a degree that are left of where a living person is: about ten kilometres."""

ENTERED_BY = "the desk"
"""Stands for the person who entered something: staff are not named to the outside."""


def may_publish(
    entry: Entry,
    audience: Audience,
    register: Register,
    *,
    now: Entry | None = None,
    pages: Mapping[str, Page] | None = None,
) -> Cleared | Refused:
    """What the audience may see of an entry, or why it may see nothing.

    `now` is the entry as known now, where `entry` is that of an earlier day or moment: consent is
    asked of the present. `pages` are the pages of its evidence by article.
    """
    now = now or entry
    reasons = tuple(_reasons(now, audience, register))
    if reasons:
        return Refused(entry.id, reasons)
    if audience.to is To.DESK:
        return Cleared(entry=entry, audience=audience, pages=pages or {}, seal=SEAL)
    view = _view(now, audience, register, pages or {})
    shown = view.of(entry)
    if shown is None:
        return Refused(entry.id, (_UNOPENED,))
    return Cleared(
        entry=shown,
        audience=audience,
        withheld=view.names(entry),
        pages=view.pages_of(shown),
        seal=SEAL,
    )


def withheld_from(entry: Entry, audience: Audience, register: Register) -> Words:
    """The words of an entry, as known now, that this audience must read nowhere."""
    return _view(entry, audience, register, {}).words


_UNOPENED = "What opened it is for the desk alone, or its title holds words that are withheld."


def _reasons(now: Entry, audience: Audience, register: Register) -> Iterator[str]:
    if now.register != register.name:
        yield f"It belongs to {now.register}, not to {register.name}."
    if now.merged_into and audience.to is not To.DESK:
        yield f"It is part of {now.merged_into}."
    care = register.care
    yield from missing(now, audience, always=care.consent, quoted=not care.people)
    if care.second and audience.to is not To.DESK:
        yield from _no_second(now)


def _no_second(now: Entry) -> Iterator[str]:
    """A yes counts where whoever said it neither collected nor redacted, and said it last."""
    by = {kind: [one for one in now.developments if one.kind == kind] for kind in _STEPS}
    first = {one.by for kind in ("interviewed", "redacted") for one in by[kind]}
    made = max((one.recorded for one in by["redacted"]), default=None)
    if made is None:
        yield "Nothing of it was redacted yet."
    elif not any(one.by not in first and one.recorded > made for one in by["published"]):
        yield "A second person has not said yes to what was redacted last."


_STEPS = ("interviewed", "redacted", "published")


def _view(now: Entry, audience: Audience, register: Register, pages: Mapping[str, Page]) -> "_View":
    told = register.care.threats & {one.kind for one in now.developments}
    threatened = bool(told) and not place_agreed(now, audience.on)
    private = register.care.private - agreed(now, audience)
    secret = words_of(_secrets(now, audience, register, threatened=threatened))
    kept = private | (PLACES if threatened else frozenset())
    return _View(audience, register, pages, kept, secret)


def _secrets(
    now: Entry, audience: Audience, register: Register, *, threatened: bool
) -> Iterator[Any]:
    """Values that must not be read anywhere; what stands in the open as well is no secret."""
    seen = [one for one in now.developments if _has_access(one, audience)]
    open_values = {(name, str(value)) for one in seen for name, value in one.value.items()}
    for one in now.developments:
        if not _has_access(one, audience):
            told = [pair for pair in one.value.items() if pair[0] not in _NO_SECRET]
            yield from (v for name, v in told if (name, str(v)) not in open_values)
            yield one.says
        elif threatened:
            yield from (value for name, value in one.value.items() if name in PLACES)
        elif register.care.people:
            exact = ((name, value) for name, value in one.value.items() if name in POINTS)
            yield from (value for _, value in exact if str(_rounded(value)) != str(value))


_NO_SECRET = frozenset({ACCESS, "keys", "next", "next_what"})


def _has_access(one: Development, audience: Audience) -> bool:
    level = str(one.value.get(ACCESS, "public"))
    return audience.to in SEEN.get(level, frozenset({To.DESK}))


@dataclass(frozen=True, slots=True)
class _View:
    """How one audience sees one entry: without the fields and kinds `kept`, nor any of `words`."""

    audience: Audience
    register: Register
    pages: Mapping[str, Page]
    kept: frozenset[str]
    words: Words

    def of(self, entry: Entry) -> Entry | None:
        """The entry with only what may be seen, folded again from it."""
        left = [self._trimmed(one) for one in entry.developments if self._may_see(one)]
        shown = standing(left, self.register.kinds)
        if shown is None:
            return None
        keys = tuple(
            k for k in shown.keys if k.scheme != "sound" and not self.words.stand_in(k.value)
        )
        fields = {name: value for name, value in shown.fields.items() if name != ACCESS}
        ahead = shown.next_what if not self.words.stand_in(shown.next_what) else ""
        told = tuple(replace(one, value=_without_keys(one)) for one in shown.developments)
        return replace(shown, keys=keys, fields=fields, next_what=ahead, developments=told)

    def _may_see(self, one: Development) -> bool:
        if one.kind in OWN_MATTERS or one.kind in self.kept or not _has_access(one, self.audience):
            return False
        trimmed = self._trimmed(one)
        told = [trimmed.says, *_strings(trimmed.value)]
        told += [part for e in one.evidence for part in (e.quote, e.before, e.after)]
        told += [part for page in self._pages(one) for part in (page.url, page.title)]
        return not any(self.words.stand_in(part) for part in told)

    def _trimmed(self, one: Development) -> Development:
        """Without the fields that stay, names of staff, and digests that invite guessing."""
        dropped = self.kept | {ACCESS}
        value = {
            name: self._coarse(name, v) for name, v in one.value.items() if name not in dropped
        }
        return replace(one, value=value, by=ENTERED_BY, decision="", before="", digest="")

    def _coarse(self, name: str, value: Any) -> Any:
        if name in POINTS and self.register.care.people:
            return _rounded(value)
        if name in PLACES - POINTS - {"place", "address"} and self.register.care.people:
            return None
        return value

    def _pages(self, one: Development) -> list[Page]:
        ids = [piece.article_id for piece in one.evidence if piece.article_id]
        return [self.pages[id_] for id_ in ids if id_ in self.pages]

    def pages_of(self, shown: Entry) -> dict[str, Page]:
        """The pages of what is left."""
        ids = {e.article_id for one in shown.developments for e in one.evidence if e.article_id}
        return {id_: page for id_, page in self.pages.items() if id_ in ids}

    def names(self, entry: Entry) -> tuple[str, ...]:
        """What was withheld, by the names of fields and kinds."""
        hidden = [one for one in entry.developments if one.kind not in OWN_MATTERS]
        kinds = {one.kind for one in hidden if not self._may_see(one)}
        fields = {name for one in hidden for name in one.value if name in self.kept}
        return tuple(sorted(kinds | fields))


def _without_keys(one: Development) -> dict[str, Any]:
    """A development's value without spellings and sounds, which the entry has as its keys."""
    return {name: value for name, value in one.value.items() if name != "keys"}


def _rounded(value: Any) -> float | None:
    try:
        return round(float(value), COARSE)
    except (TypeError, ValueError):
        return None


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            yield from _all(value.values(), _strings)
        case list() | tuple():
            yield from _all(value, _strings)
        case None | bool():
            return
        case _:
            yield str(value)


def _all(parts: Iterable[Any], each: Callable[[Any], Iterator[str]]) -> Iterator[str]:
    for part in parts:
        yield from each(part)
