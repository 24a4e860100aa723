"""Who gets in, and what a request from elsewhere may not do."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from watchdesk.cli.main import commands
from watchdesk.config import create
from watchdesk.desk.app import make_app
from watchdesk.desk.server import listening

HERE = {"sec-fetch-site": "same-origin"}
PASSWORD = "a long enough word"


def command(*words: str, typed: str = "") -> None:
    done = CliRunner().invoke(commands, list(words), input=typed)
    assert done.exit_code == 0, done.output


@pytest.fixture
def room(tmp_path: Path) -> Path:
    create(tmp_path / "desk", title="The Letter", language="en")
    return tmp_path / "desk"


@pytest.fixture
def named(room: Path) -> Path:
    for name, role in (("Nare", "editor"), ("Ilda", "approver")):
        words = ("editors", "add", name, "--role", role, "--password-stdin", "--desk", str(room))
        command(*words, typed=PASSWORD)
    return room


@pytest.fixture
def client(named: Path) -> Iterator[TestClient]:
    with TestClient(make_app(named), base_url="http://desk.example") as opened:
        yield opened


def entered(client: TestClient, name: str = "Nare", password: str = PASSWORD) -> int:
    given = {"name": name, "password": password}
    status: int = client.post("/enter", data=given, headers=HERE).status_code
    return status


def test_on_this_machine_nobody_is_asked_until_somebody_has_a_password(room: Path) -> None:
    with TestClient(make_app(room)) as client:
        assert client.get("/", follow_redirects=False).status_code == 200


def test_a_guarded_desk_asks_even_then(room: Path) -> None:
    with TestClient(make_app(room, guarded=True)) as client:
        assert client.get("/", follow_redirects=False).headers["location"] == "/enter"


def test_with_accounts_a_stranger_is_shown_the_door(client: TestClient) -> None:
    assert client.get("/", follow_redirects=False).headers["location"] == "/enter"
    assert client.get("/live").status_code == 401


def test_a_right_password_opens_a_session_in_a_cookie_no_script_can_read(
    client: TestClient,
) -> None:
    given = {"name": "Nare", "password": PASSWORD}
    answer = client.post("/enter", data=given, headers=HERE, follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert client.get("/").status_code == 200
    client.post("/leave", headers=HERE)
    assert client.get("/", follow_redirects=False).status_code == 303


def test_a_wrong_password_and_a_wrong_name_look_the_same(client: TestClient) -> None:
    wrong = client.post("/enter", data={"name": "Nare", "password": "no"}, headers=HERE)
    nobody = client.post("/enter", data={"name": "Nobody", "password": "no"}, headers=HERE)
    assert wrong.status_code == nobody.status_code == 401
    assert wrong.text == nobody.text


def test_after_five_wrong_passwords_even_the_right_one_waits(client: TestClient) -> None:
    assert [entered(client, password="wrong") for _ in range(5)] == [401] * 5
    assert entered(client) == 429


def test_a_new_password_ends_the_sessions_under_the_old_one(
    client: TestClient, named: Path
) -> None:
    entered(client)
    words = ("editors", "password", "Nare", "--password-stdin", "--desk", str(named))
    command(*words, typed="another long word")
    assert client.get("/", follow_redirects=False).status_code == 303


def test_who_is_taken_out_is_out_at_once(client: TestClient, named: Path) -> None:
    entered(client)
    command("editors", "remove", "Nare", "--desk", str(named))
    assert client.get("/", follow_redirects=False).status_code == 303


def test_the_database_holds_neither_password_nor_token(client: TestClient, named: Path) -> None:
    entered(client)
    token = client.cookies["watchdesk"]
    kept = b"".join(file.read_bytes() for file in named.glob("desk.sqlite*"))
    assert PASSWORD.encode() not in kept
    assert token.encode() not in kept


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://elsewhere.example"},
        {"origin": "null"},
    ],
)
def test_a_form_sent_from_elsewhere_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    entered(client)
    assert client.post("/leave", headers=headers).status_code == 403
    assert client.get("/").status_code == 200


def test_an_old_browser_is_known_by_its_origin(client: TestClient) -> None:
    headers = {"origin": "http://desk.example"}
    assert client.post("/leave", headers=headers, follow_redirects=False).status_code == 303


def test_every_answer_forbids_foreign_scripts_and_frames(client: TestClient) -> None:
    for path in ("/enter", "/static/desk.js", "/nowhere"):
        headers = client.get(path).headers
        assert "script-src 'self';" in headers["content-security-policy"]
        assert "'unsafe" not in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_beyond_this_machine_the_desk_demands_accounts(room: Path) -> None:
    words = ["desk", "--desk", str(room), "--host", "0.0.0.0"]
    done = CliRunner().invoke(commands, words)
    assert "demands accounts" in str(done.exception)


def test_the_start_of_other_commands_pays_nothing_for_the_page() -> None:
    script = "import sys, watchdesk.cli.main; print({'starlette', 'argon2'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_the_first_screen_of_a_new_desk_opens_on_a_leap_day(room: Path) -> None:
    leap = datetime(2028, 2, 29, 9, tzinfo=UTC)
    with TestClient(make_app(room, now=leap), base_url="http://desk.example") as client:
        assert client.get("/").status_code == 200


def test_a_port_that_is_taken_is_said_in_a_sentence(room: Path) -> None:
    with listening("127.0.0.1", 0) as line:
        port = str(line.getsockname()[1])
        done = CliRunner().invoke(commands, ["desk", "--desk", str(room), "--port", port])
    assert done.exit_code != 0
    assert f"port {port}" in str(done.exception or done.output)
