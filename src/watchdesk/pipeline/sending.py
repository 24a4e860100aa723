"""An issue goes to its readers: at most one copy each, none lost, the doubtful shown to a person.

In: a published issue. Out: events, one for each mail, after the ledger says what became of it. The
ledger is written before the server may have a mail and after it has answered:

    queued ─> claimed ─> data ─> sent | deferred | failed | unknown

A process that is killed leaves rows that say how far it came. What it had only claimed goes again;
what it was handing over is unknown, and is never sent again by itself. After the machine itself
stopped, the newest words of the ledger may be lost: then what was claimed is unknown too.
"""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import zip_longest
from os import getpid
from pathlib import Path

from watchdesk.model import (
    Code,
    Delivery,
    DeliveryState,
    Done,
    Event,
    Failed,
    Finished,
    GateError,
    Issue,
    Problem,
    Stage,
    Started,
    State,
    Subscriber,
    UsageError,
    WorldError,
)
from watchdesk.pipeline.bouncing import bounce, count
from watchdesk.pipeline.copies import Copies
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.edition import must_be_approved
from watchdesk.pipeline.post import Post, post_of
from watchdesk.pipeline.previewing import unpassed
from watchdesk.pipeline.publishing import publication_of
from watchdesk.pipeline.subscribing import send_letter
from watchdesk.publish.delivery.smtp import READY, Line, Reply
from watchdesk.publish.returned import Returned, status_in
from watchdesk.store import Transaction, alone, deliveries, subscribers
from watchdesk.store.deliveries import Addressed
from watchdesk.store.issues import Proof

CLAIMED_AT_ONCE = 50
"""After the machine stopped, so many mails at most are in doubt."""

RECONNECTS = 3
"""How often in a row a line that broke is opened again."""

BOOT = Path("/proc/sys/kernel/random/boot_id")


def send(desk: Desk, issue: Issue, *, only: str | None = None) -> Iterator[Event]:
    """Send an issue to all on its list, or go on where an earlier run ended.

    `only` names the one reader whose mail goes.
    """
    proof = must_be_let_go(desk, issue)
    post = post_of(desk)
    copies = Copies(post, publication_of(desk, issue, proof))
    yield from send_copies(desk, issue, post, copies, only=only)


def send_copies(
    desk: Desk, issue: Issue, post: Post, copies: Copies, *, only: str | None = None
) -> Iterator[Event]:
    """Send copies of an issue by the ledger; whether they may go was asked before."""
    with alone_with(desk, issue):
        with desk.store.writing() as tx:
            if only is None:
                deliveries.queue(tx, issue.id, desk.clock())
            else:
                deliveries.queue_one(tx, issue.id, only, desk.clock())
            counts = deliveries.counts(tx, issue.id)
        waiting = 1 if only else counts.get("queued", 0) + counts.get("deferred", 0)
        yield Started(stage=Stage.SEND, waiting=waiting)
        with Line(post.server) as line, desk.store.each_alone() as ledger:
            run = _Run(desk, issue, post, copies, line, ledger, only)
            yield from run.events()
        yield Finished(stage=Stage.SEND, counts=dict(run.counts))


def must_be_let_go(desk: Desk, issue: Issue) -> Proof:
    """The proof of an issue that readers may have, or a `GateError`."""
    if issue.state in {State.DRAFT, State.PROVEN, State.APPROVED}:
        raise GateError(
            f"Issue {issue.number} is not published; run 'watchdesk publish {issue.number}'."
        )
    return must_be_approved(desk, issue)


@contextmanager
def alone_with(desk: Desk, issue: Issue) -> Iterator[None]:
    """Send an issue in one process, after what a dead one left was settled."""
    boot = BOOT.read_text().strip() if BOOT.exists() else "unknown"
    line = f"process {getpid()}, boot {boot}"
    refusal = f"Another process sends issue {issue.number}"
    with alone(desk.folder / f".sending-{issue.number}", line, refusal) as left:
        same = left.endswith(f"boot {boot}")
        claimed = DeliveryState.QUEUED if same else DeliveryState.UNKNOWN
        with desk.store.writing() as tx:
            deliveries.recover(tx, issue.id, desk.clock(), claimed=claimed)
        try:
            yield
        finally:
            with desk.store.writing() as tx:
                queued = DeliveryState.QUEUED
                deliveries.recover(tx, issue.id, desk.clock(), claimed=queued)


