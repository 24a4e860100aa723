"""What stands in desk.toml about mail and about the pages that face the internet."""

from dataclasses import dataclass, field
from typing import Literal

Security = Literal["starttls", "tls", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailTable:
    """Who sends the issue, and through which server.

    Attributes:
        sender: the address that the issue comes from; without it nothing is sent.
        name: the name beside the address; the desk's title where it is empty.
        reply_to: where answers go, if not to the sender.
        pictures: "attached" to each mail, so that nobody's server learns who reads; loaded from
            your "site", which keeps mails small; or "none".
        host: the mail server that takes the issue from you.
        port: its port, 587 or 465 as a rule.
        security: "starttls", "tls" (from the first byte), or "none" for a server on this machine.
        user: the name to log in with; empty for no log-in.
        password_env: the environment variable that holds the password.
        password_file: a file that holds the password; read where the variable is not set.
        bounces_to: the mailbox that mails come back to; each reader gets an address of its own
            with a mark behind a plus sign. The sender where it is empty.
        per_minute: mails a minute, at most; 0 for as fast as the server takes them.
        attempts: how often a mail is offered to a server that asks to come again.
        retry_minutes: the pause before that, which doubles each time.
        most_refusals: refusals in a row after which sending stops.
    """

    sender: str = ""
    name: str = ""
    reply_to: str = ""
    pictures: Literal["attached", "site", "none"] = "attached"
    host: str = "127.0.0.1"
    port: int = field(default=587, metadata={"least": 1})
    security: Security = "starttls"
    user: str = ""
    password_env: str = ""
    password_file: str = ""
    bounces_to: str = ""
    per_minute: int = field(default=0, metadata={"least": 0})
    attempts: int = field(default=6, metadata={"least": 1})
    retry_minutes: float = field(default=15.0, metadata={"least": 0})
    most_refusals: int = field(default=10, metadata={"least": 1})


@dataclass(frozen=True, slots=True, kw_only=True)
class DkimKey:
    """One key that mails are signed with. Leave it out where your mail server signs.

    Attributes:
        selector: the name of the key in the DNS.
        key_file: the private key (PEM), RSA or Ed25519.
        domain: the signing domain; the sender's where it is empty.
    """

    selector: str
    key_file: str
    domain: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BouncesTable:
    """Where mails that came back are read, and what follows.

    Attributes:
        host: the IMAP server of the mailbox; empty for none.
        port: its port.
        security: "tls", "starttls", or "none" for a server on this machine.
        user: the mailbox's name.
        password_env: the environment variable that holds its password.
        password_file: a file that holds it.
        folder: the folder that is read.
        hard: after so many refusals for good an address gets nothing any more.
        webhook_env: the environment variable with the secret that reports to /bounces are signed
            with; without it none are taken.
    """

    host: str = ""
    port: int = field(default=993, metadata={"least": 1})
    security: Security = "tls"
    user: str = ""
    password_env: str = ""
    password_file: str = ""
    folder: str = "INBOX"
    hard: int = field(default=2, metadata={"least": 1})
    webhook_env: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicTable:
    """The pages that face the internet: to subscribe, to leave, the site.

    Attributes:
        url: where they are found; the site's address where it is empty.
        per_minute: forms that one address of the internet may send in a minute.
        confirm_hours: how long the link in a letter works.
    """

    url: str = ""
    per_minute: int = field(default=10, metadata={"least": 1})
    confirm_hours: int = field(default=72, metadata={"least": 1})


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmsTable:
    """Who is told by mail, at most once a day, of what broke or fell silent.

    Attributes:
        to: names of editors; none for no mail.
    """

    to: tuple[str, ...] = ()
