"""The whole way with real mail servers: delivery, what comes back, and a mail to leave."""

import time
from collections.abc import Iterator
from contextlib import closing
from email.message import EmailMessage
from pathlib import Path
from smtplib import SMTP

import pytest
from tests.pipeline.mailing import NOW, a_mail_desk, configure, ledger, put_readers, reader_of
from tests.pipeline.real_servers import PASSWORD, Ports, missing, serving
from tests.pipeline.sink import Sink, a_sink

from watchdesk.model import Bounce, Done, Enrolment
from watchdesk.pipeline import issue_numbered, open_desk, send
from watchdesk.pipeline.bouncing import read_bounces
from watchdesk.store import Store, subscribers

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(missing()), reason=missing() or "here")]


@pytest.fixture
def sink() -> Iterator[Sink]:
    with a_sink() as running:
        yield running


@pytest.fixture
def ports(sink: Sink) -> Iterator[Ports]:
    with serving(sink.port) as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path, ports: Ports, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOUNCES_PASSWORD", PASSWORD)
    made = a_mail_desk(tmp_path / "desk", port=ports.smtp)
    box = {"host": "127.0.0.1", "port": ports.imap, "security": "none", "user": "bounces"}
    configure(made, bounces={**box, "password_env": "BOUNCES_PASSWORD", "hard": 1})
    put_readers(made, *(reader_of(made, name) for name in ("ada", "ben", "cem", "dia")))
    return made


def outcomes_of(folder: Path, wanted: int) -> list[str]:
    """What the mailbox says, read until so much was said."""
    found: list[str] = []
    for _ in range(60):
        with open_desk(folder, now=NOW) as desk:
            found += [e.outcome for e in read_bounces(desk) if isinstance(e, Done)]
        if len(found) >= wanted:
            break
        time.sleep(0.25)
    return sorted(found)


def bounces_of(folder: Path, name: str) -> tuple[Bounce, ...]:
    with closing(Store.open(folder)) as store, store.reading() as tx:
        return subscribers.bounces_of(tx, reader_of(folder, name).id)


def test_mail_arrives_comes_back_and_takes_a_reader_off_the_list(
    folder: Path, sink: Sink, ports: Ports
) -> None:
    sink.refuse = {
        "ben@readers.example": "550 5.1.1 no such mailbox here",
        "cem@readers.example": "452 4.2.2 the mailbox is full",
    }
    with open_desk(folder, now=NOW) as desk:
        list(send(desk, issue_numbered(desk, 12)))
    assert ledger(folder) == {"sent": 4}
    assert outcomes_of(folder, 2) == ["hard", "soft"]
    assert sink.received() == {"ada@readers.example": 1, "dia@readers.example": 1}
    assert [one.status for one in bounces_of(folder, "ben")] == ["5.1.1"]
    assert [(one.status, one.hard) for one in bounces_of(folder, "cem")] == [("4.2.2", False)]
    with closing(Store.open(folder)) as store, store.reading() as tx:
        assert [one.address for one in subscribers.all_suppressed(tx)] == ["ben@readers.example"]
    _leave_by_mail(sink, ports)
    assert outcomes_of(folder, 1) == ["left"]
    with closing(Store.open(folder)) as store, store.reading() as tx:
        gone = subscribers.of_address(tx, "dia@readers.example")
    assert gone
    assert gone.enrolment is Enrolment.LEFT
    assert outcomes_of(folder, 0) == []


def _leave_by_mail(sink: Sink, ports: Ports) -> None:
    """Write what a mail program writes when its reader presses its button to leave."""
    header = sink.message("dia@readers.example")["List-Unsubscribe"]
    mail = EmailMessage()
    mail["From"] = "dia@readers.example"
    mail["To"] = header.partition("<mailto:")[2].partition("?")[0]
    mail["Subject"] = "leave"
    with SMTP("127.0.0.1", ports.smtp) as smtp:
        smtp.send_message(mail)
