"""What every register has: words, a text that makes it propose, entries that come back, a line."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.builders import an_article
from tests.issue.making import figures_of

from watchdesk.config import create
from watchdesk.model import Verdict
from watchdesk.pipeline import Desk, dossiers, open_desk
from watchdesk.pipeline.proposing import Answer, decide
from watchdesk.registers import REGISTERS, Material, Register
from watchdesk.store import proposals

NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)
FIXTURES = {
    "measures": (
        "The Chamber of Deputies adopted Bill 58 on 16 November.",
        "La Chambre des députés a adopté le projet de loi n° 58 le 16 novembre.",
        "Adopted since 16 November 2026.",
    ),
    "cases": (
        "Anna Oke was arrested in Mirin on 12 November.",
        "Anna Oke a été arrêtée à Mirin le 12 novembre.",
        "Day 6; last: detained, 12 November 2026.",
    ),
    "sites": (
        "The Chapel of Saint Oren was destroyed on 12 November.",
        "L’église Saint-Oren a été détruite le 12 novembre.",
        "Destroyed since 12 November 2026.",
    ),
    "events": (
        "A demonstration is planned in Mirin for 21 November 2026.",
        "Une manifestation aura lieu à Mirin le 21 novembre 2026.",
        "Demonstration on 21 November 2026, in 3 days.",
    ),
    "figures": (
        "In Mirin 23 residents were detained.",
        "À Mirin 23 habitants ont été arrêtés.",
        "23 residents were detained (16 November 2026).",
    ),
}
READING = [register for register in REGISTERS if register.name in FIXTURES]


def test_each_register_that_reads_articles_has_a_fixture() -> None:
    assert {one.name for one in REGISTERS} - FIXTURES.keys() == {"testimonies"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    create(tmp_path, title="Letter", language="en")
    with open_desk(tmp_path, now=NOW) as desk:
        yield desk


def reading(text: str, language: str) -> Material:
    article = an_article(text, language=language)
    return Material(article=article, told_at=NOW, figures=figures_of(article))


@pytest.mark.parametrize("register", READING, ids=lambda one: one.name)
def test_words_stand_in_english_and_french(register: Register, desk: Desk) -> None:
    words = desk.config.words[register.name]
    assert words
    assert all({"en", "fr"} <= table.keys() for kind, table in words.items() if kind != "charged")


@pytest.mark.parametrize("register", READING, ids=lambda one: one.name)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_text_gives_a_proposal_and_a_doubtful_one_none(
    register: Register, language: str, desk: Desk
) -> None:
    text = FIXTURES[register.name][language == "fr"]
    words = desk.config.words[register.name]
    material = reading(text, language)
    (one,) = register.propose(material, (), words)
    assert set(one.keys) & register.keys(material, words)
    assert one.evidence[0].quote == text


@pytest.mark.parametrize("register", READING, ids=lambda one: one.name)
def test_an_accepted_proposal_comes_back_as_an_entry_with_a_line(
    register: Register, desk: Desk
) -> None:
    text, _, line = FIXTURES[register.name]
    material = reading(text, "en")
    (one,) = register.propose(material, (), desk.config.words[register.name])
    with desk.store.writing() as tx:
        proposals.offer(tx, (one,))
    told = decide(desk, one.id, Answer(verdict=Verdict.ACCEPT, by="Mara"))
    entry = dossiers.entry_of(desk, told[-1].entry, held_on=None, known_on=None)
    assert dossiers.line_of(entry, date(2026, 11, 18)) == line
    assert dossiers.verify(desk).broken_at is None
