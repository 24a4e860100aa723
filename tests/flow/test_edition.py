"""The gate, as editors meet it: edit, prove, approve, publish, on a desk of the demo's material."""

import json
import re
import shutil
import sys
from pathlib import Path

import pytest
from tests.demo_desk import Made
from tests.flow.conftest import EDITOR_NAME, Terminal

from watchdesk.demo.site import ISSUE_DATE


@pytest.fixture
def desk(made_once: Made, tmp_path: Path) -> Terminal:
    shutil.copytree(made_once.gathered, tmp_path / "desk")
    terminal = Terminal(tmp_path / "desk")
    terminal("draft")
    return terminal


def edited(desk: Terminal, change: "re.Pattern[str] | str", new: str, status: int = 0) -> str:
    file = desk.desk / "edited.md"
    text = desk("issue", "show", at_issue_time=False)
    changed = re.sub(change, new, text, count=1)
    assert changed != text
    file.write_text(changed, encoding="utf-8")
    return desk("issue", "edit", "--file", str(file), "--as", EDITOR_NAME, status=status)


def test_nothing_is_published_without_proof_and_approval(desk: Terminal) -> None:
    assert "has not been proven" in desk.refused("publish", "1")
    desk("prove")
    assert "has no approval" in desk.refused("publish", "1")
    desk("approve", "1", "--as", EDITOR_NAME)
    assert "Issue 1 stands in" in desk("publish", "1")


def test_who_approves_must_be_an_editor_of_the_desk(desk: Terminal) -> None:
    desk("prove")
    assert "not among the editors" in desk.refused("approve", "1", "--as", "Somebody")
    assert "needs a name" in desk.refused("approve", "1")


def test_who_decides_may_stand_in_the_environment(
    desk: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHDESK_EDITOR", EDITOR_NAME)
    desk("prove")
    assert f"was let go by {EDITOR_NAME}" in desk("approve", "1")


def test_an_edited_file_in_another_coding_is_refused(desk: Terminal) -> None:
    file = desk.desk / "edited.md"
    file.write_bytes("### Été".encode("latin-1"))
    refused = desk.refused("issue", "edit", "--file", str(file), "--as", EDITOR_NAME)
    assert refused == f"{file} is not UTF-8 from byte 4 on."


def test_an_edit_after_approval_takes_the_approval_back(desk: Terminal) -> None:
    desk("prove")
    desk("approve", "1", "--as", EDITOR_NAME)
    edited(desk, r"\n\n### [^\n]+", lambda found: found.group() + "\n\nAnother line of it.")  # type: ignore[arg-type]
    assert "has not been proven" in desk.refused("publish", "1")


def test_an_issue_is_edited_in_the_editor_of_the_terminal(
    desk: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = desk.desk / "editor.py"
    script.write_text(
        "import re, sys, pathlib\n"
        "page = pathlib.Path(sys.argv[1])\n"
        "text = page.read_text(encoding='utf-8')\n"
        "page.write_text(re.sub('### ', '### From the terminal: ', text, count=1), 'utf-8')\n"
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    assert f"1 items changed, 0 taken out, by {EDITOR_NAME}" in desk(
        "issue", "edit", "--as", EDITOR_NAME
    )
    assert "### From the terminal: " in desk("issue", "show", at_issue_time=False)


def test_an_editor_that_is_closed_without_a_change_changes_nothing(
    desk: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "true")
    assert "Nothing was changed" in desk("issue", "edit", "--as", EDITOR_NAME)


def test_an_edited_item_stays_as_it_is_in_a_new_draft(desk: Terminal) -> None:
    edited(desk, r"### (\S+) ", r"### Changed \1 ")
    desk("draft")
    assert "### Changed " in desk("issue", "show", at_issue_time=False)


def test_a_deleted_item_does_not_come_back(desk: Terminal) -> None:
    text = desk("issue", "show", at_issue_time=False)
    found = re.search(r"### .*?\{#(\w+)\}.*?(?=\n### |\n## )", text, re.DOTALL)
    assert found is not None
    edited(desk, re.escape(found.group()), "")
    desk("draft")
    assert found[1] not in desk("issue", "show", at_issue_time=False)


def test_a_changed_number_blocks_the_issue(desk: Terminal) -> None:
    edited(desk, r"(\n\n[^>#\n][^\n]*?)\b\d{1,3}(,\d{3})+\b", r"\g<1>987,654")
    out = desk("prove", status=1)
    assert "987,654" in out
    assert "V4" in out
    assert "does not pass the gate" in desk.refused("approve", "1", "--as", EDITOR_NAME)


def test_a_changed_quotation_blocks_the_issue(desk: Terminal) -> None:
    edited(desk, r"\n> ([^—\n]{20})", r"\n> \1 definitely ")
    assert "V2" in desk("prove", status=1)


def test_a_word_for_a_violation_is_the_sources_or_signed(desk: Terminal) -> None:
    line = "The council said on Monday that this was torture."
    edited(desk, r"(\n\n### [^\n]+\{#\w+\})", lambda found: f"{found.group()}\n\n{line}")  # type: ignore[arg-type]
    assert "does not speak of “torture”" in desk("prove", status=1)
    text = desk("issue", "show", at_issue_time=False)
    item = re.search(r"### [^\n]+\{#(\w+)\}", text)
    assert item is not None
    refused = desk.refused("issue", "sign", item[1], "wickedness", "--as", EDITOR_NAME)
    assert "There is no term 'wickedness'" in refused
    desk("issue", "sign", item[1], "torture", "--as", EDITOR_NAME)
    assert "torture" not in "".join(re.findall(r"\(V10\)\n[^\n]*", desk("prove", status=1)))


def test_a_file_with_footnotes_is_proven(demo: Terminal, tmp_path: Path) -> None:
    found = json.loads(demo("search", "quarry", "--json", at_issue_time=False).splitlines()[0])
    good = f"{found['title']}.[^1]\n\n[^1]: {found['url']}\n"
    file = tmp_path / "briefing.md"
    file.write_text(good, encoding="utf-8")
    assert "Nothing stops the file." in demo("prove", str(file))
    file.write_text("It cost 987,654 crowns.[^1]\n" + good, encoding="utf-8")
    assert f"{file}:1:9: [blocks]" in demo("prove", str(file), status=1)
    rows = map(json.loads, demo("prove", str(file), "--json", status=1).splitlines())
    assert ("V4", 1, 9) in {(row["rule"], row["line"], row["column"]) for row in rows}
    assert "neither the number of an issue nor a file" in demo("prove", "none.md", status=2)


def test_an_invented_item_is_refused_with_its_line(desk: Terminal) -> None:
    file = desk.desk / "edited.md"
    text = desk("issue", "show", at_issue_time=False)
    file.write_text(text + "\n### A rumour\n\nSomebody said so.\n", encoding="utf-8")
    refused = desk.refused("issue", "edit", "--file", str(file), "--as", EDITOR_NAME)
    assert re.search(r"line \d+: .*evidence", refused)
    assert "Nothing was taken over" in refused


def test_the_next_issue_takes_only_what_came_since(desk: Terminal) -> None:
    desk("prove")
    desk("approve", "1", "--as", EDITOR_NAME)
    desk("publish", "1")
    later = ISSUE_DATE.replace(day=27).isoformat()
    out = desk("draft", "--now", later, at_issue_time=False)
    assert "Issue 2, 27 November 2026" in out
    assert re.findall(r"(\d+) items", out) == []
