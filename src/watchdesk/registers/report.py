"""The report by category: what entries tell of a period, line by line, with what it rests on.

In: an outline, entries that the gate let pass, where their articles come from, and what their
stories count. Out: a `RegisterReport`, or the faults for which there is none: a sentence without an
anchor, one that rests on what was taken back or may not leave, a lone number that is contested.
Nothing is concluded: a line says what was entered, who says so, and on how much it rests.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from watchdesk.model import (
    Anchor,
    Cleared,
    ClearedTable,
    Development,
    Evidence,
    FigureRow,
    GapRow,
    Quantity,
    RegisterReport,
    ReportLine,
    ReportPart,
    ReportSection,
)
from watchdesk.registers.lines import printed
from watchdesk.registers.outline import VIOLATION, Category, Outline, Sentence
from watchdesk.registers.register import Register
from watchdesk.registers.views import gaps, side_by_side
from watchdesk.registers.withheld import Words
from watchdesk.registers.wording import Origin, day_of, label, values_of

_NUMBER = re.compile(r"\d+(?:[.,  ]\d+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Two days, both included, and the moment at which the report is made."""

    since: date
    until: date
    made_at: datetime

    def holds(self, one: Development) -> bool:
        """Whether a development fell into it."""
        return self.since <= one.held_from <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What a report is written from, beside its outline.

    `origins` by article; `quantities` are what the stories of those articles count; `absent` says
    of a development's id that an outline names why it is not among the entries; `secret` are the
    words of each entry that must not be read.
    """

    registers: Mapping[str, Register]
    entries: Sequence[Cleared]
    origins: Mapping[str, Origin] = field(default_factory=dict)
    quantities: Sequence[Quantity] = ()
    absent: Mapping[str, str] = field(default_factory=dict)
    secret: Mapping[str, Words] = field(default_factory=dict)


def counted(outline: Outline, sources: Sources, period: Period) -> dict[tuple[str, ...], int]:
    """How many entries have a development of the period, by the code of the category."""
    return {
        (category.code,): len({cleared.entry.id for cleared, _ in told})
        for category in outline.categories
        if (told := list(_told(category, sources, period)))
    }


def build(
    outline: Outline, sources: Sources, period: Period, counts: ClearedTable | None, head: str
) -> tuple[RegisterReport, tuple[str, ...]]:
    """The report, and its faults; one with faults must not leave."""
    desk = _Desk(sources, period, counts, {}, [])
    sections = tuple(
        ReportSection(
            title=chapter.title,
            parts=tuple(part for one in chapter.categories if (part := desk.part(one)).lines),
        )
        for chapter in outline.chapters
    )
    report = RegisterReport(
        title=outline.title,
        since=period.since,
        until=period.until,
        made_at=period.made_at,
        sections=sections,
        anchors=desk.numbered(),
        method=tuple(_method(sources, period, counts)),
        missing=desk.missing(),
        head=head,
    )
    return report, tuple(desk.faults)


def _told(
    category: Category, sources: Sources, period: Period
) -> Iterator[tuple[Cleared, Development]]:
    for cleared in sources.entries:
        for one in cleared.entry.developments:
            codes = {code.strip() for code in str(one.value.get(VIOLATION, "")).split(",")}
            told = (one.register, one.kind) in category.tells or category.code in codes
            if told and one.evidence and period.holds(one):
                yield cleared, one


@dataclass(slots=True)
class _Desk:
    """What the lines of a report share: the anchors so far, the entries told of, the faults."""

    sources: Sources
    period: Period
    counts: ClearedTable | None
    anchors: dict[tuple[str, str], Anchor]
    faults: list[str]
    told_of: dict[str, Cleared] = field(default_factory=dict)

    def part(self, category: Category) -> ReportPart:
        found = list(_told(category, self.sources, self.period))
        by_event: dict[tuple[date, str, str, str], list[Development]] = {}
        for cleared, one in found:
            entry = cleared.entry
            self.told_of[entry.id] = cleared
            # Two sources for one thing are one line; a denial stands beside what it denies.
            event = (one.held_from, entry.title.casefold(), entry.id, one.kind)
            by_event.setdefault(event, []).append(one)
        own = [self.sentence(one) for one in category.sentences]
        lines = [self.line(self.told_of[key[2]], by_event[key]) for key in sorted(by_event)]
        return ReportPart(
            code=category.code,
            title=category.title,
            count=self.count(category, found),
            lines=(*own, *lines),
        )

    def count(self, category: Category, found: Sequence[tuple[Cleared, Development]]) -> str:
        """Such as *12 (cases)*; small ones are not told."""
        words = sorted({self.sources.registers[one.entry.register].name for one, _ in found})
        number = self.counts.cells.get((category.code,)) if self.counts else None
        told = str(number) if number is not None else "fewer than can be told"
        return f"{told} ({', '.join(words)})" if words else ""

    def line(self, cleared: Cleared, told: Sequence[Development]) -> ReportLine:
        one = told[0]
        register = self.sources.registers[cleared.entry.register]
        kind = register.kind(one.kind)
        said = values_of(told)
        text = f"{day_of(one)}: {cleared.entry.title}: {kind.label if kind else one.kind}"
        pieces = [piece for each in told for piece in each.evidence]
        return ReportLine(
            text=f"{text} ({said})." if said else f"{text}.",
            label=label(told, self.sources.origins),
            anchors=self.cited((cleared, each) for each in told),
            developments=tuple(each.id for each in told),
            rivals=self.rivals([cleared], pieces),
        )

    def sentence(self, one: Sentence) -> ReportLine:
        """An editor's sentence; what is wrong with it is a fault."""
        by_id = {
            each.id: (cleared, each)
            for cleared in self.sources.entries
            for each in cleared.entry.developments
            if each.id in one.rests_on
        }
        for id_ in one.rests_on:
            if id_ not in by_id:
                why = self.sources.absent.get(id_, "which is not there")
                self.faults.append(f"“{one.text}” rests on {id_}, {why}.")
        found = list(by_id.values())
        pieces = [piece for _, each in found for piece in each.evidence]
        if not pieces:
            self.faults.append(f"“{one.text}” rests on nothing that can be shown.")
        told_of = [cleared for cleared, _ in found]
        if not self.may_say(told_of, one.text):
            self.faults.append("A sentence of the outline holds words that must not leave.")
        rivals = self.rivals(told_of, pieces)
        self._alone(one, rivals)
        for cleared, _ in found:
            self.told_of[cleared.entry.id] = cleared
        return ReportLine(
            text=one.text,
            label=label([each for _, each in found], self.sources.origins),
            anchors=self.cited(found),
            developments=tuple(by_id),
            own_words=True,
            rivals=rivals,
        )

    def _alone(self, one: Sentence, rivals: Sequence[FigureRow]) -> None:
        """A contested number may not stand without the others."""
        printed_here = set(_NUMBER.findall(one.text))
        contested = {number for row in rivals for number in _NUMBER.findall(row.printed)}
        here = printed_here & contested
        if here and contested - printed_here:
            others = ", ".join(sorted(contested - printed_here))
            self.faults.append(
                f"“{one.text}” gives {', '.join(sorted(here))} alone; others say {others}."
            )

    def rivals(
        self, told_of: Sequence[Cleared], pieces: Sequence[Evidence]
    ) -> tuple[FigureRow, ...]:
        """All numbers of each count that one of the passages gives and others contest."""
        rows = side_by_side(
            one for one in self.sources.quantities if one.rivals and _gives(one, pieces)
        )
        return tuple(row for row in rows if self.may_say(told_of, f"{row.says} {row.printed}"))

    def may_say(self, told_of: Iterable[Cleared], text: str) -> bool:
        """Whether nothing in a text is withheld of these entries."""
        words = (self.sources.secret.get(one.entry.id) for one in told_of)
        return not any(secret.stand_in(text) for secret in words if secret)

    def cited(self, told: Iterable[tuple[Cleared, Development]]) -> tuple[int, ...]:
        """The numbers of all passages that developments rest on, each once."""
        numbers = (
            self.anchor(cleared, one, piece) for cleared, one in told for piece in one.evidence
        )
        return tuple(dict.fromkeys(numbers))

    def anchor(self, cleared: Cleared, one: Development, piece: Evidence) -> int:
        key = (piece.article_id or piece.media_digest, piece.quote)
        known = self.anchors.get(key)
        number = known.number if known else len(self.anchors) + 1
        ids = (*(known.developments if known else ()), one.id)
        self.anchors[key] = Anchor(
            number=number,
            quote=piece.quote,
            developments=tuple(dict.fromkeys(ids)),
            page=cleared.pages.get(piece.article_id or ""),
            digest=piece.media_digest,
        )
        return number

    def numbered(self) -> tuple[Anchor, ...]:
        return tuple(sorted(self.anchors.values(), key=lambda one: one.number))

    def missing(self) -> tuple[GapRow, ...]:
        return tuple(
            gap
            for name, register in self.sources.registers.items()
            for gap in gaps(
                [one for one in self.told_of.values() if one.entry.register == name],
                register,
                self.period.until,
            )
        )


