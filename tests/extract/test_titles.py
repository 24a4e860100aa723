import json

import pytest
from tests.extract.making import a_page, article

from watchdesk.extract.page import page_of
from watchdesk.extract.titles import confirms, title_of, without_site


def title(html: str) -> tuple[str, str]:
    return title_of(page_of(html, "https://www.courier.example/a"))


def test_a_heading_that_the_head_confirms_is_the_title() -> None:
    assert title(
        "<title>Ferry runs again | Courier</title><h1>Courier</h1><h1>Ferry runs again"
    ) == (
        "Ferry runs again",
        "h1",
    )


def test_linked_data_speaks_where_no_heading_is_confirmed() -> None:
    node = json.dumps({"@type": "NewsArticle", "headline": "Ferry &amp; tide"})
    html = f'<script type="application/ld+json">{node}</script><h1>Courier</h1>'
    assert title(html) == ("Ferry & tide", "json-ld")


@pytest.mark.parametrize(
    "printed",
    [
        "Ferry runs again – Courier",
        "Courier: Ferry runs again",
        "Ferry runs again | Daily news",
        "Ferry runs again",
    ],
)
def test_the_sites_name_is_cut(printed: str) -> None:
    head = '<meta property="og:site_name" content="Courier">'
    assert title(f"<title>{printed}</title>{head}")[0] == "Ferry runs again"


def test_a_colon_within_a_title_stays() -> None:
    assert title("<title>Varga: the ferry runs again</title>")[0] == "Varga: the ferry runs again"


def test_an_unknown_name_before_a_colon_goes_where_the_page_prints_the_rest_alone() -> None:
    html = "<title>Nine News: Ferry runs again</title><body><b>Ferry runs again</b><p>Text"
    assert title(html)[0] == "Ferry runs again"


def test_a_heading_alone_is_taken() -> None:
    assert title("<h1>Ferry runs again</h1>") == ("Ferry runs again", "h1")
    assert title("<p>Nothing") == ("", "")


def test_a_fragment_confirms_nothing() -> None:
    assert not confirms("The ferry to Mill Town runs again from Monday on", "Ferry")
    assert confirms("Ferry – Harbour", "Ferry")


def test_several_parts_that_name_the_site_are_cut() -> None:
    site = frozenset({"courier", "courier example"})
    assert without_site("Ferry | Courier.example | Courier", site) == "Ferry"


def test_the_text_does_not_repeat_the_title() -> None:
    assert not article(a_page()).text.startswith("Ferry runs again")
