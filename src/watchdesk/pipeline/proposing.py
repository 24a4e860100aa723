"""What articles say becomes proposals for the registers; a named person decides on each.

In: articles that wait. Out: an event for each, after its proposals were committed. A decision is
kept, and the same thing is not proposed again; accepting enters developments with the proposal's
evidence, in the same transaction as the decision.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from watchdesk.model import (
    OPENED,
    Article,
    Decision,
    Development,
    Done,
    Entry,
    Event,
    Finished,
    Key,
    Proposal,
    Request,
    Stage,
    Started,
    UsageError,
    Verdict,
    identity,
)
from watchdesk.pipeline import dossiers, united
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.extraction import time_of
from watchdesk.pipeline.papers import papers_wanted
from watchdesk.pipeline.tally import Tally
from watchdesk.registers import (
    REGISTERS,
    Material,
    Meeting,
    Register,
    joined,
    meet,
    opened_as,
    opens,
)
from watchdesk.store import (
    Transaction,
    addresses,
    articles,
    captures,
    decisions,
    proposals,
    reads,
    registers,
    stories,
    work,
)

AT_ONCE = 200
MOST_WAITING = 20_000
PARLIAMENT = "parliament"
MOST_NEAR = 40
"""A new proposal is compared with so many that share a key."""


def propose(desk: Desk) -> Iterator[Event]:
    """Read every article that waits for what belongs into a register."""
    with desk.store.reading() as tx:
        waiting = work.count(tx, Stage.PROPOSE)
    yield Started(stage=Stage.PROPOSE, waiting=waiting)
    tally = Tally()
    room = _WaitingRoom(desk) if waiting else None
    while room and (materials := _next(desk)):
        room.learn_stories(materials)
        for subject, material in materials.items():
            yield tally.of(_propose_from(desk, subject, material, room))
    yield Finished(stage=Stage.PROPOSE, counts=tally.counts)


def _next(desk: Desk) -> dict[str, Material | None]:
    with desk.store.reading() as tx:
        subjects = work.waiting(tx, Stage.PROPOSE, AT_ONCE)
        held = articles.many(tx, subjects)
        return dict.fromkeys(subjects) | dict(_materials(tx, desk, held))


def _materials(
    tx: Transaction, desk: Desk, held: Mapping[str, Article]
) -> Iterator[tuple[str, Material]]:
    found = reads.many(tx, held)
    taken = captures.many(tx, {article.capture_id for article in held.values()})
    watched = {source.id for source in desk.config.sources if source.kind == "watch"}
    for article in held.values():
        read = found.get(article.id)
        yield (
            article.id,
            Material(
                article=article,
                told_at=time_of(article, taken[article.capture_id].fetched_at),
                statements=read.statements if read else (),
                figures=read.figures if read else (),
                mentions=read.mentions if read else (),
                body=_body(desk, article),
                watched=article.source_id in watched,
            ),
        )


def _body(desk: Desk, article: Article) -> str:
    """The body that speaks on a page; a parliament's own page is known by its source's party."""
    source = article.source_id or ""
    own = desk.outlets.get(source, "") if desk.parties.get(source) == PARLIAMENT else ""
    return desk.bodies.get(source, own)


class _WaitingRoom:
    """What waits for a decision, by key, and the stories that tell it; kept for one run."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._by_key: dict[Key, list[str]] = {}
        self._held: dict[str, Proposal] = {}
        self._stories: dict[str, str] = {}
        with desk.store.reading() as tx:
            found = proposals.waiting(tx, limit=MOST_WAITING)
            self._learn(tx, (p.article_id for one in found for p in one.evidence if p.article_id))
        for one in found:
            self._add(one)

    def learn_stories(self, article_ids: Iterable[str]) -> None:
        """Ask which stories these articles belong to."""
        with self._desk.store.reading() as tx:
            self._learn(tx, article_ids)

    def _learn(self, tx: Transaction, article_ids: Iterable[str]) -> None:
        self._stories.update(stories.of_articles(tx, article_ids))

    def placed(self, one: Proposal) -> Proposal | None:
        """The proposal as it stands beside what waits: the same, of the same entry, or alike.

        None for an entry that is to be opened alone, where something of it is proposed already.
        """
        near = dict.fromkeys(id_ for key in one.keys for id_ in self._by_key.get(key, ()))
        met = [
            (meet(one, self._held[id_], one_story=self._one_story(one, self._held[id_])), id_)
            for id_ in list(near)[:MOST_NEAR]
        ]
        for how in (Meeting.SAME, Meeting.ENTRY, Meeting.ALIKE):
            for found, id_ in met:
                if found is how:
                    one = joined(one, self._held[id_], how)
                    if how is Meeting.ENTRY and one.kind == OPENED:
                        return None
                    if how is not Meeting.ALIKE:
                        return self._add(one)
        return self._add(one)

    def _add(self, one: Proposal) -> Proposal:
        kept = self._held.get(one.id)
        self._held[one.id] = proposals.stronger(kept, one) if kept else one
        for key in one.keys:
            ids = self._by_key.setdefault(key, [])
            if one.id not in ids[-MOST_NEAR:]:
                ids.append(one.id)
        return one

    def _one_story(self, one: Proposal, other: Proposal) -> bool:
        return bool(self._stories_of(one) & self._stories_of(other))

    def _stories_of(self, one: Proposal) -> set[str]:
        ids = (piece.article_id for piece in one.evidence)
        return {self._stories[id_] for id_ in ids if id_ in self._stories}


