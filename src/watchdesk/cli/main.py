"""The list of commands, and what happens when one cannot go on."""

import importlib
import os
import sys
import traceback

import click

from watchdesk import __version__

# The tables that numpy multiplies here are small: its second thread would only spin.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

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
    "register": "watchdesk.cli.register:register",
    "report": "watchdesk.cli.report:report",
    "testimony": "watchdesk.cli.testimony:testimony",
    "draft": "watchdesk.cli.run:draft",
    "issue": "watchdesk.cli.correcting:issue",
    "prove": "watchdesk.cli.issue:prove",
    "approve": "watchdesk.cli.issue:approve",
    "publish": "watchdesk.cli.issue:publish",
    "subscribers": "watchdesk.cli.subscribers:subscribers",
    "lint": "watchdesk.cli.lint:lint",
    "send": "watchdesk.cli.send:send",
    "hand-over": "watchdesk.cli.hand_over:command",
    "doctor": "watchdesk.cli.doctor:command",
    "units": "watchdesk.cli.units:command",
    "desk": "watchdesk.cli.desk:command",
    "serve": "watchdesk.cli.serve:command",
    "editors": "watchdesk.cli.editors:editors",
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
@click.option("--debug", is_flag=True, help="Show where in the program an error arose.")
def commands(*, debug: bool) -> None:
    """From the sources you watch to an issue in which every line can be proven."""
    del debug  # read by `main`, which needs it also where the options themselves are wrong


NO_WORLD = 3
"""The exit status where a file or folder is not as needed; as `WorldError` has it."""

BUG = 70
"""The exit status of an error that nobody expected (EX_SOFTWARE of sysexits.h)."""


def main() -> None:
    """Run one command; what cannot go on becomes one sentence and an exit status."""
    try:
        commands(prog_name="watchdesk")
    except Exception as error:  # noqa: BLE001 - whatever it is, people get a sentence
        sys.exit(_stopped(error, debug="--debug" in sys.argv[1:]))


def _stopped(error: Exception, *, debug: bool) -> int:
    """Say what stopped the command; gives the exit status."""
    # The nouns are imported when something went wrong: plumbing works without them, and they
    # would be a quarter of the time that it takes to start.
    from watchdesk.model import DeskError  # noqa: PLC0415

    if debug:
        click.echo("".join(traceback.format_exception(error)), err=True, nl=False)
    if isinstance(error, DeskError):
        click.echo(str(error), err=True)
        return error.exit_status
    if isinstance(error, OSError) and error.filename is not None:
        click.echo(f"{error.filename}: {error.strerror}.", err=True)
        return NO_WORLD
    what = " ".join(f"{type(error).__name__}: {error}".split())
    click.echo(
        f"A mistake in Watchdesk stopped this command ({what[:300]}). What was reported before is "
        "kept. Run it again as 'watchdesk --debug …' to see where it arose.",
        err=True,
    )
    return BUG
