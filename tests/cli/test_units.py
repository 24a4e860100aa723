from configparser import ConfigParser
from pathlib import Path

from click.testing import CliRunner

from watchdesk.cli.main import commands
from watchdesk.config import create


def read(path: Path) -> ConfigParser:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign] # systemd's names have capitals
    parser.read(path)
    return parser


def test_units_run_the_desks_commands_as_its_user_in_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    create(folder, title="The Velmor\nLetter, 100%", language="en")
    done = CliRunner().invoke(commands, ["units", "--desk", str(folder), "--user", "weekly"])
    assert done.exit_code == 0, done.output
    words = {"run": "run", "bounces": "send bounces", "desk": "desk", "serve": "serve"}
    for name, command in words.items():
        unit = read(folder / "units" / f"watchdesk-{name}.service")
        assert unit["Service"]["ExecStart"].endswith(f"-m watchdesk {command}")
        assert unit["Service"]["User"] == "weekly"
        assert unit["Service"]["ReadWritePaths"] == str(folder)
        assert unit["Unit"]["Description"].startswith("The Velmor Letter, 100%%: ")
    for name in ("run", "bounces"):
        timer = read(folder / "units" / f"watchdesk-{name}.timer")
        assert timer["Timer"]["OnCalendar"] == "hourly"
        assert f"watchdesk-{name}.timer" in done.output.splitlines()[-1]


def test_a_folder_that_systemd_cannot_name_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "our desk"
    create(folder, title="Weekly", language="en")
    done = CliRunner().invoke(commands, ["units", "--desk", str(folder)])
    assert "no spaces" in str(done.exception)
