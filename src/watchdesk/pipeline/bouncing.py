"""What came back: counted for each reader, and after some refusals for good the address is let be.

In: unread mails of the mailbox for bounces, or a signed report. Out: events; each mail is marked as
read after what it says is kept. A bounce counts only where the address that it came to carries the
desk's own signature, so that nobody takes a reader off the list by writing a letter.
"""

import hmac
import json
import re
from collections.abc import Iterator
from datetime import datetime

from watchdesk.config import secret_of
from watchdesk.model import Bounce, Done, Event, Finished, Stage, Started, UsageError, identity
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.post import password_of
from watchdesk.pipeline.subscribing import leave
from watchdesk.pipeline.tokens import TOKEN, Aim, is_good, named_in
from watchdesk.publish.delivery.mailbox import Box, opened
from watchdesk.publish.returned import Returned, addressed_to, is_hard, returned
from watchdesk.store import Transaction, subscribers

_RETURN = re.compile(rf"\+b(\d+)-({TOKEN})@")
_GOODBYE = re.compile(rf"\+leave-({TOKEN})@")

_USUAL = {"hard": "5.0.0", "soft": "4.0.0", "complaint": ""}

SIGNED_WITHIN = 300
"""Seconds: an older report may be an old one sent again."""


def read_bounces(desk: Desk) -> Iterator[Event]:
    """Read the mailbox for bounces; letters of people stay unread in it."""
    counts: dict[str, int] = {}
    yield Started(stage=Stage.SEND, waiting=0)
    with opened(_box(desk)) as box:
        for mail in box.unread():
            outcome = take(desk, mail.raw)
            if outcome is None:
                continue
            box.done(mail)
            counts[outcome] = counts.get(outcome, 0) + 1
            yield Done(stage=Stage.SEND, subject=mail.uid, outcome=outcome)
    yield Finished(stage=Stage.SEND, counts=counts)


def _box(desk: Desk) -> Box:
    table = desk.config.bounces
    if not table.host:
        raise UsageError("desk.toml names no mailbox for bounces: fill in [bounces].")
    password = password_of(desk.config, table.password_env, table.password_file)
    return Box(
        host=table.host,
        port=table.port,
        security=table.security,
        user=table.user,
        password=password,
        folder=table.folder,
    )


def take(desk: Desk, raw: bytes) -> str | None:
    """Keep what a mail says: "hard", "soft", "left", "nothing new"; None where it is not for us."""
    for address in addressed_to(raw):
        if found := _GOODBYE.search(address):
            return "left" if leave(desk, found[1], "a mail to leave") else None
        if found := _RETURN.search(address):
            number, token = found.groups()
            if is_good(secret_of(desk.folder), Aim.BOUNCE, token, number):
                return _taken(desk, number, named_in(token) or "", raw)
    return None


def _taken(desk: Desk, number: str, subscriber: str, raw: bytes) -> str:
    what = returned(raw)
    if what is None:
        return "nothing new"
    one = bounce(number, subscriber, what, desk.clock())
    with desk.store.writing() as tx:
        return count(tx, one, most=desk.config.bounces.hard)


def bounce(mark: str, subscriber: str, what: Returned, at: datetime) -> Bounce:
    """A bounce of the issue or report that `mark` names; reported twice it is one."""
    return Bounce(
        id=identity("bounce", mark, subscriber, what.hard),
        subscriber_id=subscriber,
        at=at,
        hard=what.hard,
        status=what.status,
        text=what.text,
    )


def count(tx: Transaction, one: Bounce, *, most: int) -> str:
    """Keep a bounce, and suppress the address after `most` hard ones."""
    reader = subscribers.of_id(tx, one.subscriber_id)
    if reader is None or not subscribers.add_bounce(tx, one):
        return "nothing new"
    hard = sum(each.hard for each in subscribers.bounces_of(tx, reader.id))
    if hard >= most:
        why = f"came back {hard} times for good, last with {one.status}"
        subscribers.suppress(tx, reader.address, why=why, at=one.at)
    return "hard" if one.hard else "soft"


def is_signed(secret: str, signature: str, body: bytes, at: datetime) -> bool:
    """Whether a report is signed as `t=UNIX TIME,v1=HEX`, over the time, a stop and the body."""
    found = re.fullmatch(r"t=(\d{1,12}),v1=([0-9a-f]{64})", signature.strip())
    if not secret or found is None or abs(at.timestamp() - int(found[1])) > SIGNED_WITHIN:
        return False
    wanted = hmac.digest(secret.encode(), f"{found[1]}.".encode() + body, "sha256").hex()
    return hmac.compare_digest(wanted, found[2])


def take_report(desk: Desk, body: bytes) -> bool:
    """Keep a signed report; False where it is not one.

    `{"id": …, "kind": "hard" | "soft" | "complaint", "recipient": ADDRESS, "status": "5.1.1",
    "text": …}`; the last two may be left out. A report with the same id is the same one.
    """
    try:
        report = json.loads(body)
        mark, kind, recipient = (str(report[name]) for name in ("id", "kind", "recipient"))
        text, status = str(report.get("text", ""))[:300], str(report.get("status", ""))[:12]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return False
    if kind not in _USUAL:
        return False
    with desk.store.writing() as tx:
        reader = subscribers.of_address(tx, recipient)
        if reader is not None and kind == "complaint":
            why = "complained to a mail provider"
            subscribers.suppress(tx, reader.address, why=why, at=desk.clock())
        elif reader is not None:
            fitting = status if is_hard(status) == (kind == "hard") and status else _USUAL[kind]
            one = bounce(mark, reader.id, Returned(fitting, text), desk.clock())
            count(tx, one, most=desk.config.bounces.hard)
    return True
