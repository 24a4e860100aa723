import json

import pytest
from tests.extract.making import PROSE, a_page, article

from watchdesk.extract.pictures import parted


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The ferry at the pier. Photo: Mara Ilves", "The ferry at the pier.", "Mara Ilves"),
        ("The pier (Foto: Ilves/Courier)", "The pier", "Ilves/Courier"),
        ("Паром. Фото: Олег Ранский", "Паром.", "Олег Ранский"),
        ("Լաստանավը։ Լուսանկարը՝ Արամ Սելյան", "Լաստանավը։", "Արամ Սելյան"),
        ("Le bac. Crédit photo : M. Ilves", "Le bac.", "M. Ilves"),
        ("The pier © Courier", "The pier", "© Courier"),
        ("The photo shows the pier", "The photo shows the pier", ""),
    ],
)
def test_a_credit_is_told_from_its_caption(line: str, caption: str, credit: str) -> None:
    assert parted(line) == (caption, credit)


def test_the_picture_that_the_page_names_takes_the_words_of_its_figure() -> None:
    head = '<meta property="og:image" content="/img/ferry-1200x630.jpg">'
    figure = (
        '<figure><img src="/img/ferry-640x360.jpg" alt="A white ferry"><figcaption>The ferry on '
        "Monday. Photo: Mara Ilves</figcaption></figure>"
    )
    image = article(a_page(figure, *PROSE, head=head)).image
    assert image is not None
    assert image.url == "https://courier.example/img/ferry-1200x630.jpg"
    assert image.caption == "The ferry on Monday."
    assert image.credit == "Mara Ilves"
    assert image.alt == "A white ferry"


def test_linked_data_names_a_picture_with_its_credit() -> None:
    node = {
        "@type": "NewsArticle",
        "headline": "Ferry runs again",
        "image": {
            "@type": "ImageObject",
            "url": "/f.jpg",
            "creditText": "Mara Ilves",
            "caption": "A ferry",
        },
    }
    head = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    image = article(a_page(head=head)).image
    assert image is not None
    assert (image.caption, image.credit) == ("A ferry", "Mara Ilves")


def test_a_logo_is_no_lead_picture() -> None:
    assert article(a_page(head='<meta property="og:image" content="/img/logo.png">')).image is None


def test_a_figure_alone_is_enough() -> None:
    image = article(a_page('<figure><img data-src="/f.jpg"></figure>', *PROSE)).image
    assert image is not None
    assert image.url == "https://courier.example/f.jpg"
