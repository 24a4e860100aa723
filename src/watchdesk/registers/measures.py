"""Measures: bills, resolutions, motions, letters, laws and documents, by their numbers.

In: articles that name one by number. Out: proposals (a measure that is not known yet, or what
became of one), and the line that an issue prints: where it stands and since when.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from watchdesk.model import OPENED, Entry, Key, Precision, Proposal, identity
from watchdesk.registers import record
from watchdesk.registers.lines import since
from watchdesk.registers.material import LASTING, Material, Passage, Words, passages, told_on
from watchdesk.registers.numbers import Named, measures, of_another_session
from watchdesk.registers.register import Kind, Register
from watchdesk.text.cited import cite
from watchdesk.text.sentences import sentence_of

VERSION = 3

KINDS = {
    "introduced": Kind("introduced", "introduced"),
    "companion": Kind("companion named"),
    "referred": Kind("referred to committee", "in committee"),
    "reported": Kind("reported by committee", "reported"),
    "cosponsored": Kind("sponsor joined"),
    "cosponsor_withdrawn": Kind("sponsor withdrawn"),
    "amended": Kind("amended"),
    "passed": Kind("passed", "passed"),
    "adopted": Kind("adopted", "adopted"),
    "enacted": Kind("became law", "law"),
    "signed": Kind("signed", "signed"),
    "rejected": Kind("rejected", "rejected"),
    "vetoed": Kind("vetoed", "vetoed"),
    "withdrawn": Kind("withdrawn", "withdrawn"),
    "lapsed": Kind("lapsed", "lapsed"),
    "listed": Kind("listed under sanctions", "listed"),
    "delisted": Kind("taken off the sanctions list", "delisted"),
    "answered": Kind("answered", "answered"),
    "sent": Kind("sent", "sent"),
    "published": Kind("published", "published"),
}

PAPERS = {"letter": "sent", "report": "published"}
"""What became of a letter or report by being there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFields:
    """What a measure carries, each as the newest development to name it says.

    `body` decides on it, `sponsors` bring it in, `cosponsors` is how many joined, `stage` is the
    record's own word for where it stands, `text` the address of its text.
    """

    body: str = ""
    sponsors: str = ""
    cosponsors: int | None = None
    signatories: str = ""
    stage: str = ""
    text: str = ""


def keys(material: Material, words: Words) -> frozenset[Key]:
    """The numbers and documents by which the article names measures."""
    del words
    if record.is_record(material):
        return record.keys_of(material)
    return frozenset(key for one in measures(material) for key in one.keys)


def propose(material: Material, known: Sequence[Entry], words: Words) -> Iterator[Proposal]:
    """A measure that no entry carries, and what a sentence with its number says became of it."""
    if record.is_record(material):
        yield from record.propose(material, known, words, KINDS)
        return
    found = measures(material)
    told = [one for one in passages(material, words) if not one.doubtful] if found else []
    for measure in found:
        entry = _entry_of(measure, known)
        become = [one for one in told if measure.record or _holds(one, measure)]
        for passage in become:
            if entry is None or entry.status != KINDS[passage.kind].status:
                yield _proposal(material, measure, entry, passage)
        if entry is None and not become:
            yield _proposal(material, measure, None, None)


def _entry_of(measure: Named, known: Sequence[Entry]) -> Entry | None:
    """The entry that carries one of the measure's sure keys, and no other session's."""
    sure = {key for key in measure.keys if key.scheme != "number"}
    fits = (entry for entry in known if sure & set(entry.keys))
    return next((one for one in fits if not of_another_session(one.keys, measure.keys)), None)


def _lasting(measure: Named) -> str:
    """What a measure is known by for good: its key with its session, where it has one."""
    lasting = (key.value for key in measure.keys if key.scheme == LASTING)
    return next(lasting, measure.keys[0].value)


def _holds(passage: Passage, measure: Named) -> bool:
    return any(passage.span.holds(place) for place in measure.places)


def _proposal(
    material: Material, measure: Named, entry: Entry | None, passage: Passage | None
) -> Proposal:
    article = material.article
    kind = passage.kind if passage else PAPERS.get(measure.kind, OPENED)
    first = measure.places[0]
    alone = sentence_of(article.text, first, article.language) or first
    around, near = (passage.span, passage.word) if passage else (alone, first)
    held, precision = told_on(material, around, near)
    if precision is Precision.YEAR or passage is None:
        held, precision = material.told_at.date(), Precision.BEFORE
    return Proposal(
        id=identity("measures", _lasting(measure), kind, "" if kind == OPENED else held),
        register="measures",
        kind=kind,
        title=measure.title,
        keys=measure.keys,
        held_from=held,
        precision=precision,
        made_at=material.told_at,
        evidence=(cite(article, around),),
        rule=f"beside {passage.word.of(article.text)!r}" if passage else "named in the article",
        version=VERSION,
        entry=entry.id if entry else None,
        value={"kind": measure.kind},
    )


def standing_line(entry: Entry, on: date) -> str:
    """Such as *In committee since 3 November 2026*."""
    del on
    line = since(entry)
    return f"{line}." if line else ""


MEASURES = Register(
    name="measures",
    entry="measure",
    kinds=KINDS,
    fields=MeasureFields,
    patience_days=60,
    keys=keys,
    propose=propose,
    line=standing_line,
    over=frozenset({"signed", "lapsed"}),
)
