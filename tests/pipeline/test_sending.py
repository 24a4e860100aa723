import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Generator, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from PIL import Image
from tests.pipeline.mailing import (
    NOW,
    SENDER,
    a_mail_desk,
    configure,
    delivery_to,
    in_state,
    ledger,
    put_issue,
    put_readers,
    reader_of,
)
from tests.pipeline.sink import Sink, a_sink

from watchdesk.config import secret_of
from watchdesk.model import (
    ConfigError,
    DeliveryState,
    Enrolment,
    Event,
    Failed,
    GateError,
    State,
    UsageError,
    WorldError,
)
from watchdesk.pipeline import (
    issue_numbered,
    open_desk,
    resolve,
    send,
    send_to,
    sending_status,
)
from watchdesk.pipeline.tokens import Aim, is_good
from watchdesk.store import Store, subscribers


@pytest.fixture
def sink() -> Iterator[Sink]:
    with a_sink() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path, sink: Sink) -> Path:
    return a_mail_desk(tmp_path / "desk", port=sink.port)


def sent(folder: Path, at: datetime = NOW) -> list[Event]:
    with open_desk(folder, now=at) as desk:
        return list(send(desk, issue_numbered(desk, 12)))


def stopped(running: Iterator[Event]) -> None:
    assert isinstance(running, Generator)
    running.close()


def readers(folder: Path, *names: str) -> None:
    put_readers(folder, *(reader_of(folder, name) for name in names))


def test_each_reader_gets_one_copy_and_a_second_run_sends_nothing(folder: Path, sink: Sink) -> None:
    readers(folder, "ada", "ben", "cem")
    sent(folder)
    sent(folder)
    assert sink.received() == {f"{n}@readers.example": 1 for n in ("ada", "ben", "cem")}
    assert ledger(folder) == {"sent": 3}


def test_a_copy_carries_what_large_receivers_ask_for(folder: Path, sink: Sink) -> None:
    readers(folder, "ada")
    sent(folder)
    mail = sink.message("ada@readers.example")
    assert mail["From"] == f"The Velmor Letter <{SENDER}>"
    assert mail["Subject"] == "The Velmor Letter, Issue 12"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Id"] == "<weekly.velmor.example>"
    assert mail["Feedback-ID"] == "issue12:weekly:watchdesk:velmor.example"
    link, box = re.fullmatch(
        r"<https://velmor\.example/leave/(\S+)>,\s*<mailto:bounces\+leave-(\S+)@velmor\.example\?subject=leave>",
        mail["List-Unsubscribe"],
    ).groups()  # type: ignore[union-attr]
    assert link == box
    assert is_good(secret_of(folder), Aim.LEAVE, link)


def test_both_parts_lead_to_the_readers_own_page(folder: Path, sink: Sink) -> None:
    readers(folder, "ada", "ben")
    sent(folder)
    for name in ("ada", "ben"):
        mail = sink.message(f"{name}@readers.example")
        link = mail["List-Unsubscribe"].split(">")[0].strip("<")
        assert mail.get_content_type() == "multipart/alternative"
        for kind in ("plain", "html"):
            part = mail.get_body((kind,))
            assert part is not None
            assert part["Content-Transfer-Encoding"] == "quoted-printable"
            assert link in part.get_content()
            assert "xxxx" not in part.get_content()


def test_no_line_is_long_and_none_begins_with_a_stop(folder: Path, sink: Sink) -> None:
    readers(folder, "ada")
    sent(folder)
    ((_, _, raw),) = sink.mails
    body = raw.partition(b"\r\n\r\n")[2]
    assert max(map(len, body.split(b"\r\n"))) <= 78
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert not re.search(rb"(?m)^\.", raw)