def _gives(quantity: Quantity, pieces: Sequence[Evidence]) -> bool:
    told = [piece for claim in quantity.rivals for piece in claim.evidence]
    return any(_overlap(one, other) for one in told for other in pieces)


def _overlap(one: Evidence, other: Evidence) -> bool:
    if one.article_id is None or one.article_id != other.article_id:
        return False
    if one.span is None or other.span is None or one.part is not other.part:
        return False
    return one.span.start < other.span.end and other.span.start < one.span.end


def _method(sources: Sources, period: Period, counts: ClearedTable | None) -> Iterator[str]:
    owners = {one.owner for one in sources.origins.values()}
    yield (
        f"This report tells what was entered in the registers of {printed(period.since)} to "
        f"{printed(period.until)}, as known on {printed(period.made_at.date())}."
    )
    yield (
        f"Its lines rest on {len(sources.origins)} archived pages and documents of {len(owners)} "
        "publishers; each is numbered, quoted and dated at the end."
    )
    yield (
        "“One source” means one publisher or one text that several carry; “independent” means "
        "different publishers with different texts. Who denies a thing is named beside it."
    )
    yield (
        "A number beside a category counts entries that have a line there, not events and not all "
        "that happened. "
        + (
            "Fewer than five are not told, nor what could be reckoned from an earlier report."
            if counts
            else "No number is told here: together with an earlier report it would give one away."
        )
    )
    yield (
        "What consent, safety or the access of a source keep at the desk is neither in it nor "
        "counted. Numbers that disagree stand side by side; none is averaged."
    )
