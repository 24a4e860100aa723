"""Figures: how many people were killed, injured, held, displaced or are missing, and who says so.

An entry is one thing that is counted; each number is a development of its own with its owner, and
rivals stand side by side. In: articles of which another register has something. Out: proposals, and
the line with the newest number of each owner. Nothing is averaged or called right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from watchdesk.model import Claim, Entry, Key, Precision, Proposal, Quantity, Span, identity
from watchdesk.registers.figures import Report, ledger
from watchdesk.registers.lines import printed
from watchdesk.registers.material import Material, Passage, Words, passages, says
from watchdesk.registers.owners import same_owner
from watchdesk.registers.register import Kind, Register
from watchdesk.text.cited import cite
from watchdesk.text.fold import fold

VERSION = 1
COUNTED = "counted"
KINDS = {COUNTED: Kind("number given")}

MOST = 6
"""An article with more numbers of people is a table, which a person enters by hand."""
NEAR = 60
"""Characters between a number and what became of those counted; further off, others are told of."""
PEOPLE = "people"
"""Words for people who are counted."""
_PART = re.compile(
    r"[^\W_]+(?:[.,]\d+)*\s"
    r"(?:of (?:the|those|them|these)|des \d|de ces|d[’']entre|von den|der \d|из)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFields:
    """What is counted, as the newest number says.

    `number` is the value, `printed` the number as the source has it, `counts` the noun, `fate`
    what became of them (killed, injured, missing, displaced, held), `place` where.
    """

    number: float = 0.0
    printed: str = ""
    counts: str = ""
    fate: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class _Told:
    """A number of people, who gives it, and the sentence that says so."""

    quantity: Quantity
    claim: Claim
    sentence: Span


def keys(material: Material, words: Words) -> frozenset[Key]:
    """What the article counts."""
    return frozenset(_key(one.quantity) for one in _told(material, words))


def propose(material: Material, known: Sequence[Entry], words: Words) -> Iterator[Proposal]:
    """Each number of people with its owner, once; none that an entry has already."""
    found = list(_told(material, words))
    for told in found if len(found) <= MOST else ():
        alike = [one for one in known if _key(told.quantity) in one.keys]
        if not any(_is_there(entry, told.claim) for entry in alike):
            yield _proposal(material, told, alike)


def _told(material: Material, words: Words) -> Iterator[_Told]:
    """The numbers whose sentence says, and does not doubt, what became of those counted."""
    sure = [one for one in passages(material, words) if not one.doubtful]
    report = Report(
        article=material.article,
        at=material.told_at,
        outlet="",
        origin=material.article.id,
        body=material.body,
        statements=material.statements,
        figures=material.figures,
    )
    for quantity in ledger((report,)) if sure else ():
        for claim in quantity.claims if _of_people(quantity, material, words) else ():
            place = claim.evidence[0].span
            if place is None or _PART.match(material.article.text, place.start):
                continue
            near = (one for one in sure if one.kind == quantity.fate and _is_near(one, place))
            yield from (_Told(quantity, claim, one.span) for one in islice(near, 1))


def _of_people(quantity: Quantity, material: Material, words: Words) -> bool:
    """Whether people are counted: by the noun, or by a noun that says what became of them."""
    if quantity.unit or not quantity.fate:
        return False
    noun = fold(quantity.counts).text
    return quantity.noun == "people" or any(
        says(material, words, kind, noun) for kind in (PEOPLE, quantity.fate)
    )


def _is_near(passage: Passage, number: Span) -> bool:
    gap = max(passage.word.start - number.end, number.start - passage.word.end)
    return passage.span.holds(number) and gap <= NEAR


def _key(quantity: Quantity) -> Key:
    return Key("count", quantity.key)


def _is_there(entry: Entry, claim: Claim) -> bool:
    return any(
        one.value.get("number") == claim.value and _one_owner(one.says, claim)
        for one in entry.developments
    )


def _one_owner(owner: str, claim: Claim) -> bool:
    return claim.own if not owner else not claim.own and same_owner(owner, claim.says)


def _proposal(material: Material, told: _Told, alike: Sequence[Entry]) -> Proposal:
    quantity, claim = told.quantity, told.claim
    owner = "" if claim.own else claim.says
    held = claim.as_of.date() if claim.as_of else material.told_at.date()
    agreed = [entry for entry in alike if _agrees(entry, material)]
    entry = agreed[0].id if len(agreed) == 1 else None
    title = f"{quantity.counts[:1].upper()}{quantity.counts[1:]}, {quantity.fate}"
    return Proposal(
        id=identity("figures", entry or title, quantity.key, claim.value, fold(owner).text, held),
        register="figures",
        kind=COUNTED,
        title=title,
        keys=(_key(quantity),),
        held_from=held,
        precision=Precision.DAY if claim.as_of else Precision.BEFORE,
        made_at=material.told_at,
        evidence=(cite(material.article, told.sentence),),
        rule=f"people {quantity.fate} are counted, in an article of which a register has more",
        version=VERSION,
        entry=entry,
        alike=tuple(one.id for one in alike),
        says=owner,
        value={
            "number": claim.value,
            "printed": claim.printed,
            "counts": quantity.counts,
            "fate": quantity.fate,
        },
    )


def _agrees(entry: Entry, material: Material) -> bool:
    """Whether the place that the entry names stands in the article."""
    place = str(entry.fields.get("place") or "")
    return len(place) > 3 and fold(place).text in fold(material.article.text).text


def line(entry: Entry, on: date) -> str:
    """Such as *23 (the letter, 6 October 2021); 26 (Home from Kessar, 6 October 2021)*."""
    newest = {
        one.says: one for one in entry.developments if one.kind == COUNTED and one.held_from <= on
    }
    told = [
        f"{one.value.get('printed') or one.value.get('number')} "
        f"({one.says + ', ' if one.says else ''}{printed(one.held_from)})"
        for one in newest.values()
    ]
    return "; ".join(told) + "." if told else ""


FIGURES = Register(
    name="figures",
    entry="figure",
    kinds=KINDS,
    fields=FigureFields,
    patience_days=60,
    keys=keys,
    propose=propose,
    line=line,
    beside=True,
)
