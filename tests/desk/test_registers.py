"""The registers on the desk: decide, look, take back; testimonies behind their lock."""

from datetime import date

from tests.desk.visiting import Visitor
from tests.registers.making import a_development, opened

from watchdesk.model import Scope
from watchdesk.pipeline import dossiers, registry, testimonies


def test_a_proposal_is_accepted_and_stands_as_an_entry_that_can_be_taken_back(
    visitor: Visitor,
) -> None:
    with visitor.desk() as desk:
        (first, *_) = registry.offered(desk)
    proposal = first.proposal
    assert proposal.title in visitor.sees("/registers")
    to = visitor.does(f"/proposal/{proposal.id}", verdict="accept", name=proposal.register)
    assert to == f"/registers/{proposal.register}#proposals"
    assert "decided already" in visitor.is_refused(f"/proposal/{proposal.id}", verdict="accept")
    with visitor.desk() as desk:
        (entry, *_) = registry.register_page(desk, proposal.register).entries
        told = registry.entry_page(desk, entry.id)
    assert proposal.evidence[0].quote[:20] in visitor.sees(f"/entry/{entry.id}")
    assert proposal.title in visitor.sees(f"/registers/{proposal.register}")
    assert f"/entry/{entry.id}" not in visitor.sees(f"/registers/{proposal.register}?status=none")
    path, last = f"/entry/{entry.id}/retract", told.entry.developments[-1].id
    assert "with a reason" in visitor.is_refused(path, development=last)
    visitor.does(path, development=last, reason="it was another person")
    with visitor.desk() as desk, desk.store.reading() as tx:
        query = "SELECT count(*) FROM developments WHERE kind = 'retracted'"
        assert tx.connection.exec_driver_sql(query).scalar_one() == 1


def test_a_refused_proposal_enters_nothing_and_does_not_wait_any_more(visitor: Visitor) -> None:
    with visitor.desk() as desk:
        before = registry.offered(desk)
        entered = registry.shelves(desk)
    visitor.does(f"/proposal/{before[0].proposal.id}", verdict="refuse", note="not this one")
    with visitor.desk() as desk:
        waiting = {one.proposal.id for one in registry.offered(desk)}
        counts = [shelf.entries for shelf in registry.shelves(desk)]
    assert counts == [shelf.entries for shelf in entered]
    assert before[0].proposal.id not in waiting


def test_what_makes_no_sense_is_refused_in_a_sentence(visitor: Visitor) -> None:
    with visitor.desk() as desk:
        proposal = registry.offered(desk)[0].proposal
    assert "Choose" in visitor.is_refused(f"/proposal/{proposal.id}", verdict="maybe")
    assert "no day" in visitor.is_refused(f"/proposal/{proposal.id}", verdict="accept", on="soon")
    assert "no register" in visitor.is_refused("/registers/dragons")
    assert "no entry" in visitor.is_refused("/entry/none")


def test_sites_stand_on_the_readers_map_with_the_sentence_of_whose_lines_it_shows(
    visitor: Visitor,
) -> None:
    with visitor.desk() as desk, desk.store.writing() as tx:
        for entry, lat in (("chapel", 40.25), ("feared", 40.5)):
            at = {"lat": lat, "lon": 44.5}
            told = [opened(entry, f"{entry} <b>", register="sites")]
            told += [a_development("baseline", entry, register="sites", value=at)]
            dossiers.record(tx, told)
        dossiers.record(tx, [a_development("threatened", "feared", register="sites")])
    drawn = visitor.sees("/registers/sites").partition("<svg")[2].partition("</table>")[0]
    assert "chapel &lt;b&gt;" in drawn
    assert "Karvenia, an invented country" in drawn
    assert "feared" not in drawn
    assert "<svg" not in visitor.sees("/registers/cases")


def test_a_testimony_opens_with_a_reason_that_is_logged_and_not_without(visitor: Visitor) -> None:
    with visitor.desk() as desk:
        words = testimonies.Interview(
            text=b"They came at night.", held_from=date(2026, 11, 2), by="Ada",
            language="en", scopes=[Scope.KEEP],
        )  # fmt: skip
        entry = testimonies.add(desk, words)
    page = visitor.sees("/testimonies")
    assert "They came at night" not in page
    path = f"/testimonies/{entry}/open"
    assert "needs a reason" in visitor.is_refused(path, reason=" ")
    answer = visitor.client.post(
        path, data={"reason": "to check a date"}, headers={"sec-fetch-site": "same-origin"}
    )
    assert "They came at night." in answer.text
    with visitor.desk() as desk, desk.store.reading() as tx:
        query = "SELECT reason FROM disclosures WHERE action = 'unsealed' ORDER BY number"
        assert tx.connection.exec_driver_sql(query).scalars().all()[-1] == "to check a date"
