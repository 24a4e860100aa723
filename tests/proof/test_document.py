"""A Markdown file with footnotes against the archive: which sentence rests on what, and where."""

import pytest
from tests.builders import a_capture, an_article, at

from watchdesk.model import Level
from watchdesk.proof import Resolved, check_document, reached, read_markdown

TEXT = (
    "The council voted on Tuesday to open an inquiry into the quarry at St Oren, where more than "
    "1,200 tonnes of stone were taken.\n\n"
    "“Nobody has read this paper,” said Mayor Mara Ilves, chair of the council."
)
URL = "https://tidings.example/quarry"
PAGE = a_capture(URL, body=TEXT.encode())
ARTICLE = an_article(TEXT, title="Velmor opens inquiry", capture=PAGE, url=URL, published=at(20))
COPY = an_article(TEXT + " (Agency)", title="Inquiry", url="https://herald.example/q")
RESOLVED = Resolved(
    articles={URL: ARTICLE, COPY.url: COPY},
    captures={URL: PAGE},
    origins={ARTICLE.id: "one", COPY.id: "one"},
)
NOTES = f"\n\n[^1]: {URL} “The council voted on Tuesday”\n[^2]: <{URL}>\n[^3]: {COPY.url}\n"


def found(text: str, notes: str = NOTES) -> list[tuple[int, int, str]]:
    """Line, column and rule of whatever stops a file."""
    placed = check_document(read_markdown(text + notes), RESOLVED)
    return [
        (one.line, one.column, one.finding.rule)
        for one in placed
        if one.finding.level is Level.BLOCK
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The council voted on Tuesday to open an inquiry.[^1]",
        "The council voted to open an *inquiry*[^1]. It was **Tuesday**.[^1]",
        "The council voted. More than 1,200 tonnes were taken.[^1]",
        "# The week\n\n- The council voted on Tuesday.[^1]\n- Mara Ilves chairs the council.[^2]",
        "> Nobody has read\n> this paper[^2]",
        f"The council [voted]({URL}) on Tuesday.[^1]<!-- Lida Sarn --> ![Lida Sarn](x.png)",
        "---\ntitle: Lida Sarn\n---\nThe council voted.[^1]\n\n```\nLida Sarn\n```",
        "| The council voted on Tuesday.[^1] |\n|---|\n| Mara Ilves chairs it.[^2] |",
    ],
)
def test_sentences_that_their_footnotes_prove_pass(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The council voted. More than 1,300 tonnes were taken.[^1]", (1, 30, "V4")),
        ("The *council* voted on\n  Friday.[^1]", (2, 3, "V5")),
        ("The council voted.[^1] Nothing came of it.", (1, 24, "V0")),
        ("The council voted.[^9]", (1, 18, "V0")),
        ("# Lida Sarn opens inquiry[^1]", (1, 3, "V6")),
        ("> Nobody has seen this paper[^2]", (1, 3, "V2")),
        ("A [letter](https://velmor.example/l) came to the council.[^2]", (1, 3, "V15")),
        ("Two outlets report that the council voted.[^2] [^3]", (1, 1, "V12")),
    ],
)
def test_what_stops_a_file_has_line_and_column(text: str, wanted: tuple[int, int, str]) -> None:
    assert wanted in found(text)


@pytest.mark.parametrize(
    ("notes", "line"),
    [
        ("\n[^1]: https://nowhere.example/\n", 2),
        (f"\n[^1]: {URL} “The council closed the quarry”\n", 2),
        ("\n[^1]:\n", 2),
        (f"\n[^1]: {URL}\n[^1]: {URL}\n", 3),
    ],
)
def test_a_footnote_leads_to_what_the_archive_has(notes: str, line: int) -> None:
    assert (line, 1, "V0") in found("The council voted.[^1]", notes)


def test_a_passage_that_is_not_there_is_shown_with_the_nearest() -> None:
    notes = f"\n[^1]: {URL} “The council voted on Friday to open an inquiry”\n"
    placed = check_document(read_markdown("The council voted.[^1]" + notes), RESOLVED)
    assert placed[0].finding.nearest.startswith("The council voted on Tuesday")


def test_targets_and_links_are_what_has_to_be_looked_up() -> None:
    document = read_markdown(f"See [it](https://velmor.example/l).[^1]{NOTES}")
    assert reached(document) == {URL, COPY.url, "https://velmor.example/l"}


def test_a_hostile_file_is_read_in_good_time() -> None:
    for piece in ("[^1]", "[a](", "***", "> > ", "<!--", "[^1]: ", "`", "{#"):
        read_markdown(piece * 20_000)
