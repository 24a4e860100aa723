"""`watchdesk hand-over`: a published issue for somebody else's mailer."""

from datetime import datetime
from pathlib import Path

import click

from watchdesk.cli.options import desk_option, json_option, now_option
from watchdesk.cli.show import show
from watchdesk.pipeline import issue_numbered, open_desk
from watchdesk.pipeline.handing_over import export


@click.command()
@click.argument("number", type=int)
@click.option(
    "--to",
    "target",
    type=click.Choice(["files"]),
    required=True,
    help="The form in which it is taken.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="The folder for 'files'; by default handed-over/ in the desk's.",
)
@desk_option
@now_option
@json_option
def command(
    number: int,
    target: str,
    *,
    out: Path | None,
    folder: Path,
    now: datetime | None,
    as_json: bool,
) -> None:
    """Hand a published issue over to another mailer.

    'files' are its subject, HTML, text and pictures in a folder of their own.
    """
    del target
    with open_desk(folder, now=now) as desk:
        issue = issue_numbered(desk, number)
        show(export(desk, issue, out), as_json=as_json)
        if not as_json:
            where = (out or desk.folder / "handed-over") / f"issue-{number}"
            click.echo(f"Written into {where}.")
