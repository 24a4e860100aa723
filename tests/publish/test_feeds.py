import json

import feedparser
from lxml import etree
from tests.publish.standard import a_publication, a_site
from tests.publish.test_web import hostile

from watchdesk.publish import Publication
from watchdesk.publish.feeds import feeds, section_feeds


def rendered(publication: Publication) -> dict[str, bytes]:
    return {file.path: file.body for file in feeds(a_site(publication))}


def test_all_three_feeds_hold_every_item_with_its_own_page() -> None:
    made = rendered(a_publication())
    rss, atom = feedparser.parse(made["feed.xml"]), feedparser.parse(made["atom.xml"])
    listed = json.loads(made["feed.json"])["items"]
    assert not rss.bozo
    assert not atom.bozo
    assert len(rss.entries) == len(atom.entries) == len(listed) == 7
    for first, second, third in zip(rss.entries, atom.entries, listed, strict=True):
        assert first.id == second.id == third["id"]
        assert first.title == second.title == third["title"]
        assert first.link == second.link == third["url"]
        assert first.link.startswith("https://letter.example/issues/12/")


def test_the_ids_stay_when_the_site_moves() -> None:
    here = json.loads(rendered(a_publication())["feed.json"])
    there = json.loads(rendered(a_publication(site_url="https://new.example"))["feed.json"])
    assert [item["id"] for item in here["items"]] == [item["id"] for item in there["items"]]
    assert there["items"][0]["url"].startswith("https://new.example/issues/")


def test_ids_are_urns_and_differ() -> None:
    ids = [item["id"] for item in json.loads(rendered(a_publication())["feed.json"])["items"]]
    assert len(set(ids)) == len(ids)
    assert all(each.startswith("urn:uuid:") for each in ids)


def test_without_a_site_address_links_are_relative_and_the_feed_is_still_whole() -> None:
    made = rendered(a_publication(site_url=""))
    assert json.loads(made["feed.json"])["items"][0]["url"].startswith("issues/12/")
    assert "feed_url" not in json.loads(made["feed.json"])
    assert b'rel="self"' not in made["atom.xml"]
    for name in ("feed.xml", "atom.xml"):
        etree.fromstring(made[name])


def test_the_text_of_an_item_comes_with_links_to_its_receipts() -> None:
    entry = feedparser.parse(rendered(a_publication())["atom.xml"]).entries[0]
    assert "No mother should have to read" in entry.content[0].value
    assert "https://letter.example/receipts/" in entry.content[0].value


def test_a_strangers_markup_stays_text_in_every_feed() -> None:
    made = rendered(hostile())
    for name in ("feed.xml", "atom.xml"):
        for node in etree.fromstring(made[name]).iter():
            assert isinstance(node.tag, str)
            assert etree.QName(node).localname not in {"script", "img"}
    content = json.loads(made["feed.json"])["items"][0]["content_html"]
    assert "<script" not in content
    assert "javascript:" not in content


def test_a_feed_can_be_kept_short() -> None:
    made = list(feeds(a_site(a_publication()), most=2))
    assert len(json.loads(made[2].body)["items"]) == 2


def test_a_section_has_feeds_of_its_own_with_its_items_alone() -> None:
    site = a_site(a_publication())
    made = {file.path: file.body for file in section_feeds(site, "displacement", "Displacement")}
    listed = json.loads(made["sections/displacement/feed.json"])
    assert listed["title"] == "The Velmor Letter: Displacement"
    assert {tag for item in listed["items"] for tag in item["tags"]} == {"Displacement"}
    atom = feedparser.parse(made["sections/displacement/atom.xml"])
    assert not atom.bozo
    assert len(atom.entries) == len(listed["items"]) == 2
    assert atom.feed.id != feedparser.parse(rendered(a_publication())["atom.xml"]).feed.id


def test_without_an_address_sections_have_no_feeds() -> None:
    site = a_site(a_publication(site_url=""))
    assert list(section_feeds(site, "displacement", "Displacement")) == []
