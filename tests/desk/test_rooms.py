"""The screens beside the issue in a real browser: axe in both themes, nothing hangs over."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.browsing import new_page, served

from watchdesk.demo.site import ISSUE_DATE
from watchdesk.model import Verdict
from watchdesk.pipeline import open_desk, registry
from watchdesk.pipeline.proposing import Answer, decide

BIGGEST = "SELECT story_id FROM members GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"
READ = "SELECT article_id FROM reads WHERE json_array_length(statements) > 2 LIMIT 1"


@pytest.fixture(scope="module")
def full(drafted_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk that has an entry in its registers."""
    folder = tmp_path_factory.mktemp("rooms") / "desk"
    shutil.copytree(drafted_once, folder)
    with open_desk(folder, now=ISSUE_DATE) as desk:
        for one in registry.offered(desk)[:3]:
            decide(desk, one.proposal.id, Answer(verdict=Verdict.ACCEPT, by="Ada"))
    return folder


@pytest.fixture(scope="module")
def places(full: Path) -> dict[str, str]:
    """The address of each screen, by its name."""
    with open_desk(full, now=ISSUE_DATE) as desk, desk.store.reading() as tx:
        one = {name: str(tx.connection.exec_driver_sql(q).scalar_one()) for name, q in QUERIES}
    return {
        "story": f"/stories/{one['story']}",
        "article": f"/article/{one['article']}?from=5&to=60",
        "registers": "/registers",
        "register": f"/registers/{one['register']}",
        "entry": f"/entry/{one['entry']}",
        "testimonies": "/testimonies",
        "trouble": "/trouble",
        "search": "/search?q=ministry",
        "by_hand": "/by-hand",
        "sources": "/sources",
    }


QUERIES = (
    ("story", BIGGEST),
    ("article", READ),
    ("entry", "SELECT id FROM entries ORDER BY 1 LIMIT 1"),
    ("register", "SELECT register FROM entries ORDER BY id LIMIT 1"),
)
NAMES = (
    "story",
    "article",
    "registers",
    "register",
    "entry",
    "testimonies",
    "trouble",
    "search",
    "by_hand",
    "sources",
)


@pytest.fixture(scope="module")
def place(full: Path) -> Iterator[str]:
    with served(full, now=ISSUE_DATE) as found:
        yield found


@pytest.fixture(params=["light", "dark"], scope="module")
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    opened = new_page(browser, scheme=request.param, bypass_csp=True)
    yield opened
    opened.context.close()


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(page: Page, place: str, places: dict[str, str], name: str) -> None:
    answer = page.goto(place + places[name])
    assert answer is not None
    assert answer.status == 200
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 1440, "height": 860})


def test_a_proposal_is_decided_by_keys_alone(page: Page, place: str) -> None:
    page.goto(f"{place}/registers")
    waiting = page.locator("[data-row]").count()
    page.keyboard.press("j")
    page.keyboard.press("n")
    page.wait_for_url("**/registers#proposals")
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.wait_for_function(f"document.querySelectorAll('[data-row]').length < {waiting}")
