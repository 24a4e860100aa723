"""An item of a published issue is corrected and withdrawn at the desk, by plain forms."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from starlette.testclient import TestClient
from tests.browsing import new_page
from tests.demo_desk import Made
from tests.desk.visiting import Visitor

from watchdesk.demo.site import ISSUE_DATE
from watchdesk.desk.app import make_app
from watchdesk.model import Item
from watchdesk.pipeline import correcting, issue_numbered
from watchdesk.store import corrections

REASON = "The second quotation stood under the wrong name."


@pytest.fixture
def visitor(made_once: Made, tmp_path: Path) -> Iterator[Visitor]:
    """Somebody at a desk whose issue is out."""
    folder = tmp_path / "desk"
    shutil.copytree(made_once.finished, folder)
    with TestClient(make_app(folder, now=ISSUE_DATE), base_url="http://desk.example") as client:
        yield Visitor(client, folder)


def chosen(visitor: Visitor) -> tuple[Item, str, dict[str, object]]:
    """An item with quotations, its address, and its form as it comes."""
    with visitor.desk() as desk:
        issue = issue_numbered(desk, 1)
        wanted = next(one for one in issue.items if len(one.quotes) > 1 and len(one.lines) > 1)
        item, version = correcting.published_item(issue, wanted.id)
    lines = [line.text for line in item.lines]
    fields: dict[str, object] = {"version": version, "reason": REASON}
    fields |= {"headline": item.headline.text, "line": lines}
    return item, f"/published/1/{item.id}", fields


def test_a_correction_is_looked_at_made_told_and_brought_to_the_site(visitor: Visitor) -> None:
    item, here, fields = chosen(visitor)
    assert here in visitor.sees("/published/1")
    quote = item.quotes[1].text
    assert quote.replace("'", "&#39;") in visitor.sees(here)
    form = visitor.client.post(f"{here}/look", data=fields | {"without": "1"}, headers=SAME)
    assert form.status_code == 200
    assert form.text.count(quote) == form.text.count(item.quotes[0].text) - 1
    with visitor.desk() as desk:
        assert len(issue_numbered(desk, 1).items[0].corrections) == 0
    to = visitor.does(f"{here}/correct", **fields, without="1")
    assert to == "/published/1#corrections"
    assert REASON in visitor.sees("/published")
    with visitor.desk() as desk, desk.store.reading() as tx:
        (kept,) = corrections.every(tx)
        assert (kept.item_id, kept.before.quotes) == (item.id, item.quotes)
    page = visitor.folder / f"site/issues/1/{item.id}/index.html"
    assert REASON in page.read_text("utf-8")
    # Whoever still has the words from before is told, and loses nothing.
    late = visitor.is_refused(f"{here}/look", **fields | {"headline": item.headline.text + "!"})
    assert "meanwhile" in late
    assert f"{item.headline.text}!" in late


def test_what_is_not_proven_or_has_no_reason_comes_back_with_its_words(visitor: Visitor) -> None:
    _, here, fields = chosen(visitor)
    untrue = fields | {"headline": "Ninety-nine deputies were arrested on 3 May"}
    assert "Ninety-nine deputies" in visitor.is_refused(f"{here}/look", **untrue)
    assert "Nothing was changed" in visitor.is_refused(f"{here}/look", **fields)
    without = fields | {"reason": " ", "without": "0"}
    assert "give a reason" in visitor.is_refused(f"{here}/look", **without)
    assert "give a reason" in visitor.is_refused(f"{here}/correct", **without)
    assert "no number" in visitor.is_refused("/published/one")
    assert "No issue 7" in visitor.is_refused("/published/7")


def test_a_withdrawn_item_leaves_that_and_why(visitor: Visitor) -> None:
    item, here, _ = chosen(visitor)
    sure = visitor.client.post(f"{here}/look-withdrawn", data={"reason": REASON}, headers=SAME)
    assert f'action="{here}/withdraw"' in sure.text
    visitor.does(f"{here}/withdraw", reason=REASON)
    assert here not in visitor.sees("/published/1")
    assert "withdrawn" in visitor.is_refused(here)
    page = (visitor.folder / "site/issues/1/index.html").read_text("utf-8")
    assert REASON in page
    assert item.headline.text not in page


SAME = {"sec-fetch-site": "same-origin"}


@pytest.mark.slow
def test_the_form_and_its_last_look_are_walked_by_keyboard_and_read_by_axe(
    browser: Browser, published: str
) -> None:
    page = new_page(browser, size="phone", scheme="dark", bypass_csp=True)
    page.goto(f"{published}/published/1")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Look at it before it is made")).to_be_visible()
    assert Axe().run(page).violations_count == 0
    page.get_by_label("leave this quotation out").first.focus()
    page.keyboard.press("Space")
    page.get_by_label("Why; readers are told it").first.fill(REASON)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Correct it for all readers")).to_be_visible()
    assert Axe().run(page).violations_count == 0
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.context.close()
