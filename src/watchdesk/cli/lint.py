"""`watchdesk lint`: a look over the mail before it goes."""

import email
import email.policy
import sys
from pathlib import Path

import click

from watchdesk.cli.issue import IssueOrFile
from watchdesk.cli.options import desk_option, json_option, put_json
from watchdesk.model import UsageError
from watchdesk.pipeline import issue_numbered, lint_issue, lint_mail, open_desk
from watchdesk.publish.lint import Found, shipped


@click.command()
@click.argument(
    "what", metavar="[NUMBER | FILE.html | FILE.eml]", type=IssueOrFile(), required=False
)
@desk_option
@json_option
def lint(what: int | Path | None, folder: Path, *, as_json: bool) -> None:
    """Look over the mail of an issue: what programs would not show, links, pictures, contrast.

    Without a number it is the newest issue. Exit status 1 where something stops it. What is asked,
    and how to say which programs your readers use: docs/mail.md.
    """
    with open_desk(folder) as desk:
        if isinstance(what, Path):
            found = lint_mail(desk, *_parts(what))
        else:
            found = lint_issue(desk, issue_numbered(desk, what))
    for one in found:
        if as_json:
            put_json({"rule": one.rule, "stops": one.stops, "message": one.says})
        else:
            click.echo(f"[{'stops' if one.stops else 'look'}] {one.says} ({one.rule})")
    if not as_json:
        click.echo(_summary(found))
    sys.exit(1 if any(one.stops for one in found) else 0)


def _summary(found: tuple[Found, ...]) -> str:
    tests = shipped()
    stops = sum(one.stops for one in found)
    return (
        f"{stops} stop it, {len(found) - stops} ask for a look; "
        f"tests of mail programs: {tests.source}, {tests.snapshot}."
    )


def _parts(file: Path) -> tuple[str, str | None]:
    """The HTML and the text part; a bare HTML file has its text beside it, as the site has."""
    if file.suffix.lower() != ".eml":
        beside = file.with_name("issue.txt")
        text = beside.read_text("utf-8") if beside.exists() else None
        return file.read_text("utf-8"), text
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    html, plain = message.get_body(("html",)), message.get_body(("plain",))
    if html is None:
        raise UsageError(f"{file} has no HTML part.")
    return html.get_content(), plain.get_content() if plain is not None else None
