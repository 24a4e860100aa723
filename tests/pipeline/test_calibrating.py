"""An editor's word on pairs of articles, from the question to grouping."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.builders import a_capture, an_article, at

from watchdesk.cli.stories import stories
from watchdesk.config import create
from watchdesk.model import Stage, Verdict
from watchdesk.pipeline import calibrating, group, open_desk
from watchdesk.store import articles, captures, decisions, work
from watchdesk.stories import JOINS

ONE = "The quarry at Velmor was shut on Monday after the wall above the river road gave way."
OTHER = "The quarry at Ostrany opened a new office; the council of the harbour praised the crane."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create(tmp_path, title="Letter", language="en")
    file = tmp_path / "desk.toml"
    file.write_text(file.read_text() + '\n[[editors]]\nname = "Ani"\n')
    with open_desk(tmp_path, now=at(20)) as desk:
        for number in range(8):
            text = (
                f"{(ONE, OTHER)[number % 2]} Word{number} and thing{number} came of case{number}."
            )
            url = f"https://tidings.example/{number}"
            capture = a_capture(url, body=text.encode(), fetched_at=at(19, 8 + number))
            article = an_article(text, title=f"Quarry {number}", url=url, capture=capture)
            moment = capture.fetched_at
            with desk.store.writing() as tx:
                captures.add(tx, (capture,))
                articles.add(tx, article, captured_at=moment, first_captured_at=moment)
                work.add(tx, Stage.GROUP, (article.id,), moment)
        list(group(desk))
    return tmp_path


def calibrate(folder: Path, answers: str) -> str:
    (folder / "answers").write_text(answers)
    asked = ["calibrate", "--desk", str(folder), "--as", "Ani"]
    asked += ["--now", at(20).isoformat(), "--file", str(folder / "answers")]
    done = CliRunner().invoke(stories, asked)
    assert done.exit_code == 0, done.output
    return done.output


def test_an_answered_pair_is_a_decision_and_is_not_asked_again(folder: Path) -> None:
    assert "Nothing changes before 10 are." in calibrate(folder, "y\nu\nstop\n")
    with open_desk(folder, now=at(20)) as desk:
        with desk.store.reading() as tx:
            kept = decisions.of(tx, calibrating.SUBJECT)
        again = {(one.one.id, one.other.id) for one in calibrating.pairs_in_doubt(desk)}
    assert [one.verdict for one in kept] == [Verdict.ACCEPT, Verdict.UNSURE]
    assert not again & {tuple(one.value.split()[:2]) for one in kept}


def test_ten_answers_move_what_joins(folder: Path) -> None:
    with open_desk(folder, now=at(20)) as desk:
        likeness = [one.likeness for one in calibrating.pairs_in_doubt(desk)]
    assert max(likeness) > JOINS
    assert "Articles join from" in calibrate(folder, "n\n" * len(likeness))
    with open_desk(folder, now=at(20)) as desk:
        fit, judged = calibrating.fitted(desk)
    assert judged == len(likeness) >= calibrating.FEWEST
    assert fit.joins >= JOINS
