"""The first five minutes: from the example desk to an issue that is looked at and proven."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomlkit
from playwright.sync_api import Browser, Page, expect
from tests.browsing import new_page
from tests.pipeline.press import Entry, Press, serving

pytestmark = pytest.mark.slow


@pytest.fixture
def press(folder: Path) -> Iterator[Press]:
    """A paper that the example desk may ask."""
    with serving() as running:
        file = folder / "desk.toml"
        table = tomlkit.parse(file.read_text())
        table["allow_addresses"] = [f"127.0.0.1:{running.port}"]
        file.write_text(tomlkit.dumps(table))
        yield running


@pytest.fixture
def page(browser: Browser, press: Press, address: str) -> Page:  # noqa: ARG001 - asked before served
    opened = new_page(browser)
    opened.goto(address)
    return opened


def test_the_first_five_minutes(page: Page, press: Press, address: str) -> None:
    expect(page.locator("#bar")).to_contain_text("invented country")
    _paste_addresses(page, press)
    page.goto(address)
    _see_a_quotation_in_its_page(page)
    page.goto(address)
    _drag_three_stories(page)
    for edition in ("mail", "web"):
        page.goto(f"{address}/preview?edition={edition}")
        expect(page.frame_locator("iframe").locator("h1").first).to_contain_text("Karvenia")
    page.get_by_role("button", name="Send to me").click()
    expect(page.locator("main")).to_contain_text("desk.toml")
    page.goto(address)
    page.get_by_role("button", name="Prove", exact=True).click()
    expect(page.locator("#bar")).not_to_contain_text("changed since")
    expect(page.locator("#bar")).to_contain_text("quotations proven")


def _paste_addresses(page: Page, press: Press) -> None:
    feed = press.put_feed("/feed", Entry(title="The quay is closed", link="/quay"))
    page.get_by_role("link", name="Sources", exact=True).click()
    page.locator("textarea[name=list]").fill(f"{feed}\n{press.url('/nowhere', 'mill')}\n")
    page.locator("form[action='/sources/add'] button").click()
    found = page.locator("#adding li")
    expect(found).to_have_count(2, timeout=20_000)
    expect(found.filter(has_text="/feed")).to_contain_text("Watched now:")
    expect(found.filter(has_text="/nowhere")).to_contain_text("Not watched:")
    expect(found.filter(has_text="/nowhere")).to_contain_text("404")


def _see_a_quotation_in_its_page(page: Page) -> None:
    page.locator(".story .headline a").first.click()
    words = page.locator(".witness mark").first.inner_text()
    page.locator(".witness a").first.click()
    expect(page.locator(".text mark")).to_have_text(words)
    expect(page.frame_locator(".captured").locator("mark").first).to_be_visible()
    expect(page.locator("main")).to_contain_text(re.compile("[0-9a-f]{16}"))


def _drag_three_stories(page: Page) -> None:
    for section in ("parliament", "cases", "culture"):
        story = page.locator(".story:not(.taken)").first
        name = story.get_attribute("data-story")
        target = page.locator(f"[data-section={section}]").locator("xpath=..")
        story.drag_to(target.locator(".items"), target_position={"x": 40, "y": 2})
        expect(page.locator(f"#story-{name}.taken")).to_be_visible()
