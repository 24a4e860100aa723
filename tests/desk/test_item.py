"""An item on the bench: written by two at once, proven as it is written, quoted, taken back."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browsing import new_page
from tests.desk.visiting import HERE, Visitor

from watchdesk.demo.site import ISSUE_DATE
from watchdesk.desk.captured import cleaned, lit
from watchdesk.model import Item
from watchdesk.pipeline import issue_numbered, open_desk

pytestmark = pytest.mark.slow

HOSTILE = "<img src=x onerror=alert(1)></textarea><script>alert(2)</script>"


def first_item(folder: Path) -> Item:
    with open_desk(folder, now=ISSUE_DATE) as desk:
        items = issue_numbered(desk, None).items
        return next(item for item in items if item.quotes and len(item.lines) > 1)


def test_words_are_proven_while_they_are_written_and_kept(
    browser: Browser, address: str, folder: Path
) -> None:
    item = first_item(folder)
    page = new_page(browser)
    page.goto(f"{address}/items/{item.id}")
    expect(page.locator("#proof")).to_contain_text("Proven")
    page.locator("#line-new").fill("The minister said that 987,654 people had fled.")
    expect(page.locator("#proof")).to_contain_text("Stops the issue")
    page.locator("#line-new").fill("")
    page.locator("#headline").fill("Another headline")
    page.locator("#headline").press("Control+Enter")
    expect(page.locator(".history")).to_contain_text("Another headline")
    assert first_item(folder).headline.text == "Another headline"
    page.locator("#bench [data-key=u]").click()
    expect(page.locator("#headline")).to_have_value(item.headline.text)


def test_who_comes_second_sees_both_texts_and_loses_none(
    browser: Browser, address: str, folder: Path
) -> None:
    item = first_item(folder)
    mine, theirs = new_page(browser), new_page(browser)
    for page in (mine, theirs):
        page.goto(f"{address}/items/{item.id}")
    mine.locator("#headline").fill("What I wrote")
    mine.locator("#headline").focus()
    theirs.locator("#headline").fill("What they wrote")
    theirs.locator("#headline").press("Control+Enter")
    expect(theirs.locator(".history")).to_contain_text("What they wrote")
    mine.locator("#headline").press("Control+Enter")
    expect(mine.locator(".both")).to_contain_text("What they wrote")
    expect(mine.locator(".both textarea").first).to_have_value("What I wrote")
    mine.get_by_role("button", name="Keep mine instead").click()
    expect(mine.locator("#headline")).to_have_value("What I wrote")
    assert first_item(folder).headline.text == "What I wrote"


def test_a_stale_form_is_answered_with_409_and_both_texts(visitor: Visitor) -> None:
    item = first_item(visitor.folder)
    given = {"version": "old", "headline": "Mine alone", "line": [line.text for line in item.lines]}
    answer = visitor.client.post(f"/items/{item.id}/words", data=given, headers=HERE)
    assert answer.status_code == 409
    assert "Mine alone" in answer.text
    assert first_item(visitor.folder).headline.text == item.headline.text


def test_a_quotation_is_taken_out_and_chosen_again(
    browser: Browser, address: str, folder: Path
) -> None:
    item = first_item(folder)
    page = new_page(browser)
    page.goto(f"{address}/items/{item.id}")
    page.locator("[action$='/unquote'] button").first.click()
    expect(page.locator("[action$='/unquote']")).to_have_count(len(item.quotes) - 1)
    page.locator("[aria-labelledby=quotations] .offered summary").click()
    words = page.locator(".offered blockquote").first.inner_text()
    page.locator("[action$='/quote'] button").first.click()
    expect(page.locator("[action$='/unquote']")).to_have_count(len(item.quotes))
    assert words.rstrip(",.") in {quote.text for quote in first_item(folder).quotes}


def test_the_evidence_leads_to_the_page_with_the_passage_lit(
    browser: Browser, address: str, folder: Path
) -> None:
    page = new_page(browser)
    page.goto(f"{address}/items/{first_item(folder).id}")
    page.locator(".beside a", has_text="See it in the page").first.click()
    expect(page.locator(".text mark")).to_be_visible()
    expect(page.frame_locator(".captured").locator("mark").first).to_be_visible()


def test_a_hostile_text_is_a_text_in_every_field(
    browser: Browser, address: str, folder: Path
) -> None:
    page = new_page(browser)
    rung: list[str] = []
    page.on("dialog", lambda one: rung.append(one.message))
    item = first_item(folder)
    page.goto(f"{address}/items/{item.id}")
    page.locator("#headline").fill(HOSTILE)
    page.locator("#line-1").fill(HOSTILE)
    page.locator("#headline").press("Control+Enter")
    expect(page.locator(".history li").first).to_contain_text("changed the words")
    link = page.locator("[action$='/link'] input[name=words]").first
    link.fill(HOSTILE)
    link.press("Enter")
    expect(page.locator(".history li").first).to_contain_text("changed a link")
    for path in ("/", f"/items/{item.id}"):
        page.goto(f"{address}{path}")
        assert page.locator("img[src=x], main script").count() == 0
    assert rung == []


def test_who_has_an_item_open_is_seen_by_others(
    browser: Browser, address: str, folder: Path
) -> None:
    item = first_item(folder)
    page = new_page(browser)
    page.goto(f"{address}/items/{item.id}")
    live = page.evaluate(
        """() => new Promise((done) => {
            const line = new EventSource("/live?since=0");
            line.addEventListener("presence", (event) => done(event.data));
        })"""
    )
    assert item.id in str(live)


PAGE = """<html><head><style>p{color:red}</style><script>alert(1)</script></head><body>
<p onclick="x()">He asked for <b>his glasses</b> and
 for <a href="javascript:x()">news</a>.</p><mark>not ours</mark><img src="http://else/x.png"></body>"""


def test_a_captured_page_is_words_alone_and_its_passage_is_lit_across_tags() -> None:
    shown = cleaned(lit(PAGE, "his glasses and for news"), marked=True)
    assert "".join(shown.split()) == (
        "<p>Heaskedfor<b><mark>hisglasses</mark></b><mark>andfornews</mark>.</p>notours"
    )


def test_a_passage_is_lit_over_what_cannot_be_seen() -> None:
    page = "<p>He wore his glas&shy;ses\u202e.</p>"
    assert "<mark>his glas\u00adses\u202e.</mark>" in lit(page, "his glasses.")


def test_what_is_not_in_the_page_lights_nothing() -> None:
    assert "<mark>" not in lit(PAGE, "words that it does not hold")
