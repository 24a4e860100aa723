"""`watchdesk gather`, `extract`, `group` and `run`: the steps of the chain, alone or in one go."""

import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import click

from watchdesk.cli.options import desk_option, json_option, now_option, put_json
from watchdesk.cli.show import Outcome, show, troubles
from watchdesk.model import Event, Section
from watchdesk.pipeline import (
    Desk,
    catch_up,
    chain,
    group,
    open_desk,
    prove,
    waiting_requests,
    working_on,
    write_draft,
)
from watchdesk.pipeline import extract as extract_waiting
from watchdesk.pipeline import gather as gather_sources
from watchdesk.pipeline.alarms import sounded
from watchdesk.pipeline.publishing import renewed
from watchdesk.workers import Workers


def _run(
    folder: Path,
    now: datetime | None,
    what: str,
    steps: Callable[[Desk, Workers], Iterator[Event]],
    *,
    as_json: bool,
) -> Outcome:
    with open_desk(folder, now=now) as desk, working_on(desk, what), Workers() as workers:
        outcome = show(steps(desk, workers), as_json=as_json)
    if outcome.problems and not as_json:
        click.echo(f"{len(outcome.problems)} troubles:")
        troubles(outcome.problems)
    return outcome


@click.command()
@click.option("--due", is_flag=True, help="Only the sources whose time has come (for a timer).")
@desk_option
@now_option
@json_option
def gather(folder: Path, now: datetime | None, *, due: bool, as_json: bool) -> None:
    """Ask all sources what is new, and archive it."""
    _run(
        folder,
        now,
        "gather",
        lambda desk, workers: gather_sources(desk, workers, due=due),
        as_json=as_json,
    )


@click.command()
@desk_option
@now_option
@json_option
def extract(folder: Path, now: datetime | None, *, as_json: bool) -> None:
    """Read the articles out of what was archived."""
    _run(folder, now, "extract", extract_waiting, as_json=as_json)


@click.command("group")
@desk_option
@now_option
@json_option
def group_stories(folder: Path, now: datetime | None, *, as_json: bool) -> None:
    """Put articles that tell the same event together."""
    _run(folder, now, "group", lambda desk, _workers: group(desk), as_json=as_json)


@click.command()
@click.option("--due", is_flag=True, help="Only the sources whose time has come (for a timer).")
@desk_option
@now_option
@json_option
def run(folder: Path, now: datetime | None, *, due: bool, as_json: bool) -> None:
    """Gather, extract, group, draft and prove in one go, as a timer would."""
    _run(folder, now, "run", lambda desk, workers: chain(desk, workers, due=due), as_json=as_json)
    with open_desk(folder, now=now) as desk, working_on(desk, "draft"):
        issue = write_draft(desk)
        report = prove(desk, issue)
        gone = renewed(desk)
        told = sounded(desk, gone)
    if as_json:
        put_json({"event": "drafted", "issue": issue.number, "items": len(issue.items)})
    else:
        for said in filter(None, (gone, told)):
            click.echo(said)
        click.echo(f"Issue {issue.number} is drafted with {len(issue.items)} items.")
        for line in report.sentences():
            click.echo(line)
    sys.exit(1 if report.blocks else 0)


@click.command()
@desk_option
@now_option
@json_option
def draft(folder: Path, now: datetime | None, *, as_json: bool) -> None:
    """Draft the issue from what came since the last one."""
    with open_desk(folder, now=now) as desk, working_on(desk, "draft"), Workers() as workers:
        show(catch_up(desk, workers), as_json=as_json)
        issue = write_draft(desk)
        unfetched = waiting_requests(desk)
    if as_json:
        put_json({"event": "drafted", "issue": issue.number, "items": len(issue.items)})
        return
    click.echo(f"Issue {issue.number}, {issue.dated:%-d %B %Y}:")
    for section in issue.sections:
        click.echo(f"  {section.title}: {_how_many(section)}")
    if unfetched:
        click.echo(
            f"{unfetched} documents and pictures that these articles lead to are not fetched yet: "
            "'watchdesk run' does."
        )
    click.echo("Next: 'watchdesk issue edit' to change it, 'watchdesk prove' to check it.")


def _how_many(section: Section) -> str:
    if not section.items:
        return section.empty_because
    return "1 item" if len(section.items) == 1 else f"{len(section.items)} items"
