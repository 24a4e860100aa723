"""What every kind of source must be, so that the next one is too.

Each has a case in `tests/cases/sources/NAME`: `source.toml` (its options, and the address that
answered), `body`, `expected.json`, and `note.md` on where the body is from.
"""

import json
import tomllib
from dataclasses import FrozenInstanceError, asdict, fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.builders import a_capture, at

from watchdesk.model import Request, Source
from watchdesk.sources import KINDS, Reading, SourceKind, kind_of

CASES = Path(__file__).parents[1] / "cases/sources"
GUIDE = Path(__file__).parents[2] / "docs/add-a-source-kind.md"
each = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def case(kind: SourceKind) -> tuple[Source, str]:
    """The case's source, and the address that answered."""
    told = tomllib.loads((CASES / kind.name / "source.toml").read_text("utf-8"))
    options = kind.options(**told["options"])
    return Source(id=f"a-{kind.name}", kind=kind.name, options=options), told["answered"]


def reading(kind: SourceKind, body: bytes) -> Reading:
    source, url = case(kind)
    return kind.leads(source, a_capture(url, body=body, fetched_at=at(20)), body)


def told(found: Reading) -> dict[str, Any]:
    """A reading in the form of `expected.json`: what is empty is left out."""
    return {
        "title": found.title,
        "leads": [_told(asdict(lead)) for lead in found.leads],
        "requests": [request.url for request in found.requests],
        "problems": [problem.code.value for problem in found.problems],
    }


def _told(lead: dict[str, Any]) -> dict[str, Any]:
    def plain(value: Any) -> Any:
        return value.isoformat() if isinstance(value, datetime) else value

    kept = {key: plain(value) for key, value in lead.items() if value not in (None, "", ())}
    return {key: value for key, value in kept.items() if key not in {"source_id", "found_in"}}


def test_no_two_kinds_have_one_name() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert [kind_of(kind.name) for kind in KINDS] == list(KINDS)


@each
def test_it_reads_its_case(kind: SourceKind) -> None:
    found = told(reading(kind, (CASES / kind.name / "body").read_bytes()))
    expected = json.loads((CASES / kind.name / "expected.json").read_text("utf-8"))
    assert json.loads(json.dumps(found)) == expected


@each
def test_it_reads_the_same_again(kind: SourceKind) -> None:
    body = (CASES / kind.name / "body").read_bytes()
    assert reading(kind, body) == reading(kind, body)


@each
def test_its_case_says_where_it_is_from(kind: SourceKind) -> None:
    assert (CASES / kind.name / "note.md").read_text("utf-8").strip()


@each
def test_it_asks_for_absolute_addresses_in_its_sources_name(kind: SourceKind) -> None:
    source, _ = case(kind)
    asked = kind.requests(source)
    assert asked
    for request in asked:
        assert isinstance(request, Request)
        assert request.source_id == source.id


@each
def test_its_options_are_frozen_and_explained(kind: SourceKind) -> None:
    source, _ = case(kind)
    assert is_dataclass(kind.options)
    assert kind.options.__doc__
    for field in fields(kind.options):
        assert f"\n        {field.name}: " in kind.options.__doc__, field.name
        with pytest.raises(FrozenInstanceError):
            setattr(source.options, field.name, None)


@each
def test_it_is_told_in_the_guide(kind: SourceKind) -> None:
    assert f"| `{kind.name}` | {kind.about} |" in GUIDE.read_text("utf-8")


@each
@given(body=some.binary(max_size=300))
def test_no_bytes_make_it_fail(kind: SourceKind, body: bytes) -> None:
    for raw in (body, b"<" + body, b"<rss><channel>" + body, b"{" + body, b"\x1f\x8b" + body):
        found = reading(kind, raw)
        assert all(lead.url is None or ":" in lead.url for lead in found.leads)
