"""`watchdesk issue`, `prove`, `approve` and `publish`: what editors do with an edition."""

import sys
from datetime import datetime
from pathlib import Path
from typing import IO, Any

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
from watchdesk.issue import to_markdown
from watchdesk.model import Finding, Issue, Level, UsageError
from watchdesk.pipeline import (
    all_issues,
    edit,
    issue_numbered,
    open_desk,
    proof_of,
    prove_file,
    sign_term,
    working_on,
)
from watchdesk.pipeline import approve as approve_issue
from watchdesk.pipeline import prove as prove_issue
from watchdesk.pipeline import publish as publish_issue
from watchdesk.proof import Report, word_diff
from watchdesk.publish import undescribed


@click.group()
def issue() -> None:
    """The edition: list, show, edit."""


@issue.command("list")
@desk_option
@json_option
def list_issues(folder: Path, *, as_json: bool) -> None:
    """All issues, newest first."""
    with open_desk(folder) as desk:
        for one in all_issues(desk):
            row = {"number": one.number, "state": one.state.value, "items": len(one.items)}
            if as_json:
                put_json({**row, "dated": one.dated, "approved_by": one.approved_by})
            else:
                who = f", let go by {one.approved_by}" if one.approved_by else ""
                items = f"{len(one.items)} items"
                click.echo(
                    f"{one.number:>4}  {one.dated:%Y-%m-%d}  {one.state.value}{who}, {items}"
                )


@issue.command("show")
@click.argument("number", type=int, required=False)
@desk_option
def show_issue(number: int | None, folder: Path) -> None:
    """Print an issue as Markdown."""
    with open_desk(folder) as desk:
        click.echo(to_markdown(issue_numbered(desk, number)), nl=False)


@issue.command("edit")
@click.argument("number", type=int, required=False)
@click.option(
    "--file",
    "file",
    type=click.File(encoding="utf-8"),
    help="Take the edited Markdown from a file ('-' for standard input) instead of an editor.",
)
@as_option
@desk_option
@now_option
def edit_issue(
    number: int | None,
    file: IO[str] | None,
    name: str | None,
    folder: Path,
    now: datetime | None,
) -> None:
    """Open the issue in your editor and take it back, signed and dated."""
    with open_desk(folder, now=now) as desk, working_on(desk, "issue edit"):
        by = editor(desk.config, name)
        current = issue_numbered(desk, number)
        text = read_text(file) if file else click.edit(to_markdown(current), extension=".md")
        if text is None:
            click.echo("Nothing was changed.")
            return
        edited = edit(desk, current, text, by=by)
    if edited.complaints:
        raise UsageError("\n".join((*edited.complaints, "Nothing was taken over.")))
    click.echo(f"{len(edited.changed)} items changed, {len(edited.removed)} taken out, by {by}.")


@issue.command("sign")
@click.argument("item")
@click.argument("term")
@as_option
@desk_option
@now_option
def sign(item: str, term: str, name: str | None, folder: Path, now: datetime | None) -> None:
    """Sign, by name, that ITEM of the newest issue may use a word that its source does not.

    TERM is the name of a violation, such as "torture"; ITEM is the item's mark in the issue's
    text. The sentence still has to say who calls it so.
    """
    with open_desk(folder, now=now) as desk, working_on(desk, "issue sign"):
        by = editor(desk.config, name)
        sign_term(desk, issue_numbered(desk, None), item, term, by=by)
    click.echo(f"“{term}” was signed for this item by {by}; prove the issue again.")


def read_text(file: IO[str]) -> str:
    """What stands in a file; `UsageError` where it is not UTF-8."""
    try:
        return file.read()
    except UnicodeDecodeError as error:
        raise UsageError(f"{file.name} is not UTF-8 from byte {error.start} on.") from error


class IssueOrFile(click.ParamType[int | Path]):
    """The number of an issue, or the name of a Markdown file."""

    name = "number or file"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | Path:
        """Digits are a number, all else a file that has to be there."""
        if isinstance(value, int | Path):
            return value
        if value.isascii() and value.isdigit():
            return int(value)
        if not Path(value).is_file():
            self.fail(f"'{value}' is neither the number of an issue nor a file", param, ctx)
        return Path(value)


