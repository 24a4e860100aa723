import gzip
from typing import Any

import pytest
from tests.builders import a_capture, at
from tests.sources.reading import HOME, read

from watchdesk.model import Code, Purpose, Source
from watchdesk.sources import Reading
from watchdesk.sources.sitemap import SitemapOptions, leads

URL = f"{HOME}/sitemap.xml"
SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urlset(*rows: str) -> str:
    return f'<?xml version="1.0"?><urlset {SCHEMA}>{"".join(rows)}</urlset>'


def url(path: str, changed: str = "") -> str:
    changed = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{HOME}{path}</loc>{changed}</url>"


def index(*paths: str, changed: str = "") -> str:
    rows = "".join(f"<sitemap><loc>{HOME}{path}</loc>{changed}</sitemap>" for path in paths)
    return f"<sitemapindex {SCHEMA}>{rows}</sitemapindex>"


def sitemap(body: str | bytes, *, at_url: str = URL, **options: Any) -> Reading:
    return read(body, kind="sitemap", url=at_url, **options)


def test_the_newest_addresses_come_first_whatever_their_zone() -> None:
    rows = [url("/a/1", "2026-11-10"), url("/a/2"), url("/a/3", "2026-11-16T01:00:00+04:00")]
    rows += [url("/a/4", "2026-11-15T22:00:00Z")]
    reading = sitemap(urlset(*rows), most=3)
    assert [lead.url for lead in reading.leads] == [f"{HOME}/a/{n}" for n in (4, 3, 1)]
    assert reading.leads[0].updated == at(15, 22)


def test_a_news_sitemap_gives_titles_and_dates() -> None:
    news = (
        '<url><image:image xmlns:image="i"><image:loc>/pic.jpg</image:loc></image:image>'
        f"<loc>{HOME}/a/1</loc>"
        '<news:news xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
        "<news:publication_date>2026-11-16T09:00:00Z</news:publication_date>"
        "<news:title>The quarry road</news:title></news:news></url>"
    )
    (lead,) = sitemap(urlset(news.replace("<loc>", "<loc>\n ", 1))).leads
    assert (lead.url, lead.title, lead.published) == (f"{HOME}/a/1", "The quarry road", at(16, 9))


def test_only_addresses_that_match_are_taken() -> None:
    reading = sitemap(urlset(url("/news/1"), url("/shop/2")), match="/news/")
    assert [lead.url for lead in reading.leads] == [f"{HOME}/news/1"]


def test_an_index_gives_its_newest_sitemaps_as_requests() -> None:
    reading = sitemap(index(*(f"/sitemap-2026-{n:02}.xml" for n in range(1, 13)), "/sitemap.xml"))
    assert reading.leads == ()
    assert [request.url[-11:] for request in reading.requests][:2] == ["2026-12.xml", "2026-11.xml"]
    assert len(reading.requests) == 12
    assert {request.purpose for request in reading.requests} == {Purpose.INDEX}


def test_an_index_that_names_a_thousand_others_gives_each_once_and_not_all() -> None:
    reading = sitemap(index(*(f"/s{n % 900}.xml" for n in range(1_000))))
    urls = [request.url for request in reading.requests]
    assert len(urls) == len(set(urls)) == 20


def test_an_index_within_an_index_leads_no_further() -> None:
    reading = read(index("/deeper.xml"), kind="sitemap", url=URL)
    assert len(reading.requests) == 1
    inner = read_inner(index("/deepest.xml"))
    assert (inner.requests, inner.problems) == ((), ())


def read_inner(body: str) -> Reading:
    """The reading of a sitemap that the source's own index named."""
    source = Source(id="tidings", kind="sitemap", options=SitemapOptions(url=URL))
    return leads(source, a_capture(f"{HOME}/inner.xml"), body.encode())


def test_a_packed_sitemap_is_unpacked() -> None:
    assert len(sitemap(gzip.compress(urlset(url("/a/1")).encode())).leads) == 1


def test_a_list_of_addresses_is_read_and_other_lines_are_not() -> None:
    reading = sitemap(f"{HOME}/a/1\r\nplain words\n{HOME}/a/2\n")
    assert [lead.url for lead in reading.leads] == [f"{HOME}/a/1", f"{HOME}/a/2"]


def test_a_cut_sitemap_gives_what_came() -> None:
    assert len(sitemap(urlset(url("/a/1"), url("/a/2"))[:-30]).leads) >= 1


def test_entities_are_not_expanded() -> None:
    evil = '<!DOCTYPE urlset [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    reading = sitemap(evil + urlset(f"<url><loc>{HOME}/&f;</loc></url>").partition("?>")[2])
    assert all("root" not in (lead.url or "") for lead in reading.leads)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("<!doctype html><p>Not found</p>", "a web page stands there"),
        ("<rss><channel/></rss>", "its first element is <rss>"),
        ("no address here", "neither a sitemap nor a list"),
        ("", "neither a sitemap nor a list"),
        ("<", "No sitemap can be read"),
        (gzip.compress(b" " * 60_000_000), "larger than lists may be"),
        (b"\x1f\x8b" + b"x" * 40, "gzip that is damaged"),
    ],
)
def test_what_is_no_sitemap_is_a_problem(body: str | bytes, why: str) -> None:
    (problem,) = sitemap(body).problems
    assert problem.code is Code.NOT_A_FEED
    assert why in problem.message
