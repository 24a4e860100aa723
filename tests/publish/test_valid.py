"""The pages as the HTML checker reads them, all in one call, and the feeds as a reader does."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publish.standard import a_registered_publication, whole

from watchdesk.publish.delivery import write

CHECKER = Path(sys.prefix) / "vnu.jar"
# Read as files, pages have no origin that their own style sheet could be of.
NO_ORIGIN = ".*blocked by .(style|img|font|script)-src. directive.*"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for file in whole(replace(a_registered_publication(), searchable=True)):
        write(file, folder=folder)
    return folder


@pytest.mark.skipif(not CHECKER.exists(), reason="no HTML checker here: tools/html-checker")
def test_the_checker_finds_nothing_to_say(site: Path) -> None:
    pages = [str(path) for path in site.rglob("*.html") if path.name != "mail.html"]
    assert len(pages) > 30
    command = ["java", "-jar", str(CHECKER), "--filterpattern", NO_ORIGIN, *pages]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert found.stderr == ""
    assert found.returncode == 0


@pytest.mark.skipif(shutil.which("newsboat") is None, reason="no newsboat here")
@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_a_reader_of_feeds_takes_all_items(name: str, site: Path, tmp_path: Path) -> None:
    (tmp_path / "urls").write_text(f"file://{site / name}\n")
    cache = tmp_path / "cache.db"
    options = ["-u", str(tmp_path / "urls"), "-c", str(cache), "-C", "/dev/null"]
    subprocess.run(["newsboat", *options, "-x", "reload"], check=True, timeout=60)
    said = subprocess.run(
        ["newsboat", *options, "-x", "print-unread"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert int(said.stdout.split()[0]) >= 7
