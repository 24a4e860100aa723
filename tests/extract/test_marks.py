import pytest

from watchdesk.extract.marks import agency_of, categories_of
from watchdesk.extract.page import page_of


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("OSTREN (AFP) - The ferry runs again.", "AFP"),
        ("Ostren (Reuters) – The ferry runs again.", "Reuters"),
        ("ОСТРЕН, 5 ноября. /ТАСС/. Паром снова ходит.", "ТАСС"),
        ("The ferry runs again.\n\nSource: Harbour News Agency", "Harbour News Agency"),
        ("Die Fähre fährt wieder. (dpa)", "dpa"),
        ("The ferry runs again (see below), the office said.", ""),
    ],
)
def test_an_agency_is_credited_in_a_few_ways(text: str, agency: str) -> None:
    assert agency_of(text, ()) == agency


def test_an_agency_may_stand_in_the_byline() -> None:
    assert agency_of("The ferry runs again.", ("AFP",)) == "AFP"


def test_categories_are_sections_and_tags_once_each() -> None:
    html = (
        '<meta property="article:section" content="Harbour"><meta property="article:tag" '
        'content="ferry"><meta name="news_keywords" content="Ferry, fares">'
    )
    assert categories_of(page_of(html, "https://courier.example/")) == ("Harbour", "ferry", "fares")
