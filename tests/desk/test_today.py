"""The first screen in a browser: dragged, by keys alone, by two at once, and without scripts."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.browsing import new_page, served

from watchdesk.demo.site import ISSUE_DATE
from watchdesk.model import Issue
from watchdesk.pipeline import issue_numbered, open_desk
from watchdesk.pipeline.editing import move

pytestmark = pytest.mark.slow


def issue_in(folder: Path) -> Issue:
    with open_desk(folder, now=ISSUE_DATE) as desk:
        return issue_numbered(desk, None)


def keys_of(folder: Path) -> dict[str, list[str]]:
    return {one.key: [item.id for item in one.items] for one in issue_in(folder).sections}


@pytest.fixture
def page(browser: Browser, address: str) -> Page:
    opened = new_page(browser)
    opened.goto(address)
    return opened


def test_the_first_screen_says_where_the_issue_stands(page: Page) -> None:
    expect(page.locator("h1")).to_have_text("Issue 1")
    expect(page.locator("#bar")).to_contain_text("quotations proven")
    expect(page.locator(".empty").first).to_contain_text("Empty:")
    expect(page.locator(".needs")).to_contain_text("Gone quiet")
    assert page.locator(".item.machine").count() > 20


def test_a_story_whose_numbers_disagree_says_so_and_leads_to_them(page: Page) -> None:
    marked = page.locator(".story .marks")
    expect(marked).to_have_count(1)
    expect(marked).to_contain_text("numbers disagree 2,900 people · 3,400 displaced")
    marked.get_by_role("link").click()
    expect(page.locator("#figures")).to_be_in_viewport()
    assert page.get_by_text("disagrees", exact=True).count() > 1


def test_an_item_is_dragged_into_another_section(page: Page, folder: Path) -> None:
    before = keys_of(folder)
    moved = before["parliament"][0]
    target = page.locator("[data-section=cases] .item").first
    page.locator(f"#item-{moved}").drag_to(target, target_position={"x": 40, "y": 2})
    expect(page.locator(f"[data-section=cases] #item-{moved}.touched")).to_be_visible()
    assert moved in keys_of(folder)["cases"]
    assert moved not in keys_of(folder)["parliament"]


def test_a_story_is_dragged_into_the_issue(page: Page, folder: Path) -> None:
    story = page.locator(".story:not(.taken)").first
    name = story.get_attribute("data-story")
    target = page.locator("[data-section=parliament] .item").first
    story.drag_to(target, target_position={"x": 40, "y": 2})
    expect(page.locator(f"#story-{name}.taken")).to_be_visible()
    section = next(one for one in issue_in(folder).sections if one.key == "parliament")
    assert name in {item.story_id for item in section.items}


def test_all_of_it_is_done_by_keys(page: Page, folder: Path) -> None:
    first, second = keys_of(folder)["parliament"][:2]
    page.locator(f"#item-{first}").focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("[data-section=parliament] .item").nth(1)).to_have_id(f"item-{first}")
    expect(page.locator(f"#item-{first}")).to_be_focused()
    page.keyboard.press("Alt+ArrowRight")
    expect(page.locator(f"[data-section=cases] #item-{first}")).to_be_focused()
    page.keyboard.press("u")
    expect(page.locator(f"[data-section=parliament] #item-{first}")).to_be_focused()
    page.keyboard.press("p")
    expect(page.locator(f"#item-{first}")).to_have_count(0)
    assert first not in keys_of(folder)["parliament"]
    assert second in keys_of(folder)["parliament"]


def test_a_story_is_opened_taken_and_dropped_by_keys(page: Page, folder: Path) -> None:
    story = page.locator(".story:not(.taken)").first
    name = story.get_attribute("data-story")
    story.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#evidence-{name} mark").first).to_be_visible()
    page.keyboard.press("t")
    expect(page.locator(f"#story-{name}.taken")).to_be_visible()
    expect(page.locator(f"#evidence-{name} mark").first).to_be_visible()
    other = page.locator(".story:not(.taken)").first
    gone = other.get_attribute("data-story")
    other.focus()
    page.keyboard.press("d")
    expect(page.locator(f"#story-{gone}")).to_have_count(0)
    assert name in {item.story_id for item in issue_in(folder).items}


def test_a_dropped_story_is_brought_back_by_keys(browser: Browser, address: str) -> None:
    page = new_page(browser, bypass_csp=True)
    page.goto(address)
    story = page.locator(".story:not(.taken)").first
    name = story.get_attribute("data-story")
    story.focus()
    page.keyboard.press("d")
    expect(page.locator(f"#story-{name}")).to_have_count(0)
    page.get_by_role("link", name="Parked and dropped").click()
    expect(page.locator(".lined li")).to_have_count(1)
    assert Axe().run(page).violations_count == 0
    page.keyboard.press("j")
    page.keyboard.press("u")
    expect(page.get_by_text("Nothing was parked or dropped")).to_be_visible()
    page.goto(f"{address}/?most=all")
    expect(page.locator(f"#story-{name}")).to_have_count(1)


def test_two_stories_are_merged_by_keys(page: Page) -> None:
    stories = page.locator(".story:not(.taken)")
    one = stories.nth(0).get_attribute("data-story")
    into = stories.nth(1).get_attribute("data-story")
    voices = int(page.locator(f"#story-{into} .voices b").inner_text())
    page.locator(f"#story-{one}").focus()
    page.keyboard.press("m")
    expect(page.locator(".merging")).to_be_visible()
    page.locator(f"#story-{into}").focus()
    page.keyboard.press("m")
    expect(page.locator(f"#story-{one}")).to_have_count(0)
    assert int(page.locator(f"#story-{into} .voices b").inner_text()) > voices


def test_another_browser_sees_a_move_without_being_asked(browser: Browser, address: str) -> None:
    mine, theirs = new_page(browser), new_page(browser)
    for page in (mine, theirs):
        page.goto(address)
    first = mine.locator("[data-section=parliament] .item").first.get_attribute("id")
    mine.locator(f"#{first}").focus()
    mine.keyboard.press("Alt+ArrowRight")
    expect(theirs.locator(f"[data-section=cases] #{first}")).to_be_visible()


def test_after_a_broken_line_a_page_catches_up(browser: Browser, folder: Path) -> None:
    with served(folder, now=ISSUE_DATE) as address:
        page = new_page(browser)
        page.goto(address)
        page.context.set_offline(offline=True)
        other = new_page(browser)
        other.goto(address)
        first = other.locator("[data-section=parliament] .item").first.get_attribute("id")
        other.locator(f"#{first}").focus()
        other.keyboard.press("Alt+ArrowRight")
        expect(other.locator(f"[data-section=cases] #{first}")).to_be_visible()
        page.context.set_offline(offline=False)
        expect(page.locator(f"[data-section=cases] #{first}")).to_be_visible(timeout=10_000)


def test_after_the_desk_was_closed_and_opened_again_a_page_catches_up(
    browser: Browser, folder: Path
) -> None:
    page = new_page(browser)
    with served(folder, now=ISSUE_DATE) as address:
        page.goto(address)
    moved = keys_of(folder)["parliament"][0]
    with open_desk(folder, now=ISSUE_DATE) as desk:
        move(desk, moved, "cases", None, by="Ada")
    with served(folder, now=ISSUE_DATE, port=int(address.rpartition(":")[2])):
        expect(page.locator(f"[data-section=cases] #item-{moved}")).to_be_visible(timeout=10_000)


def test_without_scripts_everything_can_be_read_and_done(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    story = page.locator(".story:not(.taken)").first
    name = story.get_attribute("data-story")
    story.locator(".headline a").click()
    expect(page.locator(f"#evidence-{name} mark").first).to_be_visible()
    page.locator(f"#story-{name}").hover()
    page.locator(f"#story-{name} .take select").select_option("culture")
    page.locator(f"#story-{name} .take button").click()
    expect(page.locator(f"#story-{name}.taken")).to_be_visible()
    expect(page.locator("[data-section=culture] .item.touched")).to_have_count(1)
    context.close()


def test_an_edit_takes_the_approval_back(page: Page, folder: Path) -> None:
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_role("button", name="Publish")).to_be_visible()
    page.locator(".item").first.focus()
    page.keyboard.press("p")
    expect(page.get_by_role("button", name="Publish")).to_have_count(0)
    assert issue_in(folder).approved_by == ""
