import io
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from tests.builders import a_line, a_quote, an_article
from tests.publish.standard import OUTLETS, PHOTO, a_publication, capture_of, letter_item

from watchdesk.model import Article, Item, Logo, Palette, Photo, Section, identity
from watchdesk.publish import Publication, undescribed
from watchdesk.publish.layout import view_of
from watchdesk.publish.pdf import WHITE, PdfOptions, render
from watchdesk.publish.printed import address
from watchdesk.publish.typeset import TypesettingError, lacking, pdf, settable

HOSTILE = '*bold* #panic("x") $x$ @ref <a> \\ // ] [ `raw` \x07 \u202eabc "quoted"'


def made(publication: Publication) -> bytes:
    (file,) = render(publication, options=PdfOptions())
    return file.body


def text_of(body: bytes, tmp_path: Path) -> str:
    """The words as they are read, in one line."""
    path = tmp_path / "issue.pdf"
    path.write_bytes(body)
    told = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout
    return " ".join(told.decode().split())


def elements(body: bytes) -> list[Any]:
    """The elements of the tag tree, from the root on."""
    with pikepdf.open(io.BytesIO(body)) as opened:
        return [dict(each.items()) for each in walked(opened.Root.StructTreeRoot)]


def walked(node: Any) -> Iterator[Any]:
    yield node
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and ("/S" in kid or "/K" in kid):
            yield from walked(kid)


@pytest.fixture(scope="module")
def standard() -> bytes:
    return made(a_publication())


def with_items(*items: Item, **changes: Any) -> Publication:
    publication = replace(a_publication(), **changes)
    section = Section(key="one", title="One", items=items)
    return replace(publication, issue=replace(publication.issue, sections=(section,)))


def holding(publication: Publication, *articles: Article) -> Publication:
    """The publication with these articles and their captures."""
    captures = {one.id: one for one in map(capture_of, articles)}
    return replace(
        publication,
        articles=dict(publication.articles) | {one.id: one for one in articles},
        captures=dict(publication.captures) | captures,
    )


