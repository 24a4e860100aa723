"""`watchdesk report`: what the registers tell of a period, by category."""

from datetime import datetime
from pathlib import Path

import click

from watchdesk.cli.exchange import audience_of
from watchdesk.cli.options import as_option, desk_option, editor, now_option
from watchdesk.pipeline import open_desk, reporting
from watchdesk.publish.register_report import FORMATS

DAY = click.DateTime(formats=["%Y-%m-%d"])
FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
OUT = click.Path(path_type=Path, dir_okay=False)


@click.group()
def report() -> None:
    """Reports from the registers: by category, every line with what it rests on."""


@report.command("build")
@click.option("--since", type=DAY, required=True, help="The first day that it tells of.")
@click.option("--until", type=DAY, default=None, help="The last day; today without it.")
@click.option("--outline", type=FILE, default=None, help="Your own outline; else the shipped one.")
@click.option("--for", "body", default="", help="For a named body, or 'court'; else for everybody.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    default="markdown",
    show_default=True,
    help="What is written.",
)
@click.option("--out", type=OUT, default=None, help="The file; without it, standard output.")
@desk_option
@now_option
@as_option
def build(
    *,
    since: datetime,
    until: datetime | None,
    outline: Path | None,
    body: str,
    format_: str,
    out: Path | None,
    folder: Path,
    now: datetime | None,
    name: str | None,
) -> None:
    """Write the report of a period, if every line of it may stand and leave.

    A sentence of the outline without anchor, one that rests on what was taken back, or a lone
    number that others contest stops it.
    """
    with open_desk(folder, now=now) as desk:
        today = desk.clock()
        asked = reporting.Asked(
            since=since.date(),
            until=(until or today).date(),
            audience=audience_of(body, today),
            by=editor(desk.config, name),
            outline=outline,
        )
        file = FORMATS[format_](reporting.report_of(desk, asked), desk.config.theme)
    if out is None:
        click.echo(file.body, nl=False)
    else:
        out.write_bytes(file.body)


@report.command("outline")
def outline() -> None:
    """Print the shipped outline, to be copied and edited."""
    click.echo(reporting.shipped_outline(), nl=False)
