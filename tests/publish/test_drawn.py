"""What an issue draws, and where it stands in each edition."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest
from tests.publish.standard import a_publication, a_registered_publication, a_site

from watchdesk.model import Item, RivalFigures, Section
from watchdesk.publish import Shelf, shared
from watchdesk.publish.charts import Place, PlacesMap
from watchdesk.publish.email import MailOptions, email, mail_of
from watchdesk.publish.layout import view_of
from watchdesk.publish.pdf import PdfOptions, render
from watchdesk.publish.web import web


@pytest.fixture(scope="module")
def page() -> str:
    files = {file.path: file.body for file in web().render(a_registered_publication())}
    return files["index.html"].decode()


def test_a_section_of_sites_has_a_map_of_those_that_may_be_on_one(page: str) -> None:
    drawn = page[page.index('id="section-sites"') : page.index('id="section-cases"')]
    figure = drawn[: drawn.index("</figure>")]
    assert "Carrow Chapel" in figure
    assert "Hidden" not in figure
    assert "Natural Earth" in figure


def test_a_section_of_cases_tells_who_was_held_over_time(page: str) -> None:
    drawn = page[page.index('id="section-cases"') :]
    assert "From 3 (Aug 2026) to 4 (Nov 2026); at most 5." in drawn
    assert re.search(r"<td><bdi>Oct 2026</bdi></td><td><bdi>5</bdi></td>", drawn)


def test_nothing_in_a_drawing_needs_what_the_sites_policy_forbids(page: str) -> None:
    for svg in re.findall(r"<svg.*?</svg>", page, re.DOTALL):
        assert "style=" not in svg
        assert "<style" not in svg
        assert "href" not in svg


def test_one_number_alone_is_not_drawn() -> None:
    publication = a_publication()

    def lonely(item: Item) -> Item:
        if not isinstance(item.detail, RivalFigures):
            return item
        return replace(item, detail=replace(item.detail, rivals=item.detail.rivals[:1]))

    sections = tuple(
        Section(key=one.key, title=one.title, items=tuple(map(lonely, one.items)))
        for one in publication.issue.sections
    )
    view = view_of(replace(publication, issue=replace(publication.issue, sections=sections)))
    assert all(item.chart is None for item in view.items)


def test_the_pdf_has_the_drawings_with_their_words_and_numbers() -> None:
    (file,) = render(a_registered_publication(), options=PdfOptions())
    with pikepdf.open(io.BytesIO(file.body)) as opened:
        told = [str(each.Alt) for each in opened.objects if _is_figure(each)]
    assert "A map with Carrow Chapel." in told
    assert "From 3 (Aug 2026) to 4 (Nov 2026); at most 5." in told


def _is_figure(each: pikepdf.Object) -> bool:
    return isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure" and "/Alt" in each


def test_a_mail_has_drawings_as_pictures_attached_or_from_the_site_or_none() -> None:
    publication = a_registered_publication()
    paths = {file.path for file in email().render(publication)}
    assert "issues/12/charts/section-sites.png" in paths
    attached = mail_of(publication, options=MailOptions())
    named = [name for name, file in attached.attached.items() if file.media_type == "image/png"]
    assert len(named) == 3
    assert all(f"cid:{name}" in attached.html for name in named)
    bare = mail_of(publication, options=MailOptions(pictures="none"))
    assert ".png" not in bare.html


def test_the_page_of_a_register_draws_what_it_is_given() -> None:
    places = (Place(name="Carrow Chapel", lon=46.7, lat=39.8, says="Damaged"),)
    view = PlacesMap(title="On the map", places=places)
    site = a_site(a_publication())
    shelf = Shelf(name="sites", labels={}, dossiers=(), view=view)
    made = {file.path: file.body for file in shared(replace(site, shelves=(shelf,)))}
    page = made["registers/sites/index.html"].decode()
    assert "A map with Carrow Chapel." in page
    assert "Natural Earth" in page
