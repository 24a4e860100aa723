from pathlib import Path

import pytest
from tests.cli.shell import Shell

SHEET = "Name,Date,Event,Location\nAnna Oke,2026-09-01,detained,Ostrany\nIra Sund,soon,detained,\n"
IMPORT = ("register", "import", "cases.csv", "--register", "cases")


@pytest.fixture
def sheet(shell: Shell) -> Path:
    path = shell.folder / "cases.csv"
    path.write_text(SHEET)
    return path


def test_a_sheet_is_shown_before_it_is_taken(shell: Shell, sheet: Path) -> None:
    said = shell(*IMPORT)
    assert sheet.name == "cases.csv"
    assert "Location → place" in said.out
    assert "Row 3: 'soon' is no day" in said.out
    assert shell("register", "list", "cases").out == ""


def test_what_was_taken_is_for_the_desk_until_it_is_opened(shell: Shell, sheet: Path) -> None:
    assert sheet.is_file()
    assert "2 developments, for desk" in shell(*IMPORT, "--take", "--as", "Ada").out
    assert "0 developments" in shell(*IMPORT, "--take", "--as", "Ada").out
    closed = shell("register", "export", "csv")
    assert "Anna" not in closed.out
    assert "stays here: What opened it is for the desk alone" in closed.err
    shell(*IMPORT, "--take", "--as", "Ada", "--access", "partners")
    assert "Anna" not in shell("register", "export", "csv").out
    assert "Anna Oke,held" in shell("register", "export", "csv", "--for", "The Bar").out
    shell(*IMPORT, "--take", "--as", "Ada", "--access", "public")
    out = shell("register", "export", "csv", "--out", "cases-out.csv")
    assert out.out == ""
    assert "Anna Oke,held,2026-09-01" in (shell.folder / "cases-out.csv").read_text()


def test_a_known_name_is_left_for_a_person(shell: Shell, sheet: Path) -> None:
    shell(*IMPORT, "--take", "--as", "Ada")
    entry = shell("register", "list", "cases").out.split()[0]
    other = shell.folder / "more.csv"
    other.write_text(f"entry,Date,Event\n{entry},2026-10-01,visit\nnobody,2026-10-01,visit\n")
    said = shell("register", "import", str(other), "--register", "cases", "--take", "--as", "Ada")
    assert "Entered: 1 developments" in said.out
    assert "Row 3: there is no entry nobody in cases." in said.out
    assert sheet.is_file()


def test_testimonies_come_in_by_their_own_door(shell: Shell, sheet: Path) -> None:
    said = shell("register", "import", sheet.name, "--register", "testimonies")
    assert said.status == 2
    assert "one by one" in said.err


def test_a_table_that_leaves_needs_a_name_and_tells_no_small_cell(
    shell: Shell, sheet: Path
) -> None:
    shell(*IMPORT, "--take", "--as", "Ada", "--access", "public")
    assert sheet.is_file()
    assert shell("register", "count", "cases").status == 2
    assert shell("register", "count", "cases", "--as", "Ada").out == "status,count\nheld,\n"
