"""Measures: bills, resolutions, motions, letters, laws and documents, by their numbers.

In: articles that name one by number. Out: proposals (a measure that is not known yet, or what
became of one), and the line that an issue prints: where it stands and since when.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from watchdesk.model import OPENED, Entry, Key, Mention, Proposal, Span, identity
from watchdesk.registers.material import Material, Passage, Words, dated, passages
from watchdesk.registers.register import Kind, Register
from watchdesk.text.cited import cite
from watchdesk.text.sentences import sentences

VERSION = 1

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
    "signed": Kind("signed", "signed"),
    "rejected": Kind("rejected", "rejected"),
    "vetoed": Kind("vetoed", "vetoed"),
    "withdrawn": Kind("withdrawn", "withdrawn"),
    "lapsed": Kind("lapsed", "lapsed"),
    "listed": Kind("listed under sanctions", "listed"),
    "delisted": Kind("taken off the sanctions list", "delisted"),
    "answered": Kind("answered"),
}


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
    """The numbers by which the article names measures."""
    del words
    return frozenset(Key("measure", one.key) for one in material.mentions if one.key)


def propose(material: Material, known: Sequence[Entry], words: Words) -> Iterator[Proposal]:
    """A measure that no entry carries, and what a sentence with its number says became of it."""
    told = list(passages(material, words)) if material.mentions else []
    entries = {key.value: entry for entry in known for key in entry.keys if key.scheme == "measure"}
    for key, mentions in _by_key(material.mentions).items():
        entry = entries.get(key)
        become = [one for one in told if not one.doubtful and _holds(one, mentions)]
        for passage in become:
            if entry is None or entry.status != KINDS[passage.kind].status:
                yield _proposal(material, key, mentions[0], entry, passage)
        if entry is None and not become:
            yield _proposal(material, key, mentions[0], None, None)


def _by_key(mentions: Sequence[Mention]) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = {}
    for one in mentions:
        if one.key:
            found.setdefault(one.key, []).append(one)
    return found


def _holds(passage: Passage, mentions: Sequence[Mention]) -> bool:
    return any(passage.span.holds(one.span) for one in mentions)


def _proposal(
    material: Material,
    key: str,
    mention: Mention,
    entry: Entry | None,
    passage: Passage | None,
) -> Proposal:
    article = material.article
    kind = passage.kind if passage else OPENED
    around = passage.span if passage else _sentence(material, mention)
    held, precision = dated(material, around)
    return Proposal(
        id=identity("measures", key, kind),
        register="measures",
        kind=kind,
        title=mention.span.of(article.text),
        keys=(Key("measure", key),),
        held_from=held.date(),
        precision=precision,
        made_at=material.told_at,
        evidence=(cite(article, around),),
        rule="named by number" if passage is None else f"named by number beside {kind!r}",
        version=VERSION,
        entry=entry.id if entry else None,
        value={"kind": mention.kind},
    )


def _sentence(material: Material, mention: Mention) -> Span:
    found = sentences(material.article.text, material.article.language)
    return next((span for span in found if span.holds(mention.span)), mention.span)


def standing_line(entry: Entry, on: date) -> str:
    """Such as *In committee since 3 November 2026*."""
    del on
    if not entry.status or entry.since is None:
        return ""
    since = f"{entry.since.day} {entry.since:%B %Y}"
    return f"{entry.status.capitalize()} since {since}."


MEASURES = Register(
    name="measures",
    entry="measure",
    kinds=KINDS,
    fields=MeasureFields,
    patience_days=60,
    keys=keys,
    propose=propose,
    line=standing_line,
)
