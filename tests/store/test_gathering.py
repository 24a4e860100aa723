from datetime import timedelta

from tests.builders import at

from watchdesk.model import Code, Lead, Problem, Purpose, Request, Stage
from watchdesk.store import Store, addresses, leads, problems, work
from watchdesk.store.leads import Known

PAGE = Request(url="https://tidings.example/a", source_id="tidings", purpose=Purpose.ARTICLE)


def test_a_request_waits_until_it_is_answered(store: Store) -> None:
    with store.writing() as tx:
        assert addresses.ask(tx, (PAGE, PAGE), at(10)) == 1
        assert addresses.ask(tx, (PAGE,), at(11)) == 0
    with store.writing() as tx:
        assert addresses.waiting(tx, at(11)) == (PAGE,)
        addresses.answered(tx, PAGE)
        assert addresses.waiting(tx, at(11)) == ()


def test_a_postponed_request_waits_for_its_time_and_is_given_up_after_some(store: Store) -> None:
    with store.writing() as tx:
        addresses.ask(tx, (PAGE,), at(10))
        addresses.postpone(tx, PAGE, until=at(12), give_up_after=2)
        assert addresses.waiting(tx, at(11)) == ()
        assert addresses.waiting(tx, at(12)) == (PAGE,)
        addresses.postpone(tx, PAGE, until=at(13), give_up_after=2)
        assert addresses.waiting(tx, at(20)) == ()


def test_work_is_done_in_the_order_in_which_it_came(store: Store) -> None:
    with store.writing() as tx:
        work.add(tx, Stage.GROUP, ("later",), at(12))
        work.add(tx, Stage.GROUP, ("sooner",), at(10))
        work.add(tx, Stage.GROUP, ("later",), at(9))
        assert work.waiting(tx, Stage.GROUP, 10) == ("sooner", "later")
        work.done(tx, Stage.GROUP, "sooner")
        assert work.count(tx, Stage.GROUP) == 1


def test_a_problem_counts_its_times_and_closes_when_it_is_over(store: Store) -> None:
    problem = Problem(
        stage=Stage.GATHER,
        subject=PAGE.url,
        code=Code.BUSY,
        message="It is busy.",
        retry_after=at(12),
        source_id="tidings",
    )
    with store.writing() as tx:
        problems.put(tx, problem, at(10))
        problems.put(tx, problem, at(11))
        assert problems.opened(tx) == (problem,)
        problems.solve(tx, Stage.GATHER, PAGE.url)
        assert problems.opened(tx) == ()


def test_a_lead_is_found_by_any_of_its_keys_and_keeps_its_first_sight(store: Store) -> None:
    lead = Lead(url=PAGE.url, source_id="tidings", found_in="c1", title="The bridge")
    row = Known(
        id=leads.new_id(lead),
        entry_key="e1",
        url_key="u1",
        content_key="",
        url=PAGE.url,
        title="The bridge",
        updated=None,
    )
    with store.writing() as tx:
        leads.add(tx, ((lead, row),), at(10))
        leads.add(tx, ((lead, row),), at(10) + timedelta(days=1))
        leads.change(tx, lead, row)
        by_url = leads.known(tx, "tidings", entries={"other"}, urls={"u1"}, contents={""})
        elsewhere = leads.known(tx, "courier", entries={"e1"}, urls={"u1"}, contents=set())
        assert by_url == (row,)
        assert elsewhere == ()
        assert leads.at_address(tx, PAGE.url) == lead
