"""The public pages through a client, over a real database and a mail server on this machine."""

import hmac
import json
import logging
import re
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.pipeline.mailing import NOW, a_mail_desk, configure, put_readers, reader_of
from tests.pipeline.sink import Sink, a_sink

from watchdesk.config import secret_of
from watchdesk.model import Enrolment, Subscriber
from watchdesk.pipeline.tokens import Aim, token_for
from watchdesk.public.app import make_app
from watchdesk.public.guard import LARGEST_BODY, Rates
from watchdesk.public.words import accepted, spoken, tables
from watchdesk.store import Store, subscribers

ADA = "ada@readers.example"
CLICK = "List-Unsubscribe=One-Click"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def sink() -> Iterator[Sink]:
    with a_sink() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path, sink: Sink) -> Path:
    made = a_mail_desk(tmp_path / "desk", port=sink.port)
    configure(made, public={"per_minute": 1000})
    put_readers(made, reader_of(made, "ada"), reader_of(made, "ben"))
    (made / "site" / "receipts" / "r1").mkdir(parents=True)
    (made / "site" / "index.html").write_text("<h1>Issue 12</h1>")
    (made / "site" / "receipts" / "r1" / "index.html").write_text("<h1>A receipt</h1>")
    return made


@pytest.fixture
def client(folder: Path) -> Iterator[TestClient]:
    with TestClient(make_app(folder, now=NOW, every=0.02)) as running:
        yield running


def stored(folder: Path, address: str) -> Subscriber | None:
    with closing(Store.open(folder)) as store, store.reading() as tx:
        return subscribers.of_address(tx, address)


def link(folder: Path, aim: Aim, name: str = "ada") -> str:
    return f"/{aim.value}/{token_for(secret_of(folder), aim, reader_of(folder, name).id)}"


def letter_to(sink: Sink, address: str) -> str:
    for _ in range(200):
        found = [raw for _, to, raw in sink.mails if to == address]
        if found:
            return found[-1].replace(b"=\r\n", b"").decode()
        time.sleep(0.02)
    raise AssertionError(f"no letter to {address}")


def test_somebody_subscribes_confirms_and_is_on_the_list(
    client: TestClient, folder: Path, sink: Sink
) -> None:
    form = {"address": "Cem@Readers.example", "language": "fr", "section": ["culture"]}
    assert "Please look into your mailbox" in client.post("/subscribe", data=form).text
    text = letter_to(sink, "Cem@readers.example")
    found = re.search(r"velmor\.example(/confirm/\S+)", text)
    assert found
    for _ in range(2):
        assert "<button" in client.get(found[1]).text
        client.head(found[1])
    before = stored(folder, "cem@readers.example")
    assert before
    assert before.enrolment is Enrolment.PENDING
    assert "Vous êtes inscrit" in client.post(found[1]).text
    after = stored(folder, "cem@readers.example")
    assert after
    assert (after.enrolment, after.language, after.sections) == (
        Enrolment.CONFIRMED,
        "fr",
        ("culture",),
    )


def test_known_unknown_and_suppressed_addresses_get_the_same_answer(
    client: TestClient, folder: Path
) -> None:
    with closing(Store.open(folder)) as store, store.writing() as tx:
        subscribers.suppress(tx, "dia@readers.example", why="asked us to", at=NOW)
    answers = {
        (answer := client.post("/subscribe", data={"address": address})).text
        + repr(sorted(answer.headers.items()))
        for address in (ADA, "new@readers.example", "dia@readers.example")
    }
    assert len(answers) == 1


def test_a_get_and_a_head_change_nothing_and_a_bare_post_leaves(
    client: TestClient, folder: Path
) -> None:
    address = link(folder, Aim.LEAVE)
    assert "<form" in client.get(address).text
    assert client.head(address).status_code == 200
    assert stored(folder, ADA) == reader_of(folder, "ada")
    for _ in range(2):
        answer = client.post(address, content=CLICK, headers=FORM)
        assert answer.status_code == 200
    gone = stored(folder, ADA)
    assert gone
    assert gone.enrolment is Enrolment.LEFT
    ben = stored(folder, "ben@readers.example")
    assert ben
    assert ben.enrolment is Enrolment.CONFIRMED


def test_another_ones_token_leaves_nobody(client: TestClient, folder: Path) -> None:
    ada, ben = reader_of(folder, "ada").id, reader_of(folder, "ben").id
    foreign = link(folder, Aim.LEAVE).replace(ada, ben)
    for address in (
        foreign,
        "/leave/nonsense",
        link(folder, Aim.PREFERENCES).replace("preferences", "leave"),
    ):
        assert client.post(address, content=CLICK, headers=FORM).status_code == 404
        assert client.get(address).status_code == 404
    assert stored(folder, ADA) == reader_of(folder, "ada")


def test_a_reader_chooses_sections_and_language(client: TestClient, folder: Path) -> None:
    address = link(folder, Aim.PREFERENCES)
    assert "checked" not in client.get(address).text
    saved = client.post(address, data={"language": "fr", "section": ["culture", "economy"]})
    assert "Enregistré." in saved.text
    assert saved.text.count("checked") == 2
    kept = stored(folder, ADA)
    assert kept
    assert (kept.language, kept.sections) == ("fr", ("economy", "culture"))
    client.post(link(folder, Aim.LEAVE))
    assert client.get(address).status_code == 404


