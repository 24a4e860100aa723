"""The demo's site tells one coherent, invented story, and serves it as real sites do."""

import http.client
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pypdfium2
import pytest

from watchdesk.demo.fiction import MATERIAL, plain, read_fiction
from watchdesk.demo.folder import lay_out_folder
from watchdesk.demo.site import FIRST_READ, ISSUE_DATE, SECOND_READ, DemoSite

KINDS = {"feed", "sitemap", "page", "watch", "folder"}
QUOTED = re.compile("“([^”]+)”|«\\s?([^»]+?)\\s?»")


class Answer:
    """What the site answered."""

    def __init__(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def text(self) -> str:
        charset = self.headers.get("content-type", "").partition("charset=")[2] or "utf-8"
        return unescape(self.body.decode(charset))


def get(url: str, **headers: str) -> Answer:
    parts = urlsplit(url)
    link = http.client.HTTPConnection("127.0.0.1", parts.port or 80, timeout=5)
    try:
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        sent = {"Host": parts.netloc} | {key.replace("_", "-"): v for key, v in headers.items()}
        link.request("GET", path or "/", headers=sent)
        reply = link.getresponse()
        found = {key.lower(): value for key, value in reply.getheaders()}
        return Answer(reply.status, found, reply.read())
    finally:
        link.close()


def flat(text: str) -> str:
    return " ".join(text.split())


def threes(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return set(zip(words, words[1:], words[2:], strict=False))


def pdf_text(name: str) -> str:
    document = pypdfium2.PdfDocument(MATERIAL / "documents" / name)
    try:
        return flat(" ".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


@pytest.fixture(scope="module")
def site() -> Iterator[DemoSite]:
    with DemoSite() as served:
        served.move_to(SECOND_READ)
        yield served


@pytest.fixture(autouse=True)
def _at_second_read(site: DemoSite) -> None:
    site.move_to(SECOND_READ)


def test_it_is_as_large_as_a_real_week(site: DemoSite) -> None:
    week = [row for row in site.truth() if row.published.year == 2026 and row.published.month == 11]
    assert len(week) >= 64
    assert {row.language for row in week} == {"en", "fr", "ru", "hy"}
    assert {source.kind for source in site.sources()} == KINDS
    assert len(site.sources()) >= 13


def test_articles_fall_into_the_two_weeks_and_one_source_is_quiet(site: DemoSite) -> None:
    newest: dict[str, datetime] = {}
    for row in site.truth():
        assert row.published <= SECOND_READ
        newest[row.source] = max(newest.get(row.source, row.published), row.published)
    quiet = [source for source, when in newest.items() if ISSUE_DATE - when > timedelta(weeks=5)]
    assert quiet == ["pressunion"]


def test_threads_are_told_by_several_outlets_in_several_languages(site: DemoSite) -> None:
    outlets: dict[str, set[str]] = defaultdict(set)
    languages: dict[str, set[str]] = defaultdict(set)
    for row in site.truth():
        outlets[row.thread].add(row.source)
        languages[row.thread].add(row.language)
    for thread in ("danovel", "church", "flood", "bill", "border", "convoy", "power", "manuscript"):
        assert len(outlets[thread]) >= 3, thread
    for thread in ("danovel", "church", "flood", "bill", "council", "manuscript", "convoy"):
        assert len(languages[thread]) >= 3, thread


def test_every_source_answers_but_the_broken_one(site: DemoSite) -> None:
    for source in site.sources():
        if source.kind == "folder":
            assert {path.suffix for path in Path(source.url).iterdir()} == {".eml", ".html", ".pdf"}
        elif source.id == "hask":
            assert get(source.url).status == 500
        else:
            assert get(source.url).status == 200, source.id


def test_every_article_answers_with_its_title_and_the_note(site: DemoSite) -> None:
    words = read_fiction().furniture
    for row in site.truth():
        page = get(row.url)
        assert page.status == 200, row.url
        note = words[row.language]["note"]
        assert note in page.text, row.url
        assert "built-in" not in page.text, row.url
        if not row.edited:
            assert flat(row.title) in flat(page.text), row.url


def test_every_link_of_every_page_answers(site: DemoSite) -> None:
    links: set[str] = set()
    homes = {f"http://{urlsplit(row.url).netloc}/" for row in site.truth()}
    for url in homes | {row.url for row in site.truth()}:
        for target in re.findall(r'(?:href|src)="([^"#]+)"', get(url).text):
            start = "/".join(url.split("/")[:3])
            links.add(target if target.startswith("http") else start + target)
    assert len(links) > 100
    for link in links:
        assert get(link).status == 200, link


def test_feeds_are_well_formed_and_list_every_piece(site: DemoSite) -> None:
    for outlet in read_fiction().outlets.values():
        if outlet.format in {"rss2", "rss091", "rss1", "atom", "news-sitemap", "sitemap"}:
            url = next(source.url for source in site.sources() if source.id == outlet.id)
            body = get(url).body
            ET.fromstring(body)
            for piece in outlet.pieces:
                assert piece.path.encode() in body, piece.slug


def test_articles_name_the_documents_they_link(site: DemoSite) -> None:
    for row in site.truth():
        page = get(row.url).text
        for key, url in site.documents().items():
            assert (url in page) == (key in row.documents), (row.url, key)


def test_home_pages_lead_to_their_feed(site: DemoSite) -> None:
    for source in site.sources():
        if source.kind == "feed":
            home = f"http://{urlsplit(source.url).netloc}/"
            assert f'href="{urlsplit(source.url).path}"' in get(home).text, source.id


def test_quotations_from_documents_are_verbatim_in_them() -> None:
    fiction = read_fiction()
    texts = {key: pdf_text(row.file) for key, row in fiction.documents.items()}
    checked = 0
    for outlet in fiction.outlets.values():
        for piece in outlet.pieces:
            for quote in piece.quotes:
                assert flat(quote) in flat(plain(piece.body)), quote
                assert any(flat(quote) in texts[key] for key in piece.documents), quote
                checked += 1
    assert checked >= 8


def test_documents_come_as_pdf_once_they_exist(site: DemoSite) -> None:
    for url in site.documents().values():
        answer = get(url)
        assert answer.status == 200
        assert answer.body.startswith(b"%PDF")
    site.move_to(FIRST_READ)
    assert get(site.documents()["resolution"]).status == 404
    assert get(site.documents()["letter"]).status == 200


def test_nothing_is_served_before_its_time(site: DemoSite) -> None:
    site.move_to(FIRST_READ)
    later = [row for row in site.truth() if row.published > FIRST_READ]
    assert len(later) > 20
    for row in later:
        assert get(row.url).status == 404, row.url
    feed = next(source.url for source in site.sources() if source.id == "chronicle")
    assert "what-a-wall-is-for" not in get(feed).text


def test_the_edited_article_changes_headline_number_and_date(site: DemoSite) -> None:
    (edited,) = [row for row in site.truth() if row.edited]
    feed = next(source.url for source in site.sources() if source.id == edited.source)
    site.move_to(FIRST_READ)
    before = get(edited.url)
    assert "2026-11-16T11:15:00+04:00" not in get(feed).text
    site.move_to(SECOND_READ)
    after = get(edited.url)
    assert edited.title in before.text
    assert edited.title not in after.text
    assert "310 million" in before.text
    assert "310 million" not in after.text
    assert "430 million" in after.text
    assert "2026-11-16T11:15:00+04:00" in after.text
    assert "2026-11-16T11:15:00+04:00" in get(feed).text


def test_watched_pages_change_between_the_two_reads(site: DemoSite) -> None:
    for name in ("chamber", "council"):
        url = next(source.url for source in site.sources() if source.id == name)
        site.move_to(FIRST_READ)
        before = get(url).body
        site.move_to(SECOND_READ)
        assert get(url).body != before, name


def test_known_pages_are_not_sent_twice(site: DemoSite) -> None:
    sources = {source.id: source for source in site.sources()}
    tagged = get(sources["chronicle"].url)
    assert get(sources["chronicle"].url, If_None_Match=tagged.headers["etag"]).status == 304
    dated = get(sources["nagorye"].url)
    since = dated.headers["last-modified"]
    assert get(sources["nagorye"].url, If_Modified_Since=since).status == 304
    bare = get(sources["mirkan"].url)
    assert "etag" not in bare.headers
    assert "last-modified" not in bare.headers


def test_the_copies_of_one_agency_report_are_nearly_its_words() -> None:
    fiction = read_fiction()
    bodies = [piece.body for outlet in fiction.outlets.values() for piece in outlet.pieces]
    copies = [body for body in bodies if body.endswith("(Altis)")]
    wire = next(body for body in bodies if "MIRKAN, 15 November (Altis)" in body)
    assert len(copies) == 3
    for copy in copies:
        known = threes(copy) & threes(wire)
        assert len(known) > 0.9 * len(threes(copy)), copy[:60]


def test_press_and_record_disagree_on_the_bill(site: DemoSite) -> None:
    sources = {source.id: source.url for source in site.sources()}
    assert "Not adopted" in get(sources["chamber"]).text
    wrong = [row for row in site.truth() if "passes broadcasting law" in row.title]
    assert [row.source for row in wrong] == ["merin"]


def test_robots_close_one_folder_and_the_site_agrees(site: DemoSite) -> None:
    home = f"http://radiotesmir.localhost:{site.port}"
    assert "Disallow: /private/" in get(f"{home}/robots.txt").text
    assert get(f"{home}/private/archive").status == 403


def test_russian_pages_keep_their_old_charset(site: DemoSite) -> None:
    row = next(row for row in site.truth() if row.source == "nagorye")
    page = get(row.url)
    assert "windows-1251" in page.headers["content-type"]
    assert row.title in page.body.decode("windows-1251")


def test_french_quotation_marks_keep_their_narrow_spaces() -> None:
    for outlet in read_fiction().outlets.values():
        if outlet.language == "fr":
            for piece in outlet.pieces:
                assert not re.search("« | »| [;!?]", piece.body), piece.slug


def test_every_article_of_length_quotes_somebody() -> None:
    for outlet in read_fiction().outlets.values():
        for piece in outlet.pieces:
            if len(piece.body.split()) > 150 and piece.thread != "opinion":
                assert QUOTED.search(piece.body), piece.slug


def test_an_unaware_clock_is_refused(site: DemoSite) -> None:
    with pytest.raises(ValueError, match="time zone"):
        site.move_to(FIRST_READ.replace(tzinfo=None))


def test_pictures_are_small_and_described() -> None:
    fiction = read_fiction()
    assert len(fiction.pictures) >= 6
    for picture in fiction.pictures.values():
        assert (MATERIAL / "pictures" / picture.file).stat().st_size < 120_000, picture.file
        assert set(picture.alt) == set(picture.caption) == {"en", "fr", "ru", "hy"}


def test_the_folder_holds_mail_whose_links_answer(site: DemoSite, tmp_path: Path) -> None:
    lay_out_folder(tmp_path, port=site.port, moment=FIRST_READ)
    assert [path.name for path in tmp_path.iterdir()] == ["2026-11-12-the-week-from-home.eml"]
    files = lay_out_folder(tmp_path, port=site.port, moment=SECOND_READ)
    assert len(files) == 4
    links = set()
    for path in files:
        if path.suffix == ".eml":
            mail = message_from_bytes(path.read_bytes(), policy=policy.default)
            page = mail.get_body(("html",))
            assert page is not None
            assert "Karvenia is an invented country" in page.get_content()
            links |= set(re.findall(r'"(http://[a-z]+[.]localhost[^"]+)"', page.get_content()))
    assert len(links) >= 10
    for link in links:
        assert get(link).status == 200, link
