"""The report by category, built from the registers: every line of it has passed the gate.

In: an open desk, an outline, a period, an audience. Out: the report; `GateError` with a sentence
for each fault. The table of its counts is logged, since two reports can tell together what neither
tells alone.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path

from watchdesk.extract.records import NAME, SYSTEMS
from watchdesk.model import (
    Audience,
    Cleared,
    ClearedTable,
    Development,
    GateError,
    Quantity,
    RegisterReport,
    UsageError,
)
from watchdesk.pipeline import dossiers, united
from watchdesk.pipeline.clearing import AsOf, Leaving, cleared, leave
from watchdesk.pipeline.counting import counted as counts_of
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.material import of_stories
from watchdesk.registers import withheld_from
from watchdesk.registers.outline import Outline, outline_of
from watchdesk.registers.report import Period, Sources, build, counted
from watchdesk.registers.withheld import Words
from watchdesk.registers.wording import Origin
from watchdesk.store import Transaction, articles, captures, reads, registers, stories

RECORDS = frozenset({NAME, *(system.name for system in SYSTEMS)})
"""Kinds of sources whose pages are official records: documents in themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which report: of two days, both included, by which outline, for whom, asked by whom."""

    since: date
    until: date
    audience: Audience
    by: str
    outline: Path | None = None


def shipped_outline() -> str:
    """The outline that comes with the program, as TOML to begin with."""
    path = resources.files("watchdesk.registers") / "words" / "report.toml"
    return path.read_text(encoding="utf-8")


def outline_in(path: Path | None) -> Outline:
    """The outline of a file, or the shipped one; `UsageError` says what is wrong with it."""
    text = path.read_text("utf-8") if path else shipped_outline()
    try:
        return outline_of(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValueError) as error:
        raise UsageError(f"{path or 'The shipped outline'}: {error}") from error


def report_of(desk: Desk, asked: Asked) -> RegisterReport:
    """The report; `GateError` where a line of it may not stand."""
    outline = outline_in(asked.outline)
    period = Period(since=asked.since, until=asked.until, made_at=desk.clock())
    with desk.store.writing() as tx:
        sources = _sources(tx, desk, outline, asked)
        table = leave(tx, _counts(outline, sources, period, asked))
        head = registers.head(tx) or ""
        counts = table if isinstance(table, ClearedTable) else None
        report, faults = build(outline, sources, period, counts, head)
        if faults:
            raise GateError("There is no report yet. " + " ".join(faults))
    return report


def _counts(outline: Outline, sources: Sources, period: Period, asked: Asked) -> Leaving:
    return Leaving(
        name=f"report from {asked.since}",
        by=("category",),
        counts=counted(outline, sources, period),
        at=period.made_at,
        who=asked.by,
    )


def _sources(tx: Transaction, desk: Desk, outline: Outline, asked: Asked) -> Sources:
    named = {id_ for one in outline.categories for s in one.sentences for id_ in s.rests_on}
    rested = {id_: registers.get(tx, id_) for id_ in sorted(named)}
    ids = set(registers.held_between(tx, asked.since, asked.until))
    ids |= {one.entry for one in rested.values() if one is not None}
    wanted = {united.root(tx, id_) for id_ in ids}
    passed = cleared(tx, sorted(wanted), asked.audience, AsOf())
    entries = [one for one in passed if isinstance(one, Cleared)]
    cited = {
        piece.article_id
        for one in entries
        for told in one.entry.developments
        if asked.since <= told.held_from <= asked.until or told.id in named
        for piece in told.evidence
        if piece.article_id
    }
    return Sources(
        registers=dossiers.BY_NAME,
        entries=entries,
        origins=_origins(tx, desk, cited),
        quantities=_quantities(tx, desk, cited),
        absent=dict(_absent(tx, rested)),
        secret=_secret(tx, entries, asked.audience),
    )


def _absent(tx: Transaction, rested: Mapping[str, Development | None]) -> Iterator[tuple[str, str]]:
    for id_, one in rested.items():
        entry = dossiers.entry(tx, one.entry) if one else None
        if one is None or entry is None:
            yield id_, "which is not there"
        elif one.id not in {told.id for told in entry.developments}:
            yield id_, "which was taken back"
        else:
            yield id_, "which may not leave"


def _secret(tx: Transaction, entries: Iterable[Cleared], audience: Audience) -> dict[str, Words]:
    found = {one.entry.id: dossiers.entry(tx, one.entry.id) for one in entries}
    return {
        id_: withheld_from(entry, audience, dossiers.register_named(entry.register))
        for id_, entry in found.items()
        if entry is not None
    }


def _origins(tx: Transaction, desk: Desk, cited: Iterable[str]) -> dict[str, Origin]:
    """Where articles come from: one text in several outlets has one origin."""
    held = articles.many(tx, cited)
    taken = captures.many(tx, {one.capture_id for one in held.values()})
    told = stories.many(tx, set(stories.of_articles(tx, held).values()))
    texts = {m.article_id: m.origin for story in told.values() for m in story.members}
    kinds = {source.id: source.kind for source in desk.config.sources}
    return {
        id_: Origin(
            owner=desk.outlets.get(one.source_id or "", one.source_id or one.url),
            text=texts.get(id_) or id_,
            document=kinds.get(one.source_id or "") in RECORDS
            or _is_document(taken[one.capture_id].media_type if one.capture_id in taken else ""),
        )
        for id_, one in held.items()
    }


def _is_document(media_type: str) -> bool:
    return media_type == "application/pdf"


def _quantities(tx: Transaction, desk: Desk, cited: Sequence[str] | set[str]) -> list[Quantity]:
    """What the stories of the cited articles count."""
    ids = sorted(set(stories.of_articles(tx, cited).values()))
    told = stories.many(tx, ids).values()
    members = {m.article_id for one in told for m in one.members}
    found = reads.many(tx, members)
    return [
        quantity
        for candidate in of_stories(tx, told, members, desk.config.language)
        for quantity in counts_of(desk, candidate, found)
    ]
