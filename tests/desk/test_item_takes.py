"""What an item takes from the archive: links and pictures, taken out again, undone, never lost."""

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect
from tests.browsing import new_page
from tests.desk.visiting import HERE, Visitor

from watchdesk.issue.editing import version_of
from watchdesk.model import Item
from watchdesk.pipeline import albums, issue_numbered
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


SAID = {
    "caption": "The quay at noon.",
    "alt": "A quay",
    "credit": "Mira Tolan",
    "licence": "CC BY 4.0",
    "rights": "granted",
}


def a_picture(*, size: int = 256, quality: int = 90) -> bytes:
    out = io.BytesIO()
    picture = Image.effect_mandelbrot((256, 256), (-2.2, -1.4, 0.7, 1.4), 60).convert("RGB")
    picture.resize((size, size)).save(out, "JPEG", quality=quality)
    return out.getvalue()


def upload(visitor: Visitor, item: Item, body: bytes) -> None:
    version = version_of(now(visitor, item))
    fields = SAID | {"from": "Mira Tolan", "received": "2026-11-19", "version": version}
    files = {"file": ("quay.jpg", body, "image/jpeg")}
    visitor.does(f"/items/{item.id}/picture", files=files, **fields)


def test_a_picture_of_the_items_articles_is_chosen_with_leave_alone(visitor: Visitor) -> None:
    with visitor.desk() as desk:
        items = issue_numbered(desk, None).items
        item = next(one for one in items if one.photo)
    path = f"/items/{item.id}"
    visitor.does(f"{path}/no-picture", version=version_of(item))
    bare = now(visitor, item)
    assert bare.photo is None
    assert item.photo is not None
    sent = SAID | {"capture": item.photo.capture_id, "version": version_of(bare)}
    assert "leave" in visitor.is_refused(f"{path}/picture", **(sent | {"rights": "asked"}))
    visitor.does(f"{path}/picture", **sent)
    photo = now(visitor, item).photo
    assert photo is not None
    assert (photo.digest, photo.article_id) == (item.photo.digest, item.photo.article_id)
    assert (photo.credit, photo.licence, photo.alt) == ("Mira Tolan", "CC BY 4.0", "A quay")
    visitor.does(f"{path}/back")
    visitor.does(f"{path}/back")
    assert now(visitor, item).photo == item.photo


def test_a_picture_that_was_met_before_is_recognised_at_the_item(visitor: Visitor) -> None:
    item, _ = linkable_item(visitor)
    upload(visitor, item, a_picture())
    assert "The same picture." not in visitor.sees(f"/items/{item.id}")
    first = now(visitor, item).photo
    upload(visitor, item, a_picture(size=160, quality=30))
    second = now(visitor, item).photo
    assert first
    assert second
    assert first.digest != second.digest
    page = visitor.sees(f"/items/{item.id}")
    assert "The same picture." in page
    assert f"/picture/{first.capture_id}" in page
    assert "chose a picture" in page


def test_a_picture_for_a_stale_item_is_archived_and_offered(visitor: Visitor) -> None:
    item, _ = linkable_item(visitor)
    fields = SAID | {"from": "Mira Tolan", "received": "2026-11-19", "version": "old"}
    files = {"file": ("quay.jpg", a_picture(), "image/jpeg")}
    path = f"/items/{item.id}/picture"
    answer = visitor.client.post(path, data=fields, files=files, headers=HERE)
    assert answer.status_code == 409
    assert now(visitor, item) == item
    with visitor.desk() as desk:
        assert "The quay at noon." in {one.words.caption for one in albums.choices(desk, item)}


def test_a_picture_is_brought_in_on_the_bench(
    browser: Browser, address: str, visitor: Visitor, tmp_path: Path
) -> None:
    (tmp_path / "quay.jpg").write_bytes(a_picture())
    item, _ = linkable_item(visitor)
    page = new_page(browser)
    page.goto(f"{address}/items/{item.id}")
    page.locator("summary", has_text="Bring in a picture").press("Enter")
    form = page.locator("[enctype='multipart/form-data']")
    form.locator("[name=file]").set_input_files(tmp_path / "quay.jpg")
    form.locator("[name=from]").fill("Mira Tolan")
    for name, words in SAID.items():
        field = form.locator(f"[name={name}]")
        field.select_option(words) if name == "rights" else field.fill(words)
    form.locator("button").click(timeout=30_000)  # the archive is written and looked at first
    expect(page.locator(".picture img").first).to_have_js_property("naturalWidth", 256)
    expect(page.locator("[action$='/photo'] [name=credit]")).to_have_value("Mira Tolan")


def test_what_the_gate_finds_and_why_an_item_stands_are_told_in_french(visitor: Visitor) -> None:
    item, _ = linkable_item(visitor)
    given = {"headline": "Ainsi parla 987 654", "line": "The minister fled with 987,654 people."}
    french = HERE | {"accept-language": "fr"}
    answer = visitor.client.post(f"/items/{item.id}/check", data=given, headers=french)
    assert "n’est pas dans le passage cité" in answer.text
    assert "does not stand" not in answer.text
    with visitor.desk() as desk:
        items = issue_numbered(desk, None).items
        told = next(one for one in items if getattr(one.detail, "why", ()))
    assert "indépendant" in visitor.client.get(f"/items/{told.id}", headers=french).text


def test_why_something_is_not_done_is_told_in_french(visitor: Visitor) -> None:
    item, capture = linkable_item(visitor)
    french = HERE | {"accept-language": "fr"}
    path, version = f"/items/{item.id}", version_of(item)
    stale = visitor.client.post(
        f"{path}/link-more", data={"version": "old", "capture": capture}, headers=french
    )
    assert "pendant que vous écriviez" in stale.text
    unknown = {"version": version, "capture": "none"} | SAID
    refused = visitor.client.post(f"{path}/picture", data=unknown, headers=french)
    assert (refused.status_code, "n’a pas cette image" in refused.text) == (422, True)
