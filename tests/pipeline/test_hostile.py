"""What gathering makes of sites that misbehave; the archive's own share is tested there."""

from datetime import timedelta

import tomlkit
from tests.pipeline.press import FEED, Entry, Page, Press, article
from tests.pipeline.room import NOW, Room, a_source, outcomes, problems

from watchdesk.model import Code


def limited(room: Room, **limits: object) -> None:
    file = room.folder / "desk.toml"
    table = tomlkit.parse(file.read_text())
    table["limits"].update(limits)
    file.write_text(tomlkit.dumps(table))


def test_only_the_named_hosts_are_asked(press: Press, room: Room) -> None:
    limited(room, only_hosts=["harbour.localhost"])
    press.put_article("/a", "The ferry sails")
    press.put_article("/b", "The mill turns", host="mill")
    feed = press.put_feed(
        "/feed.xml", Entry(title="A", link="/a"), Entry(title="B", link=press.url("/b", "mill"))
    )
    room.watch(a_source(feed))
    found = room.gather()
    assert problems(found) == []
    assert press.times("/a") == 1
    assert "mill" not in {host for host, _ in press.asked}


def test_a_redirect_does_not_lead_beyond_the_named_hosts(press: Press, room: Room) -> None:
    limited(room, only_hosts=["harbour.localhost"])
    away = (("Location", press.url("/b", "mill")),)
    room.watch(a_source(press.put("/a", Page(status=302, headers=away)), kind="watch"))
    assert [one.code for one in problems(room.gather())] == [Code.ADDRESS]
    assert "mill" not in {host for host, _ in press.asked}


def test_a_picture_that_cannot_be_had_troubles_nobody(press: Press, room: Room) -> None:
    picture = press.url("/gone.jpg")
    figure = f'<figure><img src="{picture}" width="800" height="600"></figure>'
    head = f'<meta property="og:image" content="{picture}"></head>'
    page = article("The ferry sails").replace(b"</head>", head.encode())
    press.put("/a", Page(body=page.replace(b"</h1>", f"</h1>{figure}".encode())))
    room.watch(a_source(press.url("/a"), kind="watch"))
    room.gather()
    room.extract()
    found = room.gather()
    assert ("no picture", "/gone.jpg") in outcomes(found)
    assert problems(found) == []
    assert room.count("requests") == room.count("problems") == 0


def test_a_list_that_is_too_large_gives_its_beginning(press: Press, room: Room) -> None:
    limited(room, max_bytes=8_000)
    entries = [Entry(title=f"Note {n}", link=f"/a/{n}", summary=str(n) * 40) for n in range(60)]
    room.watch(a_source(press.put_feed("/feed.xml", *entries)))
    found = room.gather()
    assert [one.code for one in problems(found) if one.subject.endswith("feed.xml")] == [
        Code.TOO_LARGE
    ]
    assert 10 < room.count("leads") < 60
    assert room.health()["harbour"].state == "well"


def test_the_beginning_of_a_bomb_is_not_read(press: Press, room: Room) -> None:
    import gzip  # noqa: PLC0415 - only here

    limited(room, max_bytes=2_000_000)
    body = gzip.compress(b"<rss><channel><title>" + b" " * 4_000_000)
    packed = Page(body=body, media_type=FEED, headers=(("Content-Encoding", "gzip"),))
    room.watch(a_source(press.put("/feed.xml", packed)))
    assert [one.code for one in problems(room.gather())] == [Code.TOO_LARGE]
    assert room.health()["harbour"].state == "failed"


def test_an_empty_list_is_not_called_unchanged(press: Press, room: Room) -> None:
    full = Page(body=press.feed(Entry(title="One", link="/a")), media_type=FEED)
    room.watch(a_source(press.put("/feed.xml", full, Page(body=press.feed(), media_type=FEED))))
    for hour in range(3):
        room.gather(NOW + timedelta(hours=hour))
    assert room.health()["harbour"].state == "empty"
    assert room.count("leads") == 1


def test_a_page_in_the_place_of_a_feed_stays_a_failure_while_it_is_the_same(
    press: Press, room: Room
) -> None:
    sold = Page(body=b"<html><h1>This domain is for sale</h1></html>")
    room.watch(a_source(press.put("/feed.xml", sold)))
    for hour in range(3):
        room.gather(NOW + timedelta(hours=hour))
    assert room.health()["harbour"].state == "failed"


def test_a_feed_that_moved_for_good_is_read_and_its_new_place_is_told(
    press: Press, room: Room
) -> None:
    away = (("Location", press.put_feed("/new.xml", Entry(title="One", link="/a"))),)
    press.put_article("/a", "One")
    room.watch(a_source(press.put("/feed.xml", Page(status=301, headers=away))))
    assert problems(room.gather()) == []
    told = problems(room.gather(NOW + timedelta(hours=1)))
    assert [one.code for one in told] == [Code.MOVED]
    assert press.url("/new.xml") in told[0].message
    assert room.count("leads") == 1


def test_a_feed_that_is_elsewhere_for_today_has_not_moved(press: Press, room: Room) -> None:
    away = (("Location", press.put_feed("/new.xml", Entry(title="One", link="/a"))),)
    press.put_article("/a", "One")
    room.watch(a_source(press.put("/feed.xml", Page(status=302, headers=away))))
    assert problems(room.gather()) == []
    assert problems(room.gather(NOW + timedelta(hours=1))) == []


def test_an_index_that_stays_still_leads_to_its_sitemaps(press: Press, room: Room) -> None:
    index = f"<sitemapindex><sitemap><loc>{press.url('/news.xml')}</loc></sitemap></sitemapindex>"
    url = press.put("/sitemap.xml", Page(body=index.encode(), media_type="text/xml", etag='"1"'))
    for path in ("/a", "/b"):
        press.put_article(path, f"News {path}")
    rows = [f"<url><loc>{press.url(path)}</loc></url>" for path in ("/a", "/b")]
    bodies = [f"<urlset>{''.join(rows[:count])}</urlset>".encode() for count in (1, 2)]
    press.put("/news.xml", *(Page(body=body, media_type="text/xml") for body in bodies))
    room.watch(a_source(url, kind="sitemap"))
    room.gather()
    room.gather(NOW + timedelta(hours=1))
    assert press.times("/sitemap.xml") == 2
    assert (press.times("/a"), press.times("/b")) == (1, 1)


def test_a_watched_page_behind_a_wall_is_not_well(press: Press, room: Room) -> None:
    form = b'<form><input name="user"><input type="password"></form>Sign in.'
    wall = Page(body=b"<html><title>Sign in to continue</title><h1>Sign in</h1>" + form)
    room.watch(a_source(press.put("/a", wall), kind="watch"))
    room.gather()
    room.extract()
    row = room.health()["harbour"]
    assert row.state == "refused"
    assert "login" in row.reason


def test_a_source_that_fails_tells_its_own_trouble_before_that_of_a_page(
    press: Press, room: Room
) -> None:
    feed = Page(body=press.feed(Entry(title="One", link="/gone")), media_type=FEED)
    down = Page(status=403)
    room.watch(a_source(press.put("/feed.xml", feed, down)))
    room.gather()
    room.gather(NOW + timedelta(hours=1))
    assert "403" in room.health()["harbour"].reason
