"""One desk with an issue in the making, served once for all that only look at it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.browsing import served
from tests.demo_desk import Made
from tests.desk.visiting import Visitor

from watchdesk.demo.site import ISSUE_DATE
from watchdesk.desk.app import make_app


@pytest.fixture(scope="session")
def looked_at(drafted_once: Path) -> Iterator[str]:
    """The address of a desk that no test changes."""
    with served(drafted_once, now=ISSUE_DATE) as address:
        yield address


@pytest.fixture(scope="session")
def published(made_once: Made) -> Iterator[str]:
    """The address of the finished desk, whose issue is published; no test changes it."""
    with served(made_once.finished, now=ISSUE_DATE) as address:
        yield address


@pytest.fixture
def folder(drafted_once: Path, tmp_path: Path) -> Path:
    """A desk's folder that a test may change."""
    shutil.copytree(drafted_once, tmp_path / "desk")
    return tmp_path / "desk"


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """The address of the desk in `folder`."""
    with served(folder, now=ISSUE_DATE) as found:
        yield found


@pytest.fixture
def visitor(folder: Path) -> Iterator[Visitor]:
    """Somebody at that desk, without a browser."""
    with TestClient(make_app(folder, now=ISSUE_DATE), base_url="http://desk.example") as client:
        yield Visitor(client, folder)
