import json
from datetime import UTC, datetime, timedelta

import pytest
from lxml.html import HtmlElement
from tests.builders import at
from tests.extract.making import a_page, article

from watchdesk.extract.dates import parsed, published_of
from watchdesk.extract.page import page_of
from watchdesk.extract.printed import date_in
from watchdesk.model import Dated, Precision


def published(
    html: str, url: str = "https://courier.example/a", hint: datetime | None = None
) -> tuple[Dated | None, str]:
    def tree() -> HtmlElement | None:
        return None

    return published_of(page_of(html, url), "Ferry runs again", tree=tree, until=at(20), hint=hint)


def linked(**fields: str) -> str:
    node = json.dumps({"@type": "NewsArticle", "headline": "Ferry runs again", **fields})
    return f'<script type="application/ld+json">{node}</script>'


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("2026-11-05T10:30:00+04:00", "2026-11-05T10:30:00+04:00", Precision.MOMENT),
        ("2026-11-05 10:30", "2026-11-05T10:30:00+00:00", Precision.MOMENT),
        ("2026-11-05T10:30:00.123Z", "2026-11-05T10:30:00+00:00", Precision.MOMENT),
        ("2026-11-05", "2026-11-05T00:00:00+00:00", Precision.DAY),
        ("20261105", "2026-11-05T00:00:00+00:00", Precision.DAY),
        ("2026-11", "2026-11-01T00:00:00+00:00", Precision.MONTH),
        ("Thu, 05 Nov 2026 10:30:00 +0200", "2026-11-05T10:30:00+02:00", Precision.MOMENT),
        ("1793874600", "2026-11-05T10:30:00+00:00", Precision.MOMENT),
    ],
)
def test_machines_write_dates_in_several_forms(text: str, iso: str, precision: Precision) -> None:
    found = parsed(text)
    assert found is not None
    assert (found.at.isoformat(), found.precision) == (iso, precision)


@pytest.mark.parametrize("text", ["", "yesterday", "2026-02-31", "2026-13-01", "31.12", "5 min"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert parsed(text) is None


def test_linked_data_comes_before_the_head() -> None:
    head = '<meta property="article:published_time" content="2026-11-01">'
    found, origin = published(head + linked(datePublished="2026-11-02T08:00:00+01:00"))
    assert found is not None
    assert (found.at.isoformat(), origin) == ("2026-11-02T08:00:00+01:00", "json-ld")


def test_a_date_after_the_capture_is_kept_and_marked() -> None:
    found, _ = published(linked(datePublished="2033-01-01T00:00:00Z"))
    assert found is not None
    assert found.doubtful


def test_another_claim_is_preferred_to_an_impossible_one() -> None:
    head = '<meta property="article:published_time" content="2026-11-01">'
    found, origin = published(head + linked(datePublished="2033-01-01T00:00:00Z"))
    assert found == Dated(datetime(2026, 11, 1, tzinfo=UTC), Precision.DAY)
    assert origin == "article:published_time"


def test_defaults_of_programs_are_no_dates() -> None:
    assert published(linked(datePublished="1970-01-01T00:00:00Z")) == (None, "")


def test_the_list_helps_a_silent_page() -> None:
    found, origin = published("<p>Nothing", hint=at(3))
    assert found is not None
    assert (found.at, origin) == (at(3), "list")


def test_the_day_in_an_address_is_the_publishers_calendar() -> None:
    html = linked(datePublished="2026-11-06T02:10:00Z")
    found, origin = published(html, "https://courier.example/2026/11/05/ferry")
    assert found == Dated(datetime(2026, 11, 5, tzinfo=UTC), Precision.DAY)
    assert origin == "address"


def test_a_page_renewed_long_after_shows_itself_under_the_later_date() -> None:
    html = (
        linked(datePublished="2024-01-05", dateModified="2026-11-04") + "<p>Updated 4 November 2026"
    )
    found, origin = published(html)
    assert found is not None
    assert (found.at.date().isoformat(), origin) == ("2026-11-04", "renewed, as printed")


def test_a_page_that_prints_its_first_date_keeps_it() -> None:
    html = linked(datePublished="2024-01-05", dateModified="2026-11-04") + (
        "<p>5 January 2024, updated 4 November 2026"
    )
    found, _ = published(html)
    assert found is not None
    assert found.at.date().isoformat() == "2024-01-05"


def test_the_date_beside_the_title_is_not_the_date_above_the_page() -> None:
    html = "<body><i>Friday, 20 November 2026</i><h1>Ferry runs again</h1><b>5 November 2026</b>"
    found, origin = published(html)
    assert found is not None
    assert (found.at.date().isoformat(), origin) == ("2026-11-05", "beside the title")


@pytest.mark.parametrize(
    "line",
    [
        "5 November 2026, 18:30",
        "November 5th, 2026",
        "Nov. 5, 2026",
        "5 ноября 2026",
        "5. November 2026",
        "5 novembre 2026",
        "5 de noviembre de 2026",
        "5 նոյեմբերի 2026",
        "5 Kasım 2026",
        "2026年11月5日",
        "2026년 11월 5일",
        "2026/11/5",
        "05.11.2026",
        "2026-11-05",
    ],
)
def test_a_printed_day_is_read_in_many_languages(line: str) -> None:
    assert date_in(line) == Dated(datetime(2026, 11, 5, tzinfo=UTC), Precision.DAY)


def test_a_month_with_both_arabic_names_is_read() -> None:
    assert date_in("5 نيسان / أبريل 2026") == Dated(datetime(2026, 4, 5, tzinfo=UTC), Precision.DAY)


def test_what_is_marked_as_a_date_is_read_as_people_write_it() -> None:
    html = '<body><i class="post-date">Jueves, 5 de marzo de 2026</i><h1>Ferry runs again</h1>'
    found, origin = published(html)
    assert found is not None
    assert (found.at.date().isoformat(), origin) == ("2026-03-05", "in words")


@pytest.mark.parametrize("line", ["05/11/2026", "In 2026", "12 crowns 2026", "5 Smarch 2026"])
def test_a_day_that_may_be_a_month_is_not_read(line: str) -> None:
    assert date_in(line) is None


def test_a_canonical_address_on_another_host_dates_nothing() -> None:
    head = '<link rel="canonical" href="https://other.example/2021/10/06/letter/">'
    assert article(a_page(head=head)).published is None


@pytest.mark.parametrize(("second", "day"), [("2026-03-05", "2026-03-05"), ("2026-03-06", None)])
def test_a_script_dates_a_page_by_one_day_alone(second: str, day: str | None) -> None:
    script = f"<script>show('2026-03-05 10:30', '{second} 11:00')</script>"
    found = article(a_page(below=script)).published
    assert (found.at.date().isoformat() if found else None) == day


def test_zones_are_kept_as_printed() -> None:
    found = parsed("2026-11-05T10:30:00-0330")
    assert found is not None
    assert found.at.utcoffset() == -timedelta(hours=3, minutes=30)
