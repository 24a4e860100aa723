"""The page that explains the desk's files says what the code says."""

import importlib.util
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import pytest

from watchdesk.config import reference_tables

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("writer", ROOT / "tools/write_reference.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_is_what_the_docstrings_and_defaults_say(writer: ModuleType) -> None:
    written = (ROOT / "docs/reference.md").read_text("utf-8")
    assert written == writer.reference(), "run: python tools/write_reference.py"


def names_of(kind: type) -> list[str]:
    return [field.name for field in fields(kind)]


def test_every_field_of_the_desks_files_is_explained(writer: ModuleType) -> None:
    for heading, _, kind in reference_tables():
        told = writer.explained(kind)
        assert all(told.values()), heading
        assert all(name in told for name in names_of(kind)), heading
