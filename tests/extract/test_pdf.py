from itertools import pairwise

from tests.builders import a_capture
from tests.extract.making import Printed, a_pdf, article, problem

from watchdesk.extract import read
from watchdesk.model import Article, Code

LETTER = [
    "Dear Minister, we write as members of six party groups to ask",
    "what the Government has done since September for the residents",
    "of the Sevra valley who were taken from the crossing.",
]
SECOND = [
    "Their families have told us that only nine of them have been",
    "seen by a delegate, and that a mayor needs insulin each day.",
]


def lines(*texts: str, top: float = 760, step: float = 14, size: float = 10) -> list[Printed]:
    return [(72, top - step * number, size, text) for number, text in enumerate(texts)]


def test_lines_are_joined_into_paragraphs_with_their_page() -> None:
    page = lines(*LETTER) + lines(*SECOND, top=690)
    made = article(a_pdf([page, lines("A last page with one line of text.")]))
    first, second, third = made.text.split("\n\n")
    assert first == " ".join(LETTER)
    assert second == " ".join(SECOND)
    assert made.page_type == "document"
    assert made.pages == ((0, 1), (made.text.index(third), 2))


def test_furniture_that_returns_on_pages_is_dropped() -> None:
    pages = [
        [(72, 810, 8, "Assembly of Taldor"), *lines(*LETTER), (290, 30, 8, f"Page {number} of 3")]
        for number in (1, 2, 3)
    ]
    text = article(a_pdf(pages)).text
    assert "Assembly of Taldor" not in text
    assert "Page" not in text


def test_a_divided_word_is_healed_and_a_hyphen_within_a_name_stays() -> None:
    page = lines(
        "The ombudsman counted the damaged places of wor-",
        "ship in the valley, and the Red-",
        "Cross delegate agreed with him at length on it.",
    )
    text = article(a_pdf([page])).text
    assert "worship in the valley" in text
    assert "the Red-Cross delegate" in text


def test_a_paragraph_that_goes_on_overleaf_is_one() -> None:
    made = article(a_pdf([lines(*LETTER[:2]), lines(LETTER[2])]))
    assert made.text == " ".join(LETTER)


def test_metadata_give_title_author_and_date() -> None:
    said = (
        "/Title (Letter on the detainees) /Author (Members) /CreationDate (D:20261006093000+02'00')"
    )
    made = article(a_pdf([lines(*LETTER)], information=said))
    assert made.title == "Letter on the detainees"
    assert made.byline.authors == ("Members",)
    assert made.published is not None
    assert made.published.at.isoformat() == "2026-10-06T09:30:00+02:00"


def test_a_title_that_a_program_made_up_gives_way_to_the_largest_line() -> None:
    page = [(72, 800, 20, "Places of worship"), *lines(*LETTER)]
    made = article(a_pdf([page], information="/Title (Microsoft Word - x.docx)"))
    assert made.title == "Places of worship"


def test_a_pdf_served_as_html_is_read_as_pdf() -> None:
    assert article(a_pdf([lines(*LETTER)]), media_type="text/html").reader == "pdf"


def test_a_cut_or_empty_pdf_is_a_problem() -> None:
    whole = a_pdf([lines(*LETTER)])
    assert problem(whole[: len(whole) // 4]).code == Code.UNREADABLE
    assert problem(a_pdf([[]])).code == Code.NO_TEXT


def test_another_programs_text_is_used_for_right_to_left_scripts_alone() -> None:
    body = a_pdf([lines(*LETTER)])
    capture = a_capture(body=body, media_type="application/pdf")
    made = read(capture, body, second_opinion="Another text")
    assert isinstance(made, Article)
    assert made.text == " ".join(LETTER)


def test_pages_begin_in_order() -> None:
    made = article(a_pdf([lines(f"Page number {n} has a text of its own.") for n in range(1, 6)]))
    assert all(a < b for (a, _), (b, _) in pairwise(made.pages))
