"""Commands on the demo's desk, and on copies of it for the tests that change something."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.demo_desk import Made

from watchdesk.cli.main import commands
from watchdesk.demo.run import EDITOR
from watchdesk.demo.site import ISSUE_DATE


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
