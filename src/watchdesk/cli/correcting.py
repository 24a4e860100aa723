"""`watchdesk issue correct` and `issue withdraw`: what is done to an item once it is published."""

from datetime import datetime
from pathlib import Path
from typing import IO

import click

from watchdesk.cli.issue import issue, read_text
from watchdesk.cli.options import as_option, desk_option, editor, now_option
from watchdesk.cli.show import show
from watchdesk.model import Issue
from watchdesk.pipeline import (
    Desk,
    Signed,
    correct,
    issue_numbered,
    open_desk,
    publish,
    text_of,
    withdraw,
    working_on,
)

__all__ = ["issue"]

REASON = click.option("--reason", required=True, help="Why; it is told to readers.")


def _flown(desk: Desk, corrected: Issue) -> None:
    """Write what a correction changes into the site."""
    show(publish(desk, corrected), as_json=False)


@issue.command("correct")
@click.argument("number", type=int)
@click.argument("item")
@REASON
@click.option(
    "--file",
    "file",
    type=click.File(encoding="utf-8"),
    help="Take the corrected Markdown from a file ('-' for standard input) instead of an editor.",
)
@as_option
@desk_option
@now_option
def correct_item(
    *,
    number: int,
    item: str,
    reason: str,
    file: IO[str] | None,
    name: str | None,
    folder: Path,
    now: datetime | None,
) -> None:
    """Correct ITEM of a published issue: proven anew, with its reason, on all pages.

    ITEM is the item's mark in the issue's text, or how it begins. The old words stay in the
    archive, their receipts stay valid, and the next issue's mail tells the correction.
    """
    with open_desk(folder, now=now) as desk, working_on(desk, "issue correct"):
        by = editor(desk.config, name)
        current = issue_numbered(desk, number)
        before = text_of(current, item)
        text = read_text(file) if file else click.edit(before, extension=".md")
        if text is None:
            click.echo("Nothing was changed.")
            return
        corrected = correct(desk, current, item, text, Signed(by, reason))
        _flown(desk, corrected)
    click.echo(f"The item was corrected by {by}; the next issue tells it.")


@issue.command("withdraw")
@click.argument("number", type=int)
@click.argument("item")
@REASON
@as_option
@desk_option
@now_option
def withdraw_item(
    *,
    number: int,
    item: str,
    reason: str,
    name: str | None,
    folder: Path,
    now: datetime | None,
) -> None:
    """Withdraw ITEM of a published issue: only that it was withdrawn stays, and why.

    Its receipts stay valid, and the next issue's mail tells it.
    """
    with open_desk(folder, now=now) as desk, working_on(desk, "issue withdraw"):
        by = editor(desk.config, name)
        current = issue_numbered(desk, number)
        _flown(desk, withdraw(desk, current, item, Signed(by, reason)))
    click.echo(f"The item was withdrawn by {by}; the next issue tells it.")
