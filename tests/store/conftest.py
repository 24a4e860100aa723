"""A new database file for each test: a few milliseconds, and nothing fakes the store."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from watchdesk.store import Store


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    Store.open(folder).close()
    return folder / "desk.sqlite"


@pytest.fixture
def store(tmp_path: Path, made_once: Path) -> Iterator[Store]:
    shutil.copy(made_once, tmp_path)
    opened = Store.open(tmp_path)
    yield opened
    opened.close()
