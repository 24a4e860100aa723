from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.builders import at

from watchdesk.sources.dates import moment, read


@pytest.mark.parametrize(
    "text",
    [
        "6 октября 2026 г. 18:30",
        "October 6, 2026 6:30 PM",
        "Tue, Oct 6 2026 06:30:00 PM",
        "6 October 2026 at 18:30",
        "6 oct. 2026 18:30",
        "6 de octubre de 2026 18:30",
        "6. Oktober 2026 18:30",
        "6 հոկտեմբերի 2026 18:30",
        "6 ekim 2026 18:30",
        "Tue, 06 Oct 2026 18:30:00 +0000 (UTC)",
        "2026-10-06T22:30+04:00",
        "2026-10-06T18:30:00.123456789Z",
        "2026-10-06T18:30:00+00:0",
    ],
)
def test_a_moment_is_read_in_the_forms_that_people_write(text: str) -> None:
    assert read(text) == datetime(2026, 10, 6, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "value", ["2026-10-06", "6 Oct 2026", "Oct 6th, 2026", "le 6 octobre 2026"]
)
def test_a_day_is_its_midnight(value: str) -> None:
    assert read(value) == datetime(2026, 10, 6, tzinfo=UTC)


def test_hour_24_is_the_next_days_midnight() -> None:
    assert read("2026-10-05T24:00:00Z") == datetime(2026, 10, 6, tzinfo=UTC)


@pytest.mark.parametrize("value", [1_791_311_400, 1_791_311_400_000, "1791311400", 1_791_311_400.0])
def test_seconds_and_milliseconds_since_1970_are_read(value: float | str) -> None:
    assert read(value) == datetime(2026, 10, 6, 18, 30, tzinfo=UTC)


ODD: tuple[object, ...] = (
    "",
    "now",
    "10:30",
    "06/10/2026",
    "10.06.2026",
    "October 2026",
    "31 Feb 2026",
    "2026-02-30",
    "6 Oct 2026 18:30 IST",
    "6 Foo 2026",
    "6 ju 2026",
    "6 Oct 2026 99:00",
    "6 Oct 2026 24:30",
    "6 Oct 2026 later",
    "6 Oct 2026 18:30 -2500",
    "31 Dec 9999 23:59:59 -1200",
    None,
    True,
    10**30,
    [],
    {},
)


@pytest.mark.parametrize("value", ODD)
def test_what_could_be_wrong_is_not_read(value: object) -> None:
    assert read(value) is None


@pytest.mark.parametrize("ahead", [14 * 60 + 1, 60 * 24, 60 * 24 * 366])
def test_what_has_not_happened_is_no_date(ahead: int) -> None:
    seen = at(16)
    assert moment((seen.timestamp() + ahead * 60), seen=seen) is None
    assert moment(seen.timestamp() + 13 * 3600, seen=seen) is not None


@given(some.text(max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    found = read(text)
    assert found is None or found.utcoffset() is not None


@given(some.integers(631_152_000, 4_102_444_800))
def test_what_we_write_we_read(seconds: int) -> None:
    whole = datetime.fromtimestamp(seconds, UTC)
    assert read(whole.isoformat()) == whole
    assert read(f"{whole:%a, %d %b %Y %H:%M:%S} GMT") == whole
