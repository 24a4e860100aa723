import pytest
from tests.sources.reading import HOME, item, rss
from tests.sources.test_page import PAGE

from watchdesk.model import Code, Problem, Stage
from watchdesk.sources import Found, blocked, discover, source_from
from watchdesk.sources.discovery import new_id
from watchdesk.sources.feed import FeedOptions

HEAD = """<!doctype html><html lang="fr-FR"><head><title>Accueil</title>
<meta property="og:site_name" content="Le Courrier">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
<link rel="alternate" type="application/rss+xml; charset=utf-8" title="Le Courrier" href="/feed">
<link rel="alternate" type="text/html" hreflang="en" href="/en"></head><body></body></html>"""


def found(body: str, url: str = f"{HOME}/", media_type: str = "text/html") -> Found:
    return discover(url, media_type, body.encode())


def test_a_feed_is_a_feed_whatever_it_is_served_as() -> None:
    what = found(rss(item(1), item(2)), f"{HOME}/feed.xml", "text/plain")
    assert (what.kind, what.url, what.title) == ("feed", f"{HOME}/feed.xml", "Tidings")
    assert what.why == "a feed of 2 entries"


def test_a_page_leads_to_its_main_feed_and_not_to_its_comments() -> None:
    what = found(HEAD)
    assert (what.kind, what.url) == ("feed", f"{HOME}/feed")
    assert (what.title, what.language) == ("Le Courrier", "fr")
    assert what.alternatives == (f"{HOME}/comments/feed",)
    assert what.next_places == ()


def test_a_front_page_without_feed_asks_the_common_places_first() -> None:
    what = found("<html><title>Tidings</title><p>Welcome</p></html>")
    assert (what.kind, what.title) == ("watch", "Tidings")
    assert f"{HOME}/feed" in what.next_places
    assert f"{HOME}/rss.xml" in what.next_places


def test_an_inner_page_asks_nowhere_else() -> None:
    what = found("<html><p>Welcome</p></html>", f"{HOME}/projects/roads/quarry")
    assert (what.kind, what.next_places) == ("watch", ())


def test_a_page_with_many_article_links_is_a_page_of_articles() -> None:
    links = "".join(f'<a href="/2026/11/{n}/a-road">The road {n} is open</a>' for n in range(9))
    what = found(f"<html><main>{links}</main></html>")
    assert (what.kind, what.why) == ("page", "no feed named; 9 links to articles")


def test_a_page_with_few_article_links_is_watched_itself() -> None:
    assert found(PAGE, f"{HOME}/a/b/c").kind == "watch"


def test_a_sitemap_and_a_pdf_are_known_by_their_bytes() -> None:
    assert found("<urlset><url/></urlset>", media_type="text/xml").kind == "sitemap"
    pdf = discover(f"{HOME}/files/letter.pdf", "text/html", b"%PDF-1.7 ...")
    assert (pdf.kind, pdf.title) == ("watch", "letter.pdf")


@pytest.mark.parametrize("media_type", ["application/octet-stream", "text/html"])
@pytest.mark.parametrize("body", ["", " ", "MZ\x90\x00"])
def test_what_cannot_be_watched_says_why(body: str, media_type: str) -> None:
    what = found(body, media_type=media_type)
    assert what.kind == ""
    assert what.why.startswith("nothing that can be watched: ")


def test_a_refusal_is_told_as_it_came() -> None:
    problem = Problem(
        stage=Stage.GATHER, subject=HOME, code=Code.ROBOTS, message="The site asks not to be read."
    )
    assert blocked(problem, HOME) == Found(kind="", url=HOME, why="The site asks not to be read.")


def test_a_source_of_what_was_found_has_an_id_of_its_own() -> None:
    what = found(HEAD)
    source = source_from(what, taken={"tidings"}, party="independent")
    assert (source.id, source.kind, source.title) == ("tidings-2", "feed", "Le Courrier")
    assert source.options == FeedOptions(url=f"{HOME}/feed")
    assert (source.language, source.party) == ("fr", "independent")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.courier.co.uk/news/rss", "courier"),
        ("https://parliament.gov.example/feed", "parliament"),
        ("http://127.0.0.1:8800/harbour-courier/feed.xml", "harbour-courier"),
        ("http://harbour-courier.localhost:8800/feed.xml", "harbour-courier"),
        ("http://127.0.0.1:8800/", "source"),
        ("https://feeds.tidings.example/x", "tidings"),
        ("https://xn--e1afmkfd.example/", "xn-e1afmkfd"),
    ],
)
def test_an_id_is_short_and_tells_the_site(url: str, expected: str) -> None:
    assert new_id(url, set()) == expected
    assert new_id(url, {expected, f"{expected}-2"}) == f"{expected}-3"


def test_a_page_in_a_wide_charset_is_a_page() -> None:
    body = "<html lang='ru'><title>Паром</title><p>Снова ходит.</p>".encode("utf-16")
    what = discover(f"{HOME}/a/b/c", "text/html", body)
    assert (what.kind, what.title, what.language) == ("watch", "Паром", "ru")
