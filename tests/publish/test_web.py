import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from posixpath import dirname, join, normpath

import pytest
from PIL import Image
from tests.builders import a_headline, an_article, an_issue, an_item, at
from tests.publish.standard import (
    ARTICLES,
    PHOTO,
    a_publication,
    link,
    photo_item,
    sections,
    told,
    whole,
)

from watchdesk.model import Issue, Section, State
from watchdesk.publish import Publication
from watchdesk.publish.web import WebOptions, web

HOSTILE = '<script>alert("1")</script><img src=x onerror=alert(2)>\u202e" onmouseover="x'


def pages(publication: Publication) -> dict[str, str]:
    return {
        file.path: file.body.decode()
        for file in whole(publication)
        if file.media_type == "text/html" and not file.path.endswith("mail.html")
    }


def hostile() -> Publication:
    """The standard issue with one item in which everything a stranger may fill in is hostile."""
    article = replace(an_article(HOSTILE, title=HOSTILE, language="en"), url="javascript:alert(1)")
    item = replace(
        an_item(article),
        headline=a_headline(article),
        links=(replace(link(ARTICLES[0], HOSTILE), url="javascript:alert(1)"),),
    )
    standard = a_publication()
    capture = replace(
        next(iter(standard.captures.values())), id=article.capture_id, url="javascript:alert(1)"
    )
    photo = replace(PHOTO, caption=HOSTILE, credit=HOSTILE, licence=HOSTILE, alt=HOSTILE)
    items = (item, replace(photo_item(), photo=photo))
    return replace(
        standard,
        issue=an_issue(Section(key=HOSTILE, title=HOSTILE, items=items)),
        articles={**standard.articles, article.id: article},
        captures={**standard.captures, capture.id: capture},
        outlets={"tidings": HOSTILE},
        desk_title=HOSTILE,
        example_note=HOSTILE,
    )


