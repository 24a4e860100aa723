"""What a shell sees of a command: exit status, rows for programs, one sentence when it stops."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from tests.cli.shell import Said, Shell
from tests.pipeline.press import Press
from tests.pipeline.room import NOW

from watchdesk.cli.main import COMMANDS

SOON_AFTER = (NOW + timedelta(days=3, minutes=5)).isoformat()
"""When nothing is due yet: the sites of that desk are gone."""


def stops(said: Said, status: int) -> str:
    """The sentence with which a command stopped."""
    assert said.status == status, said
    assert "Traceback" not in said.err
    assert said.err.strip()
    return said.err


def test_a_command_that_went_well_ends_with_0(well_read: Shell) -> None:
    said = well_read("status")
    assert (said.status, said.err) == (0, "")
    assert "Harbour Post" in said.out


def test_a_check_that_fails_ends_with_1(well_read: Shell) -> None:
    [file] = (well_read.folder / "archive").glob("*.gz")
    body = bytearray(file.read_bytes())
    body[len(body) // 2] ^= 0xFF
    file.write_bytes(body)
    said = well_read("archive", "verify")
    assert said.status == 1
    assert "Traceback" not in said.err
    assert "all as their digests say" not in said.out


def test_the_gate_ends_with_1(well_read: Shell) -> None:
    assert well_read("draft", "--now", NOW.replace(day=24).isoformat()).status == 0
    assert "has not been proven" in stops(well_read("publish", "1"), 1)


def test_wrong_use_ends_with_2(well_read: Shell) -> None:
    assert "No such command" in stops(well_read("statsu"), 2)
    assert "is no time" in stops(well_read("status", "--now", "yesterday"), 2)
    assert "no issue yet" in stops(well_read("prove"), 2)
    assert "no story" in stops(well_read("stories", "show", "nothing"), 2)
    assert "no source 'nobody'" in stops(well_read("sources", "mute", "nobody"), 2)


def test_a_folder_without_a_desk_ends_with_2(shell: Shell, tmp_path: Path) -> None:
    assert str(tmp_path) in stops(shell("status", "--desk", str(tmp_path / "nowhere")), 2)


def test_every_mistake_in_a_file_is_named_at_once(shell: Shell) -> None:
    (shell.folder / "sources.toml").write_text(
        '[[sources]]\nid = "a"\nkind = "fed"\n[[sources]]\nid = "b"\nkind = "feed"\n'
    )
    said = stops(shell("sources", "check"), 2)
    assert "'a'" in said
    assert "'b'" in said


def test_a_file_that_is_no_database_ends_with_3(shell: Shell) -> None:
    (shell.folder / "desk.sqlite").write_bytes(b"no database at all, " * 400)
    assert "cannot be used" in stops(shell("status"), 3)


def test_a_place_that_cannot_be_written_ends_with_3(well_read: Shell) -> None:
    assert "nowhere" in stops(well_read("archive", "export", "nowhere/archive.wacz"), 3)
    assert "nowhere" in stops(well_read("sources", "export", "nowhere/list.opml"), 3)


def test_a_foreign_backup_ends_with_3_and_a_full_folder_with_2(well_read: Shell) -> None:
    (well_read.folder / "foreign.tar").write_bytes(b"a holiday picture")
    assert "no whole backup" in stops(well_read("restore", "foreign.tar", "elsewhere"), 3)
    assert well_read("backup", "desk.tar").status == 0
    assert "is not empty" in stops(well_read("restore", "desk.tar", "archive"), 2)
    assert "were restored" in well_read("restore", "desk.tar", "elsewhere").out
    assert well_read("archive", "verify", "--desk", "elsewhere").status == 0


def test_a_mistake_in_the_program_ends_with_70_and_one_line(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(COMMANDS, "status", "tests.cli.broken:command")
    said = stops(shell("status"), 70)
    assert said.count("\n") == 1
    assert "LookupError: the seventh drawer is missing" in said
    assert "--debug" in said


def test_with_debug_the_traceback_is_shown(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMANDS, "status", "tests.cli.broken:command")
    said = shell("--debug", "status")
    assert said.status == 70
    assert "Traceback (most recent call last)" in said.err
    assert 'broken.py"' in said.err


@pytest.mark.parametrize(
    "words",
    [
        ("status",),
        ("sources", "list"),
        ("archive", "list"),
        ("archive", "verify"),
        ("search", "ferry"),
        ("stories", "list", "--days", "30"),
        ("issue", "list"),
        ("prove",),
        ("draft",),
        ("gather", "--due"),
        ("extract",),
        ("group",),
    ],
    ids=" ".join,
)
def test_every_line_is_json_where_a_program_reads(well_read: Shell, words: tuple[str, ...]) -> None:
    well_read("draft", "--now", SOON_AFTER)
    timed = words[0] in {"status", "stories", "prove", "draft", "gather", "extract", "group"}
    now = ("--now", SOON_AFTER) if timed else ()
    said = well_read(*words, "--json", *now)
    assert said.status == 0, said
    assert said.rows() or words == ("prove",)


def test_a_whole_run_is_json_too(well_read: Shell) -> None:
    said = well_read("run", "--json", "--due", "--now", SOON_AFTER)
    assert said.rows()[-1]["event"] == "drafted"


def test_status_names_what_to_do_about_each_problem(shell: Shell, press: Press) -> None:
    (shell.folder / "list.txt").write_text(press.put_feed("/feed.xml"))
    assert shell("sources", "add", "list.txt").status == 0
    press.pages.clear()
    assert shell("gather").status == 0
    said = shell("status").out
    assert "1 open problems" in said
    assert "'watchdesk sources add' finds the new place." in said


def test_a_rebuild_lines_everything_up_and_the_next_run_works_it_off(well_read: Shell) -> None:
    assert "3 wait for 'extract' again" in well_read("rebuild", "--from", "extract").out
    with closing(sqlite3.connect(well_read.folder / "desk.sqlite")) as store:
        [(waiting,)] = store.execute("SELECT count(*) FROM work WHERE stage = 'extract'")
    assert waiting == 3
    assert "extract: 3 unchanged" in well_read("extract").out
