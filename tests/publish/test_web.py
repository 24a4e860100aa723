import re
from dataclasses import replace
from html.parser import HTMLParser
from posixpath import dirname, join, normpath

import pytest
from tests.builders import a_headline, an_article, an_issue, an_item, at
from tests.publish.standard import ARTICLES, PHOTO, a_publication, link, photo_item, sections, told

from watchdesk.model import Issue, Section, State
from watchdesk.publish import PUBLISHERS, Publication
from watchdesk.publish.web import WebOptions, web

HOSTILE = '<script>alert("1")</script><img src=x onerror=alert(2)>\u202e" onmouseover="x'


def pages(publication: Publication) -> dict[str, str]:
    return {
        file.path: file.body.decode()
        for file in web().render(publication)
        if file.media_type == "text/html"
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
        assert not {"script", "iframe", "object", "form", "style"} & set(page.tags), path
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
    files = {
        file.path: file.body for publisher in PUBLISHERS for file in publisher.render(publication)
    }
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
    made = pages(replace(a_publication(), earlier=(newer,)))
    assert "issues/12/index.html" in made
    assert not {"index.html", "issues/index.html", "how/index.html"} & made.keys()


def test_the_archive_lists_every_issue_once_the_newest_first() -> None:
    publication = a_publication()
    again = replace(publication.earlier[0], number=12)
    text = pages(replace(publication, earlier=(*publication.earlier, again)))["issues/index.html"]
    assert re.findall(r">Issue (\d+)<", text) == ["12", "11"]


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
