"""What gathering asks, what it keeps, and what it does not ask again."""

import os
from datetime import timedelta
from pathlib import Path

from tests.archive.keeping import a_fetch, an_exchange
from tests.pipeline.press import FEED, Entry, Page, Press, article
from tests.pipeline.room import NOW, Room, a_source, outcomes, problems

from watchdesk.config import set_muted
from watchdesk.model import Code
from watchdesk.pipeline import find_sources, open_desk, working_on
from watchdesk.pipeline.asking import archived
from watchdesk.sources import Listed, source_from

FERRY = Entry(title="The ferry sails again", link="/ferry", guid="tag:1")
BRIDGE = Entry(title="The bridge is painted", link="/bridge", guid="tag:2")


def two_articles(press: Press, *, etag: str = "") -> str:
    press.put_article("/ferry", FERRY.title)
    press.put_article("/bridge", BRIDGE.title, "The bridge was painted in two days.\nIt is blue.")
    return press.put_feed("/feed.xml", FERRY, BRIDGE, etag=etag)


def test_a_feed_and_all_that_it_names_are_archived_in_one_run(press: Press, room: Room) -> None:
    room.watch(a_source(two_articles(press)))
    done = outcomes(room.gather())
    assert ("index", "/feed.xml") in done
    assert ("listed", "/feed.xml") in done
    assert {("article", "/ferry"), ("article", "/bridge")} <= set(done)
    assert len(room.captures_at(press.url("/ferry"))) == 1
    assert room.is_whole()


def test_equal_answers_of_one_moment_are_captures_of_their_own(room: Room) -> None:
    missing = an_exchange(status=404, body=b"Not here.")
    with open_desk(room.folder, now=NOW) as desk, working_on(desk, "gather"):
        for batch in [(a_fetch(missing), a_fetch(missing)), (a_fetch(missing),)]:
            with desk.store.writing() as tx:
                archived(tx, desk.archive, batch)
    kept = room.captures_at(missing.url)
    assert len({one.fetched_at for one in kept}) == len({one.id for one in kept}) == 3
    assert room.is_whole()


def test_an_unchanged_list_is_a_revisit_and_no_new_answer(press: Press, room: Room) -> None:
    url = two_articles(press, etag='"one"')
    room.watch(a_source(url))
    room.gather()
    done = outcomes(room.gather(NOW + timedelta(hours=1)))
    assert done == [("unchanged", "/feed.xml")]
    first, second = room.captures_at(url)
    assert (second.status, second.revisit_of) == (304, first.id)
    assert room.records("response").count(url) == 1
    assert room.records("revisit") == [url]
    assert room.is_whole()


def test_the_same_body_without_validators_is_a_revisit_too(press: Press, room: Room) -> None:
    url = two_articles(press)
    room.watch(a_source(url))
    room.gather()
    assert outcomes(room.gather(NOW + timedelta(hours=1))) == [("unchanged", "/feed.xml")]
    assert [one.status for one in room.captures_at(url)] == [200, 200]
    assert room.records("response").count(url) == 1
    assert press.times("/ferry") == 1


def test_validators_are_left_out_once_a_day_since_they_lie_now_and_then(
    press: Press, room: Room
) -> None:
    room.watch(a_source(two_articles(press, etag='"one"')))
    room.gather()
    room.gather(NOW + timedelta(hours=23))
    room.gather(NOW + timedelta(hours=25))
    feeds = zip(press.asked, press.heard, strict=True)
    sent = ["If-None-Match" in head for (_, path), head in feeds if path == "/feed.xml"]
    assert sent == [False, True, False]


def test_an_entry_is_known_again_by_its_id_its_address_or_its_words(
    press: Press, room: Room
) -> None:
    room.watch(a_source(two_articles(press)))
    room.gather()
    words = Entry(title=FERRY.title, link="/another-place", guid="tag:new", summary="")
    by_id = Entry(title=FERRY.title, link="/ferry-moved", guid="tag:1")
    by_address = Entry(title=BRIDGE.title, link="/bridge", guid="tag:changed")
    for entries in ((by_id,), (by_address,), (words,)):
        press.put_feed("/feed.xml", *entries)
        assert ("nothing new", "/feed.xml") in outcomes(room.gather(NOW + timedelta(hours=1)))
    asked = {path for _, path in press.asked}
    assert not asked & {"/another-place", "/ferry-moved"}
    assert press.times("/bridge") == 1


