import time
from typing import Any

import pytest
from tests.sources.reading import HOME, read

from watchdesk.model import Code
from watchdesk.sources import Reading

URL = f"{HOME}/news/"

PAGE = """<!doctype html><html lang="en"><head><title>Tidings</title></head><body>
<nav><a href="/2026/11/16/a-link-in-the-menu">A link in the menu</a></nav>
<main>
<article><header>
  <h2><a href="/2026/11/16/quarry-road">The quarry road is open again</a></h2></header></article>
<article><a href="/2026/11/15/ferry-runs"><img alt=""></a>
  <a href="/2026/11/15/ferry-runs?utm_source=front">
    <h3>The ferry runs again</h3><p>A long teaser.</p></a>
  <a href="/2026/11/15/ferry-runs">Read more</a></article>
<a href="/tag/roads">All that we wrote about roads</a>
<a href="/author/ada-example">Ada Example, our roads reporter</a>
<a href="https://other.example/2026/11/16/elsewhere">A story told by somebody else</a>
<a href="/files/minutes-of-the-council.pdf#page=2">Minutes of the town council</a>
<a href="/pictures/a-long-name-of-a-picture.jpg">A picture of the quarry road</a>
<a href="javascript:void(0)">A long text that runs a script</a>
<a href="/news/">Tidings and all the news</a>
<a href="/2026/11/14/x">Short</a>
</main>
<footer><a href="/2020/01/01/how-we-work-here">How we work here, in short</a></footer>
</body></html>"""


def page(body: str = PAGE, **options: Any) -> Reading:
    return read(body, kind="page", url=URL, **options)


def test_links_that_look_like_articles_are_leads_each_once_with_its_headline() -> None:
    assert [(lead.url, lead.title) for lead in page().leads] == [
        (f"{HOME}/2026/11/16/quarry-road", "The quarry road is open again"),
        (f"{HOME}/2026/11/15/ferry-runs?utm_source=front", "The ferry runs again"),
        (f"{HOME}/files/minutes-of-the-council.pdf", "Minutes of the town council"),
    ]


def test_a_part_of_the_address_can_be_asked_for_or_kept_out() -> None:
    urls = [lead.url for lead in page(match="/2026/11/", skip="ferry").leads]
    assert f"{HOME}/2026/11/14/x" in urls
    assert not any("ferry" in (url or "") for url in urls)


def test_the_first_links_are_taken_where_there_are_more_than_allowed() -> None:
    assert len(page(most=1).leads) == 1


def test_a_page_without_main_part_is_read_all_the_same() -> None:
    body = '<nav><a href="/2026/11/16/quarry-road">The quarry road is open again</a></nav>'
    assert len(page(body).leads) == 1


def test_headlines_without_blanks_count_by_their_letters() -> None:
    body = '<main><a href="/news/20261116/1.html">港务局表示渡轮重新开航</a></main>'
    assert len(page(body).leads) == 1


def test_links_count_from_the_pages_own_base() -> None:
    link = '<a href="2026/1/the-quarry">The quarry road is open</a>'
    body = '<base href="https://tidings.example/deep/">' + link
    assert page(body).leads[0].url == f"{HOME}/deep/2026/1/the-quarry"


@pytest.mark.parametrize("body", ["", "<p>Nothing here</p>", "%PDF-1.7", "<a href=/x>y</a>"])
def test_a_page_without_articles_is_a_problem(body: str) -> None:
    (problem,) = page(body).problems
    assert problem.code is Code.NO_TEXT
    assert "'match' can name what does" in problem.message


def test_a_page_without_end_is_read_down_to_some_depth_and_in_time() -> None:
    link = '<a href="/2026/11/16/quarry-road">The quarry road is open</a>'
    started = time.monotonic()
    assert len(page(link + "<div>" * 100_000 + "</div>" * 100_000).leads) == 1
    assert page("<div>" * 100_000 + link).leads == ()
    assert page("<b><i><a href=x>" * 100_000 + link).leads == ()
    assert time.monotonic() - started < 5


def test_a_long_page_of_lists_is_not_deep() -> None:
    link = '<a href="/2026/11/16/quarry-road">The quarry road is open</a>'
    rows = "<li><p>Roads<br><img src=x><table><tr><td>x</table>" * 3_000
    assert len(page(f"<ul>{rows}</ul>{link}").leads) == 1


@pytest.mark.parametrize(
    ("meta", "encoding", "charset"),
    [
        ("windows-1251", "windows-1251", None),
        ("windows-1251", "windows-1251", "utf-8"),
        ("utf-8", "utf-16", None),
        ("", "koi8-r", "koi8-r"),
        ("windows-1251", "utf-8", "iso-8859-1"),
    ],
)
def test_headlines_are_readable_in_every_charset(
    meta: str, encoding: str, charset: str | None
) -> None:
    head = f'<!doctype html><meta charset="{meta}">' if meta else "<!doctype html>"
    link = '<a href="/2026/11/16/parom">Паром снова ходит</a>'
    body = (head + link).encode(encoding)
    (lead,) = read(body, kind="page", url=URL, charset=charset).leads
    assert lead.title == "Паром снова ходит"
