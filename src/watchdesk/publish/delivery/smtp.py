"""Hands mails to one mail server over one connection, and says what the server said.

In: a server, an envelope, a finished mail. Out: replies. It decides nothing: whether a mail is
offered again, and what may be said to have happened when the line breaks, is the caller's to keep.
A mail is given over in two steps, so that the caller can write down in between that the server may
have it from now on.
"""

import ipaddress
import smtplib
import socket
import ssl
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from watchdesk.model import WorldError

READY = 354
"""The reply with which a server asks for the mail itself."""

LONGEST_REPLY = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A mail server; `security` is "starttls", "tls" or "none", the latter on this machine only."""

    host: str
    port: int
    security: str
    user: str = ""
    password: str = field(default="", repr=False)
    own_name: str = ""
    seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server said; `code` 0 where the line broke before it said anything."""

    code: int
    text: str = ""

    @property
    def good(self) -> bool:
        """Whether the server took it."""
        return 200 <= self.code < 300

    @property
    def later(self) -> bool:
        """Whether it asks to come again."""
        return 400 <= self.code < 500

    @property
    def lost(self) -> bool:
        """Whether the line is gone: it broke, or the server said that it closes it."""
        return self.code in {0, 421}

    def __str__(self) -> str:
        return f"{self.code} {self.text}".strip() if self.code else self.text


class Line:
    """A connection that is opened when it is first needed, and again after it broke."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def offer(self, sender: str, to: str) -> tuple[str, Reply]:
        """Name sender and reader; gives the step that was answered last, MAIL or RCPT."""
        try:
            step, reply = _named(self._open(), sender, to)
            return step, self._noted(reply)
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            return "MAIL", self._broken(error)

    def begin(self) -> Reply:
        """Ask to hand the mail over; `READY` where the server waits for it."""
        if self._smtp is None:
            return Reply(0, "the line is closed")
        try:
            return self._noted(_reply(self._smtp.docmd("DATA")))
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            return self._broken(error)

    def give(self, mail: bytes) -> Reply:
        """Hand the mail over; a broken line may mean that the server has it all the same.

        The mail's lines end in CRLF and none begins with a stop.
        """
        if self._smtp is None or self._smtp.sock is None:
            return Reply(0, "the line is closed")
        try:
            self._smtp.sock.sendall(mail + b".\r\n")
            return self._noted(_reply(self._smtp.getreply()))
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            return self._broken(error)

    def reset(self) -> None:
        """Forget an envelope that was not followed by a mail."""
        if self._smtp is not None:
            try:
                self._smtp.rset()
            except (smtplib.SMTPServerDisconnected, OSError) as error:
                self._broken(error)

    def close(self) -> None:
        """Say goodbye, if the line still stands."""
        if self._smtp is not None:
            try:
                self._smtp.quit()
            except (smtplib.SMTPException, OSError):
                self._smtp.close()
            self._smtp = None

    def _open(self) -> smtplib.SMTP:
        if self._smtp is None:
            self._smtp = _connected(self._server)
        return self._smtp

    def _noted(self, reply: Reply) -> Reply:
        if reply.lost:
            self._drop()
        return reply

    def _broken(self, error: OSError) -> Reply:
        self._drop()
        return Reply(0, f"the line to the server broke: {error}")

    def _drop(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None


def _connected(server: Server) -> smtplib.SMTP:
    """A line that is open, safe and logged in; `WorldError` where it can never be."""
    if server.security == "none" and not is_here(server.host):
        raise WorldError(
            f"Mail would go to {server.host} without encryption; "
            'set security = "starttls" or "tls" in [mail].'
        )
    try:
        smtp = greeted(server)
        if server.user:
            smtp.login(server.user, server.password)
    except ssl.SSLError as error:
        raise WorldError(f"{server.host}: no safe connection: {error.reason}.") from error
    except smtplib.SMTPAuthenticationError as error:
        raise WorldError(f"{server.host} refuses the log-in as {server.user}.") from error
    except (smtplib.SMTPServerDisconnected, smtplib.SMTPConnectError):
        raise
    except smtplib.SMTPException as error:
        raise WorldError(f"{server.host} cannot be used: {error}.") from error
    return smtp


def greeted(server: Server) -> smtplib.SMTP:
    """A line with its encryption, after the first words."""
    name = server.own_name or socket.getfqdn()
    place, context = (server.host, server.port, name), ssl.create_default_context()
    smtp: smtplib.SMTP
    if server.security == "tls":
        smtp = smtplib.SMTP_SSL(*place, timeout=server.seconds, context=context)
    else:
        smtp = smtplib.SMTP(*place, timeout=server.seconds)
    if server.security == "starttls":
        smtp.starttls(context=context)
    smtp.ehlo_or_helo_if_needed()
    if smtp.sock is not None:
        # Else the last packet of each mail waits for the answer to the one before it.
        smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return smtp


def _named(smtp: smtplib.SMTP, sender: str, to: str) -> tuple[str, Reply]:
    """Name sender and reader, both at once where the server takes that (RFC 2920)."""
    at_once = smtp.has_extn("pipelining")
    smtp.putcmd("MAIL", f"FROM:<{sender}>")
    if at_once:
        smtp.putcmd("RCPT", f"TO:<{to}>")
    first = _reply(smtp.getreply())
    if not (at_once or first.good):
        return "MAIL", first
    second = _reply(smtp.getreply() if at_once else smtp.docmd("RCPT", f"TO:<{to}>"))
    return ("RCPT", second) if first.good else ("MAIL", first)


def is_here(host: str) -> bool:
    """Whether a host is this machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _reply(answer: tuple[int, bytes]) -> Reply:
    return Reply(answer[0], answer[1].decode("utf-8", "replace")[:LONGEST_REPLY])
