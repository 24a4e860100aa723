import json

import pytest

from watchdesk.extract.bylines import authors_of, names_in
from watchdesk.extract.page import page_of


def authors(html: str) -> tuple[tuple[str, ...], str]:
    return authors_of(page_of(html, "https://courier.example/a"))


def linked(author: object, *others: object) -> str:
    nodes = [{"@type": "NewsArticle", "headline": "Ferry", "author": author}, *others]
    return f'<script type="application/ld+json">{json.dumps(nodes)}</script>'


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mara Ilves and Jonas Brandt", ("Mara Ilves", "Jonas Brandt")),
        ("Von Mara Ilves, Jonas Brandt", ("Mara Ilves", "Jonas Brandt")),
        ("Автор: Олег Ранский", ("Олег Ранский",)),
        ("Written by Mara Ilves | Updated 5 May 2026", ("Mara Ilves",)),
        ("Mara Ilves, MD", ("Mara Ilves, MD",)),
        ("admin", ()),
        ("https://social.example/mara", ()),
        ("mara@courier.example", ()),
    ],
)
def test_a_byline_holds_names(line: str, names: tuple[str, ...]) -> None:
    assert names_in(line) == names


def test_persons_of_linked_data_come_first() -> None:
    html = (
        linked([{"@type": "Person", "name": "Mara Ilves"}])
        + '<p class="byline">By Someone Else</p>'
    )
    assert authors(html) == (("Mara Ilves",), "json-ld")


def test_a_reference_is_followed_to_its_node() -> None:
    html = linked({"@id": "#mara"}, {"@type": "Person", "@id": "#mara", "name": "Mara Ilves"})
    assert authors(html)[0] == ("Mara Ilves",)


def test_an_organisation_is_the_last_resort() -> None:
    body = {"@type": "Organization", "name": "Courier"}
    assert authors(linked(body))[0] == ("Courier",)
    assert authors(linked(body) + '<a rel="author" href="/m">Mara Ilves</a>') == (
        ("Mara Ilves",),
        "byline",
    )


@pytest.mark.parametrize(
    "html",
    [
        '<meta name="author" content="Mara Ilves">',
        '<meta name="author" content="https://social.example/x"><p class="byline">By Mara Ilves',
        '<meta name="twitter:label1" content="By"><meta name="twitter:data1" content="Mara Ilves">',
        "<body><h1>Ferry</h1><p>By Mara Ilves</p>",
        "<body><div>Written by</div><div>Mara Ilves</div>",
        "<title>Ferry runs again</title><body><b>Ferry runs again</b><i>5 May 2026</i> Mara Ilves",
    ],
)
def test_other_places_are_asked_in_turn(html: str) -> None:
    assert authors(html)[0] == ("Mara Ilves",)


def test_a_page_without_author_has_none() -> None:
    assert authors("<h1>Ferry</h1><p>By Monday the ferry ran again.</p>") == ((), "")
