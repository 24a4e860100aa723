"""`watchdesk register export` and `import`: entries to other programs, and from a spreadsheet."""

from datetime import datetime
from pathlib import Path

import click

from watchdesk.cli.options import Moment, as_option, desk_option, editor, now_option
from watchdesk.model import Audience, Cleared, GateError, Refused, To
from watchdesk.pipeline import clearing, importing, open_desk
from watchdesk.registers import FAR
from watchdesk.registers.exchange import FORMATS, export
from watchdesk.registers.exchange.reading import Understood
from watchdesk.registers.exchange.spreadsheet import counts

DAY = click.DateTime(formats=["%Y-%m-%d"])
OUT = click.Path(path_type=Path, dir_okay=False)
SHOWN = 5


@click.command("export")
@click.argument("format_", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.option("--register", "of", default=None, help="Only this register.")
@click.option("--for", "body", default="", help="For a named body, or 'court'; else for everybody.")
@click.option("--on", "day", type=DAY, default=None, help="As it stood on this day.")
@click.option("--as-known", "known", type=Moment(), default=None, help="As known at this time.")
@click.option("--out", type=OUT, default=None, help="The file; without it, standard output.")
@desk_option
@now_option
def export_entries(
    *,
    format_: str,
    of: str | None,
    body: str,
    day: datetime | None,
    known: datetime | None,
    out: Path | None,
    folder: Path,
    now: datetime | None,
) -> None:
    """Write what of the registers may leave the desk, in FORMAT.

    Every entry passes the gate; what stays is told on standard error, with the reason.
    """
    as_of = clearing.AsOf(held_on=day.date() if day else FAR, known_on=known)
    with open_desk(folder, now=now) as desk:
        audience = audience_of(body, desk.clock())
        found = clearing.of_registers(desk, of, audience, as_of)
    _put(export(format_, [one for one in found if isinstance(one, Cleared)]), out)
    for one in found:
        if isinstance(one, Refused):
            click.echo(f"{one.subject} stays here: {' '.join(one.reasons)}", err=True)


def audience_of(body: str, at: datetime) -> Audience:
    """Everybody, a named body, or a court."""
    if body == To.COURT.value:
        return Audience(to=To.COURT, on=at.date())
    return Audience(to=To.BODY if body.strip() else To.PUBLIC, on=at.date(), body=body)


@click.command("count")
@click.argument("of", metavar="REGISTER")
@click.option("--by", "fields", default="status", help="Fields, with commas between them.")
@click.option("--out", type=OUT, default=None, help="The file; without it, standard output.")
@desk_option
@now_option
@as_option
def count_entries(
    *, of: str, fields: str, out: Path | None, folder: Path, now: datetime | None, name: str | None
) -> None:
    """Write how many entries there are for each value, as a table that may leave the desk.

    No cell below five is told, nor one that could be reckoned with a table that left before.
    """
    by = [field.strip() for field in fields.split(",") if field.strip()]
    with open_desk(folder, now=now) as desk:
        who = editor(desk.config, name)
        table = clearing.counted(desk, of, by, who=who, audience=audience_of("", desk.clock()))
    if isinstance(table, Refused):
        raise GateError(" ".join(table.reasons))
    _put(counts(table), out)


def _put(text: str, out: Path | None) -> None:
    if out is None:
        click.echo(text, nl=False)
    else:
        out.write_text(text, "utf-8")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--register", "into", required=True, help="The register that the rows go to.")
@click.option("--map", "pairs", multiple=True, help="COLUMN=FIELD; COLUMN=- leaves it out.")
@click.option("--kind", default="", help="The kind of development of rows that name none.")
@click.option(
    "--access",
    type=click.Choice(("desk", "partners", "public")),
    default="desk",
    help="Who may see what the rows say.",
)
@click.option("--take", is_flag=True, help="Enter the rows; without it they are only shown.")
@desk_option
@now_option
@as_option
def import_entries(
    *,
    file: Path,
    into: str,
    pairs: tuple[str, ...],
    kind: str,
    access: str,
    take: bool,
    folder: Path,
    now: datetime | None,
    name: str | None,
) -> None:
    """Read a spreadsheet of entries from FILE: first shown as it is understood, then taken."""
    mapping = dict(_pair(pair) for pair in pairs)
    sheet = importing.Sheet(path=file, register=into, mapping=mapping, kind=kind, access=access)
    if not take:
        _show(importing.look(sheet))
        return
    with open_desk(folder, now=now) as desk:
        taken = importing.take(desk, sheet, by=editor(desk.config, name))
    click.echo(f"Entered: {len(taken.developments)} developments, for {access}.")
    for sentence in taken.left:
        click.echo(sentence)


def _pair(written: str) -> tuple[str, str]:
    column, mark, field = written.rpartition("=")
    if not mark or not column:
        raise click.BadParameter(f"'{written}' is not COLUMN=FIELD", param_hint="--map")
    return column, field


def _show(understood: Understood) -> None:
    for column, field in understood.columns.items():
        click.echo(f"{column} → {field or 'left out'}")
    click.echo(f"{len(understood.rows)} rows can be taken, such as:")
    for row in understood.rows[:SHOWN]:
        said = ", ".join(f"{name}: {value}" for name, value in row.value.items())
        click.echo(f"  {row.number}  {row.title or row.entry}: {row.kind}, {row.day}  {said}")
    for sentence in understood.complaints:
        click.echo(sentence)
    click.echo("Nothing was entered; --take does.")
