"""How far an issue has gone to its readers, and what a person decides on the doubtful mails.

In: an issue of which mails went. Out: counts, and the mails of which nobody knows whether they
arrived; a named person says of each whether it did or goes again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from watchdesk.model import Decision, Delivery, DeliveryState, Issue, Verdict, identity
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.sending import alone_with
from watchdesk.store import Transaction, decisions, deliveries, subscribers


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A mail that somebody may have or not, with its reader's address."""

    delivery: Delivery
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingStatus:
    """How far an issue has gone: counts by state, when deferred mails go again, the doubtful."""

    counts: dict[str, int]
    next_at: datetime | None
    doubtful: tuple[Doubtful, ...]


def sending_status(desk: Desk, issue: Issue) -> SendingStatus:
    """How far an issue has gone."""
    with desk.store.reading() as tx:
        found = deliveries.in_state(tx, issue.id, DeliveryState.UNKNOWN)
        doubtful = tuple(Doubtful(one, _address(tx, one.subscriber_id)) for one in found)
        return SendingStatus(
            counts=deliveries.counts(tx, issue.id),
            next_at=deliveries.next_time(tx, issue.id),
            doubtful=doubtful,
        )


def _address(tx: Transaction, subscriber_id: str) -> str:
    reader = subscribers.of_id(tx, subscriber_id)
    return reader.address if reader else "(forgotten)"


def resolve(desk: Desk, issue: Issue, who: str, *, again: bool, by: str) -> int:
    """Let a person say of doubtful mails whether they arrived or shall go again.

    `who` is an address, a subscriber's id or "all"; gives how many were resolved.
    """
    now = desk.clock()
    said = f"{by} says: {'send it again' if again else 'it arrived'}"
    verdict = Verdict.AMEND if again else Verdict.ACCEPT
    state = DeliveryState.QUEUED if again else DeliveryState.SENT
    with alone_with(desk, issue), desk.store.writing() as tx:
        found = tuple(_meant(tx, issue, who))
        for one in found:
            deliveries.mark(tx, replace(one, state=state, at=now, next_at=None, reply=said))
            subject = f"delivery:{issue.id}:{one.subscriber_id}"
            mark = identity("decision", subject, by, now.isoformat())
            decided = Decision(id=mark, subject=subject, verdict=verdict, by=by, at=now, note=said)
            decisions.add(tx, decided)
    return len(found)


def _meant(tx: Transaction, issue: Issue, who: str) -> Iterator[Delivery]:
    for one in deliveries.in_state(tx, issue.id, DeliveryState.UNKNOWN):
        if who in {"all", one.subscriber_id, _address(tx, one.subscriber_id)}:
            yield one
