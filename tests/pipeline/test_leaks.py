"""Secrets are planted in a desk and looked for behind every door."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.pipeline.room import NOW
from tests.pipeline.test_testimonies import TOLD as SPOKEN
from tests.registers.making import a_development, opened

from watchdesk.config import create
from watchdesk.model import (
    CONSENTED,
    WITHDRAWN,
    Audience,
    Cleared,
    Development,
    Refused,
    Scope,
    Span,
    Theme,
    To,
)
from watchdesk.pipeline import (
    Desk,
    clearing,
    dossiers,
    find,
    open_desk,
    reporting,
    testimonies,
)
from watchdesk.pipeline.importing import Sheet, take
from watchdesk.pipeline.testimonies import Interview
from watchdesk.publish.register_report import FORMATS as REPORTS
from watchdesk.registers import REGISTERS
from watchdesk.registers.exchange import FORMATS, export
from watchdesk.registers.exchange.spreadsheet import counts
from watchdesk.registers.views import gaps, still_held, table, timeline
from watchdesk.store.search import Question

TODAY = NOW.date()
SECRETS = (
    "Sealword", "Hidename", "Guardian Brec", "Brec", "Kelmet", "41.28", "44.87", "Nightwell",
    "Oldmarsh", "40.33", "43.11", "strike for bread", "Withdrawn Person", "Orla", "Fenn", "Tolan",
    "came at night", "Mara",
)  # fmt: skip


def planted() -> Iterator[Development]:
    """A person of whom much is open, and what must not be told of this and other people."""
    yield opened()
    yield a_development(value={"place": "Ostrany", "lat": 41.28345, "lon": "44.87612"})
    yield a_development("visit", value={"guard": "Guardian Brec", "access": "desk"})
    yield a_development("hearing", says="a friend of Guardian Brec")
    yield a_development("health", value={"health": "weak after a strike for bread"})
    yield a_development("note", value={"text": "Sealword"}, evidence=())
    yield replace(opened("hid"), value={"title": "Hidename Oss", "keys": [], "access": "desk"})
    yield a_development(entry="hid")
    site = {"register": "sites", "entry": "site"}
    yield opened(title="Chapel of Saint Irve", **site)
    where = {"place": "Oldmarsh", "lat": "40.3311", "lon": "43.1177"}
    yield a_development("baseline", value=where, **site)
    yield a_development("threatened", value={"threat": "a road through Oldmarsh"}, **site)
    yield opened("gone", "Withdrawn Person")
    yield a_development(entry="gone")
    yield a_development(CONSENTED, "gone", value={"scope": "publish"}, evidence=())
    yield a_development(WITHDRAWN, "gone", evidence=())
    yield opened("shut", "Kelmet Vane")
    yield a_development(CONSENTED, "shut", value={"scope": "keep"}, evidence=())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    create(tmp_path / "desk", title="The Harbour Letter", language="en", allow=())
    with open_desk(tmp_path / "desk", now=NOW) as desk:
        with desk.store.writing() as tx:
            dossiers.record(tx, list(planted()))
        told = Interview(
            text=SPOKEN.encode(),
            held_from=date(2026, 11, 2),
            by="Mara",
            scopes=(Scope.KEEP, Scope.QUOTE),
        )
        first, second = testimonies.add(desk, told), testimonies.add(desk, told)
        for entry in (first, second):
            testimonies.redact(desk, entry, [Span(0, 10)], by="Mara")
            testimonies.publish(desk, entry, where="issue 2", by="Ilan")
        testimonies.withdraw(desk, second, by="Mara", reason="asked")
        sheet = tmp_path / "people.csv"
        sheet.write_text("Name,Date,Event\nNightwell Ane,2026-09-01,detained\n")
        take(desk, Sheet(path=sheet, register="cases"), by="Mara")
        yield desk


def outside(desk: Desk, to: To = To.PUBLIC) -> list[Cleared]:
    body = "The Bar" if to is To.BODY else ""
    found = clearing.of_registers(desk, None, Audience(to=to, on=TODAY, body=body))
    assert not told([one for one in found if isinstance(one, Refused)])
    return [one for one in found if isinstance(one, Cleared)]


def told(value: Any) -> list[str]:
    """The secrets that can be read in something."""
    text = value if isinstance(value, str) else repr(value)
    return [secret for secret in SECRETS if secret in text or secret.casefold() in text.casefold()]


def test_what_leaves_is_there(desk: Desk) -> None:
    found = outside(desk)
    assert [one.entry.title for one in found if one.entry.register == "cases"] == ["Anna Oke"]
    assert [one.entry.title for one in found if one.entry.register == "sites"] == [
        "Chapel of Saint Irve"
    ]
    assert len([one for one in found if one.entry.register == "testimonies"]) == 1
    assert '"coordinates": [\n     44.9,' in export("geojson", found)


@pytest.mark.parametrize("to", [To.PUBLIC, To.BODY, To.COURT])
@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_format_tells(desk: Desk, name: str, to: To) -> None:
    written = export(name, outside(desk, to))
    assert told(written) == []
    assert told(json.dumps(written)) == []


def test_no_view_tells(desk: Desk) -> None:
    found = outside(desk)
    for register in REGISTERS:
        own = [one for one in found if one.entry.register == register.name]
        for rows in (
            table(own),
            timeline(own, register),
            still_held(own, register, TODAY),
            gaps(own, register, TODAY),
        ):
            assert told([asdict(row) for row in rows]) == []


def test_an_earlier_moment_does_not_bring_back_what_was_withdrawn(desk: Desk) -> None:
    audience = Audience(to=To.PUBLIC, on=TODAY)
    then = clearing.AsOf(known_on=a_development().recorded)
    assert told(clearing.of_registers(desk, None, audience, then)) == []


def test_the_search_and_its_index_know_nothing_of_testimonies(desk: Desk) -> None:
    for word in ("Orla", "Tolan", "night"):
        assert not list(find(desk, Question(words=word)))
    dump = b"".join(path.read_bytes() for path in desk.folder.glob("desk.sqlite*"))
    assert not [word for word in ("Orla", "Tolan", "came at night") if word.encode() in dump]


@pytest.mark.parametrize("to", [To.PUBLIC, To.BODY, To.COURT])
def test_no_report_tells(desk: Desk, to: To) -> None:
    audience = Audience(to=to, on=TODAY, body="The Bar" if to is To.BODY else "")
    asked = reporting.Asked(since=date(2026, 1, 1), until=TODAY, audience=audience, by="Ilan")
    report = reporting.report_of(desk, asked)
    assert "Anna Oke" in repr(report)
    assert told(report) == []
    for write in REPORTS.values():
        assert told(write(report, Theme()).body.decode("utf-8", "replace")) == []


def test_a_cell_of_three_is_in_no_table(desk: Desk) -> None:
    with desk.store.writing() as tx:
        more = [one for n in range(9) for one in (opened(f"e{n}", f"Case {n}"), _held(f"e{n}", n))]
        dossiers.record(tx, more)
    audience = Audience(to=To.PUBLIC, on=TODAY)
    found = clearing.counted(desk, "cases", ["place"], who="Mara", audience=audience)
    assert not isinstance(found, Refused)
    assert "Velmor,6" in counts(found)
    assert "Lower Quay,\n" in counts(found)
    with desk.store.writing() as tx:
        dossiers.record(tx, [opened("late", "Case 10"), _held("late", 0)])
    again = clearing.counted(desk, "cases", ["place"], who="Mara", audience=audience)
    assert not isinstance(again, Refused)
    assert "Velmor,\n" in counts(again)


def _held(entry: str, number: int) -> Development:
    return a_development(entry=entry, value={"place": "Velmor" if number < 6 else "Lower Quay"})