def test_no_page_sets_a_cookie_and_each_forbids_scripts_and_frames(
    client: TestClient, folder: Path
) -> None:
    for address in ("/subscribe", link(folder, Aim.LEAVE), link(folder, Aim.PREFERENCES)):
        answer = client.get(address)
        assert "set-cookie" not in answer.headers
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        assert "<script" not in answer.text


def test_the_site_and_its_receipts_are_served_and_nothing_else_of_the_desk(
    client: TestClient,
) -> None:
    assert "Issue 12" in client.get("/").text
    assert "A receipt" in client.get("/receipts/r1/").text
    for path in ("/desk.toml", "/../desk.toml", "/%2e%2e/desk.toml", "/..%2fsecret.key"):
        assert client.get(path).status_code == 404


def test_a_wrong_address_is_named_and_shown_without_harm(client: TestClient) -> None:
    answer = client.post("/subscribe", data={"address": '"><script>alert(1)</script>'})
    assert answer.status_code == 400
    assert "<script" not in answer.text


def test_what_only_programs_fill_is_answered_and_forgotten(
    client: TestClient, folder: Path
) -> None:
    answer = client.post("/subscribe", data={"address": "eve@readers.example", "website": "x"})
    assert "Please look" in answer.text
    assert stored(folder, "eve@readers.example") is None


def test_a_large_body_is_refused(client: TestClient) -> None:
    body = b"address=" + b"a" * LARGEST_BODY
    assert client.post("/subscribe", content=body, headers=FORM).status_code == 413


def test_forms_are_counted_by_address_and_leaving_is_not(folder: Path) -> None:
    configure(folder, public={"per_minute": 2})
    with TestClient(make_app(folder, now=NOW, every=9)) as client:
        codes = [client.post("/subscribe", data={"address": ADA}).status_code for _ in range(4)]
        assert codes == [200, 200, 429, 429]
        assert client.post(link(folder, Aim.LEAVE)).status_code == 200


def test_a_minute_later_and_from_elsewhere_forms_are_taken_again() -> None:
    now = [0.0]
    rates = Rates(1, clock=lambda: now[0])
    assert [rates.allows("10.1.1.1"), rates.allows("10.1.1.1")] == [True, False]
    assert rates.allows("2001:db8::1")
    assert not rates.allows("2001:db8::2")
    assert rates.allows("2001:db8:0:1::2")
    now[0] = 61.0
    assert rates.allows("10.1.1.1")


def signed(body: str, secret: str = "shared", at: float = NOW.timestamp()) -> dict[str, str]:
    mark = hmac.digest(secret.encode(), f"{at:.0f}.{body}".encode(), "sha256").hex()
    return {"X-Watchdesk-Signature": f"t={at:.0f},v1={mark}"}


def test_signed_reports_are_counted_once_each_and_others_not_at_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOUNCE_SECRET", "shared")
    configure(folder, bounces={"webhook_env": "BOUNCE_SECRET", "hard": 2})
    reports = [json.dumps({"id": n, "kind": "hard", "recipient": ADA}) for n in (1, 1, 2)]
    with TestClient(make_app(folder, now=NOW, every=9)) as client:
        wrong: tuple[dict[str, str], ...] = (
            signed(reports[0], "other"),
            signed(reports[0], at=NOW.timestamp() - 900),
            {},
        )
        for headers in wrong:
            assert client.post("/bounces", content=reports[0], headers=headers).status_code == 404
        for body in reports[:2]:
            assert client.post("/bounces", content=body, headers=signed(body)).status_code == 204
        assert not suppressions(folder)
        client.post("/bounces", content=reports[2], headers=signed(reports[2]))
        assert suppressions(folder) == [ADA]
        body = json.dumps({"id": 3, "kind": "complaint", "recipient": "ben@readers.example"})
        client.post("/bounces", content=body, headers=signed(body))
        assert len(suppressions(folder)) == 2
        for odd in ("[]", "{}", "no json", '{"id": 1, "kind": "odd", "recipient": "x"}'):
            assert client.post("/bounces", content=odd, headers=signed(odd)).status_code == 400


def suppressions(folder: Path) -> list[str]:
    with closing(Store.open(folder)) as store, store.reading() as tx:
        return [one.address for one in subscribers.all_suppressed(tx)]


def test_no_log_holds_an_address_or_a_token(
    client: TestClient, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="watchdesk")
    caplog.set_level(logging.INFO, logger="uvicorn")
    client.post("/subscribe", data={"address": "fay@readers.example"})
    client.post(link(folder, Aim.LEAVE))
    ours = [r.getMessage() for r in caplog.records if not r.name.startswith(("httpx", "mail"))]
    assert not [line for line in ours if "fay@" in line or reader_of(folder, "ada").id in line]


def test_every_language_has_every_word() -> None:
    english = tables()["en"]
    for table in tables().values():
        assert set(table) == set(english)
        for key, text in table.items():
            assert re.findall(r"{\w+}", text) == re.findall(r"{\w+}", english[key])


def test_a_browser_is_answered_in_its_language_if_we_have_words() -> None:
    assert spoken(*accepted("hy, fr-CA;q=0.8, en;q=0.9;q=x")) in {"en", "fr"}
    assert spoken(*accepted("de, fr;q=0.4")) == "fr"
    assert spoken(*accepted(""), "hy") == "en"
