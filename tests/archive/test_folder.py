import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from watchdesk.archive import Exchange, Fetcher, Limits
from watchdesk.archive.failure import Failure
from watchdesk.archive.folder import read_file
from watchdesk.model import Code, How, Purpose, Request, Validators

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def asked(url: str, etag: str | None = None) -> Request:
    return Request(url=url, source_id="f", purpose=Purpose.INDEX, validators=Validators(etag=etag))


def read(
    path: Path | str, folder: Path, *, etag: str | None = None, most: int = 10**6
) -> Exchange | Failure:
    url = path if isinstance(path, str) else path.as_uri()
    limits = Limits(max_document_bytes=most)
    return read_file(asked(url, etag), folders=(folder,), limits=limits, now=NOW)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    watched = tmp_path / "watched"
    watched.mkdir()
    (watched / "zwei.eml").write_bytes(b"From: a@b.example\r\n\r\nHello")
    (watched / "один 1.html").write_bytes(b"<p>one</p>")
    (watched / ".hidden").write_bytes(b"")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (watched / "out.txt").symlink_to(tmp_path / "secret.txt")
    return watched


def exchange(got: Exchange | Failure) -> Exchange:
    assert isinstance(got, Exchange)
    return got


def test_a_folder_is_listed_one_line_a_file(folder: Path) -> None:
    got = exchange(read(folder, folder))
    rows = [json.loads(line) for line in got.body.splitlines()]
    assert [(row["name"], row["size"]) for row in rows] == [("zwei.eml", 26), ("один 1.html", 10)]
    assert datetime.fromisoformat(rows[0]["modified"]).tzinfo is not None
    assert (got.how, got.media_type) == (How.FILE, "application/x-ndjson")


def test_a_file_gives_its_bytes_and_type(folder: Path) -> None:
    got = exchange(read(folder / "zwei.eml", folder))
    assert (got.body[:5], got.media_type) == (b"From:", "message/rfc822")
    assert exchange(read(folder / "один 1.html", folder)).media_type == "text/html"


def test_an_unchanged_file_and_listing_are_told_as_unchanged(folder: Path) -> None:
    for path in (folder, folder / "zwei.eml"):
        etag = exchange(read(path, folder)).header("ETag")
        again = exchange(read(path, folder, etag=etag))
        assert (again.status, again.body) == (304, b"")
    etag = exchange(read(folder / "zwei.eml", folder)).header("ETag")
    (folder / "zwei.eml").write_bytes(b"another")
    assert exchange(read(folder / "zwei.eml", folder, etag=etag)).status == 200


@pytest.mark.parametrize("name", ["out.txt", "../secret.txt", "../watched/../secret.txt"])
def test_what_lies_outside_the_folder_is_refused(folder: Path, name: str) -> None:
    got = read(f"file://{folder}/{name}", folder)
    assert isinstance(got, Failure)
    assert got.code is Code.ADDRESS
    assert got.words.endswith("it lies in no watched folder.")


def test_other_machines_missing_files_and_large_files_are_failures(folder: Path) -> None:
    found = [
        read("file://server/share/a", folder),
        read(folder / "missing", folder),
        read(folder / "zwei.eml", folder, most=5),
    ]
    codes = [got.code for got in found if isinstance(got, Failure)]
    assert codes == [Code.ADDRESS, Code.NOT_FOUND, Code.TOO_LARGE]


async def test_the_fetcher_reads_only_the_folders_it_was_given(folder: Path) -> None:
    async with Fetcher(folders=(folder,), clock=lambda: NOW) as fetcher:
        fetcher.submit(asked(folder.as_uri()))
        fetcher.submit(asked("file:///etc/passwd"))
        results = [result async for result in fetcher.results()]
    assert results[0].problem is None
    assert results[1].problem is not None
    assert results[1].problem.code is Code.ADDRESS
    assert results[1].exchanges == ()
