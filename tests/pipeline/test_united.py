"""Entries that are the same person, as one, and parted again."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.pipeline.room import NOW
from tests.registers.making import a_development, learnt, opened

from watchdesk.config import create
from watchdesk.model import CONSENTED, WITHDRAWN, Audience, Cleared, Entry, Refused, To
from watchdesk.pipeline import Desk, clearing, dossiers, entering, open_desk
from watchdesk.pipeline.entering import ByHand
from watchdesk.store import registers

PUBLIC = Audience(to=To.PUBLIC, on=NOW.date())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    create(tmp_path, title="Letter", language="en")
    told = (
        opened(),
        a_development(held_from=date(2026, 9, 1)),
        opened("anna", "A. Oke"),
        a_development(entry="anna", held_from=date(2026, 8, 1)),
        a_development("released", "anna", held_from=date(2026, 8, 11)),
        a_development("hearing", "anna", held_from=date(2026, 9, 20), recorded=learnt(5)),
    )
    with open_desk(tmp_path, now=NOW) as desk:
        with desk.store.writing() as tx:
            dossiers.record(tx, told)
        yield desk


def entry(desk: Desk, known_day: int | None = None) -> Entry:
    known = learnt(known_day) if known_day else None
    return dossiers.entry_of(desk, "oke", held_on=None, known_on=known)


def outside(desk: Desk, id_: str) -> Cleared | Refused:
    with desk.store.reading() as tx:
        (found,) = clearing.cleared(tx, (id_,), PUBLIC)
    return found


def still_held(desk: Desk, day: date) -> list[str]:
    with desk.store.reading() as tx:
        return [one.entry for one in dossiers.held(tx, "cases", day=day, known=desk.clock())]


def test_a_merged_entry_tells_what_its_parts_told_and_parting_undoes_it(desk: Desk) -> None:
    before = entry(desk)
    pointer = entering.merge(desk, "anna", "oke", by="Mara", reason="same birthday")
    whole = entry(desk)
    assert [one.kind for one in whole.developments].count("detained") == 2
    assert (whole.title, whole.developments[-1].kind) == ("Anna Oke", "hearing")
    assert {key.value for key in whole.keys} == {"Anna Oke", "A. Oke"}
    assert entry(desk, 10) == before, "nobody knew then"
    assert isinstance(outside(desk, "anna"), Refused)
    assert still_held(desk, date(2026, 8, 5)) == ["oke"]
    entering.take_back(desk, pointer.id, by="Mara", reason="another Anna")
    assert entry(desk) == before
    assert isinstance(outside(desk, "anna"), Cleared)
    assert still_held(desk, date(2026, 8, 5)) == ["anna"]


def test_what_is_folded_of_merged_entries_is_the_same_from_the_chain_alone(desk: Desk) -> None:
    entering.merge(desk, "anna", "oke", by="Mara", reason="same birthday")
    with desk.store.writing() as tx:
        before = registers.many(tx, ("anna", "oke"))
        dossiers.rebuild(tx)
        assert registers.many(tx, ("anna", "oke")) == before


@pytest.mark.parametrize("target", ["anna", "oke"])
def test_a_withdrawal_binds_all_that_is_one_and_stays_when_it_is_parted(
    desk: Desk, target: str
) -> None:
    with desk.store.writing() as tx:
        for id_ in ("anna", "oke"):
            allowed = a_development(CONSENTED, id_, value={"scope": "publish"}, evidence=())
            dossiers.record(tx, (allowed,))
    pointer = entering.merge(desk, "anna", "oke", by="Mara", reason="same birthday")
    assert isinstance(outside(desk, "oke"), Cleared)
    gone = ByHand(target=target, kind=WITHDRAWN, by="Mara", held_from=NOW.date())
    entering.enter(desk, gone)
    assert isinstance(outside(desk, "oke"), Refused)
    entering.take_back(desk, pointer.id, by="Mara", reason="another Anna")
    for id_ in ("anna", "oke"):
        found = outside(desk, id_)
        assert isinstance(found, Refused)
        assert "withdrawn" in found.reasons[0]
