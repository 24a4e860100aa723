from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.registers.making import WITNESSED

from watchdesk.config import create
from watchdesk.model import Evidence, Key, Proposal, Span, UsageError, Verdict
from watchdesk.pipeline import Desk, dossiers, entering, open_desk, united
from watchdesk.pipeline.proposing import Answer, decide, waiting
from watchdesk.store import decisions, proposals

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
PROPOSAL = Proposal(
    id="p1",
    register="cases",
    kind="detained",
    title="Anna Oke",
    keys=(Key("name", "Anna Oke"),),
    held_from=date(2026, 11, 12),
    made_at=NOW,
    evidence=WITNESSED,
    rule="a full name beside 'arrested'",
    version=1,
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    create(tmp_path, title="Letter", language="en")
    with open_desk(tmp_path, now=NOW) as desk:
        with desk.store.writing() as tx:
            proposals.offer(tx, (PROPOSAL,))
        yield desk


def accept(desk: Desk, **values: object) -> str:
    answer = Answer(verdict=Verdict.ACCEPT, by="Mara", **values)  # type: ignore[arg-type]
    return decide(desk, "p1", answer)[-1].entry


def test_accepting_opens_an_entry_with_the_evidence_and_who_decided(desk: Desk) -> None:
    entry = dossiers.entry_of(desk, accept(desk), held_on=None, known_on=None)
    assert (entry.title, entry.status) == ("Anna Oke", "held")
    assert entry.keys == (Key("name", "Anna Oke"),)
    assert {one.by for one in entry.developments} == {"Mara"}
    assert all(one.evidence == WITNESSED for one in entry.developments)
    with desk.store.reading() as tx:
        (decision,) = decisions.of(tx, "p1")
    assert {one.decision for one in entry.developments} == {decision.id}


def test_what_was_decided_is_not_proposed_again_whoever_says_it_next(desk: Desk) -> None:
    decide(desk, "p1", Answer(verdict=Verdict.REFUSE, by="Mara", note="another person"))
    assert waiting(desk) == ()
    with desk.store.writing() as tx:
        assert proposals.offer(tx, (PROPOSAL,)) == 0
    assert waiting(desk) == ()
    with pytest.raises(UsageError, match="decided already"):
        accept(desk)


def test_what_one_is_unsure_of_waits_on(desk: Desk) -> None:
    decide(desk, "p1", Answer(verdict=Verdict.UNSURE, by="Mara"))
    assert [one.id for one in waiting(desk, "case")] == ["p1"]


def test_a_second_article_strengthens_what_waits(desk: Desk) -> None:
    other = (Evidence(article_id="other", span=Span(3, 8), quote="again"),)
    with desk.store.writing() as tx:
        assert proposals.offer(tx, (replace(PROPOSAL, evidence=other),)) == 0
    assert waiting(desk)[0].evidence == (*WITNESSED, *other)


def test_an_amended_proposal_keeps_what_was_amended(desk: Desk) -> None:
    answer = Answer(
        verdict=Verdict.AMEND, by="Mara", held_from=date(2026, 11, 11), value={"place": "Mirin"}
    )
    one = decide(desk, "p1", answer)[-1]
    assert (one.held_from, one.value) == (date(2026, 11, 11), {"place": "Mirin"})


def test_an_entry_that_does_not_exist_is_refused_and_nothing_is_kept(desk: Desk) -> None:
    with pytest.raises(UsageError, match="no entry nobody"):
        accept(desk, into="nobody")
    assert len(waiting(desk)) == 1


def test_by_hand_no_evidence_no_development_but_a_note(desk: Desk) -> None:
    entry = accept(desk)
    told = entering.ByHand(target=entry, kind="visit", by="Mara", held_from=NOW.date())
    with pytest.raises(UsageError, match="No evidence, no development"):
        entering.enter(desk, told)
    entering.enter(desk, replace(told, kind="note", value={"text": "call the lawyer"}))
    with pytest.raises(UsageError, match="no article"):
        entering.enter(desk, replace(told, article="nowhere", quote="words"))


def test_merging_is_a_pointer_and_taking_it_back_parts_again(desk: Desk) -> None:
    one = accept(desk)
    with desk.store.writing() as tx:
        proposals.offer(tx, (replace(PROPOSAL, id="p2", title="Ana Oke"),))
    other = decide(desk, "p2", Answer(verdict=Verdict.ACCEPT, by="Mara"))[-1].entry
    pointer = entering.merge(desk, other, one, by="Mara", reason="the same lawyer")
    with desk.store.reading() as tx:
        assert united.root(tx, other) == one
    with pytest.raises(UsageError, match="cannot be part"):
        entering.merge(desk, one, other, by="Mara", reason="a ring")
    entering.take_back(desk, pointer.id, by="Mara", reason="two people")
    with desk.store.reading() as tx:
        assert united.root(tx, other) == other
    assert dossiers.verify(desk).broken_at is None
