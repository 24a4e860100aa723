"""`watchdesk hand-over`: a published issue for somebody else's mailer."""

from collections.abc import Callable
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
from watchdesk.cli.show import show
from watchdesk.model import Handover, HandoverState, Issue, UsageError
from watchdesk.pipeline import Desk, campaigning, issue_numbered, open_desk, posting
from watchdesk.pipeline.exporting import FOLDER, export
from watchdesk.pipeline.handing_over import shown


@click.command()
@click.argument("number", type=int)
@click.option(
    "--to",
    "target",
    type=click.Choice(["files", "json", "listmonk"]),
    required=True,
    help="Files in a folder, JSON posted to an address, or a campaign of listmonk.",
)
@click.option("--send", "step", flag_value="send", help="Let go what was prepared.")
@click.option("--status", "step", flag_value="status", help="Say how far it has come.")
@click.option(
    "--resolve",
    "arrived",
    type=click.Choice(["sent", "again"]),
    default=None,
    help="Where nobody knows whether the JSON arrived: it did, or it shall go again.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="The folder for files; by default handed-over/ in the desk's.",
)
@as_option
@desk_option
@now_option
@json_option
def command(
    number: int,
    target: str,
    *,
    step: str | None,
    arrived: str | None,
    out: Path | None,
    name: str | None,
    folder: Path,
    now: datetime | None,
    as_json: bool,
) -> None:
    """Prepare a published issue for another mailer; a second call with --send lets it go.

    Files are written at once and sent by nobody. Each mailer gets an issue once, however often this
    is called or broken off.
    """
    with open_desk(folder, now=now) as desk:
        issue = issue_numbered(desk, number)
        if target == "files":
            if step or arrived:
                raise UsageError("Files are sent by nobody: carry them to your mailer.")
            show(export(desk, issue, out), as_json=as_json)
            if not as_json:
                click.echo(f"They stand in {out or desk.folder / FOLDER}/issue-{number}.")
        elif arrived and target == posting.JSON:
            by = editor(desk.config, name)
            _told(issue, posting.resolve(desk, issue, again=arrived == "again", by=by), as_json)
        elif arrived:
            raise UsageError("listmonk is asked what it has: call it again with --send.")
        else:
            _told(issue, STEPS[target][step or "prepare"](desk, issue), as_json)


Step = Callable[[Desk, Issue], Handover | None]

STEPS: dict[str, dict[str, Step]] = {
    posting.JSON: {
        "prepare": posting.prepare,
        "send": posting.send,
        "status": lambda desk, issue: shown(desk, issue, posting.JSON),
    },
    campaigning.LISTMONK: {
        "prepare": campaigning.prepare,
        "send": campaigning.send,
        "status": campaigning.status,
    },
}


def _told(issue: Issue, one: Handover | None, as_json: bool) -> None:
    """Say how far it has come."""
    if as_json:
        state = one.state.value if one else "none"
        row = {"number": issue.number, "state": state}
        put_json(row | ({"at": one.at, "remote": one.remote, "said": one.said} if one else {}))
    elif one is None:
        click.echo(f"Issue {issue.number} was not prepared yet.")
    else:
        said = f" ({one.said})" if one.said else ""
        click.echo(f"Issue {issue.number}: {WORDS[one.state]}, {one.at:%Y-%m-%d %H:%M} UTC{said}.")
        if one.state is HandoverState.PREPARED:
            click.echo("The same command with --send lets it go.")


WORDS = {
    HandoverState.PREPARED: "prepared",
    HandoverState.SENDING: "nobody knows yet whether it arrived",
    HandoverState.SENT: "handed over",
}
