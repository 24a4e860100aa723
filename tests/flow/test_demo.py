"""What the README promises, on the demo's desk: gathered over HTTP, proven, published."""

import json
import re
from html import unescape
from pathlib import Path

from tests.flow.conftest import EDITOR_NAME, Terminal


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines() if line.startswith("{")]


def text_of(page: Path) -> str:
    return unescape(re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8")))


def test_every_receipt_of_the_issue_lights_its_passage_or_shows_its_picture(
    demo: Terminal,
) -> None:
    site = demo.desk / "site"
    page = (site / "issues" / "1" / "index.html").read_text(encoding="utf-8")
    leads = re.findall(r'href="([^"]*receipts/[^"]+)"', page)
    assert len(set(leads)) >= 15
    for lead in set(leads):
        path = (site / "issues" / "1" / lead.partition("#")[0]).resolve()
        target = path / "index.html" if path.is_dir() else path
        assert target.is_file(), lead
        receipt = target.read_text(encoding="utf-8")
        assert "<mark" in receipt or "<img" in receipt, lead


def test_every_language_of_the_press_stands_in_the_issue(demo: Terminal) -> None:
    page = (demo.desk / "site" / "issues" / "1" / "index.html").read_text(encoding="utf-8")
    for code in ("hy", "ru", "fr"):
        assert f'lang="{code}"' in page


def test_the_proof_passes_and_is_said_in_plain_words(demo_copy: Terminal) -> None:
    out = demo_copy("prove")
    assert "Nothing stops the issue." in out
    quotations = re.search(r"(\d+) of (\d+) quotations proven", out)
    assert quotations is not None
    assert quotations[1] == quotations[2]
    assert int(quotations[1]) >= 5


def test_the_quiet_source_and_the_broken_one_are_named_with_their_reason(demo: Terminal) -> None:
    states = {row["source"]: row for row in rows(demo("status", "--json")) if "state" in row}
    assert states["pressunion"]["state"] == "quiet"
    assert "Nothing new for" in str(states["pressunion"]["reason"])
    assert states["hask"]["state"] == "failed"
    assert "500" in str(states["hask"]["reason"])


def test_the_archive_verifies(demo: Terminal) -> None:
    assert "all as their digests say" in demo("archive", "verify", at_issue_time=False)


def test_the_archive_is_searched_in_every_script(demo: Terminal) -> None:
    for words in ("Danovel", "Дановель", "Դանովել*"):
        found = rows(demo("search", words, "--json", at_issue_time=False))
        assert found, words
    narrowed = rows(demo("search", "Danovel", "--language", "fr", "--json", at_issue_time=False))
    assert {row["language"] for row in narrowed} <= {"fr"}


def test_copies_of_one_report_are_one_origin(demo: Terminal) -> None:
    listed = demo("stories", "list", "--days", "15", "--most", "200")
    assert re.search(r"\d+ independent \+ [2-9] copies", listed)


def test_the_edited_article_has_two_versions_and_the_old_one_is_kept(demo: Terminal) -> None:
    found = rows(demo("archive", "list", "--json", at_issue_time=False))
    edited = [row for row in found if "repairing-the-ashet-embankment" in str(row["url"])]
    assert len({row["digest"] for row in edited}) == 2


def test_a_letter_that_articles_link_to_was_found_and_archived(demo: Terminal) -> None:
    text = (demo.desk / "site" / "issues" / "1" / "issue.txt").read_text(encoding="utf-8")
    assert ".pdf" in text


def test_a_second_draft_changes_nothing(demo_copy: Terminal) -> None:
    before = demo_copy("issue", "list", at_issue_time=False)
    again = demo_copy("publish", "1")
    assert "Issue 1 stands in" in again
    assert demo_copy("issue", "list", at_issue_time=False) == before


def test_a_witness_is_quoted_and_named_nowhere(demo: Terminal) -> None:
    page = text_of(demo.desk / "site" / "issues" / "1" / "index.html")
    assert "There was one stove for forty people" in page
    files = [path for path in demo.desk.rglob("*") if path.is_file()]
    for secret in (b"Ilar Venk", b"Quay Street", b"Osk Brann"):
        assert not [path for path in files if secret in path.read_bytes()]
    assert "it is whole" in demo("testimony", "list", at_issue_time=False)


def test_the_issue_tells_of_a_case_a_measure_a_site_and_rival_figures(demo: Terminal) -> None:
    page = (demo.desk / "site" / "issues" / "1" / "index.html").read_text(encoding="utf-8")
    for told in ("Sira Danovel", "Bill 58", "Saint Tamen"):
        assert told in page
    assert '<ol class="way">' in page
    assert '<table class="rivals">' in page


def test_a_report_is_built_from_the_demos_registers(demo: Terminal) -> None:
    said = demo("report", "build", "--since", "2026-01-01", "--as", EDITOR_NAME)
    assert "Sira Danovel: detained" in said
    assert "[^1]:" in said
