from datetime import UTC, datetime, timedelta

import pytest

from watchdesk.archive import Exchange, RobotsText, validators_of
from watchdesk.archive.limits import ROBOTS_BYTES
from watchdesk.archive.politeness import Robots, distance, retry_after, rules_of, until

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PAGE = "http://harbour.example/a"


def robots(body: bytes, status: int = 200) -> RobotsText:
    return RobotsText(host="http://harbour.example", fetched_at=NOW, status=status, body=body)


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        (robots(b"User-agent: *\nDisallow: /\n"), False),
        (robots(b"User-agent: watchdesk\nDisallow: /\n\nUser-agent: *\nAllow: /\n"), False),
        (robots(b"User-agent: other\nDisallow: /\n"), True),
        (robots(b"User-agent: *\nDisallow: /\nAllow: /a\n"), True),
        (robots(b"\xef\xbb\xbfUser-agent: *\rDisallow: /a\r"), False),
        (robots(b"User-agent: one\nUser-agent: watchdesk # us\nDisallow: /%61\n"), False),
        (robots(b"<!DOCTYPE html><p>User-agent: *\nDisallow: /\n</p>"), True),
        (robots(b""), True),
        (robots(b"Disallow: /", status=404), True),
        (robots(b"Disallow: /", status=403), True),
        (robots(b"", status=302), True),
        (robots(b"", status=500), False),
        (robots(b"", status=503), False),
    ],
)
def test_robots_txt_is_read_by_the_rule(text: RobotsText, *, allowed: bool) -> None:
    assert rules_of(text).allow(PAGE) is allowed


def test_a_line_cut_at_the_limit_is_no_rule() -> None:
    body = b"User-agent: *\nAllow: /\n" + b"#" * (ROBOTS_BYTES - 40) + b"\nDisallow: /"
    assert len(body) < ROBOTS_BYTES
    body = body.ljust(ROBOTS_BYTES, b"a")
    assert rules_of(robots(body)).allow(PAGE)


def test_a_crawl_delay_is_respected_up_to_the_cap() -> None:
    rules = rules_of(robots(b"User-agent: *\nCrawl-delay: 3\n"))
    assert rules.delay(30.0) == 3.0
    rules = rules_of(robots(b"User-agent: *\nCrawl-delay: 864000\n"))
    assert rules.delay(30.0) == 30.0
    assert rules_of(robots(b"")).delay(30.0) == 0.0


def test_rules_are_kept_a_day_and_a_closed_door_is_tried_again_soon() -> None:
    known = Robots((robots(b""),))
    assert known.rules("http://harbour.example", NOW + timedelta(hours=23)) is not None
    assert known.rules("http://harbour.example", NOW + timedelta(hours=25)) is None
    known.put(robots(b"", status=500))
    rules = known.rules("http://harbour.example", NOW)
    assert rules is not None
    assert not rules.allow(PAGE)
    assert known.rules("http://harbour.example", NOW + timedelta(hours=1)) is None
    assert known.rules("http://elsewhere.example", NOW) is None
    assert known.status("http://harbour.example") == 500


@pytest.mark.parametrize(
    ("value", "date", "seconds"),
    [
        ("2", None, 2.0),
        (" 120 ", None, 120.0),
        ("99999999999", None, 99999999999.0),
        ("Fri, 20 Nov 2026 09:00:03 GMT", "Fri, 20 Nov 2026 09:00:00 GMT", 3.0),
        ("Mon, 01 Jan 2001 00:00:03 GMT", "Mon, 01 Jan 2001 00:00:00 GMT", 3.0),
        ("Fri, 20 Nov 2026 09:00:30 GMT", None, 30.0),
        ("Fri, 20 Nov 2026 08:00:00 GMT", None, 0.0),
        ("soon", None, None),
        ("-5", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_retry_after_is_read_in_both_forms(
    value: str | None, date: str | None, seconds: float | None
) -> None:
    assert retry_after(value, date, NOW) == seconds


def test_pauses_grow_and_waits_are_capped() -> None:
    assert [distance(attempt, 2.0) for attempt in (1, 2)] == [2.0, 6.0]
    assert until(NOW, 1e11, 86_400.0) == NOW + timedelta(days=1)


def answered(**headers: str) -> Exchange:
    pairs = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Exchange(url=PAGE, asked_at=NOW, status=200, response_headers=pairs)


@pytest.mark.parametrize(
    ("modified", "sent_back"),
    [
        ("Thu, 19 Nov 2026 09:00:00 GMT", True),
        ("Thu, 01 Jan 2099 00:00:00 GMT", False),
        ("yesterday", False),
    ],
)
def test_a_modification_date_in_the_future_is_not_sent_back(
    modified: str, *, sent_back: bool
) -> None:
    exchange = answered(ETag='W/"1"', Last_Modified=modified, Date="Fri, 20 Nov 2026 09:00:00 GMT")
    validators = validators_of(exchange)
    assert validators.etag == 'W/"1"'
    assert validators.last_modified == (modified if sent_back else None)


def test_an_error_page_gives_nothing_to_ask_again_with() -> None:
    exchange = Exchange(url=PAGE, asked_at=NOW, status=404, response_headers=(("ETag", '"1"'),))
    assert validators_of(exchange).etag is None
