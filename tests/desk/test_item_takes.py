"""What an item takes from the archive: links, and each taken out again, undone, never lost."""

import pytest
from playwright.sync_api import Browser, expect
from tests.browsing import new_page
from tests.desk.visiting import HERE, Visitor

from watchdesk.issue.editing import version_of
from watchdesk.model import Item
from watchdesk.pipeline import issue_numbered
from watchdesk.pipeline.bench import bench

pytestmark = pytest.mark.slow


def linkable_item(visitor: Visitor) -> tuple[Item, str]:
    """An item with an archived page that it could link to, and the page's capture."""
    with visitor.desk() as desk:
        for item in issue_numbered(desk, None).items:
            if found := bench(desk, item.id).linkable:
                return item, found[0].link.capture_id
    raise AssertionError("the demo has no such item")


def now(visitor: Visitor, item: Item) -> Item:
    with visitor.desk() as desk:
        return next(one for one in issue_numbered(desk, None).items if one.id == item.id)


def test_an_archived_page_is_linked_by_a_plain_form_and_taken_back(visitor: Visitor) -> None:
    item, capture = linkable_item(visitor)
    path, version = f"/items/{item.id}", version_of(item)
    assert visitor.does(f"{path}/link-more", capture=capture, version=version) == path
    assert [link.capture_id for link in now(visitor, item).links][-1] == capture
    assert "added a link" in visitor.sees(path)
    visitor.does(f"{path}/back")
    assert now(visitor, item).links == item.links


def test_an_address_that_is_archived_is_linked_under_the_editors_words(visitor: Visitor) -> None:
    item, _ = linkable_item(visitor)
    with visitor.desk() as desk:
        url = bench(desk, item.id).linkable[0].link.url
    path, version = f"/items/{item.id}", version_of(item)
    visitor.does(f"{path}/link-more", url=url, words="The harbour's  notice", version=version)
    link = now(visitor, item).links[-1]
    assert (link.url, link.words) == (url, "The harbour's notice")
    again = {"url": url, "version": version_of(now(visitor, item))}
    assert "leads there already" in visitor.is_refused(f"{path}/link-more", **again)
    assert "Choose" in visitor.is_refused(f"{path}/link-more", version=again["version"])


def test_a_stale_link_is_answered_with_both_and_can_be_added_all_the_same(visitor: Visitor) -> None:
    item, capture = linkable_item(visitor)
    sent = {"version": "old", "capture": capture, "words": "My own words"}
    answer = visitor.client.post(f"/items/{item.id}/link-more", data=sent, headers=HERE)
    assert answer.status_code == 409
    assert "My own words" in answer.text
    assert f'name="capture" value="{capture}"' in answer.text
    assert f'action="/items/{item.id}/link-more"' in answer.text
    assert now(visitor, item).links == item.links


def test_a_number_that_may_mean_another_by_now_is_not_sent_again(visitor: Visitor) -> None:
    item, _ = linkable_item(visitor)
    sent = {"version": "old", "number": "0", "words": "Other words"}
    answer = visitor.client.post(f"/items/{item.id}/link", data=sent, headers=HERE)
    assert answer.status_code == 409
    assert "Other words" in answer.text
    assert "Keep mine instead" not in answer.text


def test_a_link_is_chosen_by_keys_alone(browser: Browser, address: str, visitor: Visitor) -> None:
    item, _ = linkable_item(visitor)
    page = new_page(browser)
    page.goto(f"{address}/items/{item.id}")
    page.locator("[aria-labelledby=links] .offered summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".history li").first).to_contain_text("added a link")
    expect(page.locator("[action$='/unlink']")).to_have_count(len(item.links) + 1)
