from collections.abc import Iterator
from pathlib import Path

import pytest

from watchdesk.model import Done, Event, WorldError
from watchdesk.publish import File
from watchdesk.publish.delivery import Record, Records, lay, write


def outcomes(folder: Path, *files: File) -> list[str]:
    return [write(file, folder=folder) for file in files]


def laid(folder: Path, *files: File) -> Iterator[Event]:
    records = Records(folder / "records")
    return lay(records, "issue-1", files, Record("", ()), folder=folder / "site")


def a_file(path: str = "issues/1/index.html", body: bytes = b"one") -> File:
    return File(path, "text/html", body)


def test_files_are_written_with_one_event_each(tmp_path: Path) -> None:
    events = list(laid(tmp_path, a_file(), a_file("index.html")))
    assert all(isinstance(event, Done) and event.outcome == "new" for event in events)
    assert len(events) == 2
    assert (tmp_path / "site/issues/1/index.html").read_bytes() == b"one"


def test_each_file_is_there_when_its_event_comes(tmp_path: Path) -> None:
    for event in laid(tmp_path, a_file("a"), a_file("b")):
        assert isinstance(event, Done)
        assert (tmp_path / "site" / event.subject).exists()


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    outcomes(tmp_path, a_file())
    before = (tmp_path / "issues/1/index.html").stat()
    assert outcomes(tmp_path, a_file()) == ["unchanged"]
    after = (tmp_path / "issues/1/index.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_changed_bytes_replace_the_file_whole(tmp_path: Path) -> None:
    outcomes(tmp_path, a_file())
    assert outcomes(tmp_path, a_file(body=b"two")) == ["changed"]
    assert (tmp_path / "issues/1/index.html").read_bytes() == b"two"
    assert [path.name for path in (tmp_path / "issues/1").iterdir()] == ["index.html"]


def test_what_a_broken_run_left_aside_does_not_disturb(tmp_path: Path) -> None:
    (tmp_path / ".index.html.part").write_bytes(b"half")
    assert outcomes(tmp_path, a_file("index.html")) == ["new"]
    assert not (tmp_path / ".index.html.part").exists()


def test_other_files_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "CNAME").write_text("letter.example")
    outcomes(tmp_path, a_file())
    assert (tmp_path / "CNAME").read_text() == "letter.example"


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "", "a\\..\\x", "a/\x00", ".."])
def test_a_path_that_leads_out_of_the_folder_is_refused(path: str, tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="not a path inside"):
        outcomes(tmp_path / "site", a_file(path))
    assert not (tmp_path / "x").exists()


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside, site = tmp_path / "outside", tmp_path / "site"
    outside.mkdir()
    site.mkdir()
    (site / "issues").symlink_to(outside)
    with pytest.raises(WorldError, match="through a link"):
        outcomes(site, a_file("issues/index.html"))
    assert list(outside.iterdir()) == []


def test_a_file_that_is_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.html"
    outside.write_bytes(b"theirs")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").symlink_to(outside)
    assert outcomes(site, a_file("index.html")) == ["new"]
    assert outside.read_bytes() == b"theirs"


def test_a_disk_that_refuses_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "issues").write_text("a file where a folder should be")
    with pytest.raises(WorldError, match=r"cannot write issues/1/index\.html into"):
        outcomes(tmp_path, a_file())
