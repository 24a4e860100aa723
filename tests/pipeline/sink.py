"""A mail server on this machine that keeps what it gets, and refuses whom a test names."""

import asyncio
from asyncio import WriteTransport
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class Sink:
    """What arrived; `refuse` gives the server's answer at RCPT for an address, `drop` breaks the
    line after the mail itself came, as often as it says; `pause` are the seconds before and after a
    mail is taken."""

    port: int = 0
    refuse: dict[str, str] = field(default_factory=dict)
    refuse_data: dict[str, str] = field(default_factory=dict)
    drop: Counter[str] = field(default_factory=Counter)
    pause: float = 0.0
    mails: list[tuple[str, str, bytes]] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        address = envelope.rcpt_tos[0]
        if self.drop[address] > 0:
            self.drop[address] -= 1
            self._keep(envelope)
            cast("WriteTransport", server.transport).abort()
            return "250 never heard"
        if address in self.refuse_data:
            return self.refuse_data[address]
        await asyncio.sleep(self.pause)
        self._keep(envelope)
        await asyncio.sleep(self.pause)
        return "250 taken"

    def _keep(self, envelope: Envelope) -> None:
        sender, content = str(envelope.mail_from), cast("bytes", envelope.original_content)
        self.mails.append((sender, envelope.rcpt_tos[0], content))

    def received(self) -> Counter[str]:
        """How many mails each address got."""
        return Counter(to for _, to, _ in self.mails)

    def message(self, address: str) -> EmailMessage:
        """The one mail that an address got."""
        (raw,) = (content for _, to, content in self.mails if to == address)
        return message_from_bytes(raw, policy=policy.default)


class _Controller(Controller):
    """A server on the port that the machine gave it."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]  # type: ignore[union-attr]
        super()._trigger_server()  # type: ignore[no-untyped-call] # aiosmtpd has no types here


@contextmanager
def a_sink() -> Iterator[Sink]:
    """A running sink."""
    sink = Sink()
    controller = _Controller(sink, hostname="127.0.0.1", port=0)
    controller.start()
    sink.port = controller.port
    try:
        yield sink
    finally:
        controller.stop()
