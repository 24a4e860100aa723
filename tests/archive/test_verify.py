from dataclasses import replace
from pathlib import Path

import pytest
from tests.archive.keeping import NOW, PAGE, Rows, an_exchange

from watchdesk.archive import Archive, verify
from watchdesk.model import digest_of


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Archive, Rows]:
    archive, rows = Archive(tmp_path, clock=lambda: NOW), Rows()
    rows.keep(archive, an_exchange())
    rows.keep(archive, an_exchange(minutes=1))
    rows.keep(archive, an_exchange(minutes=2, status=304, body=b""))
    rows.keep(archive, an_exchange(minutes=3, body=PAGE * 2))
    archive.close()
    return archive, rows


def complaints(archive: Archive, rows: Rows) -> list[str]:
    return [check.complaint for check in verify(archive, rows.captures) if check.complaint]


def test_a_sound_archive_has_a_good_check_for_every_record(kept: tuple[Archive, Rows]) -> None:
    archive, rows = kept
    checks = list(verify(archive, rows.captures))
    assert len(checks) == 9
    assert [check.complaint for check in checks if check.complaint] == []
    assert {check.capture_id for check in checks} - {""} == {c.id for c in rows.captures}


def test_a_record_without_a_capture_and_a_capture_without_a_record_are_told(
    kept: tuple[Archive, Rows],
) -> None:
    archive, rows = kept
    lost = rows.captures.pop()
    elsewhere = replace(lost, place=replace(lost.place, offset=10**6))
    rows.captures.append(elsewhere)
    assert [sentence.split(" ", 2)[2] for sentence in complaints(archive, rows)] == [
        f"of {lost.url} at byte {lost.place.offset} of {lost.place.file} is not in the store.",
        "of http://harbour.example/a is in the store, but its record is not in the archive.",
    ]


def test_a_changed_digest_in_the_store_is_told(kept: tuple[Archive, Rows]) -> None:
    archive, rows = kept
    rows.captures[0] = replace(rows.captures[0], digest=digest_of(b"another"))
    assert "is not what was captured" in complaints(archive, rows)[0]
    rows.captures[0] = replace(rows.captures[0], digest=digest_of(PAGE), status=404)
    assert complaints(archive, rows)[0].endswith("differ in status.")


def test_every_flipped_byte_of_a_record_is_found(kept: tuple[Archive, Rows]) -> None:
    archive, rows = kept
    path = archive.files()[0]
    sound = path.read_bytes()
    place = rows.captures[0].place
    for offset in range(place.offset + 10, place.offset + place.length, 23):
        data = bytearray(sound)
        data[offset] ^= 1
        path.write_bytes(bytes(data))
        assert complaints(archive, rows), offset
