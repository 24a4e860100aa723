"""Which days, months and years a text names, counted from the article's date where they must be."""

from datetime import UTC, date, datetime

import pytest

from watchdesk.model import Precision
from watchdesk.text.dates import find_dates

FRIDAY = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "printed", "start", "end"),
    [
        ("It fell on 12 March 2026.", "12 March 2026", "2026-03-12", "2026-03-12"),
        ("It fell on March 12, 2026.", "March 12, 2026", "2026-03-12", "2026-03-12"),
        ("It fell on the 12th of October.", "12th of October", "2026-10-12", "2026-10-12"),
        ("It fell on Jan. 5.", "Jan. 5", "2027-01-05", "2027-01-05"),
        ("Talks on August 5-7 failed.", "August 5-7", "2026-08-05", "2026-08-07"),
        ("Signed 2026-11-03.", "2026-11-03", "2026-11-03", "2026-11-03"),
        ("Signed 03.11.2026.", "03.11.2026", "2026-11-03", "2026-11-03"),
        ("Signed 11/23/2026.", "11/23/2026", "2026-11-23", "2026-11-23"),
        ("In March 2024 it fell.", "March 2024", "2024-03-01", "2024-03-31"),
        ("It fell in December.", "December", "2026-12-01", "2026-12-31"),
        ("It fell in 1994.", "1994", "1994-01-01", "1994-12-31"),
        ("She left on Tuesday.", "Tuesday", "2026-11-17", "2026-11-17"),
        ("It followed Tuesday’s talks.", "Tuesday", "2026-11-17", "2026-11-17"),
        ("She leaves next Tuesday.", "Tuesday", "2026-11-24", "2026-11-24"),
        ("She left yesterday.", "yesterday", "2026-11-19", "2026-11-19"),
        ("She left last week.", "last week", "2026-11-09", "2026-11-15"),
        ("She left last Friday.", "Friday", "2026-11-13", "2026-11-13"),
        ("It fell 3 weeks ago.", "3 weeks ago", "2026-10-26", "2026-11-01"),
        ("It fell last night.", "last night", "2026-11-19", "2026-11-19"),
        ("In the 2015-16 season it fell.", "2015-16", "2015-01-01", "2016-12-31"),
        ("She leaves next month.", "next month", "2026-12-01", "2026-12-31"),
        ("She left last year.", "last year", "2025-01-01", "2025-12-31"),
        ("Она уехала на прошлой неделе.", "прошлой неделе", "2026-11-09", "2026-11-15"),
        ("Она уехала вчера.", "вчера", "2026-11-19", "2026-11-19"),
        ("La semana pasada llegó.", "semana pasada", "2026-11-09", "2026-11-15"),
        ("Il est parti l'année dernière.", "année dernière", "2025-01-01", "2025-12-31"),
        ("Նա մեկնել է անցյալ շաբաթ։", "անցյալ շաբաթ", "2026-11-09", "2026-11-15"),
        ("Geçen yıl gitti.", "Geçen yıl", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_date_has_its_first_and_last_day(text: str, printed: str, start: str, end: str) -> None:
    (found,) = find_dates(text, reference=FRIDAY)
    assert found.span.of(text) == printed
    assert (found.start, found.end) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "text",
    [
        "May I go?",
        "Soldiers march on.",
        "Sat in the sun.",
        "It cost 2,026 dollars.",
        "31/31/2026",
        "Room 12",
        "on 30 February 2026",
        "en la mañana",
        "next to it",
        "",
    ],
)
def test_what_is_no_date_is_left_out(text: str) -> None:
    assert not [one for one in find_dates(text, reference=FRIDAY) if one.precision is Precision.DAY]


def test_the_start_of_a_range_has_the_year_of_its_end() -> None:
    found = find_dates("from 5 March to 7 April 2019", language="en", reference=FRIDAY)
    assert [one.start for one in found] == [date(2019, 3, 5), date(2019, 4, 7)]


@pytest.mark.parametrize("part", ["5 ", "two ", "1990 ", "5 March to ", "day before ", "il y a "])
def test_a_long_row_of_date_words_is_read(part: str) -> None:
    text = part * (50_000 // len(part))
    assert all(one.span.of(text) for one in find_dates(text, reference=FRIDAY))


def test_without_a_reference_relative_dates_are_left_out() -> None:
    text = "On Friday, 5 May, and yesterday; but 5 May 2024."
    assert [one.span.of(text) for one in find_dates(text)] == ["5 May 2024"]


def test_month_comes_first_in_american_numbers() -> None:
    (found,) = find_dates("on 3/11/2026", language="en-US")
    assert found.start == date(2026, 3, 11)
