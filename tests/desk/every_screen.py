"""Every screen of the desk in the state in which it is looked at: by axe, and for the pictures."""

from collections.abc import Callable, Iterator

from playwright.sync_api import Page

from watchdesk.desk.screens import SCREENS

Opening = Callable[[], None]


def shots(page: Page, address: str) -> Iterator[tuple[str, Opening]]:
    """Each screen's name, and how it is opened."""
    for screen in SCREENS:
        if screen.menu:
            name = screen.menu.strip("/").replace("/", "-") or "today"
            yield name, _at(page, f"{address}{screen.menu}")
    yield "aside", _at(page, f"{address}/aside")
    yield "today-evidence", lambda: _with_evidence(page, address)
    yield "item", lambda: _item(page, address)
    yield "item-open", lambda: _item_open(page, address)
    yield "captured", lambda: _captured(page, address)
    yield "today-merge", lambda: _merging(page, address)


def _at(page: Page, url: str) -> Opening:
    return lambda: _go(page, url)


def _go(page: Page, url: str) -> None:
    page.goto(url, timeout=60_000)  # the preview makes a PDF before it answers
    page.wait_for_function("document.fonts.ready.then(() => true)")


def _with_evidence(page: Page, address: str) -> None:
    _go(page, address)
    page.locator(".story").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".witness")


def _item(page: Page, address: str) -> None:
    _go(page, address)
    _go(page, address + str(page.locator(".item a").nth(4).get_attribute("href")))


def _item_open(page: Page, address: str) -> None:
    """The item with all that it could take."""
    _item(page, address)
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")


def _captured(page: Page, address: str) -> None:
    _item(page, address)
    _go(page, address + str(page.locator(".beside a").first.get_attribute("href")))


def _merging(page: Page, address: str) -> None:
    _go(page, address)
    page.locator(".story").nth(1).focus()
    page.keyboard.press("m")
    page.wait_for_selector(".merging")
