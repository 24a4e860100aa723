from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.builders import an_article

from watchdesk.registers import Material
from watchdesk.registers.papers import Candidate, Match, papers
from watchdesk.text.identifiers import find_identifiers

TOLD = datetime(2026, 11, 18, 8, tzinfo=UTC)
TEXT = "The Chamber of Karvenia debates Bill 58 on stone quarries. It rained in Mirin."


def found(*candidates: Candidate, text: str = TEXT) -> list[Match]:
    article = replace(an_article(text), title="A long debate")
    material = Material(article=article, told_at=TOLD, mentions=find_identifiers(text))
    return list(papers(material, candidates))


def test_the_best_candidate_is_given_with_its_reasons() -> None:
    own = Candidate("https://chamber.example/bills/58", "Bill 58: stone quarries", own=True)
    (one,) = found(Candidate("https://courier.example/quarry", "The quarry story"), own)
    assert one.candidate is own
    for reason in ("the number 58", "called a bill", "quarries", "own site"):
        assert reason in one.reason


@pytest.mark.parametrize(
    "candidate",
    [
        Candidate("https://chamber.example/bills/59", "Bill 59", own=True),
        Candidate("https://chamber.example/bills/580", "Bill 580", own=True),
        Candidate("https://courier.example/58", "Fifty-eight sheep"),
        Candidate("https://courier.example/2026/11/58/quarry", "Quarries and stone"),
        Candidate("https://courier.example/stone", "Stone quarries are loud"),
        Candidate("https://chamber.example/news", "The Chamber of Karvenia", own=True),
    ],
)
def test_another_number_or_a_name_alone_fetches_nothing(candidate: Candidate) -> None:
    assert found(candidate) == []


def test_an_article_that_names_no_measure_looks_for_nothing() -> None:
    own = Candidate("https://chamber.example/bills/58", "Bill 58", own=True)
    assert found(own, text="It rained in Mirin.") == []
