"""The pages in a real browser: read by axe, in light and dark, on the desk and on the phone."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route
from tests.builders import a_quote, an_article, an_issue, an_item
from tests.publish.standard import (
    PHOTOGRAPH,
    STORY,
    a_publication,
    a_registered_publication,
    link,
    whole,
)

from watchdesk.model import Correction, Remedy, Section
from watchdesk.publish import Amended, Publication
from watchdesk.publish.delivery import write
from watchdesk.publish.receipts import Kind, receipts

SIZES = {"desk": (1240, 900), "phone": (360, 740)}

OUR_PICTURES = ("https://letter.example/photos/", "https://letter.example/issues/12/charts/")

pytestmark = pytest.mark.slow


@cache
def pages() -> dict[str, str]:
    publication = a_publication()
    made = receipts(publication)
    return {
        "issue": "index.html",
        "item": f"issues/12/{publication.issue.items[1].id}/index.html",
        "quotation": next(each.path for each in made if each.kind is Kind.QUOTATION),
        "picture": next(each.path for each in made if each.kind is Kind.PICTURE),
        "archive": "issues/index.html",
        "how": "how/index.html",
        "month": "issues/2026-11/index.html",
        "section": "sections/displacement/index.html",
        "corrections": "corrections/index.html",
        "search": "search/index.html",
        "mail": "issues/12/mail.html",
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    publication = corrected(replace(a_registered_publication(), searchable=True))
    for file in whole(publication):
        write(file, folder=folder)
    return folder


def corrected(publication: Publication) -> Publication:
    """The same with a corrected item, and a correction of an earlier issue to tell."""
    day = publication.issue.dated
    made = Correction(how=Remedy.CORRECTED, reason="It was Tern.", by="Ada Lind", at=day)
    first, *others = publication.issue.sections
    items = (replace(first.items[0], corrections=(made,)), *first.items[1:])
    issue = replace(publication.issue, sections=(replace(first, items=items), *others))
    told = Amended(issue=11, item_id="x", headline="Ferry to Fern", correction=made)
    return replace(publication, issue=issue, amended=(told,))


def opened(browser: Browser, *, scheme: str, size: str, url: str) -> tuple[Page, list[str]]:
    width, height = SIZES[size]
    context = browser.new_context(
        bypass_csp=True,  # the pages forbid every script, and axe is one
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": height},
    )
    for pictures in OUR_PICTURES:
        context.route(f"{pictures}**", with_picture)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url)
    return page, asked


def with_picture(route: Route) -> None:
    """A mail lies in no folder: its picture comes from the site's own address."""
    route.fulfill(body=PHOTOGRAPH, content_type="image/jpeg")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", pages())
def test_axe_finds_nothing_and_nothing_hangs_over(
    name: str, scheme: str, size: str, *, site: Path, browser: Browser
) -> None:
    url = (site / pages()[name]).as_uri()
    page, asked = opened(browser, scheme=scheme, size=size, url=url)
    # A mail has no landmarks: the mail program around it has.
    rules = {
        "region": {"enabled": name != "mail"},
        "landmark-one-main": {"enabled": name != "mail"},
    }
    found = Axe().run(page, options={"rules": rules})
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]
    ours = ("file:", *OUR_PICTURES) if name == "mail" else "file:"
    assert all(address.startswith(ours) for address in asked)
    page.context.close()


def test_the_fonts_are_ours_in_each_script(site: Path, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("requestfinished", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto((site / "index.html").as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    for name in ("serif-regular-latin", "serif-regular-armenian", "serif-regular-cyrillic"):
        assert f"{name}.woff2" in asked
    assert page.evaluate("document.fonts.check('16px \"Desk Serif\"')")
    context.close()


def test_the_page_breaks_no_rule_of_its_own_policy(site: Path, browser: Browser) -> None:
    context = browser.new_context()
    for pictures in OUR_PICTURES:
        context.route(f"{pictures}**", with_picture)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for path in pages().values():
        page.goto((site / path).as_uri())
        page.wait_for_load_state("networkidle")
    assert said == []
    context.close()


def with_long_words() -> Publication:
    """One item whose title, quotation, speaker and link are longer than a telephone is wide."""
    word = "Donaudampfschifffahrtsgesellschaftskapitänsmütze" * 3
    article = an_article(f"{word} said.", title=word, url=f"https://tidings.example/{'a' * 300}")
    standard = a_publication(language="hy")
    capture = replace(next(iter(standard.captures.values())), id=article.capture_id)
    quote = a_quote(article, word, speaker=word, role=word)
    item = replace(an_item(article), quotes=(quote,), links=(link(STORY, word),))
    return replace(
        standard,
        issue=an_issue(Section(key="s", title=word, items=(item,)), language="hy"),
        articles={article.id: article, STORY.id: STORY},
        captures={**standard.captures, capture.id: capture},
        desk_title=word,
        bundle=f"{word}.wacz",
    )


def test_long_words_never_push_a_page_wider_than_the_phone(
    tmp_path: Path, browser: Browser
) -> None:
    publication = with_long_words()
    for file in whole(publication):
        write(file, folder=tmp_path)
    for path in tmp_path.rglob("*.html"):
        page, _ = opened(browser, scheme="light", size="phone", url=path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        page.context.close()
