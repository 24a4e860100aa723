from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some
from tests.builders import at

from watchdesk.sources.rhythm import is_quiet, next_rhythm, usual_days


def test_a_weekly_is_missed_after_a_month() -> None:
    newest, gaps = next_rhythm(None, (), [at(1), at(8), at(15), at(22)])
    assert usual_days(gaps) == 7
    assert not is_quiet(newest, gaps, now=at(22) + timedelta(days=27))
    assert is_quiet(newest, gaps, now=at(22) + timedelta(days=29))


def test_a_daily_is_not_missed_over_a_weekend() -> None:
    newest, gaps = next_rhythm(None, (), [at(day) for day in range(1, 12)])
    assert not is_quiet(newest, gaps, now=at(14))
    assert is_quiet(newest, gaps, now=at(16))


def test_many_entries_of_one_hour_are_no_habit_of_minutes() -> None:
    moments = [at(day, 9, minute) for day in (1, 3, 5, 7) for minute in range(10)]
    _, gaps = next_rhythm(None, (), moments)
    usual = usual_days(gaps)
    assert usual is not None
    assert 1.9 < usual < 2.1


def test_a_source_without_a_habit_has_long_patience() -> None:
    assert not is_quiet(at(1), (), now=at(1) + timedelta(days=44))
    assert is_quiet(at(1), (), now=at(1) + timedelta(days=46))


def test_a_source_that_never_had_anything_is_not_called_quiet() -> None:
    assert not is_quiet(None, (), now=at(20))


@given(some.lists(some.integers(0, 900), max_size=40))
def test_the_newest_date_never_goes_back(days: list[int]) -> None:
    newest: datetime | None = None
    gaps: tuple[float, ...] = ()
    for day in days:
        before = newest
        newest, gaps = next_rhythm(newest, gaps, [at(1) + timedelta(days=day)])
        assert newest is not None
        assert before is None or newest >= before
        assert all(gap > 0 for gap in gaps)