_Making = Future[bytes] | None
"""A mail in the making; none for a reader who may not have it any more."""


@dataclass
class _Run:
    """One run of sending: the ledger on one side, the server on the other."""

    desk: Desk
    issue: Issue
    post: Post
    copies: Copies
    line: Line
    ledger: Transaction
    only: str | None
    counts: Counter[str] = field(default_factory=Counter)
    refusals: int = 0
    next_at: float = 0.0

    def events(self) -> Iterator[Event]:
        """An event for each mail, after its row is kept."""
        while batch := self._claimed():
            for one, made in self._made(batch):
                if made is not None:
                    self._wait()
                    delivery = self._deliver(one, made.result())
                else:
                    delivery = self._keep(one, DeliveryState.LEFT, Reply(0, "left the list"))
                self.counts[delivery.state.value] += 1
                yield _event(self.issue, delivery)
                self._stop_if_refused(delivery)

    def _made(self, batch: Sequence[Addressed]) -> Iterator[tuple[Addressed, _Making]]:
        """The mails with their readers: each is made and signed while the one before it goes."""
        with ThreadPoolExecutor(1) as beside:
            following = self._begun(beside, batch[0])
            for one, after in zip_longest(batch, batch[1:]):
                made, following = following, self._begun(beside, after) if after else None
                yield one, made

    def _begun(self, beside: Executor, one: Addressed) -> _Making:
        return (
            beside.submit(self.copies.mail, one.subscriber, self.desk.clock()) if one.may else None
        )

    def _claimed(self) -> tuple[Addressed, ...]:
        """The next mails, taken in hand; on the disk before the first of them goes."""
        now, store = self.desk.clock(), self.desk.store
        with store.writing() as tx:
            batch = deliveries.due(tx, self.issue.id, now, most=CLAIMED_AT_ONCE, only=self.only)
            deliveries.claim(tx, self.issue.id, [one.subscriber.id for one in batch], now)
        store.settle()
        return batch

    def _deliver(self, one: Addressed, mail: bytes) -> Delivery:
        """Hand one mail over; a line that breaks before the mail itself is opened again."""
        step, reply = self._offer(one.subscriber)
        for attempt in range(RECONNECTS):
            if not reply.lost:
                break
            time.sleep(2.0 ** (attempt - 1))
            step, reply = self._offer(one.subscriber)
        if reply.lost:
            raise WorldError(
                f"The mail server cannot be reached ({reply.text}). What was sent is kept; "
                f"run 'watchdesk send {self.issue.number}' again to go on."
            )
        if step == "MAIL" and reply.code >= 500:
            raise WorldError(f"The mail server refuses the sender {self.post.sender}: {reply}.")
        if not reply.good:
            self.line.reset()
            self._count(one, reply)
            return self._refused(one, reply)
        self._keep(one, DeliveryState.DATA, Reply(0))
        return self._handed(one, mail)

    def _offer(self, reader: Subscriber) -> tuple[str, Reply]:
        return self.line.offer(self.post.envelope(self.issue.number, reader.id), reader.address)

    def _handed(self, one: Addressed, mail: bytes) -> Delivery:
        reply = self.line.begin()
        if reply.code != READY:
            # The mail itself has not begun, so nobody has it.
            return self._refused(one, Reply(451, reply.text) if reply.lost else reply)
        reply = self.line.give(mail)
        if reply.good:
            return self._keep(one, DeliveryState.SENT, reply)
        if reply.code == 0:
            return self._keep(one, DeliveryState.UNKNOWN, reply)
        return self._refused(one, reply)

    def _refused(self, one: Addressed, reply: Reply) -> Delivery:
        last = one.attempts + 1 >= self.desk.config.mail.attempts
        if reply.later and not last:
            return self._keep(one, DeliveryState.DEFERRED, reply)
        return self._keep(one, DeliveryState.FAILED, reply)

    def _count(self, one: Addressed, reply: Reply) -> None:
        """Count a reader whom the server refuses for good; its status says whether it is that."""
        what = Returned(status_in(reply.text) or f"{reply.code // 100}.0.0", reply.text)
        if what.hard:
            found = bounce(f"{self.issue.number}", one.subscriber.id, what, self.desk.clock())
            with self.desk.store.writing() as tx:
                count(tx, found, most=self.desk.config.bounces.hard)

    def _keep(self, one: Addressed, state: DeliveryState, reply: Reply) -> Delivery:
        """Write down what became of a mail, and give it."""
        now = self.desk.clock()
        pause = timedelta(minutes=self.desk.config.mail.retry_minutes * 2**one.attempts)
        delivery = Delivery(
            issue_id=self.issue.id,
            subscriber_id=one.subscriber.id,
            state=state,
            attempts=one.attempts + (state is not DeliveryState.LEFT),
            at=now,
            next_at=now + pause if state is DeliveryState.DEFERRED else None,
            reply=str(reply),
        )
        deliveries.mark(self.ledger, delivery)
        return delivery

    def _wait(self) -> None:
        """Keep to the number of mails a minute."""
        if not self.desk.config.mail.per_minute:
            return
        time.sleep(max(0.0, self.next_at - time.monotonic()))
        self.next_at = max(self.next_at, time.monotonic()) + 60 / self.desk.config.mail.per_minute

    def _stop_if_refused(self, delivery: Delivery) -> None:
        """Stop where the server refuses one mail after the other: the reason is ours."""
        bad = delivery.state in {DeliveryState.FAILED, DeliveryState.DEFERRED}
        self.refusals = self.refusals + 1 if bad else 0
        if self.refusals >= self.desk.config.mail.most_refusals:
            raise WorldError(
                f"The mail server refused {self.refusals} mails in a row, the last with "
                f"“{delivery.reply}”. The others wait."
            )


