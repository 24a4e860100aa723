"""Sites: churches, mosques, cemeteries and other places that are watched for what becomes of them.

In: articles that name a site and say what became of it. Out: proposals, and the line that an issue
prints. A picture shows what was there on its day: what it shows came about before that.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from watchdesk.model import Entry, Key, Precision, Proposal, Span, identity
from watchdesk.registers.lines import since
from watchdesk.registers.material import Material, Passage, Words, in_language, passages, told_on
from watchdesk.registers.register import Care, Kind, Register
from watchdesk.text.cited import cite
from watchdesk.text.fold import fold

VERSION = 1
SITE, PICTURED = "site", "pictured"
"""Kinds of words that are no developments: nouns of sites, and words of pictures."""

KINDS = {
    "baseline": Kind("as it was found"),
    "condition": Kind("condition judged"),
    "damaged": Kind("damaged", "damaged"),
    "destroyed": Kind("destroyed", "destroyed"),
    "threatened": Kind("threatened", "threatened"),
    "restored": Kind("restored", "restored"),
    "lead": Kind("a change that somebody should look at"),
    "reviewed": Kind("looked at"),
    "confirmed": Kind("confirmed by a second person"),
    "dismissed": Kind("dismissed"),
}

_CAPITAL = r"[^\W\d_a-zа-яёա-և][\w’'-]*"
_JOINT = r"(?:\ (?:of|the|de|du|des|la|le|d’)|\ l’)?\ ?"
_ABROAD = 400
"""Characters before a sentence in which its paragraph may name the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFields:
    """What is known of a site, each as the newest development to name it says.

    `cause` (category and words), `certainty` and `judged_by` go with a judgement, `pictured` is the
    day of the picture that it rests on, `place` where it is, `threat` what is feared.
    """

    place: str = ""
    cause: str = ""
    certainty: str = ""
    judged_by: str = ""
    pictured: str = ""
    threat: str = ""


def keys(material: Material, words: Words) -> frozenset[Key]:
    """The names of the sites of which a sentence tells something."""
    text = material.article.text
    return frozenset(Key("site", _folded(site.of(text))) for _, site in _told(material, words))


def propose(material: Material, known: Sequence[Entry], words: Words) -> Iterator[Proposal]:
    """What sentences say became of a site."""
    seen: set[str] = set()
    for passage, site in _told(material, words):
        one = _proposal(material, known, passage, site, words)
        if one.id not in seen:
            seen.add(one.id)
            yield one


def _told(material: Material, words: Words) -> Iterator[tuple[Passage, Span]]:
    for passage in passages(material, words):
        if passage.kind in KINDS and not passage.doubtful:
            site = _site(material, passage, words)
            if site is not None:
                yield passage, site


def _site(material: Material, passage: Passage, words: Words) -> Span | None:
    """The one site that the sentence names, else the one that its paragraph names before it."""
    text = material.article.text
    form = _form(in_language(words, SITE, material))
    if form is None:
        return None
    here = _names(form, text, passage.span)
    if here:
        return here[0] if len({_folded(one.of(text)) for one in here}) == 1 else None
    start = text.rfind("\n\n", 0, passage.span.start) + 1
    before = max(start, passage.span.start - _ABROAD)
    led = (
        _names(form, text, Span(before, passage.span.start)) if before < passage.span.start else []
    )
    return led[0] if len({_folded(one.of(text)) for one in led}) == 1 else None


def _names(form: re.Pattern[str], text: str, span: Span) -> list[Span]:
    return [Span(*found.span()) for found in form.finditer(text, span.start, span.end)]


@lru_cache(maxsize=32)
def _form(nouns: tuple[str, ...]) -> re.Pattern[str] | None:
    """“Chapel of Saint Neda”, “St Oren Church”, “l’église Saint-Oren”."""
    if not nouns:
        return None
    noun = "(?:" + "|".join(re.escape(one) for one in sorted(nouns, key=len, reverse=True)) + ")"
    behind = rf"(?i:\b{noun})(?!\w){_JOINT}{_CAPITAL}(?:[ -]{_CAPITAL}){{0,3}}"
    before = rf"(?!The |Le |La |A |An ){_CAPITAL}(?: {_CAPITAL}){{0,3}} (?i:{noun})(?!\w)"
    return re.compile(rf"(?<!\w)(?:{behind}|{before})")


def _folded(name: str) -> str:
    return fold(name).text.lower().removeprefix("the ")


def _proposal(
    material: Material, known: Sequence[Entry], passage: Passage, site: Span, words: Words
) -> Proposal:
    article = material.article
    name = " ".join(site.of(article.text).split()).removeprefix("The ")
    key = Key("site", _folded(name))
    entry = next((one for one in known if key in one.keys), None)
    shown = Span(min(site.start, passage.span.start), passage.span.end)
    held, precision = told_on(material, shown, passage.word)
    pictured = _pictured(material, shown, words) and precision is Precision.DAY
    return Proposal(
        id=identity("sites", entry.id if entry else key.value, passage.kind, held),
        register="sites",
        kind=passage.kind,
        title=name,
        keys=(Key("name", name), key),
        held_from=held,
        precision=Precision.BEFORE if pictured else precision,
        made_at=material.told_at,
        evidence=(cite(article, shown),),
        rule=f"a site beside {passage.word.of(article.text)!r}",
        version=VERSION,
        entry=entry.id if entry else None,
        value={"pictured": held.isoformat()} if pictured else {},
    )


def _pictured(material: Material, span: Span, words: Words) -> bool:
    low = span.of(material.article.text).lower()
    return any(
        re.search(rf"\b{re.escape(word.removesuffix('*'))}", low)
        for word in in_language(words, PICTURED, material)
    )


def previously(entry: Entry, on: date) -> str:
    """Such as *Destroyed by 25 September 2021; judged by two analysts, sure*."""
    del on
    told = next((d for d in reversed(entry.developments) if d.held_from == entry.since), None)
    before = told is not None and told.precision is Precision.BEFORE
    parts = [since(entry, "by" if before else "since")]
    if not parts[0]:
        return ""
    if entry.fields.get("judged_by"):
        sure = entry.fields.get("certainty")
        parts.append(f"judged by {entry.fields['judged_by']}" + (f", {sure}" if sure else ""))
    return "; ".join(parts) + "."


SITES = Register(
    name="sites",
    entry="site",
    kinds=KINDS,
    fields=SiteFields,
    patience_days=120,
    keys=keys,
    propose=propose,
    line=previously,
    care=Care(threats=frozenset({"threatened", "lead"})),
)