@click.command()
@click.argument("what", metavar="[NUMBER | FILE.md]", type=IssueOrFile(), required=False)
@desk_option
@now_option
@json_option
def prove(what: int | Path | None, folder: Path, now: datetime | None, *, as_json: bool) -> None:
    """Check each line of an issue, or of a Markdown file with footnotes, against the archive.

    Exit status 1 where something blocks. How footnotes are written: docs/prove-a-file.md.
    """
    if isinstance(what, Path):
        sys.exit(_prove_file(what, folder, now, as_json=as_json))
    with open_desk(folder, now=now) as desk, working_on(desk, "prove"):
        current = issue_numbered(desk, what)
        report = prove_issue(desk, current)
    if as_json:
        for finding in report.findings:
            put_json(_finding_row(finding))
    else:
        _print_findings(current, report.findings)
        for line in report.sentences():
            click.echo(line)
    sys.exit(1 if report.blocks else 0)


def _prove_file(file: Path, folder: Path, now: datetime | None, *, as_json: bool) -> int:
    """Print what the gate finds in a file; gives the exit status."""
    with file.open(encoding="utf-8") as opened:
        text = read_text(opened)
    with open_desk(folder, now=now) as desk:
        found = prove_file(desk, text)
    for one in found:
        if as_json:
            place = {"file": str(file), "line": one.line, "column": one.column}
            put_json(place | _finding_row(one.finding))
        else:
            click.echo(f"{file}:{one.line}:{one.column}: {_said(one.finding)}")
    if not as_json:
        for line in Report(findings=tuple(one.finding for one in found)).sentences("the file"):
            click.echo(line)
    return 1 if any(one.finding.level is Level.BLOCK for one in found) else 0


def _said(finding: Finding) -> str:
    """A finding in a line, and what differs from the source beneath it."""
    word = "blocks" if finding.level is Level.BLOCK else "look"
    told = f"[{word}] {finding.message} ({finding.rule})"
    differs = f"\n    {word_diff(finding.draft, finding.nearest)}" if finding.nearest else ""
    return told + differs


def _finding_row(finding: Finding) -> dict[str, object]:
    span = [finding.span.start, finding.span.end] if finding.span else None
    row = {"rule": finding.rule, "level": finding.level.value, "item": finding.item_id}
    return {**row, "message": finding.message, "draft": finding.draft, "span": span}


def _print_findings(current: Issue, findings: tuple[Finding, ...]) -> None:
    headlines = {item.id: item.headline.text for item in current.items}
    for finding in findings:
        word = "blocks" if finding.level is Level.BLOCK else "look"
        click.echo(f"[{word}] {headlines.get(finding.item_id, '')} ({finding.rule})")
        click.echo(f"    {finding.message}")
        if finding.nearest:
            click.echo(f"    {word_diff(finding.draft, finding.nearest)}")


@click.command()
@click.argument("number", type=int)
@click.option("--note", default="", help="A word on why.")
@as_option
@desk_option
@now_option
def approve(number: int, note: str, name: str | None, folder: Path, now: datetime | None) -> None:
    """Let an issue go, by name; it must have been proven as it stands."""
    with open_desk(folder, now=now) as desk, working_on(desk, "approve"):
        by = editor(desk.config, name)
        approve_issue(desk, issue_numbered(desk, number), by=by, note=note)
    click.echo(f"Issue {number} was let go by {by}.")


@click.command()
@click.argument("number", type=int, required=False)
@desk_option
@now_option
@json_option
def publish(number: int | None, folder: Path, now: datetime | None, *, as_json: bool) -> None:
    """Write a proven and approved issue into the site folder."""
    with open_desk(folder, now=now) as desk, working_on(desk, "publish"):
        current = issue_numbered(desk, number)
        show(publish_issue(desk, current), as_json=as_json)
        proof = proof_of(desk, current)
    if not as_json:
        for sentence in undescribed(current):
            click.echo(sentence)
        site = (folder / "site" / "index.html").resolve()
        click.echo(
            f"Issue {current.number} stands in {site} (proven {proof.at:%Y-%m-%d %H:%M} UTC)."
        )
