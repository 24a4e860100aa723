"""The desk as a sender of mail: its addresses, its server, its keys, its secret.

In: an open desk. Out: a `Post`, or one sentence on what desk.toml still lacks. Also the links and
addresses that are made for one subscriber.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path

from watchdesk.config import Config, DkimKey, secret_of
from watchdesk.model import ConfigError, UsageError, WorldError
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.tokens import Aim, token_for
from watchdesk.publish.delivery.smtp import Server
from watchdesk.publish.dkim import Signer, signer
from watchdesk.publish.email import Pictures
from watchdesk.text.mail_addresses import domain_of, mail_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Who sends, from where, and what signs it."""

    server: Server
    sender: str
    name: str
    reply_to: str
    pictures: Pictures
    bounces_to: str
    public_url: str
    signers: tuple[Signer, ...]
    secret: bytes = field(repr=False)

    @property
    def domain(self) -> str:
        """The sender's domain."""
        return domain_of(self.sender)

    def link(self, aim: Aim, subscriber: str, mark: str = "") -> str:
        """A subscriber's link to a public page."""
        return f"{self.public_url}{aim.value}/{token_for(self.secret, aim, subscriber, mark)}"

    def envelope(self, number: int, subscriber: str) -> str:
        """The address that a mail comes back to if it cannot be delivered."""
        return self._marked(
            f"b{number}-{token_for(self.secret, Aim.BOUNCE, subscriber, f'{number}')}"
        )

    def leave_mailbox(self, token: str) -> str:
        """The address to which a mail of whatever content leaves the list."""
        return self._marked(f"leave-{token}")

    def _marked(self, mark: str) -> str:
        local, _, domain = self.bounces_to.rpartition("@")
        return f"{local}+{mark}@{domain}"


def post_of(desk: Desk) -> Post:
    """The desk's post; a `DeskError` says what is missing."""
    mail = desk.config.mail
    sender = mail_address(mail.sender)
    if sender is None:
        raise ConfigError(("desk.toml: mail: sender: without an address nothing is sent",))
    if not desk.config.public_url:
        raise ConfigError(
            ("desk.toml: public: url: readers need a page where they can leave the list",)
        )
    server = Server(
        host=mail.host,
        port=mail.port,
        security=mail.security,
        user=mail.user,
        password=password_of(desk.config, mail.password_env, mail.password_file)
        if mail.user
        else "",
        own_name=domain_of(sender),
    )
    return Post(
        server=server,
        sender=sender,
        name=mail.name or desk.config.title,
        reply_to=mail.reply_to,
        pictures=mail.pictures,
        bounces_to=mail_address(mail.bounces_to) or sender,
        public_url=desk.config.public_url,
        signers=tuple(_signer(desk.folder, key, sender) for key in desk.config.dkim),
        secret=secret_of(desk.folder),
    )


def password_of(config: Config, variable: str, file: str) -> str:
    """A password from the environment or else from a file; it is never printed."""
    if variable and (given := os.environ.get(variable)):
        return given
    if file:
        path = config.folder / file
        try:
            return path.read_text(encoding="utf-8").strip()
        except OSError as error:
            raise WorldError(
                f"The password file {path} cannot be read: {error.strerror}."
            ) from error
    wanted = f"set {variable}" if variable else "name password_env or password_file in desk.toml"
    raise UsageError(f"The mail server asks for a password: {wanted}.")


def _signer(folder: Path, key: DkimKey, sender: str) -> Signer:
    path = folder / key.key_file
    try:
        return signer(
            path.read_bytes(), domain=key.domain or domain_of(sender), selector=key.selector
        )
    except OSError as error:
        raise WorldError(f"The DKIM key {path} cannot be read: {error.strerror}.") from error
    except (ValueError, TypeError) as error:
        raise WorldError(f"The DKIM key {path} cannot be used: {error}.") from error
