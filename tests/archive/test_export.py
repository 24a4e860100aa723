import gzip
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.archive.keeping import NOW, PAGE, Rows, an_exchange

from watchdesk.archive import Archive, export_wacz
from watchdesk.archive.cdxj import surt
from watchdesk.model import ArchiveError


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Archive, Rows]:
    archive, rows = Archive(tmp_path / "archive", clock=lambda: NOW), Rows()
    rows.keep(archive, an_exchange())
    rows.keep(archive, an_exchange(minutes=1))
    rows.keep(archive, an_exchange("http://www.harbour.example/B/?z=1&a=2", body=PAGE * 2))
    rows.keep(archive, an_exchange("http://harbour.example/x", status=404, body=b"no"))
    archive.close()
    return archive, rows


def tool(*arguments: str | Path) -> str:
    command = [sys.executable, "-m", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_package_is_valid_to_the_format_s_own_tool(
    tmp_path: Path, kept: tuple[Archive, Rows]
) -> None:
    target = tmp_path / "issue.wacz"
    export_wacz(kept[0].folder, target, title="Issue 119", created=NOW)
    assert "Validation succeeded" in tool("wacz.main", "validate", "-f", target)


def test_the_index_is_that_of_the_format_s_own_tool(
    tmp_path: Path, kept: tuple[Archive, Rows]
) -> None:
    target = tmp_path / "issue.wacz"
    export_wacz(kept[0].folder, target, title="Issue 119", created=NOW)
    with zipfile.ZipFile(target) as package:
        ours = gzip.decompress(package.read("indexes/index.cdx.gz")).decode()
    assert ours == tool("cdxj_indexer.main", "-s", kept[0].files()[0])


def test_a_package_of_chosen_records_holds_them_and_their_questions(
    tmp_path: Path, kept: tuple[Archive, Rows]
) -> None:
    archive, rows = kept
    target = tmp_path / "issue.wacz"
    chosen = rows.captures[2]
    exported = export_wacz(
        archive.folder,
        target,
        title="Issue 119",
        created=NOW,
        only=[chosen.place],
        titles={chosen.id: "The ferry"},
    )
    assert exported.captures == 1
    with zipfile.ZipFile(target) as package:
        package.extract("archive/watchdesk-00001.warc.gz", tmp_path)
        pages = package.read("pages/pages.jsonl").decode().splitlines()
        manifest = json.loads(package.read("datapackage.json"))
    again = Archive(tmp_path / "archive2")
    again.folder.mkdir()
    (tmp_path / "archive/watchdesk-00001.warc.gz").rename(again.folder / "watchdesk-00001.warc.gz")
    (found,) = again.recover({})
    assert (found.id, again.read(found).body) == (chosen.id, PAGE * 2)
    assert json.loads(pages[1])["title"] == "The ferry"
    assert (manifest["title"], manifest["wacz_version"]) == ("Issue 119", "1.1.1")


def test_a_damaged_archive_is_not_exported(tmp_path: Path, kept: tuple[Archive, Rows]) -> None:
    archive, _ = kept
    with archive.files()[0].open("ab") as stream:
        stream.write(b"rubbish")
    target = tmp_path / "issue.wacz"
    with pytest.raises(ArchiveError, match="is damaged"):
        export_wacz(archive.folder, target, title="Issue 119", created=NOW)
    assert not target.exists()


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://www2.Harbour.example/B/c?z=1&a=2", "example,harbour)/b/c?a=2&z=1"),
        ("https://harbour.example:8443/", "example,harbour:8443)/"),
        ("http://127.0.0.1:80/a/", "127.0.0.1)/a"),
        ("file:///watched/A.eml", "file:///watched/a.eml"),
    ],
)
def test_addresses_sort_by_their_turned_host(url: str, key: str) -> None:
    assert surt(url) == key