def _event(issue: Issue, delivery: Delivery) -> Event:
    """What became of one mail; addresses are in no event."""
    if delivery.state in {DeliveryState.SENT, DeliveryState.LEFT}:
        outcome = delivery.state.value
        return Done(stage=Stage.SEND, subject=delivery.subscriber_id, outcome=outcome)
    return Failed(
        problem=Problem(
            stage=Stage.SEND,
            subject=f"{issue.number}/{delivery.subscriber_id}",
            code=Code.MAIL,
            message=f"The mail to {delivery.subscriber_id} is {delivery.state}: {delivery.reply}.",
            retry_after=delivery.next_at,
        )
    )


def send_test(desk: Desk, issue: Issue, address: str) -> None:
    """Send an issue, in any state, to one editor as a test, beside the ledger."""
    if address not in {one.mail for one in desk.config.editors}:
        raise UsageError(f"{address} is neither a confirmed subscriber nor an editor in desk.toml.")
    post, now = post_of(desk), desk.clock()
    publication = unpassed(desk, issue)
    reader = Subscriber(id="0" * 20, address=address, since=now)
    mail = Copies(post, publication, test=True).mail(reader, now)
    send_letter(post, address, mail)


def send_to(desk: Desk, issue: Issue, address: str) -> Iterator[Event]:
    """Send an issue to one address: its copy to a subscriber, or a test to an editor."""
    with desk.store.reading() as tx:
        reader = subscribers.of_address(tx, address)
    if reader is not None:
        yield from send(desk, issue, only=reader.id)
        return
    send_test(desk, issue, address)
    yield Done(stage=Stage.SEND, subject=address, outcome="tested")
    yield Finished(stage=Stage.SEND, counts={"tested": 1})
