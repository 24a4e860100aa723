"""Calls `main()` as the console script does, and gives what a shell would see."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from watchdesk.cli import main


@dataclass(frozen=True)
class Said:
    """Exit status, standard output and standard error of a command."""

    status: int
    out: str
    err: str

    def rows(self) -> list[dict[str, Any]]:
        """Every line of the output, each of which must be a JSON object."""
        found = [json.loads(line) for line in self.out.splitlines()]
        assert all(isinstance(row, dict) for row in found)
        return found


@dataclass(frozen=True)
class Shell:
    """A shell whose current folder is a desk."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *words: str) -> Said:
        self.capsys.readouterr()
        self.monkeypatch.setattr(sys, "argv", ["watchdesk", *words])
        status = 0
        try:
            main()
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = self.capsys.readouterr()
        return Said(status, out, err)
