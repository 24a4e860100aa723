from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.builders import a_capture, an_article, at

from watchdesk.config import create
from watchdesk.model import Stage, UsageError
from watchdesk.pipeline import Desk, group, open_desk, rebuild_from, story_view, storylines
from watchdesk.pipeline.mending import repair
from watchdesk.store import articles, captures, decisions, story_changes, work

NOW = at(20)
QUARRY = "The quarry at Velmor was shut on Monday after the wall above the river road gave way."
FERRY = "The ferry to Ostrany sank in the harbour at night; its crew of five swam ashore unhurt."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    create(tmp_path, title="Letter", language="en")
    with open_desk(tmp_path, now=NOW) as desk:
        with desk.store.writing() as tx:
            for number, text in enumerate((QUARRY, QUARRY + " Nobody was hurt.", FERRY)):
                url = f"https://tidings.example/{number}"
                capture = a_capture(url, body=text.encode(), fetched_at=at(19, 8 + number))
                article = an_article(text, title=text[:24], url=url, capture=capture)
                captures.add(tx, (capture,))
                moment = capture.fetched_at
                articles.add(tx, article, captured_at=moment, first_captured_at=moment)
                work.add(tx, Stage.GROUP, (article.id,), moment)
        list(group(desk))
        yield desk


def placed(desk: Desk) -> dict[str, str]:
    """The story of each article, by the number in its address."""
    with desk.store.reading() as tx:
        rows = tx.connection.exec_driver_sql(
            "SELECT a.url, m.story_id FROM members m JOIN articles a ON a.id = m.article_id"
        )
        return {row.url[-1]: row.story_id for row in rows}


def ids(desk: Desk) -> dict[str, str]:
    with desk.store.reading() as tx:
        rows = tx.connection.exec_driver_sql("SELECT url, id FROM articles")
        return {row.url[-1]: row.id for row in rows}


def test_a_merged_story_leads_on_and_stays_merged_when_all_is_grouped_again(desk: Desk) -> None:
    before = placed(desk)
    assert before["0"] == before["1"] != before["2"]
    storylines.merge(desk, before["2"], before["0"], by="Mara", note="one night")
    assert set(placed(desk).values()) == {before["0"]}
    assert story_view(desk, before["2"]).id == before["0"]
    rebuild_from(desk, "group")
    list(group(desk))
    assert set(placed(desk).values()) == {before["0"]}


def test_a_split_stays_split_when_all_is_grouped_again(desk: Desk) -> None:
    story = placed(desk)["0"]
    change = storylines.split(desk, story, [ids(desk)["1"]], by="Mara")
    wanted = {"0": story, "1": change.story_id}
    assert {number: placed(desk)[number] for number in "01"} == wanted
    rebuild_from(desk, "group")
    list(group(desk))
    assert {number: placed(desk)[number] for number in "01"} == wanted


def test_each_change_is_logged_and_signed(desk: Desk) -> None:
    story = placed(desk)["0"]
    change = storylines.split(desk, story, [ids(desk)["1"]], by="Mara", note="other quarry")
    with desk.store.reading() as tx:
        assert list(story_changes.of_story(tx, story)) == [change]
        (decision,) = decisions.of(tx, f"story:{change.story_id}")
    assert (decision.by, decision.note) == ("Mara", "other quarry")


def test_what_cannot_be_meant_is_refused_with_a_sentence(desk: Desk) -> None:
    story, article = placed(desk)["0"], ids(desk)
    for wrong in ((), (article["0"], article["1"]), (article["2"],), ("nothing",)):
        with pytest.raises(UsageError):
            storylines.split(desk, story, wrong, by="Mara")
    with pytest.raises(UsageError, match="one story already"):
        storylines.merge(desk, story, story, by="Mara")
    with pytest.raises(UsageError, match="no story 'other'"):
        storylines.merge(desk, "other", story, by="Mara")


def test_a_repair_merges_what_grouping_left_apart_and_leaves_a_redirect(desk: Desk) -> None:
    before = placed(desk)
    alone = storylines.split(desk, before["0"], [ids(desk)["1"]], by="Mara").story_id
    with desk.store.writing() as tx:
        tx.connection.exec_driver_sql("DELETE FROM story_choices")
    near = {ids(desk)["1"]: (ids(desk)["0"], ids(desk)["2"])}
    events = list(repair(desk, near))
    after = placed(desk)
    assert len(events) == 1
    assert after["0"] == after["1"] != after["2"]
    assert story_view(desk, alone).id == story_view(desk, before["0"]).id == after["0"]


def test_a_repair_leaves_what_a_person_parted(desk: Desk) -> None:
    storylines.split(desk, placed(desk)["0"], [ids(desk)["1"]], by="Mara")
    before = placed(desk)
    assert list(repair(desk, {ids(desk)["1"]: (ids(desk)["0"],)})) == []
    assert placed(desk) == before