def test_the_envelope_and_the_message_id_name_the_copy_for_good(folder: Path, sink: Sink) -> None:
    readers(folder, "ada")
    put_readers(folder, reader_of(folder, "ben"))
    sent(folder)
    (from_ada, from_ben) = (sender for sender, _, _ in sorted(sink.mails, key=lambda m: m[1]))
    assert re.fullmatch(r"bounces\+b12-[0-9a-f]{20}-[a-z2-7]{22}@velmor\.example", from_ada)
    assert from_ada != from_ben
    before = sink.message("ada@readers.example")["Message-ID"]
    with open_desk(folder, now=NOW) as desk:
        list(send_to(desk, issue_numbered(desk, 12), "ada@velmor.example"))
    sink.mails = [mail for mail in sink.mails if "ada@readers" not in mail[1]]
    assert before != sink.message("ada@velmor.example")["Message-ID"]


def test_a_reader_may_want_one_section_and_another_language(folder: Path, sink: Sink) -> None:
    put_readers(
        folder,
        reader_of(folder, "ada"),
        reader_of(folder, "ben", language="fr", sections=("river",)),
        reader_of(folder, "cem", sections=("gone",)),
    )
    sent(folder)
    texts = {}
    for name in ("ada", "ben", "cem"):
        part = sink.message(f"{name}@readers.example").get_body(("plain",))
        assert part is not None
        texts[name] = part.get_content()
    assert "did not meet" in texts["ada"]
    assert "Se désabonner" in texts["ben"]
    assert "did not meet" not in texts["ben"]
    assert "under repair" in texts["ben"]
    assert "did not meet" in texts["cem"]


def test_a_refused_reader_fails_a_busy_one_is_tried_again_when_it_is_time(
    folder: Path, sink: Sink
) -> None:
    readers(folder, "ada", "ben", "cem")
    sink.refuse = {
        "ada@readers.example": "550 5.1.1 no such mailbox",
        "ben@readers.example": "451 4.3.0 come again",
    }
    events = sent(folder)
    assert ledger(folder) == {"deferred": 1, "failed": 1, "sent": 1}
    problems = [event.problem for event in events if isinstance(event, Failed)]
    assert not [one for one in problems if "@readers" in one.message + one.subject]
    sink.refuse = {}
    sent(folder)
    assert ledger(folder)["deferred"] == 1
    sent(folder, NOW + timedelta(minutes=16))
    assert ledger(folder) == {"failed": 1, "sent": 2}
    assert max(sink.received().values()) == 1


def test_who_is_refused_for_good_twice_is_suppressed_and_a_policy_is_nobodys_fault(
    folder: Path, sink: Sink
) -> None:
    readers(folder, "ada", "ben")
    sink.refuse = {
        "ada@readers.example": "550 5.1.1 no such mailbox",
        "ben@readers.example": "550 5.7.1 not from you",
    }
    configure(folder, bounces={"hard": 1})
    sent(folder)
    with closing(Store.open(folder)) as store, store.reading() as tx:
        assert [one.address for one in subscribers.all_suppressed(tx)] == ["ada@readers.example"]


def test_what_stays_busy_fails_in_the_end(folder: Path, sink: Sink) -> None:
    readers(folder, "ada")
    configure(folder, mail={"attempts": 2})
    sink.refuse_data = {"ada@readers.example": "452 4.2.2 mailbox full"}
    sent(folder)
    assert ledger(folder) == {"deferred": 1}
    sent(folder, NOW + timedelta(hours=1))
    assert ledger(folder) == {"failed": 1}
    assert delivery_to(folder, reader_of(folder, "ada")).reply == "452 4.2.2 mailbox full"


