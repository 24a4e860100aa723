import gzip

import pytest
from tests.builders import at
from tests.sources.reading import FEED, HOME, item, read, rss

from watchdesk.model import Code

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Tidings</title>
<entry><id>tag:1</id><title type="html">The &lt;b&gt;quarry&lt;/b&gt; road</title>
<link rel="self" href="/self/1"/><link rel="alternate" href="/a/1"/>
<published>2026-11-16T09:00:00+04:00</published><updated>2026-11-17T09:00:00Z</updated>
<author><name>Ada Example</name></author><category term="roads"/><summary>Open again.</summary>
</entry></feed>"""

RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://tidings.example/"><title>Tidings</title></channel>
<item rdf:about="https://tidings.example/a/1"><title>Note 1</title>
<link>https://tidings.example/a/1</link><dc:date>2026-11-16T09:00:00Z</dc:date></item></rdf:RDF>"""


def test_an_rss_feed_gives_a_lead_for_each_item() -> None:
    reading = read(rss(item(1), item(2)))
    assert reading.title == "Tidings"
    assert reading.problems == ()
    assert [lead.url for lead in reading.leads] == [f"{HOME}/a/1", f"{HOME}/a/2"]
    assert [lead.entry_id for lead in reading.leads] == ["tidings-1", "tidings-2"]
    assert {lead.published for lead in reading.leads} == {at(16, 9)}
    assert {lead.source_id for lead in reading.leads} == {"tidings"}


def test_an_atom_feed_gives_the_page_of_an_entry_and_not_the_entry_itself() -> None:
    (lead,) = read(ATOM).leads
    assert (lead.url, lead.title) == (f"{HOME}/a/1", "The quarry road")
    assert (lead.published, lead.updated) == (at(16, 5), at(17, 9))
    assert (lead.authors, lead.categories) == (("Ada Example",), ("roads",))
    assert lead.summary == "Open again."


def test_an_rdf_feed_is_read() -> None:
    (lead,) = read(RDF).leads
    assert (lead.url, lead.title, lead.published) == (f"{HOME}/a/1", "Note 1", at(16, 9))


def test_a_feed_of_rss_0_9_without_ids_and_dates_is_read() -> None:
    body = (
        '<rss version="0.91"><channel><item><title>A</title><link>/a</link></item></channel></rss>'
    )
    (lead,) = read(body).leads
    assert (lead.url, lead.title, lead.published) == (f"{HOME}/a", "A", None)


def test_an_empty_feed_is_no_problem() -> None:
    reading = read(rss())
    assert (reading.leads, reading.problems, reading.title) == ((), (), "Tidings")


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/a/1", f"{HOME}/a/1"),
        ("a/2", f"{HOME}/news/a/2"),
        ("?a=3", f"{FEED}?a=3"),
        ("//other.example/a", "https://other.example/a"),
        ("https://tidings.example/a b?q=ü#top", f"{HOME}/a%20b?q=%C3%BC"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("http://[broken", None),
    ],
)
def test_links_become_absolute_web_addresses_or_none(link: str, expected: str | None) -> None:
    assert read(rss(item(1, link=link))).leads[0].url == expected


def test_links_count_from_the_base_that_the_feed_names() -> None:
    body = ATOM.replace("<entry>", '<entry xml:base="https://mirror.example/deep/">')
    (lead,) = read(body.replace('href="/a/1"', 'href="a/1"')).leads
    assert lead.url == "https://mirror.example/deep/a/1"


