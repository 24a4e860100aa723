"""Writes docs/commands.md: every command with its arguments and options.

In: the commands themselves. Out: one section for each, from the words of `--help`. A test compares
the file with what this would write.
"""

from collections.abc import Iterator
from pathlib import Path

import click

from watchdesk.cli.main import commands

PAGE = Path(__file__).parents[1] / "docs/commands.md"

HEAD = """# The commands

`watchdesk COMMAND`, on the desk in the current folder or `--desk DIR`. With `--json` a command
gives one JSON line for each event or row. `watchdesk --debug COMMAND` shows where in the program an
error arose.

| exit status | meaning |
|---|---|
| 0 | well |
| 1 | the gate blocks, or a check fails |
| 2 | wrong use, or a wrong file |
| 3 | the world is not as needed: disk, lock, missing or damaged file |
| 70 | a mistake in Watchdesk |

This page is written by `python tools/write_commands.py` from the words of `--help`.
"""


def page() -> str:
    """The whole page."""
    context = click.Context(commands, info_name="watchdesk")
    return "\n".join([HEAD, *_sections(commands, context)])


def _sections(group: click.Group, context: click.Context) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        below = click.Context(command, info_name=name, parent=context)
        yield from _section(command, below)
        if isinstance(command, click.Group):
            yield from _sections(command, below)


def _section(command: click.Command, context: click.Context) -> Iterator[str]:
    depth = context.command_path.count(" ") + 1
    yield f"{'#' * (depth + (depth == 1))} {context.command_path}\n"
    yield f"{command.get_short_help_str(500)}\n"
    if isinstance(command, click.Group):
        return
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"    {context.command_path} {usage}\n"
    options = [one for one in command.params if isinstance(one, click.Option)]
    rows = [row for option in options if (row := option.get_help_record(context))]
    if rows:
        yield "| option | meaning |\n|---|---|"
        yield from (f"| `{option}` | {_cell(words)} |" for option, words in rows)
        yield ""


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