def test_a_line_that_breaks_after_the_mail_leaves_doubt_which_a_person_ends(
    folder: Path, sink: Sink
) -> None:
    readers(folder, "ada", "ben")
    sink.drop["ada@readers.example"] = sink.drop["ben@readers.example"] = 1
    sent(folder)
    sent(folder)
    assert ledger(folder) == {"unknown": 2}
    with open_desk(folder, now=NOW) as desk:
        issue = issue_numbered(desk, 12)
        doubtful = {one.address for one in sending_status(desk, issue).doubtful}
        assert doubtful == {"ada@readers.example", "ben@readers.example"}
        assert resolve(desk, issue, "ada@readers.example", again=False, by="Ada") == 1
        assert resolve(desk, issue, "all", again=True, by="Ada") == 1
        assert resolve(desk, issue, "all", again=True, by="Ada") == 0
    sent(folder)
    assert ledger(folder) == {"sent": 2}
    assert sink.received() == {"ada@readers.example": 1, "ben@readers.example": 2}


def test_whoever_left_or_is_suppressed_between_two_runs_gets_nothing(
    folder: Path, sink: Sink
) -> None:
    readers(folder, "ada", "ben")
    sink.refuse = {f"{n}@readers.example": "451 4.3.0 come again" for n in ("ada", "ben")}
    sent(folder)
    sink.refuse = {}
    put_readers(folder, reader_of(folder, "ada", enrolment=Enrolment.LEFT))
    sent(folder, NOW + timedelta(hours=1))
    assert ledger(folder) == {"left": 1, "sent": 1}
    assert sink.received() == {"ben@readers.example": 1}


def test_only_a_published_issue_goes(folder: Path, sink: Sink) -> None:
    readers(folder, "ada")
    put_issue(folder, in_state(State.APPROVED))
    with pytest.raises(GateError, match="not published"):
        sent(folder)
    assert not sink.mails


def test_a_server_that_refuses_everything_stops_the_run(folder: Path, sink: Sink) -> None:
    names = [f"reader{number}" for number in range(20)]
    readers(folder, *names)
    sink.refuse = {f"{name}@readers.example": "554 5.7.1 blocked" for name in names}
    with pytest.raises(WorldError, match="10 mails in a row"):
        sent(folder)
    assert ledger(folder) == {"failed": 10, "queued": 10}


def test_a_server_that_is_not_there_loses_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers(folder, "ada")
    monkeypatch.setattr("watchdesk.pipeline.sending.RECONNECTS", 0)
    configure(folder, mail={"port": 1})
    with pytest.raises(WorldError, match="cannot be reached"):
        sent(folder)
    assert ledger(folder) == {"queued": 1}


def test_a_server_elsewhere_gets_no_mail_without_encryption(folder: Path) -> None:
    readers(folder, "ada")
    configure(folder, mail={"host": "mail.example"})
    with pytest.raises(WorldError, match="without encryption"):
        sent(folder)


def test_without_a_sender_or_a_page_to_leave_nothing_goes(folder: Path) -> None:
    configure(folder, mail={"sender": ""})
    with pytest.raises(ConfigError, match="sender"):
        sent(folder)
    configure(folder, mail={"sender": SENDER}, public={"url": ""}, site_url="")
    with pytest.raises(ConfigError, match="leave the list"):
        sent(folder)


def test_a_test_copy_goes_to_an_editor_alone_and_into_no_ledger(folder: Path, sink: Sink) -> None:
    readers(folder, "ben")
    with open_desk(folder, now=NOW) as desk:
        issue = issue_numbered(desk, 12)
        list(send_to(desk, issue, "ada@velmor.example"))
        with pytest.raises(UsageError, match="neither"):
            list(send_to(desk, issue, "stranger@elsewhere.example"))
    assert sink.message("ada@velmor.example")["Subject"].startswith("[Test]")
    assert ledger(folder) == {}


def test_one_reader_first_and_then_the_others(folder: Path, sink: Sink) -> None:
    readers(folder, "ada", "ben")
    with open_desk(folder, now=NOW) as desk:
        list(send_to(desk, issue_numbered(desk, 12), "Ada@readers.example"))
    assert sink.received() == {"ada@readers.example": 1}
    sent(folder)
    assert sink.received() == {"ada@readers.example": 1, "ben@readers.example": 1}


