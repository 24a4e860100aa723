"""What happens to an item after it was published: corrected, withdrawn, told in the next issue."""

import html
import re
import shutil
import sys
from pathlib import Path

import pytest
from tests.demo_desk import Made
from tests.flow.conftest import EDITOR_NAME, Terminal

from watchdesk.pipeline import issue_numbered, open_desk
from watchdesk.store import corrections

REASON = "The second quotation stood under the wrong name."


def first_quoted(desk: Terminal) -> tuple[str, str]:
    """The id and the headline of the first published item with a quotation."""
    with open_desk(desk.desk) as opened:
        items = issue_numbered(opened, 1).items
    item = next(each for each in items if each.quotes and each.lines)
    return item.id, item.headline.text


def site(desk: Terminal, path: str) -> str:
    return (desk.desk / "site" / path).read_text("utf-8")


def receipts(desk: Terminal) -> dict[str, bytes]:
    folder = desk.desk / "site/receipts"
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*.html")}


@pytest.fixture
def without_quotations(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An editor that takes the quotations out of an item."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import re, sys, pathlib\n"
        "page = pathlib.Path(sys.argv[1])\n"
        "text = page.read_text(encoding='utf-8')\n"
        "page.write_text(re.sub(r'(?m)^>.*\\n', '', text), 'utf-8')\n"
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")


@pytest.mark.usefixtures("without_quotations")
def test_a_corrected_item_says_so_everywhere_and_its_receipts_stay(demo_copy: Terminal) -> None:
    id_, headline = first_quoted(demo_copy)
    before = receipts(demo_copy)
    said = demo_copy("issue", "correct", "1", id_, "--reason", REASON, "--as", EDITOR_NAME)
    assert f"corrected by {EDITOR_NAME}" in said
    for path in (f"issues/1/{id_}/index.html", "issues/1/index.html", "issues/1/mail.html"):
        page = site(demo_copy, path)
        assert REASON in page
        assert f"by {EDITOR_NAME}." in page
    assert REASON in site(demo_copy, "corrections/index.html")
    assert f"Corrected: {headline}" in html.unescape(site(demo_copy, "feed.xml"))
    assert REASON in site(demo_copy, "issues/1/issue.txt").replace("\n", " ")
    assert before.keys() <= receipts(demo_copy).keys()
    with open_desk(demo_copy.desk) as desk, desk.store.reading() as tx:
        kept = corrections.every(tx)
        assert [(one.item_id, one.before.headline.text) for one in kept] == [(id_, headline)]
        assert kept[0].before.quotes
        items = issue_numbered(desk, 1).items
    assert not next(one for one in items if one.id == id_).quotes


def test_a_withdrawn_item_leaves_only_that_it_was_withdrawn(demo_copy: Terminal) -> None:
    id_, headline = first_quoted(demo_copy)
    before = receipts(demo_copy)
    demo_copy("issue", "withdraw", "1", id_[:8], "--reason", REASON, "--as", EDITOR_NAME)
    for path in (f"issues/1/{id_}/index.html", "index.html", "issues/1/mail.html"):
        page = site(demo_copy, path)
        assert "An item that stood here was withdrawn" in page
        assert REASON in page
        assert headline not in page
    assert before.keys() <= receipts(demo_copy).keys()
    again = demo_copy.refused("issue", "withdraw", "1", id_, "--reason", "x", "--as", EDITOR_NAME)
    assert again == "This item was withdrawn; nothing of it is left to correct."
    demo_copy("prove", "1")
    assert "Issue 1 stands in" in demo_copy("publish", "1")


def test_words_that_are_not_proven_do_not_get_into_a_published_issue(
    demo_copy: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    id_, _ = first_quoted(demo_copy)
    was = site(demo_copy, "issues/1/index.html")
    script = tmp_path / "editor.py"
    script.write_text(
        "import re, sys, pathlib\n"
        "page = pathlib.Path(sys.argv[1])\n"
        "text = page.read_text(encoding='utf-8')\n"
        "new = 'Prime Minister Boris Ravelstein resigned on 4 July 1987.'\n"
        "page.write_text(re.sub(r'(?m)^(### .*)$', r'\\1\\n\\n' + new, text), 'utf-8')\n"
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    words = ("issue", "correct", "1", id_, "--reason", REASON, "--as", EDITOR_NAME)
    assert "Nothing was corrected; the gate does not let it pass" in demo_copy.refused(*words)
    assert site(demo_copy, "issues/1/index.html") == was


def test_the_next_issue_tells_it_once(demo_copy: Terminal) -> None:
    id_, _ = first_quoted(demo_copy)
    demo_copy("issue", "withdraw", "1", id_, "--reason", REASON, "--as", EDITOR_NAME)
    for number in ("2", "3"):
        demo_copy("draft")
        demo_copy("prove")
        demo_copy("approve", number, "--as", EDITOR_NAME)
        demo_copy("publish", number)
    second, third = (site(demo_copy, f"issues/{number}/mail.html") for number in (2, 3))
    assert "Corrections of earlier issues" in second
    assert REASON in second
    assert REASON in re.sub(r"\s+", " ", site(demo_copy, "issues/2/issue.txt"))
    assert REASON not in third
    demo_copy("publish", "2")
    assert REASON in site(demo_copy, "issues/2/mail.html")


def test_only_what_is_published_is_corrected_and_the_reason_is_told(
    made_once: Made, tmp_path: Path, demo: Terminal
) -> None:
    shutil.copytree(made_once.gathered, tmp_path / "desk")
    desk = Terminal(tmp_path / "desk")
    desk("draft")
    words = ("issue", "withdraw", "1", "x", "--as", EDITOR_NAME, "--reason")
    assert "is not published" in desk.refused(*words, "y")
    assert "has no item: 'x'" in demo.refused(*words, "y")
    id_, _ = first_quoted(demo)
    blank = ("issue", "withdraw", "1", id_, "--as", EDITOR_NAME, "--reason", " ")
    assert "give a reason" in demo.refused(*blank)