def _propose_from(desk: Desk, subject: str, material: Material | None, room: _WaitingRoom) -> Event:
    found: list[Proposal] = []
    wanted: tuple[Request, ...] = ()
    if material is not None:
        has_more = False
        for register in REGISTERS:
            if register.beside and not has_more:
                continue
            known, told = _of_register(desk, register, material)
            has_more |= bool(known or told)
            placed = map(room.placed, told)
            found += [one for one in placed if one is not None]
        with desk.store.reading() as tx:
            wanted = papers_wanted(tx, desk, material)
    with desk.store.writing() as tx:
        new = proposals.offer(tx, found)
        addresses.ask(tx, wanted, desk.clock())
        work.done(tx, Stage.PROPOSE, subject)
    outcome = "proposed" if new else "nothing new"
    return Done(stage=Stage.PROPOSE, subject=subject, outcome=outcome)


def _of_register(
    desk: Desk, register: Register, material: Material
) -> tuple[list[Entry], list[Proposal]]:
    """The entries of a register that the article may be about, and what it proposes."""
    words = desk.config.words.get(register.name, {})
    keys = register.keys(material, words)
    if not keys:
        return [], []
    with desk.store.reading() as tx:
        found = registers.carrying(tx, keys)
        ids = {united.root(tx, one) for some in found.values() for one in some}
        known = [entry for one in sorted(ids) if (entry := dossiers.entry(tx, one))]
    own = _of_kind(known, register)
    return own, list(register.propose(material, own, words))


def _of_kind(known: Iterable[Entry], register: Register) -> list[Entry]:
    return [entry for entry in known if entry.register == register.name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person says of a proposal.

    `into` names the entry that it goes to; without it, that of the proposal or a new one. `value`
    holds what stands in place of the proposed values, `held_from` another day.
    """

    verdict: Verdict
    by: str
    note: str = ""
    into: str | None = None
    held_from: date | None = None
    value: Mapping[str, Any] = field(default_factory=dict)


def decide(desk: Desk, proposal_id: str, answer: Answer) -> tuple[Development, ...]:
    """Keep a person's answer; accepting or amending enters what was proposed, and gives that."""
    now = desk.clock()
    with desk.store.writing() as tx:
        proposal = _open(tx, proposal_id)
        decision = _decision(proposal, answer, now)
        decisions.add(tx, decision)
        proposals.decide(tx, proposal_id, answer.verdict)
        if answer.verdict not in {Verdict.ACCEPT, Verdict.AMEND}:
            return ()
        return dossiers.record(tx, tuple(_entered(tx, proposal, answer, decision)))


def _open(tx: Transaction, proposal_id: str) -> Proposal:
    kept = proposals.get(tx, proposal_id)
    if kept is None:
        raise UsageError(f"There is no proposal {proposal_id}; 'watchdesk register propose' lists.")
    if kept[1] in {Verdict.ACCEPT, Verdict.AMEND, Verdict.REFUSE}:
        raise UsageError(f"Proposal {proposal_id} was decided already ({kept[1].value}).")
    return kept[0]


def _decision(proposal: Proposal, answer: Answer, now: datetime) -> Decision:
    changed = {"into": answer.into, "held_from": answer.held_from, **answer.value}
    told = {name: value for name, value in changed.items() if value is not None}
    return Decision(
        id=identity(proposal.id, answer.verdict, answer.by, now.isoformat()),
        subject=proposal.id,
        verdict=answer.verdict,
        by=answer.by,
        at=now,
        note=answer.note,
        value=json.dumps(told, ensure_ascii=False, default=str) if told else "",
    )


def _entered(
    tx: Transaction, proposal: Proposal, answer: Answer, decision: Decision
) -> Iterator[Development]:
    """The developments that an accepted proposal stands for, the opening of its entry first."""
    entry = answer.into or opens(proposal)
    is_new = dossiers.entry(tx, entry) is None
    if is_new and answer.into is not None:
        raise UsageError(f"There is no entry {answer.into} in the registers.")
    told = Development(
        id=identity("accepted", proposal.id, decision.id),
        register=proposal.register,
        entry=entry,
        kind=proposal.kind,
        held_from=answer.held_from or proposal.held_from,
        recorded=decision.at,
        by=decision.by,
        value={**proposal.value, **answer.value},
        precision=proposal.precision,
        stance=proposal.stance,
        says=proposal.says,
        evidence=proposal.evidence,
        decision=decision.id,
    )
    if is_new:
        opening = identity("opened", entry)
        names = opened_as(proposal.title, proposal.keys)
        yield replace(told, id=opening, kind=OPENED, value=names)
    if proposal.kind != OPENED:
        yield told


def waiting(desk: Desk, name: str | None = None, *, limit: int = 200) -> tuple[Proposal, ...]:
    """What waits for a decision, in one register or all, oldest first."""
    register = dossiers.register_named(name).name if name else None
    with desk.store.reading() as tx:
        return proposals.waiting(tx, register, limit=limit)
