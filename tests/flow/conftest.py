"""The demo's desk, made once for all tests of the flow, and copied for those that change it."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from watchdesk.cli.main import commands
from watchdesk.demo.run import EDITOR, run
from watchdesk.demo.site import ISSUE_DATE
from watchdesk.model import Finished, Stage


@dataclass(frozen=True)
class Terminal:
    """Runs commands on one desk, at the time of the demo's issue."""

    desk: Path

    def __call__(self, *words: str, status: int = 0, at_issue_time: bool = True) -> str:
        now = ["--now", ISSUE_DATE.isoformat()] if at_issue_time else []
        arguments = [*words, "--desk", str(self.desk), *now]
        done = CliRunner().invoke(commands, arguments, catch_exceptions=True)
        problem = f"{done.output}\n{done.exception!r}"
        assert done.exit_code == status, problem
        return done.output

    def refused(self, *words: str) -> str:
        """The sentence of a command that stops with a `DeskError`."""
        arguments = [*words, "--desk", str(self.desk)]
        done = CliRunner().invoke(commands, arguments)
        assert done.exception is not None
        return str(done.exception)


@dataclass(frozen=True)
class Made:
    """The demo's desk twice: when all was gathered and nothing drafted, and at the end."""

    gathered: Path
    finished: Path


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Made:
    room = tmp_path_factory.mktemp("demo")
    for event in run(room / "desk"):
        if isinstance(event, Finished) and event.stage is Stage.GROUP:
            # The run stands still here and all that it did is committed.
            shutil.rmtree(room / "gathered", ignore_errors=True)
            shutil.copytree(room / "desk", room / "gathered")
    return Made(room / "gathered", room / "desk")


@pytest.fixture
def demo(made_once: Made) -> Terminal:
    """The finished demo; only for tests that change nothing."""
    return Terminal(made_once.finished)


@pytest.fixture
def demo_copy(made_once: Made, tmp_path: Path) -> Terminal:
    """A copy of the finished demo that a test may change."""
    shutil.copytree(made_once.finished, tmp_path / "desk")
    return Terminal(tmp_path / "desk")


EDITOR_NAME = EDITOR
