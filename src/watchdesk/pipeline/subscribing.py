"""How somebody becomes a reader, chooses, and leaves.

In: an open desk, and an address or a token from a link. Out: the subscriber as it now stands, with
a line added to the proof of consent. On the public page a wish is only written down, whoever asks:
a clerk answers it by letter later, so that neither the page nor its time tells who is a reader.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import format_datetime

from watchdesk.config import secret_of
from watchdesk.model import Consent, Enrolment, Subscriber, UsageError, WorldError, identity
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.post import Post
from watchdesk.pipeline.tokens import Aim, is_good, named_in, subscriber_id
from watchdesk.publish.delivery.smtp import READY, Line, Reply
from watchdesk.publish.letters import letter
from watchdesk.publish.message import Headers, mailbox
from watchdesk.store import Transaction, subscribers
from watchdesk.text.mail_addresses import address_key, mail_address

LETTER_EVERY = timedelta(hours=1)
"""An address gets one letter in this time, however often somebody asks in its name."""

MOST_WAITING = 5_000
"""Wishes that may wait for a letter; more are an attack, and are turned away."""

ASKED, CONFIRMED, CHANGED, LEFT = "asked", "confirmed", "changed", "left"


def good_address(line: str) -> str:
    """The address in a line; `UsageError` where it is none."""
    address = mail_address(line)
    if address is None:
        raise UsageError(f"'{line.strip()[:80]}' is no mail address.")
    return address


def known_sections(desk: Desk, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Those keys that are sections of this desk; none for the whole issue."""
    here = [section.key for section in desk.config.sections]
    kept = tuple(key for key in here if key in keys)
    return () if len(kept) == len(here) else kept


def ask(desk: Desk, address: str, *, language: str, sections: tuple[str, ...] = ()) -> bool:
    """Write down that somebody wants the issue; False where too many wait already."""
    value = {"language": language, "sections": list(sections)}
    with desk.store.writing() as tx:
        if subscribers.waiting(tx) >= MOST_WAITING:
            return False
        subscribers.ask(tx, address, value, desk.clock())
    return True


def answer_one(desk: Desk, post: Post, line: Line) -> bool | None:
    """Answer the wish that waits longest with a letter.

    True when one was answered, None when none waits, False when the server could not be reached:
    then it waits on.
    """
    now = desk.clock()
    with desk.store.writing() as tx:
        wish = subscribers.oldest_wish(tx)
        if wish is None:
            return None
        address, value = wish
        reader = _asked(desk, tx, address, value, now)
        if reader is None:
            subscribers.answered(tx, address)
            return True
    at = datetime.fromisoformat(value["letter"]) if "letter" in value else now
    reply = _post(line, post, reader.address, _letter(desk, post, reader, at))
    if reply.later or reply.lost:
        return False
    with desk.store.writing() as tx:
        subscribers.answered(tx, address)
    return True


def _asked(
    desk: Desk, tx: Transaction, address: str, value: dict[str, object], now: datetime
) -> Subscriber | None:
    """The subscriber that a letter goes to, kept as one that asked; None where none goes."""
    if subscribers.suppression_of(tx, address):
        return None
    id_ = subscriber_id(secret_of(desk.folder), address_key(address))
    reader = subscribers.of_id(tx, id_)
    if "letter" in value:  # the one before it was killed, or the server was away
        return reader
    last = _last(tx, id_, ASKED)
    if last and now - last.at < LETTER_EVERY:
        return None
    if reader is None or reader.enrolment is not Enrolment.CONFIRMED:
        reader = Subscriber(
            id=id_,
            address=address,
            language=str(value["language"]),
            sections=tuple(value["sections"]),  # type: ignore[arg-type] # as `ask` wrote it
            since=now,
        )
        subscribers.put(tx, reader)
    subscribers.add_consent(tx, Consent(subscriber_id=id_, at=now, what=ASKED, how="public page"))
    subscribers.ask(tx, address, value | {"letter": now.isoformat()}, now)
    return reader


def _letter(desk: Desk, post: Post, reader: Subscriber, asked: datetime) -> bytes:
    known = reader.enrolment is Enrolment.CONFIRMED
    link = (
        post.link(Aim.PREFERENCES, reader.id)
        if known
        else post.link(Aim.CONFIRM, reader.id, asked.isoformat())
    )
    made = letter(
        "known" if known else "confirm",
        reader.language or desk.config.language,
        heads(post, reader.address, identity("letter", reader.id, asked.isoformat()), desk.clock()),
        title=desk.config.title,
        link=link,
        hours=desk.config.public.confirm_hours,
    )
    return made.signed(post.signers, int(desk.clock().timestamp()))


def heads(post: Post, to: str, mark: str, at: datetime) -> Headers:
    """The headers that every letter begins with; `mark` makes its id."""
    return (
        ("From", mailbox(post.name, post.sender)),
        ("To", to),
        ("Date", format_datetime(at)),
        ("Message-ID", f"<{mark}@{post.domain}>"),
    )


