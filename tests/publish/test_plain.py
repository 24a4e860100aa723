from dataclasses import replace

import pytest
from tests.builders import a_headline, an_article, an_issue, an_item
from tests.publish.standard import a_publication, figures_item, photo_item
from tests.publish.test_web import hostile

from watchdesk.model import RivalFigures, Section
from watchdesk.publish import ProofCount, Publication, receipts
from watchdesk.publish.plain import TextOptions, text


def rendered(publication: Publication, options: TextOptions | None = None) -> str:
    return text(options).render(publication)[0].body.decode()


@pytest.mark.parametrize("language", ["en", "fr", "ru", "hy"])
def test_no_line_is_longer_than_72_but_an_address(language: str) -> None:
    for line in rendered(a_publication(language=language)).splitlines():
        assert len(line) <= 72 or "https://" in line, line


def test_a_narrower_page_can_be_set() -> None:
    lines = rendered(a_publication(), TextOptions(columns=50)).splitlines()
    assert all(len(line) <= 50 or "https://" in line for line in lines)


def test_every_receipt_and_link_is_a_footnote() -> None:
    publication = a_publication()
    page = rendered(publication)
    for receipt in receipts(publication):
        assert f"[{receipt.number}]" in page
        assert f"https://letter.example/{receipt.path}" in page
    assert page.count("https://tidings.example/market") == 1


def test_a_word_longer_than_the_page_is_not_broken() -> None:
    word = "Donaudampfschifffahrts" * 5
    article = an_article(word, title=word)
    standard = a_publication()
    capture = replace(next(iter(standard.captures.values())), id=article.capture_id)
    item = replace(an_item(article), headline=a_headline(article))
    publication = replace(
        standard,
        issue=an_issue(Section(key="s", title="S", items=(item,))),
        articles={article.id: article},
        captures={capture.id: capture},
    )
    assert word in rendered(publication)


def test_what_is_not_proven_is_counted_apart() -> None:
    proof = replace(a_publication().proof, quotations=(3, 4))
    page = rendered(replace(a_publication(), proof=proof)).replace("\n", " ")
    assert "4 quotations (3 proven), 2 figures and 11 links were checked" in page


def test_an_address_that_may_not_be_a_link_is_no_footnote() -> None:
    page = rendered(hostile())
    assert "javascript:" not in page
    assert "[L1]" in page
    assert "[L2]" not in page


def test_nothing_is_said_of_what_was_not_counted() -> None:
    publication = a_publication()
    coverage = replace(publication.issue.coverage, silent=(), refused=())
    issue = replace(publication.issue, coverage=coverage, note="A quiet week.")
    page = rendered(replace(publication, issue=issue, proof=ProofCount()))
    assert "We read 48 sources in 4 languages.\n" in page
    assert "silent" not in page
    assert "proven" not in page
    assert "A quiet week." in page


def test_a_figure_that_counts_nothing_named_and_a_photo_without_words_can_be_set() -> None:
    publication = a_publication()
    figures, photo = figures_item(), photo_item()
    assert isinstance(figures.detail, RivalFigures)
    alone = replace(figures.detail, counts="", rivals=figures.detail.rivals[:1])
    assert photo.photo is not None
    mute = replace(photo.photo, caption="", credit="")
    items = (replace(figures, detail=alone), replace(photo, photo=mute))
    issue = an_issue(Section(key="s", title="S", items=items))
    page = rendered(replace(publication, issue=issue))
    assert "not been reconciled" not in page
    assert "[Photo" not in page
