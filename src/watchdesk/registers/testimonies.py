"""Testimonies: what witnesses said, of which the register holds nothing.

An entry has a random id for a title and a random pseudonym; text and identity lie sealed outside
the database, and the evidence is the digest of their ciphertext. Nothing is ever proposed from an
article. What a development may hold is listed here, and the rest is refused.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from watchdesk.model import (
    CONSENTED,
    OPENED,
    RETRACTED,
    WITHDRAWN,
    Development,
    Entry,
    Key,
    Proposal,
)
from watchdesk.registers.material import Material, Words
from watchdesk.registers.register import Care, Kind, Register

SEALED = "sealed:"
"""How the evidence of a testimony names what was sealed, in place of a capture."""

INTERVIEWED, REDACTED, PUBLISHED = "interviewed", "redacted", "published"

KINDS = {
    INTERVIEWED: Kind("interviewed", "kept"),
    REDACTED: Kind("redacted", "redacted"),
    PUBLISHED: Kind("cleared by a second person", "published"),
    WITHDRAWN: Kind("consent withdrawn"),
}

_MAY_HOLD = {
    OPENED: {"title", "keys"},
    INTERVIEWED: {"pseudonym", "language"},
    CONSENTED: {"scope", "body", "basis"},
    REDACTED: {"characters"},
    PUBLISHED: {"where"},
    WITHDRAWN: {"scope"},
    RETRACTED: {"reason"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TestimonyFields:
    """What may be known of a testimony without its key.

    `pseudonym` is random, `language` the one that was spoken, `characters` how long the redacted
    text is, `where` where it was published.
    """

    pseudonym: str = ""
    language: str = ""
    characters: int = 0
    where: str = ""


def content_in(one: Development) -> str:
    """The sentence why a development holds more than it may; empty where it does not."""
    allowed = _MAY_HOLD.get(one.kind)
    if allowed is None:
        return f"A testimony has no '{one.kind}'."
    if one.says or not set(one.value) <= allowed:
        return "The register holds nothing of what a testimony says; it is sealed."
    if one.kind == OPENED and (one.value.get("title") != one.entry or one.value.get("keys")):
        return "A testimony has its id for a title, and no other name."
    if any(not (piece.capture_id or "").startswith(SEALED) for piece in one.evidence):
        return "The evidence of a testimony is the digest of what was sealed."
    return ""


def keys(material: Material, words: Words) -> frozenset[Key]:
    """None: no article is asked about a testimony."""
    del material, words
    return frozenset()


def propose(material: Material, known: Sequence[Entry], words: Words) -> Iterator[Proposal]:
    """Nothing: a testimony comes from a person."""
    del material, known, words
    yield from ()


def line(entry: Entry, on: date) -> str:
    """Such as *Witness K7QF, a pseudonym; collected by the desk, given out with consent*."""
    del on
    name = entry.fields.get("pseudonym") or "A witness"
    return f"{name}, a pseudonym; collected by the desk, given out with consent."


TESTIMONIES = Register(
    name="testimonies",
    entry="testimony",
    kinds=KINDS,
    fields=TestimonyFields,
    patience_days=36_500,
    keys=keys,
    propose=propose,
    line=line,
    care=Care(consent=True, second=True),
)
