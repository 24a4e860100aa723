"""`watchdesk archive`: verify, export and list the evidence."""

import sys
from datetime import datetime
from pathlib import Path

import click

from watchdesk.cli.options import Moment, desk_option, json_option, put_json
from watchdesk.pipeline import captures_between, export_archive, open_desk, verify_archive


@click.group()
def archive() -> None:
    """The evidence: what was read, as it came."""


@archive.command("verify")
@desk_option
@json_option
def verify(folder: Path, *, as_json: bool) -> None:
    """Read every record again, against its digest and against the store."""
    with open_desk(folder) as desk:
        result = verify_archive(desk)
    for sentence in result.faults:
        if as_json:
            put_json({"fault": sentence})
        else:
            click.echo(sentence)
    if as_json:
        put_json({"records": result.records, "captures": result.captures})
    else:
        verdict = f"{len(result.faults)} faults" if result.faults else "all as their digests say"
        click.echo(f"{result.records} records and {result.captures} captures read: {verdict}.")
    sys.exit(1 if result.faults else 0)


@archive.command("export")
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
@desk_option
def export(target: Path, folder: Path) -> None:
    """Write the whole archive into one WACZ file that any replay tool opens."""
    with open_desk(folder) as desk:
        made = export_archive(desk, target)
    click.echo(f"{target}: {made.captures} captures. Any tool that replays WACZ opens it.")
    click.echo(f"Its digest: {made.digest}")


@archive.command("list")
@click.option("--since", type=Moment(), help="Only captures after this time.")
@click.option("--until", type=Moment(), help="Only captures before this time.")
@desk_option
@json_option
def list_captures(
    since: datetime | None, until: datetime | None, folder: Path, *, as_json: bool
) -> None:
    """List captures: when, what answered, and the digest of what it said."""
    with open_desk(folder) as desk:
        for capture in captures_between(desk, since=since, until=until):
            if as_json:
                row = {"id": capture.id, "url": capture.url, "at": capture.fetched_at}
                kept = {"digest": capture.digest, "revisit_of": capture.revisit_of}
                put_json({**row, "status": capture.status, **kept})
            else:
                seen = " (as before)" if capture.revisit_of else ""
                when = f"{capture.fetched_at:%Y-%m-%d %H:%M:%S}"
                click.echo(f"{when}  {capture.status}  {capture.digest[7:19]}  {capture.url}{seen}")
