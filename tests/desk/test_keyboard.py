"""A whole issue by keyboard alone: from the stories to the approval, and no mouse."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browsing import new_page

from watchdesk.demo.site import ISSUE_DATE
from watchdesk.model import Issue, State
from watchdesk.pipeline import issue_numbered, open_desk

pytestmark = pytest.mark.slow

UNTAKEN = ".story:not(.taken)"


def issue_in(folder: Path) -> Issue:
    with open_desk(folder, now=ISSUE_DATE) as desk:
        return issue_numbered(desk, None)


def press_until(page: Page, key: str, wanted: str, *, most: int) -> None:
    """Press a key until what has the focus is what is wanted."""
    for _ in range(most):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{most} times {key} do not lead to {wanted}")


def test_a_whole_issue_by_keyboard_alone(browser: Browser, address: str, folder: Path) -> None:
    page = new_page(browser)
    page.goto(address)
    taken = _take_a_story(page)
    parked = _park_the_next(page)
    _write_its_headline(page, taken)
    page.keyboard.press("g")
    expect(page.locator("h1")).to_have_text("Issue 1")
    _move_it(page)
    page.goto(address)
    press_until(page, "Tab", "form[action='/issue/prove'] button", most=12)
    page.keyboard.press("Enter")
    expect(page.locator("#bar")).not_to_contain_text("changed since")
    press_until(page, "Tab", "form[action='/issue/approve'] button", most=12)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Publish")).to_be_visible()
    issue = issue_in(folder)
    assert issue.state is State.APPROVED
    assert "By keys alone" in {item.headline.text for item in issue.items}
    assert parked not in {item.story_id for item in issue.items}


def _take_a_story(page: Page) -> str:
    press_until(page, "j", UNTAKEN, most=80)
    name = str(page.evaluate("document.activeElement.dataset.story"))
    page.keyboard.press("Enter")
    expect(page.locator(f"#evidence-{name} mark").first).to_be_visible()
    page.keyboard.press("t")
    expect(page.locator(f"#story-{name}.taken")).to_be_focused()
    return name


def _park_the_next(page: Page) -> str:
    press_until(page, "j", UNTAKEN, most=20)
    name = str(page.evaluate("document.activeElement.dataset.story"))
    page.keyboard.press("p")
    expect(page.locator(f"#story-{name}")).to_have_count(0)
    return name


def _write_its_headline(page: Page, story: str) -> None:
    press_until(page, "k", f"#story-{story}", most=20)
    page.keyboard.press("e")
    expect(page.locator("#headline")).to_be_visible()
    press_until(page, "Tab", "#headline", most=12)
    page.keyboard.press("Control+a")
    page.keyboard.type("By keys alone")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".history")).to_contain_text("By keys alone")
    page.keyboard.press("Escape")


def _move_it(page: Page) -> None:
    row = page.locator(".item", has_text="By keys alone")
    expect(row).to_be_focused()
    before = row.locator("xpath=..").get_attribute("data-section")
    page.keyboard.press("Alt+ArrowRight")
    expect(page.locator(f"[data-section={before}] .item", has_text="By keys alone")).to_have_count(
        0
    )
    expect(row).to_be_focused()


def test_two_keys_lead_from_every_screen(browser: Browser, looked_at: str) -> None:
    page = new_page(browser)
    page.goto(f"{looked_at}/trouble")
    page.keyboard.press("/")
    page.wait_for_url("**/search")
    page.goto(f"{looked_at}/sources")
    page.keyboard.press("g")
    page.wait_for_url(f"{looked_at}/")
    page.context.close()