class Page(HTMLParser):
    """Tags, attributes and ids of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def values(self, *names: str) -> list[str]:
        return [value for _, name, value in self.attributes if name in names]


def test_a_strangers_markup_is_only_ever_text() -> None:
    for path, text in pages(hostile()).items():
        page = Page(text)
        kinds = [value for tag, name, value in page.attributes if (tag, name) == ("script", "type")]
        assert set(kinds) <= {"application/ld+json"}, path
        assert page.tags.count("script") == len(kinds)
        assert not {"iframe", "object", "form", "style"} & set(page.tags), path
        assert all(not name.startswith("on") for _, name, _ in page.attributes), path
        assert all("javascript:" not in value for value in page.values("href", "src")), path
        assert page.values("srcset") == [] or "x onerror" not in page.values("srcset")[0]


def test_a_link_that_may_not_be_one_stays_as_words() -> None:
    text = pages(hostile())["issues/12/index.html"]
    assert "&lt;script&gt;" in text
    assert "javascript:" not in text


def test_no_page_has_styles_of_its_own_or_asks_anyone_else() -> None:
    for text in pages(a_publication(site_url="")).values():
        page = Page(text)
        assert "style" not in page.values("style")
        assert not page.values("style")
        loaded = [
            value
            for tag, name, value in page.attributes
            if name in {"src", "srcset"} or (tag == "link" and name == "href")
        ]
        assert all("://" not in value and not value.startswith("/") for value in loaded)


def test_every_page_carries_a_policy_that_allows_no_script() -> None:
    for text in pages(a_publication()).values():
        policies = [value for value in Page(text).values("content") if "default-src" in value]
        assert len(policies) == 1
        assert "default-src 'none'" in policies[0]
        assert "script" not in policies[0]


@pytest.mark.parametrize("site_url", ["", "https://letter.example/desk"])
def test_every_relative_link_leads_to_a_file_and_every_anchor_to_a_place(site_url: str) -> None:
    publication = a_publication(site_url=site_url)
    files = {file.path: file.body for file in whole(publication)}
    earlier = {head.path for head in publication.earlier}
    for path, text in pages(publication).items():
        for tag, name, value in Page(text).attributes:
            if name not in {"href", "src"} or re.match(r"[a-z]+:", value):
                continue
            target, _, anchor = value.partition("#")
            wanted = normpath(join(dirname(path), target)) if target else path
            assert wanted in files or wanted in earlier, (path, tag, value)
            if anchor:
                assert anchor in Page(files[wanted].decode()).values("id"), (path, value)


def test_every_receipt_and_item_has_a_page_of_its_own() -> None:
    made = pages(a_publication())
    assert sum(path.startswith("receipts/") for path in made) == 17
    assert sum(bool(re.fullmatch(r"issues/12/\w+/index\.html", path)) for path in made) == 7


def test_the_front_page_is_the_newest_issue() -> None:
    made = pages(a_publication())
    front, issue = made["index.html"], made["issues/12/index.html"]
    assert front == re.sub(r"(\.\./)+", "", issue)
    assert '"canonical" href="https://letter.example/issues/12/index.html"' in front


def test_an_older_issue_published_again_leaves_the_front_page_alone() -> None:
    newer = replace(a_publication().earlier[0], number=13, path="issues/13/index.html")
    files = web().render(replace(a_publication(), earlier=(newer,)))
    made = {file.path for file in files}
    assert "issues/12/index.html" in made
    assert not {"index.html", "how/index.html"} & made


def test_the_archive_lists_every_issue_the_newest_first_and_its_month() -> None:
    text = pages(a_publication())["issues/index.html"]
    assert re.findall(r">Issue (\d+)<", text) == ["12", "11"]
    assert 'href="../issues/2026-11/index.html">November</a> <span class="soft">2<' in text


def test_each_issue_leads_to_the_one_before_and_after() -> None:
    later = replace(a_publication().earlier[0], number=13, path="issues/13/index.html")
    publication = replace(a_publication(), earlier=(later, *a_publication().earlier))
    files = {
        file.path: file.body.decode()
        for file in web().render(publication)
        if file.media_type == "text/html"
    }
    assert re.findall(r'rel="(\w+)" href="([^"]+)"', files["issues/12/index.html"])[-2:] == [
        ("prev", "../../issues/11/index.html"),
        ("next", "../../issues/13/index.html"),
    ]


def test_a_section_has_a_page_with_its_items_and_one_for_each_year() -> None:
    made = pages(a_publication())
    for path in ("sections/displacement/index.html", "sections/displacement/2026/index.html"):
        assert "How many left the Tern valley" in made[path]
        assert "Winter market" not in made[path]
    assert "sections/heritage/index.html" in made


def test_what_a_page_says_to_machines_is_json_and_never_ends_its_element() -> None:
    made = pages(hostile())
    said = [
        found
        for text in made.values()
        for found in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    ]
    assert len(said) >= 3
    kinds = [json.loads(each)["@type"] for each in said]
    assert set(kinds) == {"PublicationIssue", "NewsArticle"}
    assert all("<" not in each for each in said)
    assert any(json.loads(each).get("headline", "").startswith("<script>") for each in said)


def test_whoever_passes_a_page_on_gets_its_picture_and_words() -> None:
    made = pages(a_publication())
    shown = {
        path: dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)"', text))
        for path, text in made.items()
    }
    files = {file.path for file in whole(a_publication())}
    for path, words in shown.items():
        assert words["url"].startswith("https://letter.example/"), path
        assert words["image"].removeprefix("https://letter.example/") in files, path
    item = next(words for words in shown.values() if words["type"] == "article")
    assert item["description"].startswith("Nine members of the Diet")


def test_the_picture_of_an_issue_is_a_png_and_the_same_each_time() -> None:
    first, second = (
        {file.path: file.body for file in web().render(a_publication())} for _ in range(2)
    )
    assert first["issues/12/card.png"] == second["issues/12/card.png"]
    with Image.open(io.BytesIO(first["issues/12/card.png"])) as picture:
        assert picture.size == (1200, 630)


def test_the_sitemap_names_each_issue_and_item_and_robots_find_it() -> None:
    files = {
        file.path: file.body.decode()
        for file in whole(a_publication())
        if file.path.endswith((".xml", ".txt"))
    }
    assert "Sitemap: https://letter.example/sitemap.xml" in files["robots.txt"]
    named = re.findall(r"<loc>([^<]+)</loc>", files["sitemap.xml"])
    places = [
        place.removeprefix("https://letter.example/")
        for each in named
        for place in re.findall(
            r"<loc>([^<]+)</loc>", files[each.removeprefix("https://letter.example/")]
        )
    ]
    assert sum(place.startswith("issues/12/") for place in places) == 8
    assert not any(place.startswith("receipts/") for place in places)
    assert "sitemap.xml" not in {file.path for file in whole(a_publication(site_url=""))}


def test_only_the_search_page_runs_a_script_and_only_the_sites_own() -> None:
    made = pages(replace(a_publication(), searchable=True))
    running = [path for path, text in made.items() if "script-src" in text]
    assert running == ["search/index.html"]
    page = Page(made["search/index.html"])
    assert page.values("src") == ["../style/search.js"]
    assert 'for="words"' in made["search/index.html"]
    assert "search/index.html" in made["index.html"]


def test_an_empty_section_says_why() -> None:
    text = pages(a_publication())["index.html"]
    assert "the monitor’s report is late" in text
    empty = an_issue(Section(key="a", title="A"))
    made = pages(replace(a_publication(), issue=empty))
    assert "Nothing new for this section." in made["index.html"]


def test_foreign_words_carry_their_language() -> None:
    text = pages(a_publication())["index.html"]
    assert '<span lang="hy" dir="ltr">«Մենք' in text
    assert '<span lang="ru" dir="ltr">«Мы' in text
    assert '<span lang="fr" dir="ltr">«\u202fLe registre' in text


def test_words_written_from_the_right_say_so() -> None:
    article = an_article("الطريق مفتوح", title="الطريق مفتوح", language="ar")
    standard = a_publication()
    capture = replace(next(iter(standard.captures.values())), id=article.capture_id)
    made = pages(
        replace(
            standard,
            issue=an_issue(Section(key="s", title="S", items=(an_item(article),))),
            articles={article.id: article},
            captures={capture.id: capture},
        )
    )
    assert 'lang="ar" dir="rtl"' in made["index.html"]


def test_a_translated_quotation_shows_its_original_first() -> None:
    text = pages(a_publication())["index.html"]
    original = text.index("Le registre existe")
    assert original < text.index("Our translation: <span>“The register exists")


def test_a_draft_says_that_it_is_one() -> None:
    publication = a_publication()
    draft = replace(publication, issue=replace(publication.issue, state=State.DRAFT))
    assert "Draft, not yet approved" in pages(draft)["index.html"]
    assert "Draft" not in pages(publication)["index.html"]


@pytest.mark.parametrize("language", ["fr", "ru", "hy"])
def test_the_fixed_words_are_those_of_the_issues_language(language: str) -> None:
    made = pages(a_publication(language=language))
    for text in made.values():
        assert f'<html lang="{language}" dir="ltr">' in text
        assert "How we know" not in text
        assert "Read more" not in text or "opinion" in text


def test_the_same_publication_makes_the_same_bytes() -> None:
    assert web().render(a_publication()) == web().render(a_publication())


def test_a_site_without_pictures_says_so_in_their_place() -> None:
    files = web(WebOptions(pictures=False)).render(a_publication())
    assert not any(file.path.startswith("photos/") for file in files)
    front = next(file.body.decode() for file in files if file.path == "index.html")
    assert "The picture cannot be shown here." in front


def test_a_receipt_never_shows_the_whole_article() -> None:
    text = "Quarry. " + " ".join(f"secret{number}" for number in range(200))
    article = an_article(text, title="Quarry")
    standard = a_publication()
    capture = replace(next(iter(standard.captures.values())), id=article.capture_id)
    item = an_item(article, lines=("Quarry.",))
    made = pages(
        replace(
            standard,
            issue=an_issue(Section(key="s", title="S", items=(item,))),
            articles={article.id: article},
            captures={capture.id: capture},
        )
    )
    assert not any("secret51" in page for page in made.values())
    assert any("secret49" in page for page in made.values())


def test_an_unapproved_issue_without_proof_or_coverage_can_be_shown() -> None:
    publication = a_publication()
    issue: Issue = replace(publication.issue, approved_at=None, note="A quiet week.", dated=at(21))
    made = pages(replace(publication, issue=issue, bundle="", example_note="", earlier=()))
    assert "A quiet week." in made["index.html"]
    assert "Approved" not in made["index.html"]


def test_a_story_that_nobody_was_first_with_has_no_first() -> None:
    publication = a_publication()
    item = replace(an_item(ARTICLES[1]), detail=told(4, ""))
    issue = an_issue(Section(key="s", title="S", items=(item,)))
    front = pages(replace(publication, issue=issue))["index.html"]
    assert "4 independent sources" in front
    assert "first" not in Page(front).values("class")
    assert "<bdi>first" not in front


def test_a_quotation_without_a_speaker_says_so() -> None:
    publication = a_publication()
    section = sections()[0]
    item = section.items[0]
    mute = replace(item, quotes=(replace(item.quotes[0], speaker=None),))
    issue = an_issue(replace(section, items=(mute,)))
    assert "does not name the speaker" in pages(replace(publication, issue=issue))["index.html"]


def test_a_picture_without_words_is_called_by_its_headline() -> None:
    publication = a_publication()
    mute = replace(photo_item(), photo=replace(PHOTO, caption="", alt="", article_id=None))
    issue = an_issue(Section(key="s", title="S", items=(mute,)))
    made = pages(replace(publication, issue=issue, outlets={}))
    receipt = next(text for path, text in made.items() if "byte for byte" in text)
    assert '<h1 class="spoken"><span>Winter market to open in Ostrany</span></h1>' in receipt
    assert "Published by" not in receipt


def test_a_receipt_names_the_address_that_was_asked_for_first() -> None:
    publication = a_publication()
    moved = {
        key: replace(capture, asked="http://old.example/x")
        for key, capture in publication.captures.items()
    }
    made = pages(replace(publication, captures=moved))
    assert any("old.example/x" in text for path, text in made.items() if "receipts" in path)
