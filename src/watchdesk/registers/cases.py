"""Cases: people who are detained, missing, imprisoned or exchanged.

A case is one person's; a second arrest is a second spell of the same case. In: articles that say
what became of a person. Out: proposals, and the *previously* line: days held, what came last, what
is awaited. A name alone never leads to an entry: it names those that might be meant.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from watchdesk.model import Development, Entry, Key, Proposal, Span, identity
from watchdesk.registers.fold import spells
from watchdesk.registers.material import Material, Passage, Words, dated, passages
from watchdesk.registers.register import Care, Kind, Register
from watchdesk.text.cited import cite
from watchdesk.text.fold import fold
from watchdesk.text.names import find_names, similarity
from watchdesk.text.soundkey import sound_key

VERSION = 1

SAME_NAME = 0.9
"""From here on two spellings may be proposed as one person (`text.likeness`)."""

OPENS = frozenset({"detained", "missing", "sentenced", "charged"})
"""What makes a case of a person who is not in the register yet."""

KINDS = {
    "detained": Kind("detained", "held", "begins"),
    "missing": Kind("reported missing", "missing", "begins"),
    "found": Kind("found", "found", "ends"),
    "charged": Kind("charged"),
    "sentenced": Kind("sentenced"),
    "extended": Kind("detention extended"),
    "transferred": Kind("moved to another place"),
    "health": Kind("state of health"),
    "visit": Kind("visit"),
    "visit_refused": Kind("visit refused"),
    "hearing": Kind("hearing"),
    "appeal": Kind("appeal"),
    "exchanged": Kind("exchanged", "exchanged", "ends"),
    "released": Kind("released", "released", "ends"),
    "died": Kind("died", "died", "ends"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFields:
    """What a case carries, each as the newest development to name it says.

    `born` is a year or a day, `place` where the person is held, `held_by` the authority, `charges`
    and `sentence` as printed, `counsel` the lawyer, `health` and `criteria_met` as somebody judged.
    """

    born: str = ""
    nationality: str = ""
    place: str = ""
    held_by: str = ""
    charges: str = ""
    sentence: str = ""
    counsel: str = ""
    health: str = ""
    criteria_met: str = ""


def keys(material: Material, words: Words) -> frozenset[Key]:
    """The sounds of the names in sentences that speak of a case."""
    return frozenset(
        key
        for passage in passages(material, words)
        for key in _sounds(_person(material, passage), material.article.text)
    )


def _sounds(person: Span | None, text: str) -> Iterator[Key]:
    if person is not None:
        yield from (Key("sound", sound_key(word)) for word in person.of(text).split())


def propose(material: Material, known: Sequence[Entry], words: Words) -> Iterator[Proposal]:
    """What sentences say became of a person, and which entries might be meant."""
    for passage in passages(material, words):
        person = None if passage.doubtful else _person(material, passage)
        if person is None:
            continue
        name = person.of(material.article.text)
        alike = tuple(entry for entry in known if _named(entry, name))
        if alike or passage.kind in OPENS:
            yield _proposal(material, passage, name, alike)


def _person(material: Material, passage: Passage) -> Span | None:
    """The full name in the sentence that stands nearest to the word that speaks of a case."""
    text = passage.span.of(material.article.text)
    full = [
        span.moved(passage.span.start)
        for span in find_names(text, material.article.language)
        if len(span.of(text).split()) > 1
    ]
    return min(full, key=lambda span: _distance(span, passage.word), default=None)


def _distance(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end)


def _named(entry: Entry, name: str) -> bool:
    spellings = [key.value for key in entry.keys if key.scheme == "name"]
    return any(similarity(name, spelling) >= SAME_NAME for spelling in (entry.title, *spellings))


def _proposal(
    material: Material, passage: Passage, name: str, alike: tuple[Entry, ...]
) -> Proposal:
    held, precision = dated(material, passage.span)
    folded = fold(name).text
    agreed = [entry for entry in alike if _agrees(entry, material)]
    entry = agreed[0] if len(agreed) == 1 else None
    return Proposal(
        id=identity("cases", entry.id if entry else folded, passage.kind, held.date()),
        register="cases",
        kind=passage.kind,
        title=name,
        keys=(Key("name", name), *dict.fromkeys(_sounds(Span(0, len(name)), name))),
        held_from=held.date(),
        precision=precision,
        made_at=material.told_at,
        evidence=(cite(material.article, passage.span),),
        rule=f"a full name beside {passage.word.of(material.article.text)!r}",
        version=VERSION,
        entry=entry.id if entry else None,
        alike=tuple(one.id for one in alike),
    )


def _agrees(entry: Entry, material: Material) -> bool:
    """Whether a second fact of the entry stands in the article: a place, a lawyer, a charge."""
    text = fold(material.article.text).text
    facts = [value for value in entry.fields.values() if isinstance(value, str) and len(value) > 3]
    return any(fold(fact).text in text for fact in facts)


def days_held(entry: Entry, on: date) -> int:
    """Days of all spells up to `on`; those of a spell that lasts go on counting."""
    past = [one for one in entry.developments if one.held_from <= on]
    return sum(spell.days(on) for spell in spells(past, KINDS))


def previously(entry: Entry, on: date) -> str:
    """Such as *Day 412; last: visit refused, 3 November 2026; hearing awaited on 2 May 2027*."""
    parts = []
    if entry.status in {"held", "missing"}:
        parts.append(f"Day {days_held(entry, on)}")
    last = _last(entry)
    if last is not None:
        parts.append(f"last: {KINDS[last.kind].label}, {_printed(last.held_from)}")
    if entry.next_date is not None:
        what = entry.next_what or "next date"
        word = "awaited on" if entry.next_date >= on else "was due on"
        parts.append(f"{what} {word} {_printed(entry.next_date)}")
    return "; ".join(parts) + "." if parts else ""


def _last(entry: Entry) -> Development | None:
    """The newest development that is more than a name or a note."""
    told = [one for one in entry.developments if one.kind in KINDS]
    return told[-1] if told else None


def _printed(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


CASES = Register(
    name="cases",
    entry="case",
    kinds=KINDS,
    fields=CaseFields,
    patience_days=30,
    keys=keys,
    propose=propose,
    line=previously,
    care=Care(people=True, private=frozenset({"health", "counsel", "criteria_met"})),
)
