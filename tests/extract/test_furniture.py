from tests.extract.making import PROSE

from watchdesk.extract.furniture import without_furniture
from watchdesk.extract.page import page_of

PAGE = page_of(
    '<body><a href="/a">Council debates the new bridge for hours</a>', "https://courier.example/"
)


def alone(*paragraphs: str) -> tuple[str, ...]:
    return without_furniture(
        paragraphs, title="Ferry runs again", authors=("Mara Ilves",), page=PAGE
    )


def test_what_stands_before_the_title_is_not_the_article() -> None:
    assert alone("Home · Politics", "Ferry runs again", *PROSE) == PROSE


def test_prose_before_the_title_stays() -> None:
    first = " ".join(PROSE)
    assert alone(first, "Ferry runs again", PROSE[1])[0] == first


def test_a_byline_is_not_the_article() -> None:
    assert alone("Mara Ilves, 5 November 2026", *PROSE) == PROSE
    assert alone("By Mara Ilves", *PROSE) == PROSE


def test_notices_and_lists_of_links_at_the_end_are_cut() -> None:
    more = "More: Council debates the new bridge for hours"
    notice = "Copyright 2026 Courier. All rights reserved."
    assert alone(*PROSE, more, notice, "Share this story") == PROSE


def test_an_advertisement_within_the_text_is_cut() -> None:
    assert alone(PROSE[0], "Advertisement. Scroll to continue.", *PROSE[1:]) == PROSE


def test_readers_comments_are_cut() -> None:
    assert alone(*PROSE, "3 Comments", "Dev66", "What about the costs?") == PROSE


def test_a_sentence_that_begins_like_a_button_stays() -> None:
    line = "Share prices fell by a tenth."
    assert line in alone(PROSE[0], line, PROSE[1])


def test_something_is_always_left() -> None:
    assert alone("All rights reserved.") == ("All rights reserved.",)
    assert alone() == ()
