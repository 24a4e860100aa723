"""`watchdesk init DIR`: a new desk."""

from pathlib import Path

import click

from watchdesk.config import create


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--title", default="Our weekly", show_default=True, help="How the issue is called.")
@click.option("--language", default="en", show_default=True, help="The language of the issue.")
@click.option(
    "--allow-address",
    "allow",
    multiple=True,
    metavar="HOST:PORT",
    help="Open one private address and port to the gatherer (for tests).",
)
def command(folder: Path, title: str, language: str, allow: tuple[str, ...]) -> None:
    """Make a new desk in FOLDER."""
    create(folder, title=title, language=language, allow=allow)
    click.echo(f"A desk is ready in {folder}. Its sections stand in {folder / 'desk.toml'}.")
    click.echo(f"Next: cd {folder} && watchdesk sources add ADDRESS (or an OPML file)")