def test_an_article_is_asked_again_when_the_list_gives_it_other_words(
    press: Press, room: Room
) -> None:
    room.watch(a_source(two_articles(press)))
    room.gather()
    press.put_article("/ferry", "The ferry sails no more")
    press.put_feed("/feed.xml", Entry(title="The ferry sails no more", link="/ferry", guid="tag:1"))
    assert ("article", "/ferry") in outcomes(room.gather(NOW + timedelta(hours=1)))
    assert len(room.captures_at(press.url("/ferry"))) == 2
    assert press.times("/bridge") == 1


def test_a_failing_source_is_asked_by_the_next_run_and_then_at_a_growing_distance(
    press: Press, room: Room
) -> None:
    url = press.url("/feed.xml")
    room.watch(a_source(url))
    minutes = (0, 1, 30, 62, 120, 190)
    for minute in minutes:
        room.gather(NOW + timedelta(minutes=minute))
    assert press.times("/feed.xml") == 4  # not at 30, nor at 120: two hours after the third
    two_articles(press)
    assert ("listed", "/feed.xml") in outcomes(room.gather(NOW + timedelta(hours=8)))
    assert room.health(NOW + timedelta(hours=8))["harbour"].state == "well"


def test_a_list_that_was_archived_when_its_address_was_tried_is_read_all_the_same(
    press: Press, room: Room
) -> None:
    url = two_articles(press)
    with open_desk(room.folder, now=NOW) as desk, working_on(desk, "sources add"):
        [(_, found)] = find_sources(desk, room.workers, [Listed(url=url)])
    room.watch(source_from(found, taken=()))
    done = outcomes(room.gather(NOW + timedelta(minutes=1)))
    assert ("listed", "/feed.xml") in done
    assert ("article", "/ferry") in done
    assert room.records("response").count(url) == 1


def test_a_page_that_two_lists_name_is_fetched_once(press: Press, room: Room) -> None:
    two_articles(press)
    press.put_feed("/other.xml", Entry(title="Ferry", link=press.url("/ferry")), host="mill")
    room.watch(a_source(press.url("/feed.xml")))
    room.watch(a_source(press.url("/other.xml", "mill"), id_="mill"))
    room.gather()
    assert press.times("/ferry") == 1


def test_a_page_that_another_source_led_to_before_is_not_asked_again(
    press: Press, room: Room
) -> None:
    room.watch(a_source(two_articles(press)))
    room.gather()
    press.put_feed("/other.xml", Entry(title="Ferry", link=press.url("/ferry")), host="mill")
    room.watch(a_source(press.url("/other.xml", "mill"), id_="mill"))
    room.gather(NOW + timedelta(hours=1))
    assert press.times("/ferry") == 1


def test_unchanged_to_a_first_question_is_a_problem_with_a_reason(press: Press, room: Room) -> None:
    room.watch(a_source(press.put("/feed.xml", Page(status=304, media_type=FEED))))
    [problem] = problems(room.gather())
    assert problem.code is Code.NEVER_RECEIVED
    assert room.is_whole()


def test_a_redirect_is_kept_hop_by_hop(press: Press, room: Room) -> None:
    two_articles(press)
    target = press.url("/ferry", "mill")
    press.put("/ferry", Page(status=302, headers=(("Location", target),)))
    press.put_article("/ferry", FERRY.title, host="mill")
    room.watch(a_source(press.url("/feed.xml")))
    room.gather()
    [hop] = room.captures_at(press.url("/ferry"))
    [answer] = room.captures_at(target)
    assert (hop.status, answer.status) == (302, 200)
    assert answer.asked == hop.asked == press.url("/ferry")
    assert room.is_whole()


def test_what_robots_txt_forbids_is_not_asked(press: Press, room: Room) -> None:
    press.put("/robots.txt", Page(body=b"User-agent: *\nDisallow: /", media_type="text/plain"))
    room.watch(a_source(two_articles(press)))
    [problem] = problems(room.gather())
    assert problem.code is Code.ROBOTS
    assert {path for _, path in press.asked} == {"/robots.txt"}
    assert room.health()["harbour"].state == "refused"


