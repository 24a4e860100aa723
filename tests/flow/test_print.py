"""The demo's issue in print: every quotation of it, in its scripts, sound and tagged."""

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest
from tests.demo_desk import Made

from watchdesk.demo.site import ISSUE_DATE
from watchdesk.pipeline import issue_numbered, open_desk


@pytest.fixture
def printed(made_once: Made) -> Path:
    return made_once.finished / "site/issues/1/issue.pdf"


def test_every_quotation_of_the_issue_is_in_its_pdf(printed: Path, made_once: Made) -> None:
    told = subprocess.run(["pdftotext", printed, "-"], capture_output=True, check=True).stdout
    words = " ".join(told.decode().split())
    with open_desk(made_once.finished, now=ISSUE_DATE) as desk:
        issue = issue_numbered(desk, 1)
    quotes = [quote.text for item in issue.items for quote in item.quotes]
    assert len(quotes) > 30
    assert [one for one in quotes if " ".join(one.split()) not in words] == []


def test_its_pdf_is_sound_and_every_picture_in_it_is_told(printed: Path) -> None:
    subprocess.run(["qpdf", "--check", printed], check=True, capture_output=True)
    with pikepdf.open(io.BytesIO(printed.read_bytes())) as opened:
        assert opened.open_metadata()["pdfuaid:part"] == "1"
        figures = [
            str(each.get("/Alt", ""))
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]
    assert all(figures)
    assert any("Saint Tamen" in alt and alt.startswith("A map") for alt in figures)
