from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.registers.making import a_development, learnt, opened

from watchdesk.model import MERGED, UsageError
from watchdesk.pipeline import dossiers, united
from watchdesk.registers import broken
from watchdesk.store import Store, Transaction, registers

DETAINED = a_development(held_from=date(2026, 7, 29))
RELEASED = a_development("released", held_from=date(2026, 10, 5), recorded=learnt(9))
OTHER = (opened("vel", "Pavel Vel"), a_development(entry="vel", held_from=date(2026, 9, 27)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path)
    with store.writing() as tx:
        dossiers.record(tx, (opened(), DETAINED, *OTHER))
    with store.writing() as tx:
        dossiers.record(tx, (RELEASED,))
    yield store
    store.close()


@pytest.fixture
def tx(store: Store) -> Iterator[Transaction]:
    with store.writing() as tx:
        yield tx


def held(tx: Transaction, day: int, known_day: int) -> list[tuple[str, int]]:
    on = date(2026, 10, day)
    found = dossiers.held(tx, "cases", day=on, known=learnt(known_day))
    return [(one.entry, (on - one.since).days) for one in found]


def test_who_was_held_on_a_day_as_known_at_two_moments(tx: Transaction) -> None:
    assert held(tx, 7, 8) == [("oke", 70), ("vel", 10)]
    assert held(tx, 7, 10) == [("vel", 10)]


def test_a_release_learnt_after_the_last_issue_is_late(tx: Transaction) -> None:
    found = dossiers.changes(tx, since=learnt(8), until=learnt(20))
    assert [(one.development.kind, one.how) for one in found] == [("released", "late")]


def test_what_is_taken_back_is_told_as_taken_back_and_what_follows_as_corrected(
    tx: Transaction,
) -> None:
    wrong = dossiers.retraction(RELEASED, by="Mara", at=learnt(12), reason="another person")
    right = a_development("visit", held_from=date(2026, 10, 5), recorded=learnt(12))
    dossiers.record(tx, (wrong, right))
    found = dossiers.changes(tx, since=learnt(10), until=learnt(20))
    assert [(one.development.kind, one.how) for one in found] == [
        ("retracted", "retracted"),
        ("visit", "corrected"),
    ]
    assert held(tx, 7, 13) == [("oke", 70), ("vel", 10)]
    assert held(tx, 7, 11) == [("vel", 10)]


def test_what_is_entered_twice_stands_once(tx: Transaction) -> None:
    assert dossiers.record(tx, (RELEASED, *OTHER)) == ()
    assert len(registers.of_entries(tx, ("vel",))["vel"]) == 2


def test_an_unknown_kind_or_register_is_refused_with_what_there_is(tx: Transaction) -> None:
    with pytest.raises(UsageError, match=r"no development 'vanished'.*detained"):
        dossiers.record(tx, (a_development("vanished"),))
    with pytest.raises(UsageError, match=r"no register 'boats'.*cases"):
        dossiers.register_named("boats")


def test_what_is_folded_is_the_same_when_it_is_folded_again_from_the_chain(tx: Transaction) -> None:
    merged = a_development(MERGED, "vel", value={"into": "oke"}, evidence=(), recorded=learnt(11))
    dossiers.record(tx, (merged,))

    def derived() -> list[object]:
        wanted = ("SELECT * FROM entries ORDER BY id", "SELECT * FROM entry_keys ORDER BY value")
        spells = "SELECT register, entry, since, until, known_from, known_to FROM spells ORDER BY 2"
        return [tx.connection.exec_driver_sql(q).all() for q in (*wanted, spells)]

    before = derived()
    assert dossiers.rebuild(tx) == 2
    assert derived() == before
    assert united.root(tx, "vel") == "oke"


def test_a_changed_row_is_found_in_the_store(tx: Transaction) -> None:
    tx.connection.exec_driver_sql(
        "UPDATE developments SET held_from = '2026-07-01' WHERE kind = 'detained'"
    )
    fault = broken(registers.chain(tx))
    assert fault is not None
    assert fault[0] == 2


def test_an_entry_without_a_spell_is_kept_and_other_news_leaves_its_spells_alone(
    tx: Transaction,
) -> None:
    dossiers.record(tx, (opened("sund", "Ira Sund"), a_development("visit", "sund")))
    assert dossiers.entry(tx, "sund") is not None
    told = registers.of_entries(tx, ("oke",))["oke"]
    visits = [a_development("visit", recorded=learnt(day)) for day in range(2, 20)]
    kinds = dossiers.BY_NAME["cases"].kinds
    assert dossiers.known_spells([*told, *visits], kinds) == dossiers.known_spells(told, kinds)
