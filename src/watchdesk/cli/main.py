"""The list of commands, and what happens when one cannot go on."""

import importlib
import sys

import click

from watchdesk import __version__

# Where each command lives. They are imported when they are called: a plumbing command in a shell
# pipe should not pay for the web and the database.
COMMANDS = {
    "demo": "watchdesk.cli.demo:command",
    "init": "watchdesk.cli.init:command",
    "sources": "watchdesk.cli.sources:sources",
    "gather": "watchdesk.cli.run:gather",
    "extract": "watchdesk.cli.run:extract",
    "group": "watchdesk.cli.run:group_stories",
    "run": "watchdesk.cli.run:run",
    "status": "watchdesk.cli.status:command",
    "search": "watchdesk.cli.search:command",
    "stories": "watchdesk.cli.stories:stories",
    "draft": "watchdesk.cli.run:draft",
    "issue": "watchdesk.cli.issue:issue",
    "prove": "watchdesk.cli.issue:prove",
    "approve": "watchdesk.cli.issue:approve",
    "publish": "watchdesk.cli.issue:publish",
    "archive": "watchdesk.cli.archive:archive",
    "backup": "watchdesk.cli.care:backup",
    "restore": "watchdesk.cli.care:restore",
    "rebuild": "watchdesk.cli.care:rebuild",
    "db": "watchdesk.cli.care:db",
    "tool": "watchdesk.cli.tool:tool",
}


class LazyCommands(click.Group):
    """A group that imports a command's module when it is called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None where there is no such name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


@click.group(cls=LazyCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="watchdesk")
def commands() -> None:
    """From the sources you watch to an issue in which every line can be proven."""


def main() -> None:
    """Run one command; what cannot go on becomes one sentence and an exit status."""
    try:
        commands(prog_name="watchdesk")
    except Exception as error:
        # The nouns are imported when something went wrong: plumbing works without them, and they
        # would be a quarter of the time that it takes to start.
        from watchdesk.model import DeskError  # noqa: PLC0415

        if not isinstance(error, DeskError):
            raise
        click.echo(str(error), err=True)
        sys.exit(error.exit_status)
