"""A desk in one file: made while it is written to, checked when it is unpacked."""

import io
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from tests.pipeline.press import Entry, Page, Press, article
from tests.pipeline.room import NOW, Room, a_source

from watchdesk.model import UsageError, WorldError
from watchdesk.pipeline import backup, open_desk, restore

ARTICLES = 16


def backed_up(room: Room, target: Path) -> Path:
    with open_desk(room.folder, now=NOW) as desk:
        backup(room.folder, desk.store, target, at=NOW)
    return target


@pytest.fixture
def kept(press: Press, room: Room, tmp_path: Path) -> Path:
    press.put_article("/ferry", "The ferry sails")
    room.watch(a_source(press.put_feed("/feed.xml", Entry(title="Ferry", link="/ferry"))))
    room.gather()
    return backed_up(room, tmp_path / "desk.tar")


def test_a_backup_made_while_a_gather_runs_verifies_elsewhere(
    press: Press, room: Room, tmp_path: Path
) -> None:
    entries = [Entry(title=f"Note {n}", link=f"/note/{n}") for n in range(ARTICLES)]
    for n in range(ARTICLES):
        press.put(f"/note/{n}", Page(body=article(f"Note {n}"), seconds=0.2))
    room.watch(a_source(press.put_feed("/feed.xml", *entries)))
    command = [sys.executable, "-m", "watchdesk", "gather", "--json", "--desk", str(room.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for _ in range(8):
            writer.stdout.readline()
        backed_up(room, tmp_path / "desk.tar")
        assert writer.poll() is None, "the gather should still run"
        writer.kill()
    for n in range(ARTICLES):
        press.put_article(f"/note/{n}", f"Note {n}")
    restore(tmp_path / "desk.tar", tmp_path / "elsewhere")
    there = Room(tmp_path / "elsewhere", room.workers)
    there.gather(NOW)
    assert there.is_whole()
    named = {press.url(f"/note/{n}") for n in range(ARTICLES)}
    assert named <= {one.url for one in there.captures()}


def test_a_restored_desk_is_the_same_desk(room: Room, kept: Path, tmp_path: Path) -> None:
    restore(kept, tmp_path / "elsewhere")
    there = Room(tmp_path / "elsewhere", room.workers)
    assert there.captures() == room.captures()
    assert (there.folder / "sources.toml").read_text() == (room.folder / "sources.toml").read_text()
    assert there.is_whole()
    assert not (there.folder / "digests.json").exists()


def test_no_half_backup_is_left_under_its_name(room: Room, tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    backed_up(room, tmp_path / "room" / "desk.tar")
    assert [path.name for path in (tmp_path / "room").iterdir()] == ["desk.tar"]


def test_a_backup_is_restored_into_an_empty_folder_only(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "letter.txt").write_text("mine")
    with pytest.raises(UsageError, match="is not empty"):
        restore(kept, tmp_path / "elsewhere")
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["letter.txt"]


def cut_short(body: bytes) -> bytes:
    return body[: len(body) // 2]


def one_letter_changed(body: bytes) -> bytes:
    return body.replace(b"The Harbour Letter", b"The Harbour Lettes", 1)


def no_tar(body: bytes) -> bytes:
    return b"This is no backup. " * 100 + body[:0]


def empty(body: bytes) -> bytes:
    return body[:0]


def foreign(body: bytes) -> bytes:
    return _tar({"holiday.txt": b"sun"}) + body[:0]


def hostile(body: bytes) -> bytes:
    return _tar({"../outside.txt": b"out"}) + body[:0]


def odd_list(body: bytes) -> bytes:
    return _tar({"digests.json": b"[1, 2"}) + body[:0]


def outside_list(body: bytes) -> bytes:
    return _tar({"digests.json": b'{"digests": "none"}'}) + body[:0]


def _tar(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, body in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(body)
            tar.addfile(entry, io.BytesIO(body))
    return out.getvalue()


@pytest.mark.parametrize(
    "harm",
    [cut_short, one_letter_changed, no_tar, empty, foreign, hostile, odd_list, outside_list],
)
def test_a_damaged_or_foreign_file_is_refused_in_a_sentence(
    kept: Path, tmp_path: Path, harm: object
) -> None:
    assert callable(harm)
    kept.write_bytes(harm(kept.read_bytes()))
    with pytest.raises(WorldError, match=r"(no whole backup|is damaged): .+\.$"):
        restore(kept, tmp_path / "elsewhere")
    assert not (tmp_path / "outside.txt").exists()
    assert not (tmp_path / "elsewhere").exists()
