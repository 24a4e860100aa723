"""`watchdesk testimony`: what witnesses said, sealed, one key for each."""

import os
from datetime import datetime
from pathlib import Path

import click

from watchdesk.cli.options import (
    as_option,
    desk_option,
    editor,
    json_option,
    now_option,
    put_json,
)
from watchdesk.model import Scope, Span, UsageError
from watchdesk.pipeline import open_desk, testimonies
from watchdesk.pipeline.publishing import renewed

DAY = click.DateTime(formats=["%Y-%m-%d"])
FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
OUT = click.Path(path_type=Path, dir_okay=False)
SCOPES = tuple(one.value for one in Scope if one is not Scope.PLACE)
BASES = ("consent", "legal obligation", "public interest", "vital interest")


@click.group()
def testimony() -> None:
    """Testimonies: sealed files, one key for each witness, and a log of every unsealing.

    What further consent is given is entered by 'register add ID consented --set scope=…'.
    """


@testimony.command("add")
@click.argument("file", type=FILE)
@click.option("--language", default="", help="The language that was spoken.")
@click.option("--on", "day", type=DAY, default=None, help="The day of the interview.")
@click.option(
    "--consent", "scopes", multiple=True, type=click.Choice(SCOPES), help="What is allowed."
)
@click.option("--until", type=DAY, default=None, help="The day on which the consent ends.")
@click.option("--basis", type=click.Choice(BASES), default="consent", help="On what it rests.")
@desk_option
@now_option
@as_option
def add(
    *,
    file: Path,
    language: str,
    day: datetime | None,
    scopes: tuple[str, ...],
    until: datetime | None,
    basis: str,
    folder: Path,
    now: datetime | None,
    name: str | None,
) -> None:
    """Seal the text in FILE as a new testimony with a key of its own."""
    with open_desk(folder, now=now) as desk:
        told = testimonies.Interview(
            text=file.read_bytes(),
            held_from=(day or desk.clock()).date(),
            by=editor(desk.config, name),
            language=language,
            scopes=[Scope(one) for one in scopes] or [Scope.KEEP],
            basis=basis,
            until=until.date() if until else None,
        )
        entry = testimonies.add(desk, told)
    click.echo(f"Sealed as {entry}. {file} is as it was: destroy it when nobody needs it.")


@testimony.command("seal")
@click.argument("entry")
@click.argument("file", type=FILE)
@click.option(
    "--what",
    type=click.Choice((testimonies.TEXT, testimonies.IDENTITY, testimonies.RECORDING)),
    default=testimonies.IDENTITY,
    help="What FILE holds; by default who the witness is.",
)
@desk_option
@now_option
@as_option
def seal(
    *, entry: str, file: Path, what: str, folder: Path, now: datetime | None, name: str | None
) -> None:
    """Seal FILE with the key of testimony ENTRY."""
    with open_desk(folder, now=now) as desk:
        by = editor(desk.config, name)
        digest = testimonies.seal(desk, entry, file.read_bytes(), what=what, by=by)
    click.echo(f"Sealed: {digest}. {file} is as it was: destroy it when nobody needs it.")


@testimony.command("unseal")
@click.argument("entry")
@click.option("--reason", required=True, help="Why; it is logged, so nothing of the content.")
@click.option("--what", type=click.Choice(testimonies.WHAT), default=testimonies.TEXT, help="What.")
@click.option("--out", type=OUT, default=None, help="A new file that you alone can read.")
@desk_option
@now_option
@as_option
def unseal(
    *,
    entry: str,
    reason: str,
    what: str,
    out: Path | None,
    folder: Path,
    now: datetime | None,
    name: str | None,
) -> None:
    """Give back what was sealed last of testimony ENTRY."""
    with open_desk(folder, now=now) as desk:
        by = editor(desk.config, name)
        body = testimonies.unseal(desk, entry, what=what, by=by, reason=reason)
    _give(body, out)


@testimony.command("redact")
@click.argument("entry")
@click.option(
    "--keep", "kept", multiple=True, required=True, help="START-END, in characters from 0."
)
@desk_option
@now_option
@as_option
def redact(
    *, entry: str, kept: tuple[str, ...], folder: Path, now: datetime | None, name: str | None
) -> None:
    """Make a new text of the passages that may stay, seal it, and show it."""
    with open_desk(folder, now=now) as desk:
        by = editor(desk.config, name)
        click.echo(testimonies.redact(desk, entry, [_span(one) for one in kept], by=by))


@testimony.command("publish")
@click.argument("entry")
@click.option(
    "--where",
    required=True,
    help="Where it will appear; the address of a page ties what cites it to the consent.",
)
@click.option("--out", type=OUT, default=None, help="The file for the redacted text.")
@desk_option
@now_option
@as_option
def publish(
    *,
    entry: str,
    where: str,
    out: Path | None,
    folder: Path,
    now: datetime | None,
    name: str | None,
) -> None:
    """Say yes as the second person, and give out the redacted text if the gate lets it pass."""
    with open_desk(folder, now=now) as desk:
        text = testimonies.publish(desk, entry, where=where, by=editor(desk.config, name))
    _give(text.encode(), out)


@testimony.command("withdraw")
@click.argument("entry")
@click.option("--reason", required=True, help="Why; it is logged, so nothing of the content.")
@desk_option
@now_option
@as_option
def withdraw(
    *, entry: str, reason: str, folder: Path, now: datetime | None, name: str | None
) -> None:
    """Destroy the key of testimony ENTRY, and say where anything of it was published."""
    with open_desk(folder, now=now) as desk:
        by = editor(desk.config, name)
        given = testimonies.withdraw(desk, entry, by=by, reason=reason)
        gone = renewed(desk)
    click.echo(f"The key of {entry} is destroyed; nobody can read what it sealed.")
    for line in given:
        click.echo(f"  given out on {line.at:%Y-%m-%d} by {line.by}: {line.reason}")
    click.echo(gone or "No page of the site showed it.")
    if not given:
        click.echo("Nothing of it was given out.")


@testimony.command("list")
@desk_option
@json_option
def list_all(folder: Path, *, as_json: bool) -> None:
    """The testimonies, without anything of what they say, and whether the log is whole."""
    with open_desk(folder) as desk:
        rows = testimonies.listed(desk)
        length, fault = testimonies.log_state(desk)
    for row in rows:
        if as_json:
            put_json(row)
        else:
            click.echo("  ".join(str(value) for value in row.values() if value))
    if not as_json:
        click.echo(f"The log has {length} lines: {fault[1] if fault else 'it is whole'}.")


def _span(written: str) -> Span:
    start, _, end = written.partition("-")
    try:
        return Span(int(start), int(end))
    except ValueError as error:
        raise UsageError(f"'{written}' is no place; write START-END, such as 0-120.") from error


def _give(body: bytes, out: Path | None) -> None:
    if out is None:
        click.echo(body, nl=not body.endswith(b"\n"))
        return
    with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(body)
    click.echo(f"Written to {out}.")
