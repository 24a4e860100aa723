"""What is installed holds all that the example needs, and runs without the source tree."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the environment's own builder and unzipped."""
    room = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(room)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [wheel] = room.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(room / "unpacked")
    return room / "unpacked"


def run(unpacked: Path, folder: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "watchdesk", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize(
    "pattern",
    [
        "demo/material/**/*.pdf",
        "demo/material/**/*.eml",
        "demo/material/sections.toml",
        "publish/**/*.woff2",
        "publish/templates/**/*.*",
        "store/migrations/0*.py",
        "config/templates/desk.toml",
        "config/templates/subjects.toml",
        "text/languages/*.py",
    ],
)
def test_the_wheel_holds_what_the_program_reads(unpacked: Path, pattern: str) -> None:
    assert list((unpacked / "watchdesk").glob(pattern))


def test_nothing_but_the_program_is_in_the_wheel(unpacked: Path) -> None:
    names = {path.name.partition("-")[0] for path in unpacked.iterdir()}
    assert names == {"watchdesk"}
    kept = (".sqlite", ".warc.gz", ".pyc")
    assert not [path for path in unpacked.rglob("*") if path.name.endswith(kept)]


def test_the_installed_program_shows_its_version_and_its_example(
    unpacked: Path, tmp_path: Path
) -> None:
    assert run(unpacked, tmp_path, "--version").startswith("watchdesk, version ")
    where = "import watchdesk; print(watchdesk.__file__)"
    command = [sys.executable, "-P", "-c", where]
    env = {**os.environ, "PYTHONPATH": str(unpacked)}
    told = subprocess.run(
        command, env=env, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert Path(told.stdout.strip()).is_relative_to(unpacked)
    said = run(unpacked, tmp_path, "demo", "example")
    assert "\nOpen " in said
    assert (tmp_path / "example" / "site" / "index.html").is_file()
    assert "all as their digests say" in run(
        unpacked, tmp_path, "archive", "verify", "--desk", "example"
    )
