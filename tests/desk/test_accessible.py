"""Every screen read by axe, light and dark, wide and phone; and no page hangs over or is heavy."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from tests.browsing import SCHEMES, SIZES, new_page
from tests.desk.every_screen import shots

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("size", "scheme"), list(zip(SIZES, SCHEMES, strict=True)))
def test_axe_finds_nothing_and_nothing_hangs_over(
    browser: Browser, looked_at: str, size: str, scheme: str
) -> None:
    page = new_page(browser, size=size, scheme=scheme, bypass_csp=True)
    for name, opened in shots(page, looked_at):
        opened()
        found = Axe().run(page)
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{name} hangs over by {wide} px"
    page.context.close()


AFTERWARDS = ("/registers/sites", "/registers/events", "/published", "/published/1")
"""Screens that have most to show when an issue is out."""


@pytest.mark.parametrize(("size", "scheme"), list(zip(SIZES, SCHEMES, strict=True)))
def test_axe_finds_nothing_after_the_issue_is_out(
    browser: Browser, published: str, size: str, scheme: str
) -> None:
    page = new_page(browser, size=size, scheme=scheme, bypass_csp=True)
    for path in AFTERWARDS:
        page.goto(published + path)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{path} hangs over by {wide} px"
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
