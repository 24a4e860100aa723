"""How each source fares, in one word and one sentence; and a cure for each kind of problem."""

from datetime import timedelta

import pytest
from tests.pipeline.press import FEED, Entry, Page, Press
from tests.pipeline.room import NOW, Room, a_source

from watchdesk.config import set_muted
from watchdesk.model import Code
from watchdesk.pipeline import cure, open_desk, open_problems
from watchdesk.pipeline.drafting import coverage


def entry(number: int, date: str = "Fri, 20 Nov 2026 08:00:00 GMT") -> Entry:
    return Entry(title=f"Note {number}", link=f"/note/{number}", guid=str(number), date=date)


@pytest.mark.parametrize("code", list(Code))
def test_every_kind_of_problem_has_a_cure_in_a_sentence(code: Code) -> None:
    assert cure(code).endswith(".")
    assert len(cure(code).split()) > 4


def test_a_source_that_was_never_read_is_new(press: Press, room: Room) -> None:
    room.watch(a_source(press.url("/feed.xml")))
    row = room.health()["harbour"]
    assert (row.state, row.last_visit) == ("new", None)


def test_a_source_with_something_new_is_well(press: Press, room: Room) -> None:
    room.watch(a_source(press.put_feed("/feed.xml", entry(1), entry(2))))
    room.gather()
    row = room.health()["harbour"]
    assert (row.state, row.reason) == ("well", "2 new at the last visit.")


def test_a_source_that_is_not_there_has_failed_and_says_why(press: Press, room: Room) -> None:
    room.watch(a_source(press.url("/feed.xml")))
    room.gather()
    row = room.health()["harbour"]
    assert row.state == "failed"
    assert "404" in row.reason


def test_a_source_that_turns_us_away_has_refused(press: Press, room: Room) -> None:
    room.watch(a_source(press.put("/feed.xml", Page(status=403, body=b"<p>No.</p>"))))
    room.gather()
    assert room.health()["harbour"].state == "refused"


def test_a_source_whose_list_holds_nothing_is_empty(press: Press, room: Room) -> None:
    room.watch(a_source(press.put_feed("/feed.xml")))
    room.gather()
    assert room.health()["harbour"].state == "empty"


def test_a_source_whose_list_is_as_before_is_unchanged(press: Press, room: Room) -> None:
    room.watch(a_source(press.put_feed("/feed.xml", entry(1))))
    room.gather()
    room.gather(NOW + timedelta(hours=1))
    assert room.health(NOW + timedelta(hours=1))["harbour"].state == "unchanged"


def test_a_page_in_the_place_of_a_feed_has_failed_until_a_feed_stands_there(
    press: Press, room: Room
) -> None:
    room.watch(a_source(press.put("/feed.xml", Page(body=b"<html><p>We moved.</p></html>"))))
    room.gather()
    assert room.health()["harbour"].state == "failed"
    press.put_feed("/feed.xml", entry(1))
    then = NOW + timedelta(hours=1)
    room.gather(then)
    assert room.health(then)["harbour"].state == "well"
    with open_desk(room.folder, now=then) as desk:
        assert [one for one in open_problems(desk) if one.code is Code.NOT_A_FEED] == []


def test_a_daily_that_says_nothing_for_a_week_has_gone_quiet(press: Press, room: Room) -> None:
    days = [f"{day} Nov 2026 08:00:00 GMT" for day in range(10, 20)]
    room.watch(a_source(press.put_feed("/feed.xml", *map(entry, range(10), days))))
    room.gather()
    assert room.health()["harbour"].state == "well"
    later = NOW + timedelta(days=7)
    room.gather(later)
    row = room.health(later)["harbour"]
    assert row.state == "quiet"
    assert row.reason == (
        "Nothing new for 8 days, since 19 November 2026; usually something new every day."
    )


def test_a_muted_source_is_muted_whatever_else_it_is(press: Press, room: Room) -> None:
    room.watch(a_source(press.url("/feed.xml")))
    room.gather()
    set_muted(room.folder, "harbour", muted=True)
    assert room.health()["harbour"].state == "muted"


def test_those_that_need_somebody_come_first(press: Press, room: Room) -> None:
    room.watch(
        a_source(press.put_feed("/feed.xml", entry(1)), id_="well"),
        a_source(press.put("/no.xml", Page(status=403), host="mill"), id_="refused"),
        a_source(press.url("/gone.xml", "tower"), id_="failed"),
        a_source(press.put("/empty.xml", Page(body=press.feed(), media_type=FEED)), id_="empty"),
    )
    room.gather()
    assert list(room.health()) == ["failed", "refused", "empty", "well"]


def test_what_refused_was_not_read_and_is_named(press: Press, room: Room) -> None:
    room.watch(
        a_source(press.put_feed("/feed.xml", entry(1))),
        a_source(press.put("/no.xml", Page(status=403, body=b"<p>No.</p>")), id_="shut"),
    )
    room.gather()
    with open_desk(room.folder, now=NOW) as desk:
        read = coverage(desk, since=None, until=NOW)
    assert (read.sources, read.refused, read.broken) == (1, ("shut",), ())
