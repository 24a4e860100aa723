"""Mails that came back and mails that only look so; each is written for the test."""

import pytest

from watchdesk.publish.returned import Returned, addressed_to, returned

REPORT = """\
From: MAILER-DAEMON@mail.example
To: bounces+b12-x@velmor.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Your mail could not be delivered. See 5.9.9 of our rules.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; ada@readers.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 the words of the
 server

--b--
"""

LETTER = """\
From: {sender}
To: bounces+b12-x@velmor.example
Subject: failure notice
{more}
{text}
"""


@pytest.mark.parametrize(
    ("action", "status", "hard"),
    [
        ("failed", "5.1.1", True),
        ("failed", "4.2.2", False),
        ("failed", "5.7.1", False),
        ("delayed", "4.4.1", None),
        ("delivered", "2.0.0", None),
        ("failed", "", None),
    ],
)
def test_a_report_is_read_by_its_status(action: str, status: str, hard: bool | None) -> None:
    found = returned(REPORT.format(action=action, status=status).encode())
    assert (found.hard if found else None) is hard
    assert found is None or found == Returned(status, "550 the words of the server")


def test_a_daemons_letter_without_a_report_is_read_by_the_status_in_its_words() -> None:
    text = "Hi. I could not deliver it:\n550 5.1.1 no mailbox here by that name"
    mail = LETTER.format(sender="MAILER-DAEMON@mail.example", more="", text=text)
    assert returned(mail.encode()) == Returned("5.1.1", "550 5.1.1 no mailbox here by that name")


@pytest.mark.parametrize(
    ("sender", "more", "text"),
    [
        ("ada@readers.example", "", "I am away; my new flat is number 5.1.1."),
        ("MAILER-DAEMON@x.example", "Auto-Submitted: auto-replied\n", "5.1.1 nobody is in"),
        ("postmaster@x.example", "", "Delivered with 2.0.0, thank you"),
        ("postmaster@x.example", "Content-Type: text/plain; charset=none-such\n", "\x80"),
        ("postmaster@x.example", "", ""),
    ],
)
def test_what_people_and_answering_machines_write_is_no_bounce(
    sender: str, more: str, text: str
) -> None:
    assert returned(LETTER.format(sender=sender, more=more, text=text).encode("latin-1")) is None


def test_whom_a_mail_was_for_is_read_from_every_header_that_says_so() -> None:
    raw = b"To: A <Bounces+B12@x.example>, c@x.example\nDelivered-To: d@x.example\n\n"
    assert addressed_to(raw) == ("bounces+b12@x.example", "c@x.example", "d@x.example")
    assert addressed_to(b"\xff\xfe") == ()
