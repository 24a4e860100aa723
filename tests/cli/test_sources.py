"""What is pasted becomes a source, or a reason why not; lists go in and out."""

from collections.abc import Callable

import pytest
from tests.cli.shell import Shell
from tests.pipeline.press import FEED, Entry, Page, Press

from watchdesk.config import load

LINKS = "".join(
    f"<p><a href='/news/2026/the-story-of-{n}'>The long story of number {n}</a></p>"
    for n in range(8)
)


def home(more: str = "") -> Page:
    head = f"<title>Harbour Post</title>{more}"
    return Page(body=f"<html lang='en'><head>{head}</head><body>{LINKS}</body></html>".encode())


def a_home_page_with_a_feed(press: Press) -> str:
    press.put_feed("/rss", Entry(title="Ferry", link="/ferry"))
    return press.put("/", home('<link rel="alternate" type="application/rss+xml" href="/rss">'))


def a_home_page_whose_feed_stands_in_a_common_place(press: Press) -> str:
    press.put_feed("/feed.xml", Entry(title="Ferry", link="/ferry"))
    return press.put("/", home())


def a_feed(press: Press) -> str:
    return press.put_feed("/news.rss", Entry(title="Ferry", link="/ferry"))


def a_sitemap(press: Press) -> str:
    body = f"<urlset><url><loc>{press.url('/ferry')}</loc></url></urlset>".encode()
    return press.put("/sitemap.xml", Page(body=body, media_type="application/xml"))


def a_page_without_a_feed(press: Press) -> str:
    return press.put("/", home())


def a_pdf(press: Press) -> str:
    return press.put("/plan.pdf", Page(body=b"%PDF-1.4 plan", media_type="application/pdf"))


def a_closed_door(press: Press) -> str:
    return press.put("/", Page(status=403, body=b"<p>No.</p>"))


def a_door_closed_to_programs(press: Press) -> str:
    press.put("/robots.txt", Page(body=b"User-agent: *\nDisallow: /", media_type="text/plain"))
    return press.put("/", home())


def nothing(press: Press) -> str:
    return press.url("/nowhere")


@pytest.mark.parametrize(
    ("place", "kind", "found"),
    [
        (a_home_page_with_a_feed, "feed", ("/rss", "names this feed")),
        (a_home_page_whose_feed_stands_in_a_common_place, "feed", ("/feed.xml", "a feed of 1")),
        (a_feed, "feed", ("/news.rss", "a feed of 1")),
        (a_sitemap, "sitemap", ("/sitemap.xml", "a sitemap")),
        (a_page_without_a_feed, "page", ("/", "8 links to articles")),
        (a_pdf, "watch", ("/plan.pdf", "a PDF")),
        (a_closed_door, None, ("/", "403")),
        (a_door_closed_to_programs, None, ("/", "robots.txt")),
        (nothing, None, ("/nowhere", "404")),
    ],
)
def test_each_address_says_what_was_found_and_why(
    shell: Shell,
    press: Press,
    place: Callable[[Press], str],
    kind: str | None,
    found: tuple[str, str],
) -> None:
    url, (path, why) = place(press), found
    [row] = shell("sources", "add", url, "--json").rows()
    assert (row["asked"], row["kind"], row["url"]) == (url, kind, press.url(path))
    assert why in row["why"]
    watched = [(one.id, one.kind) for one in load(shell.folder).sources]
    assert watched == ([(row["source"], kind)] if kind else [])


def test_a_file_that_is_not_there_ends_with_2(shell: Shell) -> None:
    said = shell("sources", "add", "no-such-list.opml")
    assert (said.status, said.err) == (2, "There is no file no-such-list.opml.\n")


def test_a_file_that_is_no_list_ends_with_2(shell: Shell) -> None:
    (shell.folder / "broken.opml").write_text("<opml><body><outline")
    said = shell("sources", "add", "broken.opml")
    assert said.status == 2
    assert said.err == ("broken.opml names no address; write one a line, or give an OPML file.\n")


def test_an_address_that_is_watched_already_is_not_added_again(shell: Shell, press: Press) -> None:
    url = a_feed(press)
    assert "1 of 1 are watched now" in shell("sources", "add", url).out
    said = shell("sources", "add", url).out
    assert "is watched already" in said
    assert "0 of 1 are watched now" in said


def test_sources_go_out_as_opml_and_come_back_the_same(shell: Shell, press: Press) -> None:
    for host, title in (("harbour", "Harbour & Port"), ("mill", "Le Moulin")):
        body = press.feed(Entry(title="Note", link="/note"), host=host)
        url = press.put("/feed.xml", Page(body=body, media_type=FEED), host=host)
        assert shell("sources", "add", url, "--title", title, "--party", "independent").status == 0
    assert "2 sources are written to list.opml" in shell("sources", "export", "list.opml").out
    before = {
        (one.title, one.kind, one.party, str(one.options)) for one in load(shell.folder).sources
    }
    (shell.folder / "sources.toml").write_text("")
    assert "2 of 2 are watched now" in shell("sources", "add", "list.opml").out
    after = {
        (one.title, one.kind, one.party, str(one.options)) for one in load(shell.folder).sources
    }
    assert after == before


def test_a_list_in_plain_text_is_taken_line_by_line(shell: Shell, press: Press) -> None:
    first, second = a_feed(press), a_pdf(press)
    (shell.folder / "list.txt").write_text(f"# what we read\n{first}\n\n{second}\n")
    assert "2 of 2 are watched now" in shell("sources", "add", "list.txt").out
    assert {one.kind for one in load(shell.folder).sources} == {"feed", "watch"}


def test_a_muted_source_says_so_until_it_is_undone(shell: Shell, press: Press) -> None:
    shell("sources", "add", a_feed(press))
    [row] = shell("sources", "list", "--json").rows()
    shell("sources", "mute", row["id"])
    assert "(muted)" in shell("sources", "list").out
    shell("sources", "mute", row["id"], "--undo")
    assert "(muted)" not in shell("sources", "list").out