def test_it_says_that_it_is_accessible_and_how_it_is_called(standard: bytes) -> None:
    with pikepdf.open(io.BytesIO(standard)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert opened.Root.Lang == "en"
        assert opened.open_metadata()["pdfuaid:part"] == "1"
        assert opened.docinfo["/Title"] == "The Velmor Letter, Issue 12"


def test_its_bookmarks_are_the_sections_and_items(standard: bytes) -> None:
    with pikepdf.open(io.BytesIO(standard)) as opened, opened.open_outline() as outline:
        (top,) = outline.root
        assert [str(each.title) for each in top.children][:2] == ["Diet", "Displacement"]
        assert str(top.children[0].children[0].title).startswith("Nine members ask")


def test_each_quotation_is_tagged_with_its_language(standard: bytes) -> None:
    languages = {str(each["/Lang"]) for each in elements(standard) if "/Lang" in each}
    assert {"hy", "ru", "fr"} <= languages
    assert any(each.get("/S") == "/BlockQuote" for each in elements(standard))


def test_each_picture_has_words_for_whoever_cannot_see_it(standard: bytes) -> None:
    figures = [each for each in elements(standard) if each.get("/S") == "/Figure"]
    told = [str(each.get("/Alt", "")) for each in figures]
    assert PHOTO.alt in told
    assert any("over 14,000: Relief Office" in each for each in told)
    assert all(told)


def test_each_number_leads_to_its_receipt(standard: bytes) -> None:
    with pikepdf.open(io.BytesIO(standard)) as opened:
        targets = {
            str(note.A.URI)
            for page in opened.pages
            for note in page.get("/Annots", [])
            if "/A" in note and "/URI" in note.A
        }
    view = view_of(a_publication())
    assert {f"https://letter.example/{one.path}" for one in view.receipts} <= targets


def test_every_quotation_can_be_found_in_its_text(standard: bytes, tmp_path: Path) -> None:
    told = text_of(standard, tmp_path)
    for item in view_of(a_publication()).items:
        for quote in item.quotes:
            assert " ".join(quote.words.text.split()) in told


def test_five_scripts_can_be_read_and_a_sixth_is_owned_up_to(tmp_path: Path) -> None:
    spoken = {
        "hy": "Դուռը բաց է",
        "ka": "კარი ღიაა ჩვენთვის",
        "ar": "الباب مفتوح للجميع",
        "ru": "Дверь открыта",
        "el": "Η πόρτα είναι ανοιχτή",
    }
    articles = {code: an_article(f"{words}.", language=code) for code, words in spoken.items()}
    quotes = tuple(a_quote(articles[code], words) for code, words in spoken.items())
    known = with_items(replace(letter_item(), quotes=quotes))
    told = text_of(made(holding(known, *articles.values())), tmp_path)
    for words in spoken.values():
        assert words in told, words
    assert "�" not in told


def test_letters_that_no_font_has_are_shown_as_such(tmp_path: Path) -> None:
    article = an_article("門は開いている。 The gate is open.", language="ja")
    item = replace(letter_item(), lines=(a_line(article, "門は開いている。"),), quotes=())
    known = with_items(item)
    told = text_of(made(holding(known, article)), tmp_path)
    assert "�" in told
    assert "no letters for a script" in told
    assert settable("門 gate") == "� gate"
    assert (lacking("門 gate"), lacking("gate «ու» \u2068x\u2069")) == (1, 0)


def test_an_address_keeps_every_letter() -> None:
    assert address("https://門.example/a?b=ու#c%20d") == (
        "https://%E9%96%80.example/a?b=%D5%B8%D6%82#c%20d"
    )


def test_a_strangers_words_are_never_markup(tmp_path: Path) -> None:
    article = an_article(HOSTILE)
    item = Item(
        id=identity("item", "hostile"),
        headline=a_line(article, HOSTILE),
        detail=letter_item().detail,
        lines=(a_line(article, HOSTILE),),
        quotes=(a_quote(article, HOSTILE, speaker=HOSTILE, role=HOSTILE),),
    )
    hostile = with_items(item, desk_title=HOSTILE, outlets={**OUTLETS, "x": HOSTILE})
    told = text_of(made(holding(hostile, article)), tmp_path)
    assert told.count('*bold* #panic("x") $x$ @ref <a> \\ // ] [ `raw`') >= 4


def test_the_same_publication_gives_the_same_bytes(standard: bytes) -> None:
    assert made(a_publication()) == standard


@pytest.mark.parametrize("language", ["fr", "ru", "hy", "ar", "zz", "pt-BR", "x-klingon"])
def test_it_can_be_set_in_any_language(language: str) -> None:
    assert made(a_publication(language=language)).startswith(b"%PDF")


def test_it_is_a_sound_file(standard: bytes, tmp_path: Path) -> None:
    (tmp_path / "issue.pdf").write_bytes(standard)
    subprocess.run(["qpdf", "--check", tmp_path / "issue.pdf"], check=True, capture_output=True)


def test_without_a_site_it_leads_to_the_pages_beside_it() -> None:
    assert b"../../receipts/" in made_plain(a_publication(site_url=""))


def made_plain(publication: Publication) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(made(publication))) as opened:
        opened.save(target, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return target.getvalue()


def test_the_house_colours_are_kept_and_the_ground_is_the_papers_own() -> None:
    plain = a_publication()
    brown = replace(plain.theme.light, mark="#6b3d00")
    assert isinstance(brown, Palette)
    coloured = replace(plain, theme=replace(plain.theme, light=brown))
    assert made(coloured) != made(plain)
    assert WHITE == "#ffffff"


def test_a_photo_without_alt_text_is_told_in_a_sentence_and_the_file_is_made() -> None:
    bare = Photo(
        capture_id=PHOTO.capture_id, digest=PHOTO.digest, media_type="image/jpeg", url=PHOTO.url
    )
    issue = with_items(replace(letter_item(), photo=replace(bare, alt="  ")))
    (sentence,) = undescribed(issue.issue)
    assert "has no words for readers who cannot see it" in sentence
    assert made(issue).startswith(b"%PDF")
    assert list(undescribed(a_publication().issue)) == []


def test_what_cannot_be_set_is_a_sentence() -> None:
    with pytest.raises(TypesettingError, match="could not be typeset"):
        pdf("issue.typ", {}, dated=a_publication().issue.dated)


def test_the_houses_logo_and_footer_stand_in_it(tmp_path: Path) -> None:
    target = io.BytesIO()
    Image.new("RGB", (320, 80), (11, 93, 90)).save(target, "PNG")
    logo = Logo(
        name="logo.png", media_type="image/png", body=target.getvalue(), width=160, height=40
    )
    theme = replace(a_publication().theme, logo=logo, footer="1 Quay, Velmor")
    body = made(replace(a_publication(), theme=theme))
    assert "1 Quay, Velmor" in text_of(body, tmp_path)
    figures = [each for each in elements(body) if each.get("/S") == "/Figure"]
    assert str(figures[0]["/Alt"]) == "The Velmor Letter"