def test_a_second_process_is_refused_while_one_sends(folder: Path) -> None:
    readers(folder, "ada", "ben")
    with open_desk(folder, now=NOW) as desk:
        running = send(desk, issue_numbered(desk, 12))
        next(running), next(running)
        other = subprocess.run(
            [sys.executable, "-m", "watchdesk", "send", "12", "--desk", str(folder)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert other.returncode == 3
        assert "Another process sends issue 12" in other.stderr
        stopped(running)
    assert ledger(folder) == {"queued": 1, "sent": 1}


def test_after_the_machine_stopped_what_was_claimed_is_in_doubt(folder: Path) -> None:
    readers(folder, "ada", "ben")
    with open_desk(folder, now=NOW) as desk:
        running = send(desk, issue_numbered(desk, 12))
        next(running), next(running)
        (folder / ".sending-12").rename(folder / "held")
        (folder / ".sending-12").write_text("process 1, boot of-yesterday\n")
        assert ledger(folder) == {"claimed": 1, "sent": 1}
        sent(folder)
        assert ledger(folder) == {"sent": 1, "unknown": 1}
        stopped(running)


def test_a_signature_holds_and_a_changed_byte_breaks_it(folder: Path, sink: Sink) -> None:
    key = rsa.generate_private_key(65537, 1024)
    record = published_key(folder, key)
    readers(folder, "ada")
    sent(folder)
    ((_, _, raw),) = sink.mails

    def dns(name: bytes, timeout: int = 5) -> bytes:
        del timeout
        assert name == b"s1._domainkey.velmor.example."
        return record

    assert dkim.verify(raw, dnsfunc=dns)
    assert b"list-unsubscribe-post" in raw.partition(b"h=")[2].partition(b";")[0]
    for old, new in ((b"repair", b"repaid"), (b"Issue 12\r\n", b"Issue 13\r\n")):
        assert old in raw
        assert not dkim.verify(raw.replace(old, new, 1), dnsfunc=dns)
    assert not dkim.verify(b"From: Eve <eve@elsewhere.example>\r\n" + raw, dnsfunc=dns)


def test_a_key_that_cannot_be_used_is_named(folder: Path) -> None:
    configure(folder, dkim=[{"selector": "s1", "key_file": "dkim.pem"}])
    with pytest.raises(WorldError, match="cannot be read"):
        sent(folder)
    (folder / "dkim.pem").write_text("no key")
    with pytest.raises(WorldError, match="cannot be used"):
        sent(folder)


def published_key(folder: Path, key: rsa.RSAPrivateKey) -> bytes:
    """Let the desk sign with a key; gives the record of its public half."""
    configure(folder, dkim=[{"selector": "s1", "key_file": "dkim.pem"}])
    (folder / "dkim.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return b"v=DKIM1; k=rsa; p=" + b64encode(public)


def test_states_of_the_ledger_are_those_that_are_promised() -> None:
    promised = {"queued", "claimed", "data", "sent", "deferred", "failed", "unknown"}
    assert promised <= {one.value for one in DeliveryState}


@pytest.mark.parametrize(("pictures", "attached"), [("attached", 1), ("site", 0)])
def test_the_desks_logo_goes_along_or_is_loaded_from_its_site(
    folder: Path, sink: Sink, pictures: str, attached: int
) -> None:
    picture = Image.new("RGB", (320, 80), "#1c3f94")
    picture.save(folder / "logo.png")
    (folder / "theme.toml").write_text('[logo]\nfile = "logo.png"\n')
    configure(folder, mail={"pictures": pictures}, site_url="https://letter.example/")
    readers(folder, "ada")
    sent(folder)
    mail = sink.message("ada@readers.example")
    shown = [part for part in mail.walk() if part.get_content_maintype() == "image"]
    assert len(shown) == attached
    html = next(part for part in mail.walk() if part.get_content_type() == "text/html")
    source = "cid:logo.logo.png" if attached else "https://"
    assert f'<img src="{source}' in html.get_content()
