"""The issue in all its editions, before anybody has it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from starlette.testclient import TestClient
from tests.browsing import new_page

from watchdesk.demo.site import ISSUE_DATE
from watchdesk.desk.app import make_app


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = new_page(browser)
    yield opened
    opened.context.close()


@pytest.mark.parametrize("edition", ["mail", "web"])
def test_an_edition_is_framed_without_scripts_and_follows_the_scheme(
    page: Page, looked_at: str, edition: str
) -> None:
    page.goto(f"{looked_at}/preview?edition={edition}&scheme=dark&size=phone")
    frame = page.frame_locator("iframe")
    assert "Karvenia" in frame.locator("h1").first.inner_text()
    ink = frame.locator("h1").first.evaluate("one => getComputedStyle(one).color")
    assert ink == "rgb(233, 228, 218)"
    assert page.locator("iframe").evaluate("one => one.clientWidth") <= 390


def test_another_edition_is_a_choice_away(page: Page, looked_at: str) -> None:
    page.goto(f"{looked_at}/preview")
    page.get_by_label("Plain text").check()
    page.wait_for_url("**/preview?edition=text**")
    assert page.frame_locator("iframe").locator("body").inner_text()


def test_what_is_shown_may_run_nothing_and_load_nothing_from_elsewhere(
    drafted_once: Path,
) -> None:
    with TestClient(make_app(drafted_once, now=ISSUE_DATE)) as client:
        answer = client.get("/preview/light/issues/1/index.html")
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src" not in policy
        assert client.get("/preview/light/issues/1/no-such-file").status_code == 404


def test_without_an_address_or_a_mail_server_it_says_why_nothing_was_sent(folder: Path) -> None:
    here = {"sec-fetch-site": "same-origin"}
    with TestClient(make_app(folder, now=ISSUE_DATE)) as client:
        answer = client.post("/preview/to-me", headers=here)
        assert answer.status_code == 422
        assert "desk.toml" in answer.text
