"""`watchdesk demo [DIR]`: a finished example issue with working receipts, and where to open it."""

from collections import Counter
from pathlib import Path

import click

from watchdesk.cli.options import json_option, put_json
from watchdesk.cli.show import show
from watchdesk.demo.run import NOTE, run, shown
from watchdesk.demo.site import ISSUE_DATE
from watchdesk.model import Issue
from watchdesk.pipeline import health, issue_numbered, open_desk, open_problems, proof_of


@click.command()
@click.argument(
    "folder", type=click.Path(path_type=Path, file_okay=False), default="watchdesk-demo"
)
@json_option
def command(folder: Path, *, as_json: bool) -> None:
    """Gather, prove and publish an example issue of an invented country, in FOLDER."""
    click.echo(f"{NOTE}. Its press is served on this machine alone.", err=True)
    show(run(folder), as_json=as_json)
    with open_desk(folder, now=ISSUE_DATE) as desk:
        issue = issue_numbered(desk, None)
        report = proof_of(desk, issue).report
        states = Counter(row.state for row in health(desk, now=desk.clock()))
        problems = len(open_problems(desk))
    if as_json:
        row = {"event": "shown", "issue": issue.number, "items": len(issue.items)}
        put_json({**row, "page": shown(folder).issue_page, "proven": _proven(report)})
        return
    _say(issue, report, states, problems)
    click.echo(f"\nOpen {shown(folder).issue_page}")
    click.echo(
        f"Work on it: watchdesk desk --desk {folder} --now {ISSUE_DATE.isoformat()}, "
        "and open http://127.0.0.1:8030/"
    )
    click.echo(f"Then try: watchdesk status --desk {folder} --now {ISSUE_DATE.isoformat()}")


def _say(issue: Issue, report: dict[str, list[int]], states: Counter[str], problems: int) -> None:
    coverage = issue.coverage
    languages = len(coverage.languages)
    trouble = states["failed"] + states["refused"]
    click.echo(
        f"\nRead {coverage.articles} articles of {coverage.sources} sources "
        f"in {languages} languages; {states['quiet']} gone quiet, {trouble} in trouble, "
        f"{problems} open problems."
    )
    proven = _proven(report)
    words = ", ".join(f"{done} of {total} {name}" for name, (done, total) in proven.items())
    click.echo(f"Issue {issue.number} has {len(issue.items)} items; proven: {words}.")


def _proven(report: dict[str, list[int]]) -> dict[str, list[int]]:
    return {name: report[name] for name in ("quotations", "figures", "links")}
