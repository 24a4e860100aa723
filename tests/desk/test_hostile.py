"""An article hostile in every field: nothing of it runs on any screen, and it is read as words."""

import io
from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from starlette.testclient import TestClient
from tests.browsing import new_page, served
from tests.desk.visiting import Visitor
from tests.pipeline.press import FEED, TEXT, Press, serving
from tests.pipeline.press import Page as Answer
from tests.pipeline.room import NOW, a_source, make_room

from watchdesk.desk.app import make_app
from watchdesk.desk.screens import SCREENS
from watchdesk.pipeline import open_desk, working_on, write_draft
from watchdesk.pipeline.flow import chain
from watchdesk.workers import Workers

pytestmark = pytest.mark.slow

TURNED = "\u202e"
"""Right-to-left override: what follows it is written backwards."""
TURNED_BACK = "\u202c"
"""Ends it; the desk sets one where strange words end among its own."""
BESIDE = ("/proof", "/search?q=crowns", "/preview?edition=mail", "/preview?edition=web")
ACTS = "[onerror], [onload], [href^='javascript:' i], [href^='data:' i], img[src=x]"
LEADS = "all => all.map(one => one.getAttribute('href')).filter(one => !/light|dark/.test(one))"
"""Where links lead on the desk; the bare editions are looked at in their frames."""


def hostile(field: str) -> str:
    """Words that are markup, break out of an attribute, and turn what follows them."""
    run = f"window.ran='{field}'"
    return (
        f'{field} <script>{run}</script> "><img src=x onerror={run}>'
        f"'><svg onload={run}> {{{{7*7}}}} {TURNED}turned"
    )


def a_page() -> bytes:
    words = {name: escape(hostile(name)) for name in ("title", "byline", "text", "link", "caption")}
    return f"""<!doctype html><html lang="en"><head><title>{words["title"]}</title>
<meta name="author" content="{words["byline"]}">
<meta property="og:title" content="{words["title"]}">
</head><body onload="window.ran='body'"><article><h1>{words["title"]}</h1>
<p class="byline">{words["byline"]}</p><script>window.ran = "page"</script><p>{TEXT}</p>
<p>“We saw {words["text"]},” said Mira Tolan. <a href="javascript:window.ran='link'">
{words["link"]}</a> and <a href="data:text/html,<script>window.ran=1</script>">more</a>.</p>
<figure><img src="/quay.png" width="800" height="600"><figcaption>{words["caption"]}</figcaption>
</figure></article></body></html>""".encode()


def a_feed(link: str) -> bytes:
    words = {name: escape(hostile(name)) for name in ("feed", "title", "category", "summary")}
    return f"""<?xml version="1.0"?><rss version="2.0"><channel><title>{words["feed"]}</title>
<link>javascript:window.ran='feed'</link><item><title>{words["title"]}</title><link>{link}</link>
<author>{escape(hostile("author"))}</author><category>{words["category"]}</category>
<pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate>
<description>{words["summary"]}</description></item>
<item><title>No page</title><link>javascript:window.ran='entry'</link></item>
</channel></rss>""".encode()


def a_picture() -> bytes:
    out = io.BytesIO()
    Image.effect_mandelbrot((256, 256), (-2.2, -1.4, 0.7, 1.4), 60).save(out, "PNG")
    return out.getvalue()


@pytest.fixture(scope="session")
def press() -> Iterator[Press]:
    with serving() as running:
        link = running.put("/quay", Answer(body=a_page()))
        running.put("/quay.png", Answer(body=a_picture(), media_type="image/png"))
        running.put("/feed", Answer(body=a_feed(link), media_type=FEED))
        yield running


@pytest.fixture(scope="session")
def attacked(press: Press, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk that read that article, with a note, a picture and a search result beside it."""
    with Workers(count=1) as workers:
        room = make_room(tmp_path_factory.mktemp("attacked") / "desk", press, workers)
        room.watch(a_source(press.url("/feed"), title=hostile("source"), party=hostile("party")))
        with open_desk(room.folder, now=NOW) as desk, working_on(desk, "run"):
            assert list(chain(desk, workers))
            write_draft(desk)
    with TestClient(make_app(room.folder, now=NOW), base_url="http://desk.example") as client:
        visitor = Visitor(client, room.folder)
        _bring_by_hand(visitor)
        visitor.does("/issue/prove")
    return room.folder


def _bring_by_hand(visitor: Visitor) -> None:
    whence = {"from": hostile("giver"), "received": "2026-11-19"}
    note = {"title": hostile("note"), "note": f"“{hostile('words')},” he said."}
    visitor.does("/by-hand", section=visitor.section, **note, **whence)
    named = {name: hostile(name) for name in ("caption", "credit", "licence", "alt")}
    file = {"file": ("quay.png", a_picture(), "image/png")}
    to = visitor.does("/by-hand/picture", files=file, rights="granted", **named, **whence)
    visitor.does(f"{to}/use", section=visitor.section)


@pytest.fixture
def address(attacked: Path) -> Iterator[str]:
    with served(attacked, now=NOW) as found:
        yield found


def walked(page: Page, address: str) -> Iterator[str]:
    """Every screen of the menu, and every page of the desk that these lead to."""
    waiting = [one.menu for one in SCREENS if one.menu] + list(BESIDE)
    seen: set[str] = set()
    while waiting:
        path = urldefrag(waiting.pop(0)).url
        if path in seen:
            continue
        seen.add(path)
        answer = page.goto(address + path)
        assert answer
        assert answer.ok, path
        yield path
        waiting += page.locator("a[href^='/']").evaluate_all(LEADS)
        if path.startswith("/article/"):
            waiting.append(path.replace("article", "captures"))


def is_elsewhere(url: str, address: str) -> bool:
    return not url.startswith((address, "data:", "blob:", "about:"))


def test_a_hostile_article_runs_nowhere_and_is_read(browser: Browser, address: str) -> None:
    page = new_page(browser)
    told: list[str] = []
    page.on("dialog", lambda one: told.append(one.message))
    page.on("console", lambda one: told.append(f"{page.url}: {one.text}"))
    page.on("pageerror", lambda one: told.append(f"{page.url}: {one}"))
    page.on("request", lambda one: told.append(one.url) if is_elsewhere(one.url, address) else None)
    read: list[str] = []
    kinds: set[str] = set()
    for path in walked(page, address):
        kinds.add(path.split("/")[1].partition("?")[0])
        for frame in page.frames:
            frame.wait_for_load_state()
            assert frame.locator(ACTS).count() == 0, path
        read += page.locator("body").inner_text().splitlines()
        assert page.evaluate("window.ran") is None, path
    assert told == []
    assert kinds >= {"items", "stories", "article", "captures", "picture", "preview", "proof"}
    text = "\n".join(read)
    for field in ("title", "text", "source", "giver", "note", "caption", "credit"):
        assert f"{field} <script>window.ran='{field}'</script>" in text, field
    assert [line for line in read if line.count(TURNED) > line.count(TURNED_BACK)] == []
