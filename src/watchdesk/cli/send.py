"""`watchdesk send`: an issue to its readers, how far it has gone, and what a person decides."""

import signal
import sys
from datetime import datetime
from pathlib import Path
from types import FrameType

import click

from watchdesk.cli.options import (
    as_option,
    desk_option,
    editor,
    json_option,
    now_option,
    put_json,
)
from watchdesk.cli.show import show, troubles
from watchdesk.pipeline import (
    issue_numbered,
    open_desk,
    resolve,
    send_to,
    sending_status,
)
from watchdesk.pipeline import send as send_issue
from watchdesk.pipeline.bouncing import read_bounces


class _ByNumber(click.Group):
    """A group in which a number stands for the command `issue`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """`send 7` is `send issue 7`."""
        numbered = bool(args) and args[0].isascii() and args[0].isdigit()
        return super().resolve_command(ctx, ["issue", *args] if numbered else args)


@click.group(cls=_ByNumber)
def send() -> None:
    """Send an issue by mail: `watchdesk send NUMBER`."""


@send.command("issue")
@click.argument("number", type=int)
@click.option(
    "--to",
    "address",
    default=None,
    metavar="ADDRESS",
    help="To this subscriber alone, or as a test to this editor.",
)
@desk_option
@now_option
@json_option
def send_number(
    number: int, address: str | None, folder: Path, now: datetime | None, *, as_json: bool
) -> None:
    """Send a published issue to its readers, or go on where an earlier run ended.

    `issue` may be left out. Nobody gets a copy twice: what may have arrived when a run was broken
    off is shown by 'send status' and waits for a person. Exit status 1 where such mails wait.
    """
    signal.signal(signal.SIGTERM, _ended)
    with open_desk(folder, now=now) as desk:
        issue = issue_numbered(desk, number)
        events = send_issue(desk, issue) if address is None else send_to(desk, issue, address)
        outcome = show(events, as_json=as_json)
        standing = sending_status(desk, issue)
    if not as_json:
        troubles(outcome.problems)
        if standing.next_at:
            click.echo(
                f"Deferred mails go from {standing.next_at:%Y-%m-%d %H:%M} UTC on: "
                f"run 'watchdesk send {number}' again."
            )
    sys.exit(1 if standing.doubtful else 0)


def _ended(number: int, frame: FrameType | None) -> None:
    """Leave in good order when the machine or an operator asks for it."""
    del frame
    sys.exit(128 + number)


@send.command("status")
@click.argument("number", type=int, required=False)
@desk_option
@json_option
def status(number: int | None, folder: Path, *, as_json: bool) -> None:
    """How far an issue has gone, and the mails that a person has to decide on."""
    with open_desk(folder) as desk:
        issue = issue_numbered(desk, number)
        standing = sending_status(desk, issue)
    if as_json:
        put_json({"number": issue.number, "counts": standing.counts, "next_at": standing.next_at})
        for one in standing.doubtful:
            row = {"subscriber": one.delivery.subscriber_id, "address": one.address}
            put_json(row | {"at": one.delivery.at, "why": one.delivery.reply})
        return
    told = ", ".join(f"{count} {state}" for state, count in standing.counts.items())
    click.echo(f"Issue {issue.number}: {told or 'not sent yet'}")
    for one in standing.doubtful:
        click.echo(f"  unknown  {one.address}  {one.delivery.at:%Y-%m-%d %H:%M:%S} UTC")
        click.echo(f"           {one.delivery.reply}")
    if standing.doubtful:
        click.echo(
            "Whether these arrived, your mail server's log may tell: 'watchdesk send resolve "
            f"{issue.number} ADDRESS --sent' or '--again'."
        )


@send.command("resolve")
@click.argument("number", type=int)
@click.argument("who", metavar="ADDRESS|ID|all")
@click.option("--sent/--again", "sent", required=True, help="It arrived, or it shall go again.")
@as_option
@desk_option
@now_option
def resolve_doubt(
    number: int, who: str, name: str | None, folder: Path, now: datetime | None, *, sent: bool
) -> None:
    """Decide, by name, on mails of which nobody knows whether they arrived."""
    with open_desk(folder, now=now) as desk:
        by = editor(desk.config, name)
        count = resolve(desk, issue_numbered(desk, number), who, again=not sent, by=by)
    click.echo(f"{count} decided by {by}.")
    if not sent and count:
        click.echo(f"Run 'watchdesk send {number}' to send them.")


@send.command("bounces")
@desk_option
@now_option
@json_option
def bounces(folder: Path, now: datetime | None, *, as_json: bool) -> None:
    """Read the mailbox of [bounces]: what came back is counted, who wrote to leave is let go."""
    with open_desk(folder, now=now) as desk:
        show(read_bounces(desk), as_json=as_json)
