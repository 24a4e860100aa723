import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.builders import a_capture, at

from watchdesk.extract import READERS, Reader, read
from watchdesk.model import Article

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "tests/cases/extract").iterdir())
TYPES = {
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".eml": "message/rfc822",
    ".txt": "text/plain",
    ".json": "application/json",
}


def made_of(case: Path) -> Article:
    (given,) = case.glob("input.*")
    body = given.read_bytes()
    capture = a_capture("https://courier.example/2026/ferry", body=body, fetched_at=at(20))
    made = read(replace(capture, media_type=TYPES[given.suffix]), body)
    assert isinstance(made, Article), made
    return made


def told(article: Article) -> dict[str, Any]:
    """What a case promises: each field that the reader fills."""
    date = article.published
    return {
        "title": article.title,
        "authors": list(article.byline.authors),
        "published": date.at.isoformat() if date else None,
        "language": article.language,
        "page_type": article.page_type,
        "categories": list(article.categories),
        "links": [[link.url, link.words] for link in article.links],
        "pages": [list(page) for page in article.pages],
        "origins": dict(article.origins),
        "text": article.text.split("\n\n"),
    }


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_reader_is_complete(reader: Reader) -> None:
    assert reader.version >= 1
    assert reader.media_types
    assert any(case.name.startswith(f"{reader.name}-") for case in CASES), "no case folder"
    assert f"`{reader.name}`" in (ROOT / "docs/add-a-reader.md").read_text(encoding="utf-8")


def test_no_two_readers_share_a_name_or_a_media_type() -> None:
    assert len({reader.name for reader in READERS}) == len(READERS)
    types = [one for reader in READERS for one in reader.media_types]
    assert len(set(types)) == len(types)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_reads_as_promised(case: Path) -> None:
    promised = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    made = told(made_of(case))
    assert {field: made[field] for field in promised} == promised
    assert (case / "note.md").is_file()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_span_of_a_link_gives_back_its_words(case: Path) -> None:
    made = made_of(case)
    spans = [(link.span.of(made.text), link.words) for link in made.links if link.span]
    assert all(shown == words for shown, words in spans)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reading_twice_gives_the_same_article(case: Path) -> None:
    assert made_of(case) == made_of(case)
