"""Each format says what the entry says, of what the gate minted and of nothing else."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.registers.making import WITNESSED, a_development, learnt, opened

from watchdesk.model import Audience, Cleared, Page, Stance, To, UsageError
from watchdesk.registers import Register, may_publish, standing
from watchdesk.registers.cases import CASES
from watchdesk.registers.exchange import FORMATS, export
from watchdesk.registers.exchange.reading import understand
from watchdesk.registers.measures import MEASURES

PUBLIC = Audience(to=To.PUBLIC, on=date(2026, 10, 20))
PAGE = Page(
    url="https://tidings.example/oke",
    title="Teacher held",
    captured_at=learnt(1),
    digest="sha256:" + "a" * 64,
)
TOLD = (
    opened(keys=[["name", "Anna Oke"], ["name", "Ana Oké"], ["sound", "on"]]),
    a_development(value={"place": "Ostrany", "born": "1971", "lat": 41.28, "lon": 44.87}),
    a_development("died", held_from=date(2026, 9, 9), stance=Stance.DENIES, says="the ministry"),
)
BILL = (
    opened("b", "The Bridges Bill", keys=[["us", "us/hr/21"]], register="measures"),
    a_development("introduced", "b", register="measures"),
)


def cleared(*told: Any, register: Register = CASES, to: Audience = PUBLIC) -> Cleared:
    entry = standing(told, register.kinds)
    assert entry is not None
    found = may_publish(entry, to, register, pages={"article": PAGE})
    assert isinstance(found, Cleared)
    return found


ENTRIES = (cleared(*TOLD), cleared(*BILL, register=MEASURES))


def test_nothing_but_what_was_cleared_for_the_outside_is_exported() -> None:
    inside = cleared(*TOLD, to=replace(PUBLIC, to=To.DESK))
    for name in FORMATS:
        for wrong in (inside, inside.entry):
            with pytest.raises(TypeError, match="cleared for the outside"):
                export(name, [wrong])  # type: ignore[list-item]


def test_followthemoney_has_a_person_with_events_and_their_pages() -> None:
    found = [json.loads(line) for line in export("followthemoney", ENTRIES).splitlines()]
    by_schema = {one["schema"]: one for one in found}
    person = by_schema["Person"]["properties"]
    assert (person["name"], person["alias"]) == (["Anna Oke"], ["Ana Oké"])
    assert len([one for one in found if one["schema"] == "Document"]) == 1
    denied = next(one for one in found if "died" in str(one))["properties"]
    assert denied["description"] == ["died (denies), says the ministry"]
    assert denied["involved"] == ["oke"]
    assert denied["proof"] == [by_schema["Document"]["id"]]
    assert all(isinstance(v, list) for one in found for v in one["properties"].values())


def test_web_annotation_quotes_the_passage_on_its_page() -> None:
    found = json.loads(export("web-annotation", ENTRIES[:1]))
    target = found["first"]["items"][1]["target"]
    assert found["total"] == len(found["first"]["items"]) == 3
    assert target["source"] == PAGE.url
    assert target["selector"]["exact"] == WITNESSED[0].quote


def test_prov_derives_each_development_from_its_capture() -> None:
    found = json.loads(export("prov", ENTRIES[:1]))
    used = {one["prov:usedEntity"] for one in found["wasDerivedFrom"].values()}
    assert used == {f"wd:capture/{PAGE.digest}"}
    names = {one[k] for one in found["wasDerivedFrom"].values() for k in one}
    assert names <= set(found["entity"])


def test_geojson_has_coarse_points_of_persons() -> None:
    found = json.loads(export("geojson", ENTRIES))
    assert [one["geometry"]["coordinates"] for one in found["features"]] == [[44.9, 41.3]]


def test_popolo_has_persons_and_bills_with_sources() -> None:
    found = json.loads(export("popolo", ENTRIES))
    assert found["persons"][0]["other_names"] == [{"name": "Ana Oké"}]
    assert found["bills"][0]["identifier"] == "us/hr/21"
    assert found["bills"][0]["sources"] == [{"url": PAGE.url, "note": PAGE.title}]


def test_a_cell_that_would_run_as_a_formula_is_text() -> None:
    entry = cleared(
        opened(title="=HYPERLINK(1)"), a_development(value={"place": "+1", "lat": -3.2})
    )
    rows = list(csv.DictReader(io.StringIO(export("csv", [entry]))))
    assert (rows[0]["title"], rows[0]["place"], rows[0]["lat"]) == ("'=HYPERLINK(1)", "'+1", "-3.2")


SHEET = (
    "\ufeffFull name;Date;Event;Location;Notes\n"
    "Anna Oke;01.09.2026;Detained;Ostrany;secret\n"
    ";2026-09-02;detained;Velmor;\n"
    "Ira Sund;3/4/2026;detained;;\n"
    "Ira Sund;2026-09-03;vanished;;\n"
)


def test_a_spreadsheet_is_understood_and_what_is_not_is_told() -> None:
    found = understand(SHEET, CASES, mapping={})
    assert list(found.columns.values()) == ["title", "day", "kind", "place", ""]
    assert [(one.title, one.kind, one.day, dict(one.value)) for one in found.rows] == [
        ("Anna Oke", "detained", date(2026, 9, 1), {"place": "Ostrany"})
    ]
    assert [one[:6] for one in found.complaints] == ["Row 3:", "Row 4:", "Row 5:"]


def test_a_person_says_what_a_column_is() -> None:
    found = understand(SHEET, CASES, mapping={"Notes": "charges", "Location": "-"})
    assert found.rows[0].value == {"charges": "secret"}


@pytest.mark.parametrize(
    ("text", "mapping", "said"),
    [
        (SHEET, {"Colour": "place"}, "no column 'Colour'"),
        (SHEET, {"Notes": "colour"}, "no field 'colour'"),
        ("Date,Event\n2026-01-01,detained\n", {}, "No column is the title"),
        ("Name,Name\na,b\n", {}, "same name"),
        ("Name\n", {}, "no rows"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    text: str, mapping: dict[str, str], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        understand(text, CASES, mapping=mapping)
