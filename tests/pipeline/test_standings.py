from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.builders import an_article, an_item, at
from tests.pipeline.room import NOW
from tests.registers.making import WITNESSED, a_development, opened

from watchdesk.config import create
from watchdesk.pipeline import Desk, dossiers, open_desk
from watchdesk.pipeline.both_sides import beside
from watchdesk.pipeline.standings import standings_of
from watchdesk.proof import Standing, contradicted

MEASURE = {"register": "measures", "entry": "res"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    create(tmp_path, title="Letter", language="en")
    told = (
        opened(title="H.Res. 735", keys=(("measure", "us/hres/735"),), **MEASURE),
        a_development("referred", held_from=date(2026, 10, 4), **MEASURE),
        a_development("adopted", held_from=date(2026, 11, 20), **MEASURE),
    )
    with open_desk(tmp_path, now=NOW) as desk:
        with desk.store.writing() as tx:
            dossiers.record(tx, told)
        yield desk


def standing(desk: Desk, words: str, day: int) -> list[Standing]:
    article = an_article(words, title=words, published=at(day))
    item = an_item(article)
    with desk.store.reading() as tx:
        found = standings_of(tx, [item], desk, {article.id: article})
    return [one for some in found.values() for one in some]


def test_an_entry_stands_as_it_did_on_the_day_of_the_article(desk: Desk) -> None:
    (before,) = standing(desk, "House passes H.Res. 735", 18)
    assert (before.status, before.line) == ("in committee", "In committee since 4 October 2026.")
    assert before.words["passed"] == ("passed", "cleared the house", "cleared the senate")
    (after,) = standing(desk, "House passes H.Res. 735", 20)
    assert {"referred", "adopted"} <= after.kinds


def test_a_draft_prints_what_the_record_rests_on_beside_what_it_contradicts(desk: Desk) -> None:
    words = "The House passed H.Res. 735"
    standings = standing(desk, words, 18)
    item = an_item(an_article(words, title=words, published=at(18)))
    assert len(contradicted(item, standings)) == 1
    both = beside(item, standings)
    assert [line.text for line in both.lines] == [
        *(one.text for one in item.lines),
        WITNESSED[0].quote,
    ]
    assert contradicted(both, standings) == ()
    assert beside(both, standings) == both


def test_an_item_that_names_no_entry_has_nothing_to_agree_with(desk: Desk) -> None:
    assert standing(desk, "House passes H.Res. 736", 18) == []
