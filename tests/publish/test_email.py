import re
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.builders import an_issue
from tests.publish.standard import a_publication, letter_item
from tests.publish.test_web import Page, hostile

from watchdesk.model import Section, identity
from watchdesk.publish import Publication
from watchdesk.publish.email import LARGEST, email
from watchdesk.publish.plain import text as plain_text


def rendered(publication: Publication) -> str:
    return email().render(publication)[0].body.decode()


def many(number: int) -> Publication:
    items = tuple(replace(letter_item(), id=identity("item", at)) for at in range(number))
    return replace(a_publication(), issue=an_issue(Section(key="all", title="All", items=items)))


def test_a_mail_loads_nothing_from_anywhere() -> None:
    page = Page(rendered(a_publication()))
    assert not {"img", "link", "script", "iframe", "form", "input"} & set(page.tags)
    assert "url(" not in rendered(a_publication())


def test_styles_stand_in_their_places_and_dark_ones_are_kept() -> None:
    text = rendered(a_publication())
    assert "<h1 style=" in text
    assert "prefers-color-scheme: dark" in text
    assert "<!--[if mso]>" in text


def test_links_lead_to_the_site() -> None:
    page = Page(rendered(a_publication()))
    assert all(
        re.match(r"https://", value) for tag, name, value in page.attributes if name == "href"
    )


def test_a_mail_without_a_site_address_can_be_looked_at_in_its_folder() -> None:
    text = rendered(a_publication(site_url=""))
    assert 'href="../../issues/12/index.html"' in text


@pytest.mark.parametrize("number", [0, 1, 60, 200, 1500])
def test_a_mail_is_never_cut_by_gmail(number: int) -> None:
    assert len(rendered(many(number)).encode()) <= LARGEST


def test_a_long_issue_is_shortened_and_says_so() -> None:
    text = rendered(many(200))
    assert "This mail is shortened." in text
    assert text.count("Nine members ask the minister") == 200
    assert LARGEST - 3000 < len(text.encode()) <= LARGEST
    assert "This mail is shortened." not in rendered(a_publication())


def test_a_strangers_markup_stays_text_in_the_mail() -> None:
    page = Page(rendered(hostile()))
    assert not {"script", "img"} & set(page.tags)
    assert all(not name.startswith("on") for _, name, _ in page.attributes)
    assert all("javascript:" not in value for value in page.values("href"))


def test_headings_come_in_order() -> None:
    levels = [int(tag[1]) for tag in Page(rendered(a_publication())).tags if re.match(r"h\d", tag)]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_every_table_is_closed() -> None:
    text = rendered(a_publication())
    assert len(re.findall(r"<table[ >]", text)) == text.count("</table>")


def test_a_readers_own_links_stand_in_both_parts_and_nowhere_else() -> None:
    ours = replace(
        a_publication(),
        leave_url="https://velmor.example/leave/ada",
        preferences_url="https://velmor.example/preferences/ada",
    )
    plain = plain_text().render(ours)[0].body.decode()
    for address in (ours.leave_url, ours.preferences_url):
        assert f'href="{address}"' in rendered(ours)
        assert f"\n{address}\n" in plain
    assert "/leave/" not in rendered(a_publication())
