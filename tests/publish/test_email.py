import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from tests.builders import an_issue
from tests.publish.standard import PHOTO, a_publication, letter_item
from tests.publish.test_web import Page, hostile

from watchdesk.model import LIGHT, Logo, Section, Theme, identity
from watchdesk.publish import Publication
from watchdesk.publish.email import (
    LARGEST,
    MailOptions,
    Pictures,
    email,
    mail_of,
)
from watchdesk.publish.lint import lint
from watchdesk.publish.plain import text as plain_text


def rendered(publication: Publication) -> str:
    return email().render(publication)[0].body.decode()


def many(number: int) -> Publication:
    items = tuple(replace(letter_item(), id=identity("item", at)) for at in range(number))
    return replace(a_publication(), issue=an_issue(Section(key="all", title="All", items=items)))


def test_a_mail_loads_nothing_but_pictures_of_our_own() -> None:
    page = Page(rendered(a_publication()))
    assert not {"link", "script", "iframe", "form", "input"} & set(page.tags)
    assert "url(" not in rendered(a_publication())
    assert page.values("src")
    ours = ("https://letter.example/photos/", "https://letter.example/issues/12/charts/")
    assert all(src.startswith(ours) for src in page.values("src"))


def test_a_sent_mail_brings_its_pictures_along_and_asks_nobody() -> None:
    mail = mail_of(a_publication(), options=MailOptions())
    assert {f"cid:{name}" for name in mail.attached} == set(Page(mail.html).values("src"))
    starts = {file.body[:3] for file in mail.attached.values()}
    assert starts == {b"\xff\xd8\xff", b"\x89PN"}
    assert PHOTO.alt in Page(mail.html).values("alt")
    assert all(Page(mail.html).values("alt"))
    assert f"Photo: {PHOTO.credit}" in mail.html


@pytest.mark.parametrize(
    ("pictures", "shown"), [("site", "https://letter.example/"), ("none", None)]
)
def test_pictures_come_from_the_site_or_not_at_all_where_a_desk_says_so(
    pictures: Pictures, shown: str | None
) -> None:
    mail = mail_of(a_publication(), options=MailOptions(pictures=pictures))
    assert not mail.attached
    assert f"Photo: {PHOTO.credit}" in mail.html
    assert bool(shown) == bool(Page(mail.html).values("src"))
    assert all(src.startswith(shown or "") for src in Page(mail.html).values("src"))


def test_the_look_is_the_themes() -> None:
    logo = Logo(name="logo.png", media_type="image/png", body=b"png", width=120, height=40)
    theme = Theme(
        light=replace(LIGHT, mark="#1c3f94"), serif=("Charter",), logo=logo, footer="1 Quay & Co"
    )
    mail = mail_of(replace(a_publication(), theme=theme), options=MailOptions())
    assert LIGHT.mark not in mail.html
    assert "#1c3f94" in mail.html
    assert "font:700 32px/1.2 Charter, Georgia" in mail.html
    assert "1 Quay &amp; Co" in mail.html
    assert "1 Quay & Co" in mail.text
    assert mail.attached["logo.logo.png@pictures.invalid"].body == b"png"
    assert 'alt="The Velmor Letter" border="0"' in mail.html


def test_a_readers_links_are_filled_in_without_setting_the_mail_anew() -> None:
    mail = mail_of(a_publication(), options=MailOptions())
    html, text = mail.for_reader(
        leave="https://v.example/leave?a=1&b=2", preferences="https://v.example/preferences?a=1"
    )
    assert 'href="https://v.example/leave?a=1&amp;b=2"' in html
    assert 'href="https://v.example/preferences?a=1"' in html
    assert "\nhttps://v.example/leave?a=1&b=2\n" in text
    assert "reader.invalid" not in html + text


def test_words_of_another_script_keep_their_language_and_direction() -> None:
    page = rendered(a_publication())
    assert re.search(r'<p class="line" dir="ltr" lang="hy"', page)
    assert page.index('<meta charset="utf-8">') < 100


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
    assert text.count("Nine members ask the minister") == 200 + 1  # the preview has the first
    assert LARGEST - 4000 < len(text.encode()) <= LARGEST
    assert "This mail is shortened." not in rendered(a_publication())


def test_a_strangers_markup_stays_text_in_the_mail() -> None:
    page = Page(rendered(hostile()))
    assert "script" not in page.tags
    ours = ("https://letter.example/photos/", "https://letter.example/issues/12/charts/")
    assert all(src.startswith(ours) for src in page.values("src"))
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


def with_headlines(*texts: tuple[str, str]) -> Publication:
    """A publication with one section for each headline, given with its language."""
    made = (
        replace(
            letter_item(),
            id=identity("item", at),
            headline=replace(letter_item().headline, text=text, language=language),
        )
        for at, (text, language) in enumerate(texts)
    )
    sections = (Section(key=f"s{at}", title="All", items=(one,)) for at, one in enumerate(made))
    return replace(a_publication(), issue=an_issue(*sections))


def test_a_preview_of_several_languages_says_each_and_passes_the_look_over_the_mail() -> None:
    said = ("القاضي أجّل الجلسة إلى أجل غير مسمى دون سبب", "ar"), ("Суд отложил дело", "ru")
    html = rendered(with_headlines(("The court waits", ""), *said))
    preview = html.partition('class="preview"')[2].partition("</div>")[0]
    for text, language in said:
        assert re.search(rf'lang="{language}"[^>]*>{text}<', preview)
    assert not [one for one in lint(html, None, site="") if one.rule == "language"]


def test_no_value_in_a_mail_holds_an_angle_bracket() -> None:
    written: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, _tag: str, _attrs: object) -> None:
            written.append((self.get_starttag_text() or "")[1:-1])

    Tags().feed(rendered(hostile()))
    assert any('alt="' in tag and "&lt;" in tag for tag in written)
    assert [tag for tag in written if "<" in tag or ">" in tag] == []