def send_note(desk: Desk, post: Post, address: str) -> None:
    """Send a test mail to an editor; `DeskError` where nobody takes it."""
    if address not in {one.mail for one in desk.config.editors}:
        raise UsageError(f"{address} is no editor's address in desk.toml.")
    now = desk.clock()
    mark = identity("test", address, now.isoformat())
    made = letter(
        "test", desk.config.language, heads(post, address, mark, now), title=desk.config.title
    )
    send_letter(post, address, made.signed(post.signers, int(now.timestamp())))


def send_letter(post: Post, address: str, mail: bytes) -> None:
    """Hand over one mail that no ledger knows; `WorldError` where the server does not take it."""
    with Line(post.server) as line:
        reply = _post(line, post, address, mail)
    if not reply.good:
        raise WorldError(f"The mail server did not take the mail: {reply}.")


def _post(line: Line, post: Post, to: str, mail: bytes) -> Reply:
    _, reply = line.offer(post.sender, to)
    if not reply.good:
        line.reset()
        return reply
    reply = line.begin()
    return line.give(mail) if reply.code == READY else reply


def confirm(desk: Desk, token: str) -> Subscriber | None:
    """Take the answer to a letter; None where the link is not ours, or too old."""
    now, secret = desk.clock(), secret_of(desk.folder)
    id_ = named_in(token)
    with desk.store.writing() as tx:
        reader = subscribers.of_id(tx, id_) if id_ else None
        asked = _last(tx, id_, ASKED) if id_ else None
        mark = asked.at.isoformat() if asked else ""
        if not is_good(secret, Aim.CONFIRM, token, mark) or reader is None or asked is None:
            return None
        if now - asked.at > timedelta(hours=desk.config.public.confirm_hours):
            return None
        if reader.enrolment is Enrolment.LEFT:
            return None
        if reader.enrolment is Enrolment.PENDING:
            reader = replace(reader, enrolment=Enrolment.CONFIRMED, since=now)
            _keep(tx, reader, CONFIRMED, "the link in the letter", now)
    return reader


def of_token(desk: Desk, aim: Aim, token: str) -> Subscriber | None:
    """The subscriber whose link this is; None where it is not ours or nobody's any more."""
    if not is_good(secret_of(desk.folder), aim, token):
        return None
    with desk.store.reading() as tx:
        return subscribers.of_id(tx, named_in(token) or "")


def leave(desk: Desk, token: str, how: str) -> bool:
    """Take the owner of a link off the list; False where the link is not ours. Done twice it is
    done.
    """
    if not is_good(secret_of(desk.folder), Aim.LEAVE, token):
        return False
    with desk.store.writing() as tx:
        reader = subscribers.of_id(tx, named_in(token) or "")
        if reader and reader.enrolment is not Enrolment.LEFT:
            now = desk.clock()
            _keep(tx, replace(reader, enrolment=Enrolment.LEFT, since=now), LEFT, how, now)
    return True


def choose(
    desk: Desk, reader: Subscriber, *, language: str, sections: tuple[str, ...]
) -> Subscriber:
    """Keep what a subscriber wants to get."""
    chosen = replace(reader, language=language, sections=known_sections(desk, sections))
    if chosen != reader:
        told = (
            f"sections {', '.join(chosen.sections) or 'all'}; language {language or 'the desk’s'}"
        )
        with desk.store.writing() as tx:
            _keep(tx, chosen, CHANGED, told, desk.clock())
    return chosen


def enrol(desk: Desk, reader: Subscriber, *, how: str, when: datetime) -> str:
    """Take in somebody with proof of consent: how and when it was given.

    Gives what came of it: "new", "known", "left" (whoever left since is not taken in again) or
    "suppressed".
    """
    id_ = subscriber_id(secret_of(desk.folder), address_key(reader.address))
    with desk.store.writing() as tx:
        if subscribers.suppression_of(tx, reader.address):
            return "suppressed"
        known = subscribers.of_id(tx, id_)
        if known and known.enrolment is Enrolment.CONFIRMED:
            return "known"
        if known and known.enrolment is Enrolment.LEFT and known.since > when:
            return "left"
        fresh = replace(reader, id=id_, enrolment=Enrolment.CONFIRMED, since=when)
        _keep(tx, fresh, CONFIRMED, how, when)
    return "new"


def _keep(tx: Transaction, reader: Subscriber, what: str, how: str, at: datetime) -> None:
    subscribers.put(tx, reader)
    line = Consent(subscriber_id=reader.id, at=at, what=what, how=how)
    subscribers.add_consent(tx, line)


def _last(tx: Transaction, subscriber: str, what: str) -> Consent | None:
    lines = [one for one in subscribers.consents_of(tx, subscriber) if one.what == what]
    return lines[-1] if lines else None
