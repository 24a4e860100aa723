"""What reading makes of captures: articles that are never edited, and requests that follow."""

from datetime import timedelta

from tests.pipeline.press import TEXT, Entry, Page, Press, article
from tests.pipeline.room import NOW, Room, a_source, outcomes, problems

from watchdesk.model import Code, Stage
from watchdesk.pipeline import (
    chain,
    newest_stories,
    open_desk,
    rebuild_from,
    waiting_work,
    working_on,
)
from watchdesk.workers import Workers

FERRY, BRIDGE = Entry(title="The ferry sails again", link="/ferry"), "The bridge is closed"
LATER = NOW + timedelta(hours=1)


def one_article(press: Press, room: Room, more: str = "") -> None:
    press.put("/ferry", Page(body=article(FERRY.title, more=more)))
    room.watch(a_source(press.put_feed("/feed.xml", FERRY)))


def test_an_article_keeps_what_page_and_list_say_of_it(press: Press, room: Room) -> None:
    one_article(press, room)
    room.gather()
    assert outcomes(room.extract()) == [("article", "/ferry")]
    [(read, current)] = room.articles()
    assert current
    assert read.title == FERRY.title
    assert "1,200 people" in read.text
    assert read.source_id == "harbour"
    assert read.published is not None


def test_other_adverts_around_the_same_text_make_no_new_article(press: Press, room: Room) -> None:
    url = press.put_article("/landing", "The landing stage")
    room.watch(a_source(url, kind="watch"))
    room.gather()
    room.extract()
    body = article("The landing stage").replace(b"</body>", b"<footer>12 readers</footer></body>")
    press.put("/landing", Page(body=body))
    room.gather(LATER)
    assert outcomes(room.extract(LATER)) == [("unchanged", "/landing")]
    assert len(room.articles()) == 1


def test_a_changed_page_replaces_the_article_and_the_old_one_stays(
    press: Press, room: Room
) -> None:
    room.watch(a_source(press.put_article("/landing", "The landing stage"), kind="watch"))
    room.gather()
    room.extract()
    press.put_article("/landing", "The landing stage", TEXT.replace("1,200", "1,900"))
    room.gather(LATER)
    assert outcomes(room.extract(LATER)) == [("changed", "/landing")]
    (old, was_current), (new, is_current) = room.articles()
    assert (was_current, is_current) == (False, True)
    assert new.replaces == old.id
    assert "1,200 people" in old.text
    assert "1,900 people" in new.text


def test_a_changed_article_stays_in_its_story(press: Press, room: Room) -> None:
    room.watch(a_source(press.put_article("/landing", "The landing stage"), kind="watch"))
    room.gather()
    room.extract()
    room.group()
    press.put_article("/landing", "The landing stage", TEXT.replace("1,200", "1,900"))
    room.gather(LATER)
    room.extract(LATER)
    assert [one for one, _ in outcomes(room.group(LATER))] == ["replaced"]
    with open_desk(room.folder, now=LATER) as desk:
        [story] = newest_stories(desk, since=NOW - timedelta(days=1), limit=9)
    assert len(story.members) == 1


def test_documents_and_pictures_are_asked_for_and_archived_in_the_same_run(
    press: Press, room: Room
) -> None:
    letter = press.put("/letter.pdf", Page(body=PDF, media_type="application/pdf"))
    picture = press.put("/ferry.png", Page(body=PNG, media_type="image/png"))
    more = (
        f'<figure><img src="{picture}" width="900" height="600" alt="The ferry">'
        "<figcaption>The ferry on Thursday.</figcaption></figure>"
        f'<p>The council answered in <a href="{letter}">a letter to the harbour office</a>.</p>'
    )
    one_article(press, room, more)
    with open_desk(room.folder, now=NOW) as desk, working_on(desk, "run"):
        done = outcomes(chain(desk, room.workers))
        assert waiting_work(desk) == {}
    assert {("document", "/letter.pdf"), ("image", "/ferry.png")} <= set(done)
    assert room.captures_at(letter)[0].purpose == "document"
    assert room.captures_at(picture)[0].purpose == "image"
    assert room.is_whole()


def test_a_reader_that_takes_too_much_costs_its_one_item(press: Press, room: Room) -> None:
    one_article(press, room)
    press.put("/bomb", Page(body=article("A long list", "\n".join(LONG))))
    room.watch(a_source(press.url("/bomb"), id_="bomb", kind="watch"))
    room.gather()
    with Workers(count=1, memory_mb=250, deadline_seconds=4) as small:
        read = room.extract(workers=small)
    assert ("article", "/ferry") in outcomes(read)
    [problem] = problems(read)
    assert problem.code is Code.CRASHED
    assert "was given up: it " in problem.message
    assert room.count("work", "stage = 'extract'") == 0


def test_a_page_without_an_article_is_a_problem_and_its_bytes_are_kept(
    press: Press, room: Room
) -> None:
    url = press.put("/landing", Page(body=b"<html><body></body></html>"))
    room.watch(a_source(url, kind="watch"))
    room.gather()
    [problem] = problems(room.extract())
    assert problem.stage is Stage.EXTRACT
    assert problem.source_id == "harbour"
    assert len(room.captures_at(url)) == 1


def test_articles_are_read_again_from_the_archive_without_asking_the_site(
    press: Press, room: Room
) -> None:
    one_article(press, room)
    room.gather()
    room.extract()
    asked = len(press.asked)
    with open_desk(room.folder, now=LATER) as desk, working_on(desk, "rebuild"):
        assert rebuild_from(desk, "extract") == 1
    assert outcomes(room.extract(LATER)) == [("unchanged", "/ferry")]
    assert len(press.asked) == asked


def test_reading_all_versions_again_leaves_the_newest_one_current(press: Press, room: Room) -> None:
    room.watch(a_source(press.put_article("/landing", "The landing stage"), kind="watch"))
    room.gather()
    room.extract()
    press.put_article("/landing", "The landing stage", TEXT.replace("1,200", "1,900"))
    room.gather(LATER)
    room.extract(LATER)
    with open_desk(room.folder, now=LATER) as desk, working_on(desk, "rebuild"):
        rebuild_from(desk, "extract")
    room.extract(LATER)
    current = [read for read, is_current in room.articles() if is_current]
    assert ["1,900 people" in read.text for read in current] == [True]


def test_stories_are_grouped_again_from_the_articles(press: Press, room: Room) -> None:
    one_article(press, room)
    room.gather()
    room.extract()
    room.group()
    with open_desk(room.folder, now=LATER) as desk, working_on(desk, "rebuild"):
        assert rebuild_from(desk, "group") == 1
        assert waiting_work(desk)["group"] == 1
        assert newest_stories(desk, since=NOW - timedelta(days=9), limit=9) == ()
    room.group(LATER)
    with open_desk(room.folder, now=LATER) as desk:
        [story] = newest_stories(desk, since=NOW - timedelta(days=9), limit=9)
    assert story.title == FERRY.title


LONG = [f"Some {n} people cross each day, said the keeper of the house." for n in range(60_000)]

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c626001000000ffff03000006000557bfabd40000000049454e44ae426082"
)

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 72>>stream\nBT /F 12 Tf 20 200 Td (The council asks that the ferry sails"
    b" again.) Tj ET\nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    b"trailer<</Root 1 0 R>>\n"
)
