"""Every screen read by axe, light and dark, wide and phone; and no page hangs over or is heavy."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.browsing import SIZES, appear, new_page
from tests.desk.every_screen import shots

pytestmark = pytest.mark.slow


AFTERWARDS = ("/registers/sites", "/registers/events", "/published", "/published/1")
"""Screens that have most to show when an issue is out."""


CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}


def is_sound(page: Page, name: str) -> None:
    """Nothing for axe and nothing hanging over, in both sizes and both themes of one opening."""
    for size in SIZES:
        appear(page, size=size, scheme="light")
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{name} hangs over by {wide} px on a {size} screen"
        all_rules = Axe().run(page)
        appear(page, size=size, scheme="dark")
        of_colours = Axe().run(page, options=CONTRAST)  # the dark theme changes nothing else
        for found in (all_rules, of_colours):
            assert found.violations_count == 0, f"{name}, {size}: {found.generate_report()}"


def test_axe_finds_nothing_and_nothing_hangs_over(browser: Browser, looked_at: str) -> None:
    page = new_page(browser, bypass_csp=True)
    for name, opened in shots(page, looked_at):
        appear(page, size="wide", scheme="light")
        opened()
        is_sound(page, name)
    page.context.close()


def test_axe_finds_nothing_after_the_issue_is_out(browser: Browser, published: str) -> None:
    page = new_page(browser, bypass_csp=True)
    for path in AFTERWARDS:
        page.goto(published + path)
        is_sound(page, path)
    page.context.close()


def test_no_page_breaks_its_own_policy_or_asks_another_host(
    browser: Browser, looked_at: str
) -> None:
    page = new_page(browser)
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda one: told.append(one.url) if looked_at not in one.url else None)
    for _, opened in shots(page, looked_at):
        opened()
    assert told == []


def test_a_page_weighs_less_than_a_quarter_of_a_megabyte(browser: Browser, looked_at: str) -> None:
    page = new_page(browser)
    weights: dict[str, int] = {}
    page.on(
        "response",
        lambda one: weights.update({one.url: int(one.headers.get("content-length", 0))}),
    )
    page.goto(looked_at)
    told = {url: size for url, size in weights.items() if "/fonts/" not in url}
    assert 20_000 < sum(told.values()) < 250_000, told
