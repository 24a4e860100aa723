"""`watchdesk backup`, `restore`, `rebuild` and `db`: care of a desk."""

from datetime import datetime
from pathlib import Path

import click

from watchdesk.cli.options import desk_option, now_option
from watchdesk.pipeline import backup as back_up
from watchdesk.pipeline import open_desk, rebuild_from, working_on
from watchdesk.pipeline import restore as restore_desk


@click.command()
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False), required=False)
@desk_option
@now_option
def backup(target: Path | None, folder: Path, now: datetime | None) -> None:
    """Copy the whole desk into one file, also while it is being written to."""
    with open_desk(folder, now=now) as desk:
        at = desk.clock()
        if target is None:
            target = folder / "backups" / f"{at:%Y%m%dT%H%M%SZ}.tar"
        target.parent.mkdir(parents=True, exist_ok=True)
        count = back_up(folder, desk.store, target, at=at)
    click.echo(f"{count} files are kept in {target}.")


@click.command()
@click.argument("source", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def restore(source: Path, folder: Path) -> None:
    """Make a desk in FOLDER from a backup, every file checked against its digest."""
    count = restore_desk(source, folder)
    click.echo(f"{count} files were restored into {folder}, each as its digest says.")


@click.command()
@click.option(
    "--from",
    "stage",
    type=click.Choice(("extract", "group", "propose")),
    required=True,
    help="The first step to run again.",
)
@desk_option
@now_option
def rebuild(stage: str, folder: Path, now: datetime | None) -> None:
    """Put everything in line for a step again; evidence and decisions stay as they are."""
    with open_desk(folder, now=now) as desk, working_on(desk, "rebuild"):
        count = rebuild_from(desk, stage)
    click.echo(f"{count} wait for '{stage}' again: 'watchdesk run' works them off.")


@click.group()
def db() -> None:
    """The database."""


@db.command("upgrade")
@desk_option
def upgrade(folder: Path) -> None:
    """Bring the database to this version's schema; a copy is kept beside it."""
    with open_desk(folder) as desk:
        click.echo(f"{desk.store.path} is up to date.")
