import pytest
from hypothesis import given
from hypothesis import strategies as some

from watchdesk.model import Source
from watchdesk.sources import BadList, Listed, read_list, to_opml
from watchdesk.sources.feed import FeedOptions
from watchdesk.sources.folder import FolderOptions
from watchdesk.sources.page import PageOptions

OPML = """\ufeff
<?xml version="1.0" encoding="utf-8"?><opml version="1.0"><head><title>Mine</title></head><body>
<outline text="State"><outline text="Inner">
  <outline type="rss" text="Gazette & more" xmlUrl="https://gazette.example/feed"
    htmlUrl="https://gazette.example/" language="en"/></outline>
  <outline text="A page" htmlUrl="https://page.example/"/></outline>
<outline text="An empty one"/>
<outline text="Script" xmlUrl="javascript:alert(1)"/>
</body></opml>"""


def test_an_opml_file_gives_its_addresses_with_their_groups() -> None:
    assert read_list(OPML.encode()) == (
        Listed(
            url="https://gazette.example/feed",
            title="Gazette & more",
            group="Inner",
            language="en",
            is_feed=True,
        ),
        Listed(url="https://page.example/", title="A page", group="State"),
    )


def test_a_text_gives_an_address_a_line_with_its_title() -> None:
    text = """
    # the valley
    https://a.example/feed   The Valley Paper
    b.example
    http://localhost:8800/x

    some words that are no address
    ftp://c.example/
    https://[broken/
    """
    assert read_list(text.encode()) == (
        Listed(url="https://a.example/feed", title="The Valley Paper"),
        Listed(url="https://b.example"),
        Listed(url="http://localhost:8800/x"),
    )


@pytest.mark.parametrize("body", ["<html><p>x</p></html>", "<", "<opm", "<rss/>"])
def test_what_is_no_list_says_so(body: str) -> None:
    with pytest.raises(BadList, match="is no OPML"):
        read_list(body.encode())


def test_entities_in_a_list_are_not_expanded() -> None:
    evil = '<!DOCTYPE opml [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    body = evil + '<opml><body><outline text="&f;" xmlUrl="https://a.example/"/></body></opml>'
    (listed,) = read_list(body.encode())
    assert "root:" not in listed.title


words = some.text(some.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=20)


@given(title=words.map(str.strip).filter(bool), party=words.map(str.strip))
def test_sources_come_back_from_opml_as_they_went(title: str, party: str) -> None:
    feed = Source(
        id="a",
        kind="feed",
        options=FeedOptions(url="https://a.example/?x=1&y=2"),
        title=title,
        party=party,
        language="hy",
    )
    page = Source(id="b", kind="page", options=PageOptions(url="https://b.example/"))
    folder = Source(id="c", kind="folder", options=FolderOptions(path="/papers"))
    text = to_opml((feed, page, folder), "The <Velmor> Letter \x00")
    assert set(read_list(text.encode())) == {
        Listed(
            url="https://a.example/?x=1&y=2",
            title=title,
            group=party,
            language="hy",
            is_feed=True,
        ),
        Listed(url="https://b.example/", title="b"),
    }
