"""A mail that came back, read: for whom it was, whether for good, and what the server said.

In: the bytes of any mail. Out: a `Returned`, or nothing where it is something else (an answer of a
person, a note that somebody is away, a warning that delivery takes longer). Whether it is hard or
soft is told by its status (RFC 3463) and never by its action: servers write "failed" for a full
mailbox too, when they give up. A refusal for policy (5.7) is soft: it is not the address that is
wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import getaddresses

_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_ADDRESSED = ("To", "Delivered-To", "X-Original-To", "Envelope-To")
_DAEMONS = ("mailer-daemon@", "postmaster@")
_NOT_FINAL = ("delayed", "delivered", "relayed", "expanded")

LONGEST = 256 * 1024
"""Bytes of a mail that are read: the report stands before the mail that is returned."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A mail that came back; `status` is like "5.1.1", `text` what the server said."""

    status: str
    text: str

    @property
    def hard(self) -> bool:
        """Whether the address is wrong for good."""
        return is_hard(self.status)


def is_hard(status: str) -> bool:
    """Whether a status means that an address is wrong for good."""
    return status.startswith("5.") and not status.startswith("5.7.")


def status_in(text: str) -> str | None:
    """The first status that stands in a server's words."""
    found = _STATUS.search(text)
    return found[0] if found else None


def addressed_to(raw: bytes) -> tuple[str, ...]:
    """The addresses that a mail was sent to, in small letters."""
    mail = _read(raw)
    lines = [str(line) for name in _ADDRESSED for line in mail.get_all(name, [])]
    return tuple(address.lower() for _, address in getaddresses(lines) if address)


def returned(raw: bytes) -> Returned | None:
    """What a mail says of one that came back; None where it says nothing of the kind."""
    mail = _read(raw)
    for part in mail.walk():
        if part.get_content_type() == "message/delivery-status":
            return _of_report(part)
    return _of_letter(mail) if _from_daemon(mail) else None


def _read(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw[:LONGEST], policy=policy.default)


def _of_report(part: Message) -> Returned | None:
    """The first recipient of a delivery report that it says something final of."""
    for group in _groups(part):
        action = str(group.get("Action", "")).strip().lower()
        found = _STATUS.search(str(group.get("Status", "")))
        if found is None or action in _NOT_FINAL or found[1] == "2":
            continue
        said = str(group.get("Diagnostic-Code", "")).partition(";")[2] or found[0]
        return Returned(found[0], " ".join(said.split())[:300])
    return None


def _groups(part: Message) -> Iterator[Message]:
    content = part.get_payload()
    if isinstance(content, list):
        yield from (group for group in content if isinstance(group, Message))


def _from_daemon(mail: EmailMessage) -> bool:
    sender = str(mail.get("From", "")).lower()
    answered = str(mail.get("Auto-Submitted", "")).lower().startswith("auto-replied")
    return any(name in sender for name in _DAEMONS) and not answered


def _of_letter(mail: EmailMessage) -> Returned | None:
    """A server's letter without a report: the first status in its text."""
    try:
        body = mail.get_body(("plain",))
        text = str(body.get_content()) if body else ""
    except (MessageError, LookupError, ValueError):
        return None
    found = _STATUS.search(text[:20_000])
    if found is None or found[1] == "2":
        return None
    line = next((one for one in text.splitlines() if found[0] in one), found[0])
    return Returned(found[0], " ".join(line.split())[:300])
