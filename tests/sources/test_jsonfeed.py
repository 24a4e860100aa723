import json

import pytest
from tests.builders import at
from tests.sources.reading import HOME, read

from watchdesk.model import Code

URL = f"{HOME}/feed.json"


def feed(*items: object) -> str:
    version = "https://jsonfeed.org/version/1.1"
    return json.dumps({"version": version, "title": "Tidings", "items": items})


def test_a_json_feed_is_read() -> None:
    entry = {
        "id": 7,
        "url": "/a/7",
        "title": "Note 7",
        "content_html": "<p>Open again.</p>",
        "date_published": "2026-11-16T09:00:00+00:00",
        "authors": [{"name": "Ada Example"}, "odd"],
        "tags": ["roads", 5],
    }
    reading = read(feed(entry), url=URL)
    (lead,) = reading.leads
    assert (reading.title, reading.problems) == ("Tidings", ())
    assert (lead.url, lead.entry_id, lead.title) == (f"{HOME}/a/7", "7", "Note 7")
    assert (lead.published, lead.summary) == (at(16, 9), "<p>Open again.</p>")
    assert (lead.authors, lead.categories) == (("Ada Example",), ("roads",))


def test_an_author_of_version_1_0_is_read() -> None:
    (lead,) = read(feed({"url": "/a", "author": {"name": "Ada"}}), url=URL).leads
    assert lead.authors == ("Ada",)


def test_wrong_types_cost_their_own_item() -> None:
    good = {"id": "1", "url": "/a/1", "title": "Note 1"}
    odd = [{"id": 2, "url": None, "title": {"a": 1}}, None, "text", {"id": [], "tags": 4}]
    reading = read(feed(good, *odd)[:-1] + ',"x":' + "9" * 5000 + "}", url=URL)
    assert [lead.entry_id for lead in reading.leads] == ["1"]
    assert reading.problems[0].code is Code.DAMAGED_FEED
    assert "4 of its items" in reading.problems[0].message


@pytest.mark.parametrize(
    "body",
    [
        '{"items":' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"items": {}}',
        '{"items": "none"}',
        '[{"items": []}]',
        '{"items": [',
    ],
)
def test_what_is_no_json_feed_is_a_problem(body: str) -> None:
    assert read(body, url=URL).problems[0].code is Code.NOT_A_FEED


def test_a_broken_address_costs_no_more_than_itself() -> None:
    (lead,) = read(feed({"id": "1", "url": "http://[x", "title": "Note"}), url=URL).leads
    assert (lead.url, lead.title) == (None, "Note")
