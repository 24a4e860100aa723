"""A correction as each edition shows it."""

import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from subprocess import run

import feedparser
from tests.builders import an_issue
from tests.publish.standard import a_publication, a_site, letter_item

from watchdesk.model import Correction, Remedy, Section
from watchdesk.publish import PUBLISHERS, Amended, CorrectionLine, Publication, shared
from watchdesk.publish.layout import view_of
from watchdesk.publish.lint import lint
from watchdesk.publish.pdf import pdf
from watchdesk.publish.receipts import former_receipts, receipts

MADE = Correction(
    how=Remedy.CORRECTED,
    reason="It was Tern, not “Fern”.",
    by="Ada Lind",
    at=datetime(2026, 11, 21, 9, tzinfo=UTC),
)
TOLD = "Corrected on 21 November 2026 by Ada Lind."


def corrected() -> Publication:
    """The letter without its quotations, which it had before; and one correction of issue 11."""
    former = letter_item()
    now = replace(former, quotes=(), corrections=(MADE,))
    elsewhere = Amended(issue=11, item_id="x", headline="Ferry to Fern", correction=MADE)
    return replace(
        a_publication(),
        issue=an_issue(Section(key="diet", title="Diet", items=(now,))),
        former=(former,),
        amended=(elsewhere,),
    )


def editions() -> dict[str, str]:
    files = [file for each in PUBLISHERS for file in each.render(corrected())]
    return {
        file.path: file.body.decode()
        for file in files
        if not file.media_type.startswith(("image", "font", "application/pdf"))
    }


def test_every_edition_says_what_was_corrected_why_by_whom_and_when() -> None:
    made = editions()
    for path in ("issues/12/index.html", "issues/12/mail.html", "issues/12/issue.txt"):
        assert TOLD in made[path], path
        assert MADE.reason in made[path], path
    assert view_of(corrected()).items[0].notices[0].reason == MADE.reason


def test_the_pdf_says_it_too(tmp_path: Path) -> None:
    (file,) = pdf().render(corrected())
    (tmp_path / "issue.pdf").write_bytes(file.body)
    told = subprocess.run(
        ["pdftotext", tmp_path / "issue.pdf", "-"], capture_output=True, check=True
    ).stdout
    words = " ".join(told.decode().split())
    assert words.count(TOLD) == 2
    assert words.count(MADE.reason) == 2
    assert "CORRECTIONS OF EARLIER ISSUES" in words


def test_the_mail_tells_corrections_of_earlier_issues_in_both_parts_and_passes_the_lint() -> None:
    made = editions()
    html, text = made["issues/12/mail.html"], made["issues/12/issue.txt"]
    assert "Corrections of earlier issues" in html
    assert "CORRECTIONS OF EARLIER ISSUES" in text
    assert 'href="https://letter.example/issues/11/x/index.html"' in html
    found = lint(html, text, site="https://letter.example/")
    assert [one.says for one in found if one.stops] == []


def test_receipts_of_words_that_no_longer_stand_stay() -> None:
    publication = corrected()
    gone = former_receipts(publication, receipts(publication))
    assert {each.kind for each in gone} == {"quotation"}
    assert len(gone) == len(letter_item().quotes)
    made = editions()
    assert all(each.path in made for each in gone)


def test_the_log_and_the_feeds_have_a_line_for_it() -> None:
    line = CorrectionLine(
        at=MADE.at, by=MADE.by, path="issues/12/x/index.html", headline="A & B", reason=MADE.reason
    )
    site = replace(a_site(corrected()), corrections=(line,))
    made = {file.path: file.body for file in shared(site) if file.path != "card.png"}
    assert MADE.reason in made["corrections/index.html"].decode()
    for name in ("feed.xml", "atom.xml"):
        read = feedparser.parse(made[name])
        assert not read.bozo
        assert read.entries[0].title == "Corrected: A & B"
        assert TOLD in read.entries[0].get("summary", "") + str(read.entries[0].get("content"))
        assert read.entries[0].link == "https://letter.example/issues/12/x/index.html"
        assert len({each.id for each in read.entries}) == len(read.entries)


def test_the_print_says_it_too(tmp_path: Path) -> None:
    files = [file for each in PUBLISHERS for file in each.render(corrected())]
    body = next(file.body for file in files if file.media_type == "application/pdf")
    (tmp_path / "issue.pdf").write_bytes(body)
    read = run(["pdftotext", tmp_path / "issue.pdf", "-"], capture_output=True, check=True)
    words = " ".join(read.stdout.decode().split())
    assert TOLD in words
    assert MADE.reason in words
