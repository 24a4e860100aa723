"""Every command says what it does, and the page of all commands says the same."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from watchdesk.cli.main import COMMANDS, commands

ROOT = Path(__file__).parents[2]

HOUSE = {
    *("demo", "init", "sources", "gather", "extract", "group", "run", "status", "search"),
    *("stories", "draft", "issue", "prove", "approve", "publish", "archive", "backup"),
    *("restore", "rebuild", "db", "tool"),
}


def every(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from every(command, (*path, name))


def at(path: tuple[str, ...]) -> click.Command:
    command: click.Command = commands
    for name in path:
        assert isinstance(command, click.Group)
        found = command.get_command(click.Context(command), name)
        assert found is not None
        command = found
    return command


ALL = tuple(every(commands))


def test_every_command_of_the_house_is_there() -> None:
    assert set(COMMANDS) >= HOUSE


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_a_command_says_what_it_does_and_what_each_option_means(path: tuple[str, ...]) -> None:
    said = CliRunner().invoke(commands, [*path, "--help"])
    assert said.exit_code == 0
    command = at(path)
    assert command.help
    assert command.get_short_help_str(200).endswith(".")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{' '.join(path)} {parameter.opts[0]} has no help"


def test_the_page_of_all_commands_is_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("writer", ROOT / "tools/write_commands.py")
    assert spec is not None
    assert spec.loader is not None
    writer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(writer)
    written = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    assert written == writer.page(), "run: python tools/write_commands.py"
