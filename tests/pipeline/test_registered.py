from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.registers.making import a_development, learnt, opened

from watchdesk.config import create
from watchdesk.pipeline import dossiers
from watchdesk.pipeline.desk import Desk, open_desk
from watchdesk.pipeline.registered import MOST_QUIET, gaps_of, gone_quiet

HELD = a_development(held_from=date(2026, 7, 29))


def desk_on(folder: Path, day: date) -> AbstractContextManager[Desk]:
    return open_desk(folder, now=datetime(day.year, day.month, day.day, 9, tzinfo=UTC))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create(tmp_path, title="A desk", language="en", allow=())
    with desk_on(tmp_path, date(2026, 8, 1)) as desk, desk.store.writing() as tx:
        dossiers.record(tx, (opened(held_from=date(2026, 7, 1)), HELD))
    return tmp_path


def test_a_case_of_which_nothing_is_heard_for_months_has_gone_quiet(folder: Path) -> None:
    with desk_on(folder, date(2026, 12, 1)) as desk:
        [quiet] = gone_quiet(desk)
    assert (quiet.id, quiet.why) == ("oke", "nothing for 125 days")


def test_the_gaps_of_a_register_are_sentences(folder: Path) -> None:
    with desk_on(folder, date(2026, 12, 1)) as desk:
        told = [row.gap for row in gaps_of(desk, "cases")]
        assert gaps_of(desk, "sites") == ()
    assert told[0] == "Nothing new for 125 days."


def test_a_case_heard_of_last_week_is_not_quiet(folder: Path) -> None:
    with desk_on(folder, date(2026, 8, 5)) as desk:
        assert gone_quiet(desk) == ()


def test_many_who_are_free_hide_nobody_who_is_held(folder: Path) -> None:
    early, free = date(2026, 7, 2), [f"free-{number}" for number in range(MOST_QUIET)]
    told = [opened(one, held_from=early) for one in free]
    told += [a_development("released", one, held_from=early) for one in free]
    with desk_on(folder, date(2026, 12, 1)) as desk:
        with desk.store.writing() as tx:
            dossiers.record(tx, told)
        assert [one.id for one in gone_quiet(desk)] == ["oke"]


def test_a_date_that_passed_without_a_word_is_told_as_such(folder: Path) -> None:
    ahead = a_development(
        "hearing", held_from=date(2026, 8, 2), recorded=learnt(2), value={"next": "2026-08-20"}
    )
    with desk_on(folder, date(2026, 8, 21)) as desk:
        with desk.store.writing() as tx:
            dossiers.record(tx, (ahead,))
        [quiet] = gone_quiet(desk)
    assert quiet.why == "a date passed on 2026-08-20 and nothing was entered since"


def test_who_was_released_may_be_silent(folder: Path) -> None:
    released = a_development("released", held_from=date(2026, 8, 3), recorded=learnt(9))
    with desk_on(folder, date(2026, 12, 1)) as desk:
        with desk.store.writing() as tx:
            dossiers.record(tx, (released,))
        assert gone_quiet(desk) == ()
