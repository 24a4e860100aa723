"""What goes wrong, in plain words: tried again, or let be while it fails in the same way."""

from dataclasses import replace

from tests.desk.visiting import Visitor

from watchdesk.model import Code, Problem, Stage
from watchdesk.pipeline import troubles
from watchdesk.store import addresses, problems

DOWN = Problem(
    stage=Stage.GATHER,
    subject="https://ferry.example/feed",
    code=Code.TIMEOUT,
    message="ferry.example did not answer in time.",
)


def met(visitor: Visitor, problem: Problem = DOWN) -> None:
    with visitor.desk() as desk, desk.store.writing() as tx:
        problems.put(tx, problem, desk.clock())


def told(visitor: Visitor) -> list[str]:
    with visitor.desk() as desk:
        return [one.problem.message for trouble in troubles.troubles(desk) for one in trouble.met]


def id_of(visitor: Visitor) -> str:
    with visitor.desk() as desk, desk.store.reading() as tx:
        query = "SELECT id FROM problems WHERE subject = ?"
        return str(tx.connection.exec_driver_sql(query, (DOWN.subject,)).scalar_one())


def test_a_problem_is_told_with_its_cure_and_tried_again_with_the_next_run(
    visitor: Visitor,
) -> None:
    met(visitor)
    page = visitor.sees("/trouble")
    assert DOWN.message in page
    assert "tried again with the next gather" in page
    to = visitor.does("/trouble/again", problem=id_of(visitor))
    assert "tried again with the next run" in visitor.sees(to)
    with visitor.desk() as desk, desk.store.reading() as tx:
        assert DOWN.subject in [one.url for one in addresses.waiting(tx, desk.clock())]


def test_what_is_not_our_concern_stays_away_until_it_fails_otherwise(visitor: Visitor) -> None:
    met(visitor)
    visitor.does("/trouble/let-be", problem=id_of(visitor))
    met(visitor)
    assert DOWN.message not in told(visitor)
    met(visitor, replace(DOWN, code=Code.GONE, message="The ferry's page is gone for good."))
    assert "The ferry's page is gone for good." in told(visitor)


def test_a_problem_that_nobody_knows_is_refused(visitor: Visitor) -> None:
    assert "not known any more" in visitor.is_refused("/trouble/again", problem="none")


def test_a_problem_and_its_cure_are_told_in_french(visitor: Visitor) -> None:
    fell_silent = "ferry.example fell silent and did not answer in time."
    met(visitor, replace(DOWN, message=fell_silent))
    page = visitor.client.get("/trouble", headers={"accept-language": "fr"}).text
    assert "ferry.example s’est tu et n’a pas répondu à temps." in page
    assert "on réessaie à la prochaine collecte" in page
    assert fell_silent not in page