def test_robots_txt_is_asked_once_a_day(press: Press, room: Room) -> None:
    room.watch(a_source(two_articles(press)))
    for hours in (0, 1, 12, 25):
        room.gather(NOW + timedelta(hours=hours))
    assert press.times("/robots.txt") == 2


def test_files_of_a_folder_are_taken_and_a_changed_one_again(room: Room, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    file = papers / "ferry.html"
    file.write_bytes(article("The ferry sails again"))
    os.utime(file, (NOW.timestamp() - 900, NOW.timestamp() - 900))
    room.watch(a_source(str(papers), kind="folder"))
    assert ("article", file.as_uri().removeprefix("file://")) in [
        (word, "/" + place.lstrip("/")) for word, place in outcomes(room.gather())
    ]
    assert not [one for one in outcomes(room.gather(NOW + timedelta(hours=1))) if "article" in one]
    file.write_bytes(article("The ferry sails no more"))
    os.utime(file, (NOW.timestamp() + 900, NOW.timestamp() + 900))
    assert [one for one in outcomes(room.gather(NOW + timedelta(hours=2))) if "article" in one]
    assert room.is_whole()


def test_a_watched_page_is_new_when_it_changes_and_only_then(press: Press, room: Room) -> None:
    url = press.put_article("/landing", "The landing stage")
    room.watch(a_source(url, kind="watch"))
    assert ("article", "/landing") in outcomes(room.gather())
    assert outcomes(room.gather(NOW + timedelta(hours=1))) == [("unchanged", "/landing")]
    press.put_article(
        "/landing", "The landing stage", "It was closed on Friday.\nNobody knows why."
    )
    assert ("article", "/landing") in outcomes(room.gather(NOW + timedelta(hours=2)))
    assert (
        len(room.records("response")) - room.records("response").count(press.url("/robots.txt"))
        == 2
    )


def test_a_site_that_asks_to_wait_is_left_alone_by_the_next_run(press: Press, room: Room) -> None:
    busy = Page(status=503, headers=(("Retry-After", "7200"),))
    url = press.put("/feed.xml", busy)
    room.watch(a_source(url))
    [problem] = problems(room.gather())
    assert problem.code is Code.BUSY
    assert problem.retry_after is not None
    assert timedelta(hours=1.9) < problem.retry_after - NOW < timedelta(hours=2.1)
    two_articles(press)
    room.gather(NOW + timedelta(hours=1))
    assert press.times("/feed.xml") == 1
    assert ("listed", "/feed.xml") in outcomes(room.gather(NOW + timedelta(hours=3)))


def test_an_article_of_a_busy_site_waits_in_the_store_and_comes_later(
    press: Press, room: Room
) -> None:
    url = two_articles(press)
    press.put("/ferry", Page(status=503, headers=(("Retry-After", "7200"),)))
    room.watch(a_source(url))
    room.gather()
    press.put_article("/ferry", FERRY.title)
    assert ("article", "/ferry") not in outcomes(room.gather(NOW + timedelta(hours=1)))
    assert ("article", "/ferry") in outcomes(room.gather(NOW + timedelta(hours=3)))
    assert room.count("requests") == 0


def test_an_article_that_is_not_there_is_given_up_at_once(press: Press, room: Room) -> None:
    room.watch(a_source(press.put_feed("/feed.xml", FERRY)))
    [problem] = problems(room.gather())
    assert problem.code is Code.NOT_FOUND
    assert room.count("requests") == 0


def test_a_muted_source_is_not_asked(press: Press, room: Room) -> None:
    room.watch(a_source(two_articles(press)))
    set_muted(room.folder, "harbour", muted=True)
    room.gather()
    assert press.asked == []
    assert room.health()["harbour"].state == "muted"


def test_with_due_only_the_sources_are_asked_whose_time_has_come(press: Press, room: Room) -> None:
    often = press.put_feed("/often.xml", FERRY)
    seldom = press.put_feed("/seldom.xml", BRIDGE, host="mill")
    room.watch(a_source(often, every_minutes=10))
    room.watch(a_source(seldom, id_="mill", every_minutes=600))
    room.gather(due=True)
    room.gather(NOW + timedelta(minutes=15), due=True)
    assert (press.times("/often.xml"), press.times("/seldom.xml", "mill")) == (2, 1)
    room.gather(NOW + timedelta(minutes=20))
    assert (press.times("/often.xml"), press.times("/seldom.xml", "mill")) == (3, 2)
