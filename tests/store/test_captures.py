from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import StatementError
from tests.builders import a_capture, at

from watchdesk.model import Place
from watchdesk.store import Store, captures, visits
from watchdesk.store.visits import Visit


def test_a_capture_that_is_kept_twice_is_there_once(store: Store) -> None:
    capture = a_capture()
    for _ in range(2):
        with store.writing() as tx:
            captures.add(tx, (capture,))
    with store.reading() as tx:
        assert captures.count(tx) == 1
        assert captures.get(tx, capture.id) == capture


def test_the_newest_whole_answer_of_an_address_is_found_by_what_was_asked(store: Store) -> None:
    first = a_capture(fetched_at=at(10))
    moved = replace(
        a_capture("https://tidings.example/new", fetched_at=at(12)),
        asked="https://tidings.example/quarry",
    )
    with store.writing() as tx:
        captures.add(tx, (first, moved))
    with store.reading() as tx:
        assert captures.newest_at(tx, "https://tidings.example/quarry") == moved


def test_a_revisit_leads_to_the_capture_that_holds_the_body(store: Store) -> None:
    whole = a_capture(fetched_at=at(10))
    again = replace(a_capture(fetched_at=at(11)), revisit_of=whole.id)
    with store.writing() as tx:
        captures.add(tx, (whole, again))
    with store.reading() as tx:
        assert captures.holder_of(tx, again) == whole
        assert captures.newest_at(tx, whole.url) == whole


def test_the_end_of_each_archive_file_is_known(store: Store) -> None:
    one = replace(a_capture("https://a.example/"), place=Place("one.warc.gz", 0, 50))
    two = replace(a_capture("https://b.example/"), place=Place("one.warc.gz", 50, 70))
    with store.writing() as tx:
        captures.add(tx, (one, two))
    with store.reading() as tx:
        assert captures.ends(tx) == {"one.warc.gz": 120}


def test_a_naive_time_is_refused(store: Store) -> None:
    naive = datetime(2026, 11, 20)  # noqa: DTZ001 - the very thing that is refused
    visit = Visit(source_id="tidings", at=naive, outcome="new")
    with pytest.raises(StatementError, match="naive time"), store.writing() as tx:
        visits.add(tx, visit)


def test_nothing_of_a_failed_transaction_stays(store: Store) -> None:
    def fail_halfway() -> None:
        with store.writing() as tx:
            captures.add(tx, (a_capture(),))
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail_halfway()
    with store.reading() as tx:
        assert captures.count(tx) == 0


def test_the_newest_visit_of_each_source_is_the_last_one(store: Store) -> None:
    with store.writing() as tx:
        for hours, outcome in ((0, "new"), (5, "failed"), (3, "unchanged")):
            moment = at(10) + timedelta(hours=hours)
            visits.add(tx, Visit(source_id="tidings", at=moment, outcome=outcome))
    with store.reading() as tx:
        assert visits.newest_of_each(tx)["tidings"].outcome == "failed"
