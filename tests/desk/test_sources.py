"""Sources on the desk: pasted in, tried now, muted; each with its state in words."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.visiting import Visitor
from tests.pipeline.press import Entry, Page, Press, serving
from tests.pipeline.room import NOW

from watchdesk.config import create, load
from watchdesk.desk.app import make_app


@pytest.fixture
def press() -> Iterator[Press]:
    with serving() as running:
        yield running


@pytest.fixture
def desk(press: Press, tmp_path: Path) -> Iterator[Visitor]:
    folder = tmp_path / "desk"
    create(folder, title="Letter", language="en", allow=(f"127.0.0.1:{press.port}",))
    with TestClient(make_app(folder, now=NOW), base_url="http://desk.example") as client:
        yield Visitor(client, folder)


def added(desk: Visitor, text: str) -> str:
    """The page once all pasted addresses were looked at."""
    desk.does("/sources/add", list=text)
    for _ in range(100):
        page = desk.sees("/sources")
        if 'hx-trigger="every 1s"' not in page:
            return page
        time.sleep(0.1)
    raise AssertionError("never done")


def test_a_pasted_list_is_looked_at_watched_and_tried(desk: Visitor, press: Press) -> None:
    feed = press.put_feed("/feed", Entry(title="The quay is closed", link="/quay"))
    page = added(desk, f"{feed} The harbour\n{press.url('/nowhere')}\n")
    assert "Watched now:" in page
    assert "Not watched:" in page
    (source,) = load(desk.folder).sources
    assert "not read yet" in page
    to = desk.does(f"/sources/{source.id}/try")
    assert "Asked just now." in desk.sees(to)
    assert "1 new at the last visit" in desk.sees("/sources")


def test_what_needs_somebody_leads_to_the_source_in_its_list(desk: Visitor, press: Press) -> None:
    added(desk, press.put_feed("/feed", Entry(title="The quay is closed", link="/quay")))
    (source,) = load(desk.folder).sources
    press.put("/feed", Page(status=404))
    desk.does(f"/sources/{source.id}/try")
    assert f'href="/sources#s-{source.id}"' in desk.sees("/")
    assert f'id="s-{source.id}"' in desk.sees("/sources")


def test_a_source_is_muted_and_speaks_again(desk: Visitor, press: Press) -> None:
    feed = press.put_feed("/feed", Entry(title="The quay is closed", link="/quay"))
    added(desk, feed)
    (source,) = load(desk.folder).sources
    desk.does(f"/sources/{source.id}/mute", muted="yes")
    assert "Let it speak" in desk.sees("/sources")
    desk.does(f"/sources/{source.id}/mute", muted="no")
    assert not load(desk.folder).sources[0].muted


def test_what_is_no_list_is_refused_in_a_sentence(desk: Visitor) -> None:
    assert "no address in it" in desk.is_refused("/sources/add", list="  hello  ")
    assert "no OPML" in desk.is_refused("/sources/add", list="<html></html>")
    answer = desk.client.post("/sources/none/try", headers={"sec-fetch-site": "same-origin"})
    assert "no source" in answer.text
