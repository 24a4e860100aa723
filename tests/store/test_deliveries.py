from datetime import UTC, datetime, timedelta

from watchdesk.model import Consent, Delivery, DeliveryState, Enrolment, Subscriber
from watchdesk.store import Store, deliveries, subscribers

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
ISSUE = "issue-7"


def reader(name: str, enrolment: Enrolment = Enrolment.CONFIRMED) -> Subscriber:
    return Subscriber(id=name, address=f"{name}@lake.example", enrolment=enrolment, since=NOW)


def filled(store: Store, *names: str) -> None:
    with store.writing() as tx:
        for name in names:
            subscribers.put(tx, reader(name))
        deliveries.queue(tx, ISSUE, NOW)


def marked(store: Store, name: str, state: DeliveryState, next_at: datetime | None = None) -> None:
    with store.writing() as tx:
        row = Delivery(
            issue_id=ISSUE, subscriber_id=name, state=state, at=NOW, next_at=next_at, attempts=1
        )
        deliveries.mark(tx, row)


def test_only_confirmed_ones_who_are_not_suppressed_are_queued(store: Store) -> None:
    with store.writing() as tx:
        subscribers.put(tx, reader("ada"))
        subscribers.put(tx, reader("ben", Enrolment.PENDING))
        subscribers.put(tx, reader("cem", Enrolment.LEFT))
        subscribers.put(tx, reader("dia"))
        subscribers.suppress(tx, "DIA@lake.example", why="asked by telephone", at=NOW)
        deliveries.queue(tx, ISSUE, NOW)
        assert [one.subscriber.id for one in deliveries.due(tx, ISSUE, NOW, most=9)] == ["ada"]


def test_the_list_of_an_issue_is_made_once(store: Store) -> None:
    filled(store, "ada")
    filled(store, "ben")
    with store.reading() as tx:
        assert deliveries.counts(tx, ISSUE) == {"queued": 1}


def test_one_mail_that_went_before_is_not_the_list(store: Store) -> None:
    with store.writing() as tx:
        subscribers.put(tx, reader("ada"))
        subscribers.put(tx, reader("ben"))
        deliveries.queue_one(tx, ISSUE, "ada", NOW)
    marked(store, "ada", DeliveryState.SENT)
    with store.writing() as tx:
        deliveries.queue(tx, ISSUE, NOW)
        assert deliveries.counts(tx, ISSUE) == {"queued": 1, "sent": 1}


def test_a_deferred_mail_is_due_when_its_time_has_come(store: Store) -> None:
    filled(store, "ada")
    later = NOW + timedelta(minutes=15)
    marked(store, "ada", DeliveryState.DEFERRED, later)
    with store.reading() as tx:
        assert deliveries.due(tx, ISSUE, NOW, most=9) == ()
        assert deliveries.next_time(tx, ISSUE) == later
        assert len(deliveries.due(tx, ISSUE, later, most=9)) == 1


def test_who_left_or_was_forgotten_meanwhile_is_told(store: Store) -> None:
    filled(store, "ada", "ben", "cem")
    with store.writing() as tx:
        subscribers.put(tx, reader("ada", Enrolment.LEFT))
        subscribers.forget(tx, "ben")
        may = {one.subscriber.id: one.may for one in deliveries.due(tx, ISSUE, NOW, most=9)}
    assert may == {"ada": False, "ben": False, "cem": True}


def test_what_a_dead_process_handed_over_is_unknown_and_what_it_held_is_queued(
    store: Store,
) -> None:
    filled(store, "ada", "ben", "cem")
    marked(store, "ada", DeliveryState.DATA)
    marked(store, "ben", DeliveryState.CLAIMED)
    marked(store, "cem", DeliveryState.SENT)
    with store.writing() as tx:
        assert deliveries.recover(tx, ISSUE, NOW, claimed=DeliveryState.QUEUED) == 1
        assert deliveries.counts(tx, ISSUE) == {"queued": 1, "sent": 1, "unknown": 1}


def test_an_address_is_one_subscriber_however_it_is_written(store: Store) -> None:
    with store.writing() as tx:
        subscribers.put(tx, reader("ada"))
        found = subscribers.of_address(tx, "Ada@Lake.example")
        assert found == reader("ada")


def test_forgetting_takes_the_proof_of_consent_with_it(store: Store) -> None:
    with store.writing() as tx:
        subscribers.put(tx, reader("ada"))
        line = Consent(subscriber_id="ada", at=NOW, what="confirmed", how="the letter's link")
        subscribers.add_consent(tx, line)
        assert subscribers.consents_of(tx, "ada") == (line,)
        subscribers.forget(tx, "ada")
        assert subscribers.consents_of(tx, "ada") == ()
        assert subscribers.of_address(tx, "ada@lake.example") is None


def test_all_subscribers_are_walked_in_portions(store: Store) -> None:
    names = [f"reader{number:04}" for number in range(subscribers.PORTION + 3)]
    with store.writing() as tx:
        for name in names:
            subscribers.put(tx, reader(name))
        assert [one.id for one in subscribers.every(tx)] == names
