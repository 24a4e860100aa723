"""The mailbox that mails come back to: reads what is new, marks as read what was dealt with.

In: a mailbox. Out: the bytes of each unread mail, one after the other; a mail is marked as read
when the caller says that it has kept what it says, so that a killed run reads it again.
"""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from imap_tools import BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted, MailMessageFlags
from imap_tools.errors import ImapToolsError

from watchdesk.model import WorldError
from watchdesk.publish.delivery.smtp import is_here


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Where the mailbox is, and how to get in."""

    host: str
    port: int
    security: str
    user: str
    password: str = field(repr=False)
    folder: str = "INBOX"
    seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Unread:
    """An unread mail; `uid` names it in its folder."""

    uid: str
    raw: bytes


class OpenBox:
    """A mailbox that is open."""

    def __init__(self, box: BaseMailBox) -> None:
        self._box = box

    def unread(self) -> Iterator[Unread]:
        """Each mail that nobody has read, without marking it."""
        for mail in self._box.fetch("UNSEEN", mark_seen=False, bulk=False):
            yield Unread(str(mail.uid), mail.obj.as_bytes())

    def done(self, mail: Unread) -> None:
        """Mark a mail as read."""
        self._box.flag(mail.uid, MailMessageFlags.SEEN, True)


@contextmanager
def opened(box: Box) -> Iterator[OpenBox]:
    """The mailbox, as long as it is read; `WorldError` where it cannot be."""
    if box.security == "none" and not is_here(box.host):
        raise WorldError(
            f"{box.host} would be read without encryption; "
            'set security = "tls" or "starttls" in [bounces].'
        )
    try:
        with _connected(box).login(box.user, box.password, initial_folder=box.folder) as mailbox:
            yield OpenBox(mailbox)
    except (ImapToolsError, OSError) as error:
        raise WorldError(f"The mailbox at {box.host} cannot be read: {error}.") from error


def _connected(box: Box) -> BaseMailBox:
    place = {"host": box.host, "port": box.port, "timeout": box.seconds}
    if box.security == "none":
        return MailBoxUnencrypted(**place)
    kind = MailBoxStartTls if box.security == "starttls" else MailBox
    return kind(**place, ssl_context=ssl.create_default_context())
