from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.builders import an_issue
from tests.pipeline.room import NOW
from tests.publish.standard import dossier_item
from tests.registers.making import a_development, learnt, opened

from watchdesk.config import create
from watchdesk.model import CONSENTED, Audience, Cleared, Development, Section, To
from watchdesk.pipeline import Desk, clearing, dossiers, drawing, open_desk
from watchdesk.publish.charts import Ground, OverTime, PlacesMap, View, draw
from watchdesk.publish.tongue import tongue
from watchdesk.store import Transaction, registers

TODAY = NOW.date()


def a_site(entry: str, title: str, lat: float, *kinds: str) -> Iterator[Development]:
    yield opened(entry, title, register="sites")
    yield a_development(
        "baseline", entry, register="sites", value={"lat": lat, "lon": 44.5, "place": "Ostrany"}
    )
    for kind in kinds:
        yield a_development(kind, entry, register="sites", recorded=learnt(9))


def planted() -> Iterator[Development]:
    yield from a_site("open", "Open Chapel", 40.25)
    yield from a_site("feared", "Feared Chapel", 41.75, "threatened")
    yield from a_site("agreed", "Agreed Chapel", 39.5, "threatened")
    agreed = {"scope": "place", "body": "the parish"}
    yield a_development(CONSENTED, "agreed", register="sites", value=agreed, evidence=())
    for number in range(4):
        yield opened(f"p{number}", f"Person {number}")
        held = date(2026, 5 + number, 3)
        yield a_development(
            entry=f"p{number}", held_from=held, value={"lat": 41.1, "lon": 44.1, "place": "Tern"}
        )
    yield a_development("released", "p0", held_from=date(2026, 9, 3), recorded=learnt(9))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    create(tmp_path, title="A desk", language="en", allow=())
    with open_desk(tmp_path, now=NOW) as desk:
        with desk.store.writing() as tx:
            dossiers.record(tx, list(planted()))
        yield desk


@pytest.fixture
def tx(desk: Desk) -> Iterator[Transaction]:
    with desk.store.reading() as tx:
        yield tx


def register_view(tx: Transaction, name: str) -> View | None:
    found = clearing.cleared(tx, registers.ids(tx, name), Audience(to=To.PUBLIC, on=TODAY))
    passed = [one for one in found if isinstance(one, Cleared)]
    return drawing.of_register(passed, TODAY, words=tongue("en"), ground=Ground())


def test_a_threatened_site_is_on_no_map_unless_a_partner_agreed(tx: Transaction) -> None:
    view = register_view(tx, "sites")
    assert isinstance(view, PlacesMap)
    assert {place.name for place in view.places} == {"Open Chapel", "Agreed Chapel"}
    chart = draw(view)
    assert "41.75" not in chart.svg + str(chart.table)
    assert "Feared" not in chart.svg + str(chart.table)


def test_editors_see_the_map_that_readers_would_get(desk: Desk) -> None:
    chart = drawing.map_of(desk, ("open", "feared", "agreed", "p1"), "fr")
    assert chart is not None
    assert [row[1] for row in chart.table.rows] == ["Open Chapel", "Agreed Chapel"]
    assert "Natural Earth" in chart.caption
    assert "frontières" in chart.caption
    assert drawing.map_of(desk, ("feared", "p1"), "en") is None


def test_what_became_threatened_after_the_draft_is_not_on_the_issues_map(tx: Transaction) -> None:
    items = tuple(dossier_item(entry, "site") for entry in ("open", "feared"))
    issue = an_issue(Section(key="sites", title="Sites", items=items))
    assert drawing.places_in(tx, issue, TODAY) == {"open": (44.5, 40.25)}


def test_where_people_are_is_on_no_map(tx: Transaction) -> None:
    items = (dossier_item("p1", "case"),)
    issue = an_issue(Section(key="cases", title="Cases", items=items))
    assert drawing.places_in(tx, issue, TODAY) == {}


def test_who_was_held_is_counted_on_the_first_of_each_month(tx: Transaction) -> None:
    view = register_view(tx, "cases")
    assert isinstance(view, OverTime)
    counts = {day.isoformat()[:7]: count for day, count in view.points}
    assert counts["2026-05"] == 0
    assert [counts[f"2026-{month:02}"] for month in range(6, 11)] == [1, 2, 3, 4, 3]


def test_an_issue_without_a_case_counts_nobody(tx: Transaction) -> None:
    assert drawing.held_in(tx, an_issue(), TODAY) == ()
