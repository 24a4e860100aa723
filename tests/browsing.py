"""A browser, and the desk served to it: what the tests and the screenshots both stand on."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from watchdesk.desk.app import make_app
from watchdesk.desk.server import server

BROWSER = "/usr/bin/chromium"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
SIZES = {"wide": (1440, 860), "phone": (390, 844)}
SCHEMES = ("light", "dark")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, started."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def served(folder: Path, *, now: datetime, port: int = 0) -> Iterator[str]:
    """The desk in `folder` on this port of this machine, else on a free one; its address."""
    listening = socket.create_server(("127.0.0.1", port))
    running = server(make_app(folder, now=now))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join(timeout=10)
        listening.close()


def new_page(
    browser: Browser,
    *,
    size: str = "wide",
    scheme: str = "light",
    bypass_csp: bool = False,
    language: str = "en",
) -> Page:
    """A page of its own, as one editor's browser has it."""
    context = browser.new_context(
        bypass_csp=bypass_csp,  # our pages forbid every foreign script, and axe is one
        locale=language,
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    appear(page, size=size, scheme=scheme)
    return page


def appear(page: Page, *, size: str, scheme: str) -> None:
    """Give the page this size and theme, as it stands."""
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
