import json
from typing import Any

import pytest
from click.testing import CliRunner
from tests.stories.pieces import FLOOD, QUARRY

from watchdesk.cli.tool.sections import command as sections
from watchdesk.cli.tool.stories import command as stories
from watchdesk.cli.tool.summary import command as summary


def ask(command: Any, *lines: object) -> list[Any]:
    text = "".join(
        (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n"
        for line in lines
    )
    result = CliRunner().invoke(command, input=text)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_stories_answers_each_line_in_order_with_the_ids_it_was_given() -> None:
    row = {"title": "Cracks", "text": QUARRY, "published": "2026-11-09", "source": "a"}
    answers = ask(
        stories,
        {"id": "x", **row},
        {"id": "y", **row, "published": "2026-11-09T10:00:00+04:00", "language": "en"},
        {"id": "z", **row, "text": FLOOD, "published": None},
    )
    assert [one["id"] for one in answers] == ["x", "y", "z"]
    assert [one["origin"] for one in answers] == ["x", "x", "z"]
    assert answers[0]["story"] == answers[1]["story"] != answers[2]["story"]


def test_a_line_that_cannot_be_served_is_a_problem_and_the_run_goes_on() -> None:
    answers = ask(
        stories,
        "no json",
        {"id": "a", "title": "t"},
        {"id": "b", "text": QUARRY, "published": "yesterday"},
        {"id": "c", "text": QUARRY},
    )
    assert [one["id"] for one in answers] == [None, "a", "b", "c"]
    assert ["problem" in one for one in answers] == [True, True, True, False]


def test_summary_gives_places_in_the_articles() -> None:
    (answer,) = ask(summary, {"id": 1, "words": 30, "articles": [{"title": "T", "text": QUARRY}]})
    for one in answer["sentences"]:
        start, end = one["span"]
        assert one["article"] == 0
        assert QUARRY[start:end].endswith(".")


@pytest.mark.parametrize(
    "row",
    [
        {"id": 1},
        {"id": 1, "articles": ["text"]},
        {"id": 1, "articles": [{"title": "T"}]},
        {"id": 1, "articles": [], "words": 0},
        {"id": 1, "articles": [], "words": "many"},
    ],
)
def test_summary_says_what_is_wrong_with_a_line(row: dict[str, object]) -> None:
    (answer,) = ask(summary, row)
    assert answer["problem"]["code"] == "bad-input"


def test_sections_places_what_has_none_after_what_has() -> None:
    answers = ask(
        sections,
        {"id": 1, "title": "Court", "text": "The judge spoke.", "section": "Courts"},
        {"id": 2, "title": "Flood", "text": "The river rose.", "section": "Weather"},
        {"id": 3, "title": "Flood again", "text": "The river fell.", "section": None},
        {"id": 4, "title": "Flood"},
        "no json",
    )
    assert [one.get("section") for one in answers] == ["Courts", "Weather", "Weather", None, None]
    assert "flood" in answers[2]["why"]
    assert answers[3]["problem"]["code"] == "bad-input"
