"""The site is brought to real places on this machine: a folder, rsync, an sshd, a bucket."""

import getpass
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from watchdesk.model import Code, Done, Failed
from watchdesk.publish.delivery import Place, bring, carrier_of

SECRETS = {"key": "desk", "secret": "press-secret"}
PAGES = {
    "index.html": b"front",
    "issues/index.html": b"archive",
    "issues/1/index.html": b"one",
    "issues/1/ab/index.html": b"item",
    "style/house.css": b"body {}",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, body in PAGES.items():
        put(tmp_path / "site", path, body)
    (tmp_path / "notes").mkdir()
    return tmp_path / "site"


def put(site: Path, path: str, body: bytes) -> None:
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_bytes(body)


def brought(site: Path, place: Place) -> list[tuple[str, str]]:
    events = list(bring(site, carrier_of(place, SECRETS), place, site.parent / "notes"))
    assert not [event for event in events if isinstance(event, Failed)], events
    return [(event.outcome, event.subject) for event in events if isinstance(event, Done)]


def there(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def goes_the_whole_way(site: Path, place: Place, folder: Path) -> None:
    """First all of it, the front page last; then nothing; then a change and a removal."""
    first = brought(site, place)
    assert there(folder) == PAGES
    assert [path for _, path in first][-2:] == ["issues/index.html", "index.html"]
    assert brought(site, place) == []
    put(folder, "CNAME", b"theirs")
    put(site, "issues/1/index.html", b"corrected")
    (site / "issues/1/ab/index.html").unlink()
    assert brought(site, place) == [
        ("brought", "issues/1/index.html"),
        ("taken away", "issues/1/ab/index.html"),
    ]
    kept = {path: body for path, body in PAGES.items() if path != "issues/1/ab/index.html"}
    assert there(folder) == {**kept, "issues/1/index.html": b"corrected", "CNAME": b"theirs"}


def test_a_folder(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "www"
    goes_the_whole_way(site, Place(kind="folder", path=str(folder)), folder)


@pytest.mark.slow
def test_rsync(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "www"
    goes_the_whole_way(site, Place(kind="rsync", path=str(folder)), folder)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Place]:
    """An sshd on loopback that takes one key, and knows sftp alone."""
    for name in ("host", "own"):
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / name], check=True
        )
    (tmp_path / "authorized").write_bytes((tmp_path / "own.pub").read_bytes())
    port = 20000 + int.from_bytes(tmp_path.name.encode()[-2:]) % 20000
    config = tmp_path / "sshd_config"
    config.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {tmp_path / 'host'}\n"
        f"AuthorizedKeysFile {tmp_path / 'authorized'}\nPasswordAuthentication no\n"
        "StrictModes no\nUsePAM no\nPidFile none\nSubsystem sftp internal-sftp\n"
    )
    Path("/run/sshd").mkdir(exist_ok=True)
    running = subprocess.Popen(["/usr/sbin/sshd", "-D", "-e", "-f", config])
    kind, key, _ = (tmp_path / "host.pub").read_text().split(" ")
    (tmp_path / "known").write_text(f"[127.0.0.1]:{port} {kind} {key}\n")
    time.sleep(0.5)
    yield Place(
        kind="sftp",
        host=f"{getpass.getuser()}@127.0.0.1",
        port=port,
        path=str(tmp_path / "www"),
        identity=str(tmp_path / "own"),
        known_hosts=str(tmp_path / "known"),
    )
    running.terminate()
    running.wait()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("sshd", path="/usr/sbin") is None, reason="no sshd here")
class TestServer:
    def test_sftp(self, site: Path, server: Place, tmp_path: Path) -> None:
        (tmp_path / "www").mkdir()
        goes_the_whole_way(site, server, tmp_path / "www")

    def test_rsync_over_ssh_and_sftp_trust_no_unknown_server(
        self, site: Path, server: Place, tmp_path: Path
    ) -> None:
        (tmp_path / "known").write_text("")
        for kind in ("sftp", "rsync"):
            place = replace(server, kind=kind)
            events = list(bring(site, carrier_of(place, {}), place, tmp_path / "notes"))
            failed = [event for event in events if isinstance(event, Failed)]
            assert [one.problem.code for one in failed] == [Code.PLACE]
            assert "host key" in failed[0].problem.message.lower()
        assert not (tmp_path / "www").exists()


def test_a_place_that_cannot_be_reached_is_a_problem_and_the_next_run_goes_on(
    site: Path, tmp_path: Path
) -> None:
    (tmp_path / "www").write_text("a file where the folder should be")
    place = Place(kind="folder", path=str(tmp_path / "www"))
    events = list(bring(site, carrier_of(place, {}), place, tmp_path / "notes"))
    assert any(isinstance(event, Failed) for event in events)
    (tmp_path / "www").unlink()
    assert len(brought(site, place)) == len(PAGES)


class Bucket(BaseHTTPRequestHandler):
    """A bucket that keeps objects in memory and takes signed requests only."""

    objects: dict[str, tuple[str, bytes]]

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.signed():
            self.objects[self.path] = (self.headers["Content-Type"], body)
            self.answer(200, {"ETag": '"0"'})

    def do_DELETE(self) -> None:
        if self.signed():
            self.objects.pop(self.path, None)
            self.answer(204, {})

    def signed(self) -> bool:
        good = self.headers.get("Authorization", "").startswith("AWS4-HMAC-SHA256 Credential=desk/")
        if not good:
            self.answer(403, {})
        return good

    def answer(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": "0"}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_request(self, *_: object) -> None:
        pass


def test_a_bucket(site: Path) -> None:
    pytest.importorskip("minio")
    Bucket.objects = {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    endpoint = f"http://127.0.0.1:{server.server_port}"
    place = Place(kind="s3", endpoint=endpoint, bucket="press", path="weekly", region="here")
    assert brought(site, place)[-1] == ("brought", "index.html")
    assert Bucket.objects["/press/weekly/index.html"] == ("text/html; charset=utf-8", b"front")
    assert len(Bucket.objects) == len(PAGES)
    (site / "issues/1/ab/index.html").unlink()
    assert brought(site, place) == [("taken away", "issues/1/ab/index.html")]
    assert "/press/weekly/issues/1/ab/index.html" not in Bucket.objects
    server.shutdown()
    server.server_close()
