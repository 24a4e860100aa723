"""The demo's desk, made once for all tests that need one, at the stations of its way."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from watchdesk.demo.run import run
from watchdesk.demo.site import ISSUE_DATE
from watchdesk.model import Finished, Stage
from watchdesk.pipeline import open_desk, prove, write_draft


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


@pytest.fixture(scope="session")
def drafted_once(made_once: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's desk with an issue in the making: drafted and proven, not yet let go."""
    folder = tmp_path_factory.mktemp("drafted") / "desk"
    shutil.copytree(made_once.gathered, folder)
    with open_desk(folder, now=ISSUE_DATE) as desk:
        prove(desk, write_draft(desk, dated=ISSUE_DATE))
    return folder
