"""Replay by pywb, a program of others: what we kept can be looked at without us."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.archive.keeping import NOW, PAGE, Rows, an_exchange

from watchdesk.archive import Archive

HERE = Path(__file__).parent
ENVIRONMENT = HERE.parents[1] / ".venv-pywb"
READY = ENVIRONMENT / "ready"


def _environment() -> Path:
    """pywb in an environment of its own (it needs an old setuptools), made once."""
    wayback = ENVIRONMENT / "bin/wayback"
    if READY.exists():
        return wayback
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)
    lock = ["--require-hashes", "-r", str(HERE / "pywb.lock")]
    install = [str(ENVIRONMENT / "bin/pip"), "install", "-q", "--disable-pip-version-check", *lock]
    if subprocess.run(install, check=False, capture_output=True).returncode:
        pytest.skip("pywb cannot be installed here")
    READY.touch()
    return wayback


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def replay(tmp_path: Path) -> Iterator[str]:
    """The address of a pywb that replays a page, the same page an hour later, and another."""
    wayback = _environment()
    files = tmp_path / "collections/desk/archive"
    archive, rows = Archive(files, clock=lambda: NOW), Rows()
    rows.keep(archive, an_exchange())
    rows.keep(archive, an_exchange(minutes=60))
    rows.keep(archive, an_exchange("http://harbour.example/b", body=PAGE * 2))
    archive.close()
    files.with_name("indexes").mkdir()
    manager = [str(wayback.with_name("wb-manager")), "reindex", "desk"]
    subprocess.run(manager, cwd=tmp_path, check=True, capture_output=True)
    port = _free_port()
    command = [str(wayback), "-p", str(port), "-b", "127.0.0.1"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait(port)
            yield f"http://127.0.0.1:{port}/desk"
        finally:
            process.terminate()


def _wait(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("pywb did not start")


def _get(url: str) -> bytes:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=20) as answer:
        body: bytes = answer.read()
        return body


@pytest.mark.slow
def test_another_program_replays_pages_and_revisits(replay: str) -> None:
    # "id_" asks for the bytes as they were kept, without the banner.
    assert _get(f"{replay}/20261120090000id_/http://harbour.example/a") == PAGE
    assert _get(f"{replay}/20261120100000id_/http://harbour.example/a") == PAGE
    assert _get(f"{replay}/20261120090000id_/http://harbour.example/b") == PAGE * 2
    with pytest.raises(urllib.error.HTTPError):
        _get(f"{replay}/20261120090000id_/http://harbour.example/never")