def test_a_recording_is_not_taken_for_an_entrys_page() -> None:
    entry = '<entry><id>tag:1</id><title>T</title><link rel="enclosure" href="/a.mp3"/></entry>'
    (lead,) = read(f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>').leads
    assert lead.url is None


@pytest.mark.parametrize(
    "date",
    [
        "Mon, 16 Nov 2026 04:00:00 EST",
        "Mon, 16 Nov 2026 11:00:00 +0200",
        "2026-11-16T09:00:00Z",
        "2026-11-16 09:00",
        "16 Nov 26 09:00:00 GMT",
        "Пн, 16 ноя 2026 12:00:00 +0300",
        "1794819600",
        "<![CDATA[Mon, 16 Nov 2026 09:00 MSK]]>".replace("09:00 MSK", "12:00 MSK"),
    ],
)
def test_one_moment_written_in_many_ways_is_one_moment(date: str) -> None:
    assert read(rss(item(1, date=date))).leads[0].published == at(16, 9)


@pytest.mark.parametrize(
    "date",
    [
        "Fri, 31 Dec 9021 23:59:59 GMT",
        "Sat, 21 Nov 2026 09:00:00 GMT",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Sun, 31 Feb 2026 10:00:00 GMT",
        "Today",
        "10:30",
        "November 2026",
        "06/10/2026",
        "16 Nov 2026 09:00 IST",
        "",
    ],
)
def test_a_date_that_cannot_be_sure_is_none_and_its_entry_is_kept(date: str) -> None:
    (lead,) = read(rss(item(1, date=date))).leads
    assert lead.published is None
    assert lead.url == f"{HOME}/a/1"


def test_titles_lose_markup_and_nothing_else() -> None:
    titles = [
        "&lt;script&gt;alert(1)&lt;/script&gt;Harbour",
        "5 &lt; 6 and 7 &gt; 3",
        "{{7*7}} &lt;%= 7 %&gt;",
        "AT&amp;amp;T &amp;lt;b&amp;gt;rises&amp;lt;/b&amp;gt;",
        "<![CDATA[<img src=x onerror=alert(2)> Mill\x0aTown]]>",
    ]
    found = [lead.title for lead in read(rss(*map(_titled, titles))).leads]
    assert found == [
        "Harbour",
        "5 < 6 and 7 > 3",
        "{{7*7}} <%= 7 %>",
        "AT&T rises",
        "Mill Town",
    ]


def _titled(title: str) -> str:
    return item(1, title=title)


def test_long_titles_are_cut_and_long_ids_become_digests() -> None:
    body = rss(item(1, title="harbour " * 100_000).replace("tidings-1", "g" * 500_000))
    (lead,) = read(body).leads
    assert len(lead.title) == 500
    assert lead.title.endswith("…")
    assert lead.entry_id.startswith("sha256:")


def test_the_newest_entries_are_taken_in_the_feeds_own_order() -> None:
    dates = [f"{day} Nov 2026 09:00:00 GMT" for day in (2, 9, 3, 8)] + ["no date"]
    reading = read(rss(*(item(n, date=date) for n, date in enumerate(dates))), most=2)
    assert [lead.title for lead in reading.leads] == ["Note 1", "Note 3"]


def test_without_dates_the_first_entries_are_taken() -> None:
    reading = read(rss(*(item(n, date="") for n in range(9))), most=2)
    assert [lead.title for lead in reading.leads] == ["Note 0", "Note 1"]


def test_fifty_thousand_entries_are_read_and_bounded() -> None:
    reading = read(rss(*(item(n) for n in range(50_000))))
    assert len(reading.leads) == 500


def test_packed_bytes_are_unpacked_although_nothing_says_so() -> None:
    assert len(read(gzip.compress(rss(item(1)).encode())).leads) == 1


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("", "nothing stands there"),
        (" \n", "nothing stands there"),
        ("plain words", "no feed can be read there"),
        ("<svg><g/></svg>", "no feed can be read there"),
        ('{"a": 1}', "no JSON Feed"),
        ("{", "no JSON that can be read"),
        (gzip.compress(b"x" * 60_000_000), "larger than lists may be"),
        (gzip.compress(rss(item(1)).encode())[:-20], "breaks off"),
    ],
)
def test_what_is_no_feed_is_a_problem_that_says_why(body: str | bytes, why: str) -> None:
    reading = read(body)
    assert reading.leads == ()
    assert reading.problems[0].code is Code.NOT_A_FEED
    assert why in reading.problems[0].message


def test_a_page_in_a_feeds_place_is_a_problem_that_names_its_feed() -> None:
    page = '<!doctype html><head><link rel="alternate" type="application/rss+xml" href="/real.xml">'
    (problem,) = read(page).problems
    assert problem.code is Code.NOT_A_FEED
    assert f"The page names another feed: {HOME}/real.xml" in problem.message


def test_a_parked_page_in_a_feeds_place_is_a_problem() -> None:
    reading = read("<html><body><h1>This domain is for sale</h1></body></html>")
    assert reading.leads == ()
    assert reading.problems[0].code is Code.NOT_A_FEED
