"""`watchdesk status`: how the sources fare, what went wrong, and what to do about it."""

import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from watchdesk.cli.options import desk_option, json_option, now_option, put_json
from watchdesk.cli.show import problem_row, troubles
from watchdesk.model import Problem, SourceHealth
from watchdesk.pipeline import Quiet, gone_quiet, health, open_desk, open_problems, waiting_work

STATES = {
    "failed": "red",
    "refused": "red",
    "quiet": "yellow",
    "empty": "yellow",
    "new": "default",
    "unchanged": "default",
    "well": "green",
    "muted": "dim",
}


@click.command()
@desk_option
@now_option
@json_option
def command(folder: Path, now: datetime | None, *, as_json: bool) -> None:
    """Show sources that failed, are empty or have gone quiet, and open problems with their cure."""
    with open_desk(folder, now=now) as desk:
        rows = health(desk, now=desk.clock())
        problems = open_problems(desk)
        waiting = waiting_work(desk)
        quiet = gone_quiet(desk)
    if as_json:
        _put_json(quiet, rows, problems)
        return
    _print_sources(rows)
    if problems:
        click.echo(f"\n{len(problems)} open problems:")
        troubles(problems, most=sys.maxsize)
    _print_quiet(quiet)
    for stage, count in waiting.items():
        click.echo(f"{count} waiting for {stage}: 'watchdesk {stage}'")


def _put_json(
    quiet: tuple[Quiet, ...], rows: tuple[SourceHealth, ...], problems: Iterable[Problem]
) -> None:
    for entry in quiet:
        put_json({"entry": entry.id, "register": entry.register, "reason": entry.why})
    for row in rows:
        put_json({"source": row.source_id, "state": row.state, "reason": row.reason})
    for problem in problems:
        put_json(problem_row(problem))


def _print_quiet(quiet: tuple[Quiet, ...]) -> None:
    if quiet:
        click.echo(f"\n{len(quiet)} entries of the registers have gone quiet:")
    for entry in quiet:
        click.echo(f"  {entry.title} ({entry.register}): {entry.why}  [{entry.id}]")


def _print_sources(rows: tuple[SourceHealth, ...]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("source", "state", "last visit", "why"):
        table.add_column(title)
    for row in rows:
        visit = f"{row.last_visit:%Y-%m-%d %H:%M}" if row.last_visit else ""
        state = f"[{STATES[row.state]}]{row.state}[/]"
        table.add_row(row.title, state, visit, row.reason)
    Console(width=None if sys.stdout.isatty() else 160).print(table)
