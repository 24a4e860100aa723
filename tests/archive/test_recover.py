import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.archive.keeping import NOW, PAGE, Rows, an_exchange

from watchdesk.archive import Archive, verify
from watchdesk.model import ArchiveError

WRITER = """
import random, sys
from pathlib import Path
from tests.archive.keeping import NOW, Rows, an_exchange
from watchdesk.archive import Archive

archive = Archive(Path(sys.argv[1]), clock=lambda: NOW)
archive.recover({})
body = random.Random(int(sys.argv[2])).randbytes(900_000)
for number in range(1000):
    Rows().keep(archive, an_exchange(body=body, minutes=number))
    print(number, flush=True)
"""


def kept(folder: Path, count: int = 3) -> tuple[Archive, Rows]:
    archive, rows = Archive(folder, clock=lambda: NOW), Rows()
    for number in range(count):
        rows.keep(archive, an_exchange(body=PAGE + b"%d" % number, minutes=number))
    archive.close()
    return archive, rows


def complaints(archive: Archive, rows: Rows) -> list[str]:
    return [check.complaint for check in verify(archive, rows.captures) if check.complaint]


@pytest.mark.parametrize("cut", [1, 10, 200, 380])
def test_a_torn_tail_is_cut_to_the_last_whole_record(tmp_path: Path, cut: int) -> None:
    archive, rows = kept(tmp_path)
    path = archive.files()[0]
    os.truncate(path, path.stat().st_size - cut)
    again = Archive(tmp_path, clock=lambda: NOW)
    assert list(again.recover({})) == rows.captures
    rows.keep(again, an_exchange(minutes=9))
    assert complaints(again, rows) == []


def test_a_tail_of_zeros_is_cut_as_well(tmp_path: Path) -> None:
    archive, rows = kept(tmp_path)
    with archive.files()[0].open("ab") as stream:
        stream.write(bytes(5000))
    assert list(Archive(tmp_path).recover({})) == rows.captures
    assert complaints(archive, rows) == []


def test_only_what_the_store_does_not_know_comes_back(tmp_path: Path) -> None:
    archive, rows = kept(tmp_path)
    place = rows.captures[1].place
    unknown = archive.recover({place.file: place.offset + place.length})
    assert list(unknown) == rows.captures[2:]
    last = rows.captures[2].place
    assert archive.recover({last.file: last.offset + last.length}) == ()


def test_damage_in_the_middle_is_told_and_nothing_is_cut(tmp_path: Path) -> None:
    archive, rows = kept(tmp_path)
    path = archive.files()[0]
    data = bytearray(path.read_bytes())
    place = rows.captures[1].place
    data[place.offset + place.length // 2] ^= 255
    path.write_bytes(bytes(data))
    with pytest.raises(ArchiveError, match="Nothing was cut"):
        archive.recover({})
    assert path.read_bytes() == bytes(data)


def test_a_file_shorter_than_the_store_knows_is_told(tmp_path: Path) -> None:
    archive, _ = kept(tmp_path)
    with pytest.raises(ArchiveError, match="ends before a record that the store knows"):
        archive.recover({archive.files()[0].name: 10**9})


@pytest.mark.slow
def test_an_archive_survives_being_killed_while_it_writes(tmp_path: Path) -> None:
    dice = random.Random(7)
    promised = 0
    for attempt in range(10):
        promised += _killed_writer(tmp_path, attempt, dice.uniform(0.0, 0.06))
        archive = Archive(tmp_path, clock=lambda: NOW)
        found = Rows(archive.recover({}))
        assert len(found.captures) >= promised
        promised = len(found.captures)
        assert complaints(archive, found) == []


def _killed_writer(folder: Path, seed: int, delay: float) -> int:
    """Start a writer, kill it while it writes, and give how many records it had promised."""
    command = [sys.executable, "-c", WRITER, str(folder), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        return 1 + len(process.stdout.readlines())
