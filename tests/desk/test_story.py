"""A story whole, and one article of it, looked at and decided on by plain forms."""

import pytest
from tests.desk.visiting import Visitor

from watchdesk.pipeline import issue_numbered
from watchdesk.pipeline.telling import story_page
from watchdesk.store import standing
from watchdesk.store.standing import How


@pytest.fixture
def story_id(visitor: Visitor) -> str:
    """The story that the most outlets tell."""
    with visitor.desk() as desk, desk.store.reading() as tx:
        query = "SELECT story_id FROM members GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"
        return str(tx.connection.exec_driver_sql(query).scalar_one())


def test_a_story_shows_voices_copies_statements_and_times(visitor: Visitor, story_id: str) -> None:
    text = visitor.sees(f"/stories/{story_id}")
    with visitor.desk() as desk:
        page = story_page(desk, story_id)
    assert len(page.timeline) > len(page.voices) > 1
    for voice in page.timeline:
        assert voice.outlet in text
    assert page.said[0].speaker in text
    assert '<input type="hidden" name="on" value="story">' in text


def test_an_article_is_split_off_and_merged_again(visitor: Visitor, story_id: str) -> None:
    with visitor.desk() as desk:
        before = story_page(desk, story_id)
    last = before.timeline[-1].article_id
    visitor.does(f"/stories/{story_id}/split", article=last, on="story")
    with visitor.desk() as desk, desk.store.reading() as tx:
        query = "SELECT story_id FROM members WHERE article_id = ?"
        new = str(tx.connection.exec_driver_sql(query, (last,)).scalar_one())
    assert new != story_id
    visitor.does(f"/stories/{new}/merge", into=story_id, on="story")
    with visitor.desk() as desk:
        assert len(story_page(desk, story_id).timeline) == len(before.timeline)
    assert "merged two stories" in visitor.sees(f"/stories/{story_id}")


def test_a_story_is_taken_on_its_page_and_dropped_with_its_reason(
    visitor: Visitor, story_id: str
) -> None:
    visitor.does(f"/stories/{story_id}/take", section=visitor.section, on="story")
    with visitor.desk() as desk:
        assert story_page(desk, story_id).section == visitor.section
    assert visitor.does(f"/stories/{story_id}/drop", reason="no news") == "/"
    with visitor.desk() as desk:
        assert story_page(desk, story_id).item_id == ""
        with desk.store.reading() as tx:
            (aside,) = standing.aside_in(tx, issue_numbered(desk, None).id)
    assert (aside.how, aside.note) == (How.DROPPED, "no news")


def test_an_article_is_read_with_the_passage_lit_and_added_by_hand(
    visitor: Visitor, story_id: str
) -> None:
    with visitor.desk() as desk:
        said = story_page(desk, story_id).said[0]
    address = f"/article/{said.article_id}"
    assert "<mark>" in visitor.sees(f"{address}?from={said.span.start}&to={said.span.end}")
    assert "<mark>" not in visitor.sees(f"{address}?from=9&to=x")
    visitor.does(f"{address}/add", section=visitor.section)
    assert "no such article" in visitor.is_refused("/article/none/add", section=visitor.section)


def test_what_is_not_there_is_said_in_a_sentence(visitor: Visitor) -> None:
    assert "no story" in visitor.is_refused("/stories/none")


def test_what_was_set_aside_is_listed_and_can_be_had_again(visitor: Visitor, story_id: str) -> None:
    assert "Nothing was parked" in visitor.sees("/aside")
    visitor.does(f"/stories/{story_id}/drop", reason="told last year <b>")
    with visitor.desk() as desk:
        title = story_page(desk, story_id).title
    listed = visitor.sees("/aside")
    assert title in listed
    assert "told last year &lt;b&gt;" in listed
    assert f'id="story-{story_id}"' not in visitor.sees("/?most=all")
    assert visitor.does(f"/stories/{story_id}/back", on="aside") == "/aside"
    assert "Nothing was parked" in visitor.sees("/aside")
    assert f'id="story-{story_id}"' in visitor.sees("/?most=all")
    visitor.does(f"/stories/{story_id}/park")
    visitor.does(f"/stories/{story_id}/take", on="aside", section=visitor.section)
    assert "Nothing was parked" in visitor.sees("/aside")
    with visitor.desk() as desk:
        assert story_page(desk, story_id).section == visitor.section
