"""Cases: people who are detained, missing, imprisoned or exchanged.

A case is one person's; a second arrest is a second spell of the same case. In: articles that say
what became of a person. Out: proposals, and the *previously* line: days held, what came last, what
is awaited. A name alone never leads to an entry: it names those that might be meant.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from watchdesk.model import Development, Entry, Key, Precision, Proposal, Span, identity
from watchdesk.registers.fold import spells
from watchdesk.registers.lines import printed
from watchdesk.registers.material import (
    Material,
    Passage,
    Words,
    dated,
    days_in,
    is_ordinary_crime,
    passages,
    told_on,
)
from watchdesk.registers.opening import name_keys, sounds
from watchdesk.registers.register import Care, Kind, Register
from watchdesk.registers.whom import Whom, whom
from watchdesk.text.cited import cite
from watchdesk.text.first_case import first_case
from watchdesk.text.fold import fold
from watchdesk.text.names import similarity

VERSION = 2

SAME_NAME = 0.9
"""From here on two spellings may be proposed as one person (`text.likeness`)."""

HELD = "held"
"""Words that somebody is held now: they tell of a detention, and its day only behind "since"."""

OPENS = frozenset({"detained", HELD, "missing", "sentenced", "charged"})
"""What makes a case of a person who is not in the register yet."""

SINCE = 40
"""Characters behind "held" in which the day stands since when."""

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
    """The sounds of the names that words of a case are about."""
    return frozenset(
        key
        for _, about in _told(material, passages(material, words))
        for name in about.names
        for key in sounds(_name(material, name, about))
    )


def propose(material: Material, known: Sequence[Entry], words: Words) -> Iterator[Proposal]:
    """What sentences say became of a person, and which entries might be meant.

    Who was released and is in no register is proposed where the article speaks of detentions too;
    who is told of as tried for an ordinary crime is not, unless the register knows the name.
    """
    speaking = list(passages(material, words))
    opens = any(passage.kind in OPENS for passage in speaking)
    seen: set[str] = set()
    for passage, about in _told(material, speaking):
        for span in about.names:
            name = _name(material, span, about)
            alike = tuple(entry for entry in known if _named(entry, name))
            if alike or _may_open(material, passage, words, released=opens):
                one = _proposal(material, passage, about, name, alike)
                if one.id not in seen:
                    seen.add(one.id)
                    yield one


def _may_open(material: Material, passage: Passage, words: Words, *, released: bool) -> bool:
    """Whether a passage can make a case of a person whom no register knows."""
    telling = passage.kind in OPENS or (released and passage.kind == "released")
    # Whoever is missing is not the one who is tried.
    ordinary = passage.kind != "missing" and is_ordinary_crime(material, passage, words)
    return telling and not ordinary


def _told(material: Material, speaking: Iterable[Passage]) -> Iterator[tuple[Passage, Whom]]:
    for passage in speaking:
        about = None if passage.doubtful else whom(material, passage)
        if about is not None:
            yield passage, about


def _name(material: Material, span: Span, about: Whom) -> str:
    """The name in its first case, in which the subject of a sentence stands already."""
    name = " ".join(span.of(material.article.text).split())
    return first_case(name, material.article.language, subject=about.named)


def _named(entry: Entry, name: str) -> bool:
    spellings = [key.value for key in entry.keys if key.scheme == "name"]
    return any(similarity(name, spelling) >= SAME_NAME for spelling in (entry.title, *spellings))


def _proposal(
    material: Material, passage: Passage, about: Whom, name: str, alike: tuple[Entry, ...]
) -> Proposal:
    kind = "detained" if passage.kind == HELD else passage.kind
    held, precision = _day(material, passage)
    agreed = [entry for entry in alike if _agrees(entry, material)]
    entry = agreed[0] if len(agreed) == 1 else None
    return Proposal(
        id=identity("cases", entry.id if entry else fold(name).text, kind, held),
        register="cases",
        kind=kind,
        title=name,
        keys=name_keys(name),
        held_from=held,
        precision=precision,
        made_at=material.told_at,
        evidence=(cite(material.article, about.shown),),
        rule=f"{passage.word.of(material.article.text)!r} is said of this person",
        version=VERSION,
        entry=entry.id if entry else None,
        alike=tuple(one.id for one in alike),
        says=_speaker(material, passage),
        value=_awaited(material, passage),
    )


def _day(material: Material, passage: Passage) -> tuple[date, Precision]:
    if passage.kind != HELD:
        return told_on(material, passage.span, passage.word)
    behind = Span(passage.word.end, min(passage.word.end + SINCE, passage.span.end))
    return dated(material, behind) or (material.told_at.date(), Precision.BEFORE)


def _speaker(material: Material, passage: Passage) -> str:
    """Who says so, where the words are somebody's and not the article's."""
    for one in material.statements:
        if one.speaker and any(part.holds(passage.word) for part in one.content):
            return one.speaker.name
    return ""


def _awaited(material: Material, passage: Passage) -> dict[str, str]:
    """The day until which a detention was extended."""
    if passage.kind != "extended":
        return {}
    today = material.told_at.date()
    ahead = [one.start for one in days_in(material, passage.span) if one.start > today]
    return {"next": ahead[0].isoformat(), "next_what": "end of detention"} if ahead else {}


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
        parts.append(f"last: {KINDS[last.kind].label}, {printed(last.held_from)}")
    if entry.next_date is not None:
        what = entry.next_what or "next date"
        word = "awaited on" if entry.next_date >= on else "was due on"
        parts.append(f"{what} {word} {printed(entry.next_date)}")
    return "; ".join(parts) + "." if parts else ""


def _last(entry: Entry) -> Development | None:
    """The newest development that is more than a name or a note."""
    told = [one for one in entry.developments if one.kind in KINDS]
    return told[-1] if told else None


CASES = Register(
    name="cases",
    entry="case",
    kinds=KINDS,
    fields=CaseFields,
    patience_days=30,
    keys=keys,
    propose=propose,
    line=previously,
    over=frozenset(kind.status for kind in KINDS.values() if kind.spell == "ends"),
    care=Care(people=True, private=frozenset({"health", "counsel", "criteria_met"})),
)
