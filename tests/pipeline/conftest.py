"""A press, a desk that watches it, and workers that all tests of the pipeline share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.pipeline.press import Press, serving
from tests.pipeline.room import Room, make_room

from watchdesk.workers import Workers


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    with Workers(count=2) as running:
        yield running


@pytest.fixture
def press() -> Iterator[Press]:
    with serving() as running:
        yield running


@pytest.fixture
def room(press: Press, workers: Workers, tmp_path: Path) -> Room:
    return make_room(tmp_path / "desk", press, workers)
