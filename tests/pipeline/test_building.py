"""The site of a desk: whole, made anew only where it changed, and the same after any kill."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright
from tests.builders import at
from tests.pipeline.mailing import configure
from tests.pipeline.published import a_published_desk, built, change_one_item, standing

from watchdesk.model import Done, Failed
from watchdesk.pipeline import issue_numbered, open_desk, publish
from watchdesk.publish.delivery import index

ITEMS = 5


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = a_published_desk(tmp_path_factory.mktemp("desk") / "desk", issues_=3, items=ITEMS)
    configure(folder, publish={"search": False})
    built(folder)
    return folder


@pytest.fixture
def desk(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path / "desk"))


def touched(desk: Path) -> set[str]:
    """What a run writes or removes."""
    with open_desk(desk, now=at(20)) as opened:
        events = publish(opened, issue_numbered(opened, None))
        return {e.subject for e in events if isinstance(e, Done) and e.outcome != "unchanged"}


def test_nothing_is_done_where_nothing_changed(desk: Path) -> None:
    before = standing(desk)
    assert built(desk) == {}
    assert standing(desk) == before


def test_one_changed_item_changes_its_pages_and_the_lists_alone(desk: Path) -> None:
    change_one_item(desk, 2)
    made = touched(desk)
    assert "issues/2/index.html" in made
    assert "sections/council/index.html" in made
    assert not {path for path in made if path.startswith(("issues/1/", "issues/3/", "style/"))}


def test_the_changed_site_is_the_one_that_a_full_build_makes(desk: Path) -> None:
    change_one_item(desk, 2)
    built(desk)
    grown = standing(desk)
    shutil.rmtree(desk / "site")
    shutil.rmtree(desk / "site-records")
    built(desk)
    assert standing(desk) == grown


def test_permalinks_stay_after_a_rebuild(desk: Path) -> None:
    before = {path for path in standing(desk) if path.startswith(("issues/", "receipts/"))}
    shutil.rmtree(desk / "site")
    shutil.rmtree(desk / "site-records")
    built(desk)
    assert before == {p for p in standing(desk) if p.startswith(("issues/", "receipts/"))}


def test_a_run_stopped_at_any_file_is_finished_by_the_next(desk: Path) -> None:
    change_one_item(desk, 2)
    whole = Path(shutil.copytree(desk, desk.parent / "whole"))
    built(whole)
    for stop in (1, 2, 7, 20):
        broken = Path(shutil.copytree(desk, desk.parent / f"broken-{stop}"))
        with open_desk(broken, now=at(20)) as opened:
            for _ in islice(publish(opened, issue_numbered(opened, None)), stop + 1):
                pass
        built(broken)
        assert standing(broken) == standing(whole)


def test_what_is_no_longer_published_is_removed_and_other_files_stay(desk: Path) -> None:
    (desk / "site/CNAME").write_text("theirs")
    configure(desk, site_url="")
    made = touched(desk)
    assert "sitemap.xml" in made
    assert not (desk / "site/sitemap.xml").exists()
    assert not (desk / "site/sections/council/feed.xml").exists()
    assert (desk / "site/CNAME").read_text() == "theirs"


def test_without_an_index_the_site_stands_and_a_problem_says_so(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(desk, publish={"search": True})
    monkeypatch.setattr("sys.executable", "/nonexistent/python")
    with open_desk(desk, now=at(20)) as opened:
        events = list(publish(opened, issue_numbered(opened, None)))
    failed = [event.problem for event in events if isinstance(event, Failed)]
    assert [one.code for one in failed] == ["no-search"] * len(failed) != []
    assert "cannot be searched" in failed[0].message
    assert (desk / "site/search/index.html").exists()


@pytest.fixture
def address(desk: Path) -> Iterator[str]:
    """The site with its index, served on loopback."""
    configure(desk, publish={"search": True})
    built(desk)
    (desk / "site/favicon.ico").touch()  # which a browser asks for by itself
    handler = partial(SimpleHTTPRequestHandler, directory=str(desk / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.slow
def test_words_of_five_scripts_are_found_in_items_alone(address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{address}search/index.html")
        for word in ("quarry", "Паром", "ընտանիքները", "ხიდი", "المحجر"):
            page.get_by_label("Words to look for, in any language").fill(word)
            page.keyboard.press("Enter")
            expect(page.locator("#state")).to_have_text("3 items")
            expect(page.locator("#found li")).to_have_count(3)
            expect(page.locator("#found mark").first).to_contain_text(word)
            links = page.locator("#found a").evaluate_all("all => all.map(one => one.href)")
            assert all("/issues/" in link for link in links)
        page.get_by_label("Words to look for, in any language").fill("zeppelin")
        page.get_by_role("button", name="Search").click()
        expect(page.locator("#state")).to_have_text("Nothing was found.")
        expect(page.locator("#found li")).to_have_count(0)
        assert said == []
        browser.close()


def test_an_indexer_that_hangs_is_stopped(desk: Path) -> None:
    target = desk / "site/pagefind/2026"
    assert "longer than" in index(desk / "site", target, [1], language="en", seconds=0.001)
    assert not target.exists()
