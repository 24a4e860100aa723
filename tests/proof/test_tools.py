"""The plumbing commands over the gate and over names: a line in, a line out."""

import json
from typing import Any

import pytest
from click import Command
from click.testing import CliRunner

from watchdesk.cli.tool import names, verify


def answers(command: Command, *rows: object) -> list[dict[str, Any]]:
    lines = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    result = CliRunner().invoke(command, [], input=lines + "\n")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.output.splitlines()]


SOURCE = {"text": "The council took 1,200 tonnes on Tuesday.", "span": [0, 41], "published": None}


def test_a_true_draft_passes() -> None:
    row = {"id": "a", "draft": "The council took 1200 tonnes.", "cited": [SOURCE]}
    assert answers(verify.command, row) == [{"id": "a", "verdict": "pass", "findings": []}]


def test_a_wrong_figure_blocks_at_its_place() -> None:
    row = {"id": "a", "draft": "The council took 1,300 tonnes on Tuesday.", "cited": [SOURCE]}
    (answer,) = answers(verify.command, row)
    assert answer["verdict"] == "block"
    assert {(one["rule"], *one["span"]) for one in answer["findings"]} >= {("V4", 17, 22)}


def test_a_warning_is_a_verdict_of_its_own() -> None:
    cited = {"text": "“We will not sign, but we will talk,” she said.", "published": "2026-11-20"}
    row = {"id": "a", "draft": "She said: “We will not sign.”", "cited": [cited]}
    assert answers(verify.command, row)[0]["verdict"] == "warn"


@pytest.mark.parametrize(
    "cited",
    [
        ["words"],
        [{"span": None}],
        [{"text": "abc", "span": [0, 9]}],
        [{"text": "abc", "span": [2, 1]}],
        [{"text": "abc", "span": "all"}],
        [{"text": "abc", "published": "soon"}],
        [{"text": "abc", "published": 5}],
        "abc",
        None,
    ],
)
def test_what_cannot_be_read_is_a_problem_and_the_run_goes_on(cited: object) -> None:
    good = {"id": "b", "draft": "abc", "cited": [{"text": "abc"}]}
    bad, after = answers(verify.command, {"id": "a", "draft": "abc", "cited": cited}, good)
    assert bad["id"] == "a"
    assert bad["problem"]["code"] == "bad-input"
    assert after == {"id": "b", "verdict": "pass", "findings": []}


def test_names_are_scored() -> None:
    same = {"id": 1, "a": "Anahit Melkonyan", "b": "Անահիտ Մելքոնյան"}
    other = {"id": 2, "a": "Anahit Melkonyan", "b": "Joren Pell"}
    first, second, third, broken = answers(names.command, same, other, {"id": 3, "a": "x"}, "{")
    assert first["score"] > 0.9
    assert second["score"] < 0.5
    assert third["problem"]["code"] == "bad-input"
    assert broken["problem"]["code"] == "bad-json"
