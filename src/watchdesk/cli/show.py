"""Prints the events of a run: a live line for people, JSON lines for programs, and a summary.

In: events. Out: text on the terminal, and the problems that were met. It decides nothing.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

from watchdesk.cli.options import put_json
from watchdesk.model import Code, Done, Event, Failed, Finished, Problem, Started
from watchdesk.pipeline import cure

DRAWN_EVERY = 0.1
"""Seconds: drawing each event would cost as much as fetching it."""

WORDS = {
    "new": "new",
    "unchanged": "unchanged",
    "failed": "in trouble",
    "article": "articles",
    "changed": "changed",
    "older": "older readings",
    "opened": "new stories",
    "joined": "joined a story",
    "listed": "lists read",
    "page": "pages",
    "document": "documents",
    "image": "pictures",
    "written": "files written",
}


@dataclass(slots=True)
class Outcome:
    """What a run came to: counts for each stage and the problems on the way."""

    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def show(events: Iterable[Event], *, as_json: bool = False) -> Outcome:
    """Print events as they come; gives what they came to."""
    outcome = Outcome()
    if as_json:
        for event in events:
            _note(event, outcome)
            put_json(_row(event))
        return outcome
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(bar_width=24))
    counts = TextColumn("{task.fields[counts]}")
    with Progress(*columns, counts, console=console, transient=True) as progress:
        _draw(events, progress, outcome)
    for stage, numbers in outcome.counts.items():
        click.echo(f"{stage}: {in_words(numbers)}")
    return outcome


def _draw(events: Iterable[Event], progress: Progress, outcome: Outcome) -> None:
    task = progress.add_task("", total=None, counts="")
    seen: Counter[str] = Counter()
    due = 0.0
    for event in events:
        _note(event, outcome)
        match event:
            case Started(stage=stage, waiting=waiting):
                seen.clear()
                progress.reset(task, total=waiting or None, description=stage.value)
            case Done(outcome=word):
                seen[word] += 1
            case Failed():
                seen["failed"] += 1
            case Finished():
                continue
        if time.monotonic() >= due:
            due = time.monotonic() + DRAWN_EVERY
            progress.update(task, completed=seen.total(), counts=in_words(seen))


def _note(event: Event, outcome: Outcome) -> None:
    match event:
        case Failed(problem=problem):
            outcome.problems.append(problem)
        case Finished(stage=stage, counts=counts):
            before = outcome.counts.setdefault(stage.value, {})
            for word, number in counts.items():
                before[word] = before.get(word, 0) + number
        case _:
            pass


def in_words(counts: Mapping[str, int]) -> str:
    """Counts as words: "61 new, 3 unchanged"."""
    return ", ".join(f"{number} {WORDS.get(word, word)}" for word, number in counts.items()) or (
        "nothing to do"
    )


def _row(event: Event) -> dict[str, object]:
    match event:
        case Started(stage=stage, waiting=waiting):
            return {"event": "started", "stage": stage.value, "waiting": waiting}
        case Done(stage=stage, subject=subject, outcome=outcome, source_id=source):
            fields = {"stage": stage.value, "subject": subject, "outcome": outcome}
            return {"event": "done", **fields, "source": source}
        case Failed(problem=problem):
            return {"event": "failed", **problem_row(problem)}
        case Finished(stage=stage, counts=counts):
            return {"event": "finished", "stage": stage.value, "counts": counts}


def problem_row(problem: Problem) -> dict[str, object]:
    """A problem as a row for programs."""
    return {
        "stage": problem.stage.value,
        "subject": problem.subject,
        "code": problem.code.value,
        "message": problem.message,
        "source": problem.source_id,
        "retry_after": problem.retry_after,
        "cure": cure(problem.code),
    }


def troubles(problems: Iterable[Problem], *, most: int = 12) -> None:
    """Name each trouble and what to do; troubles of one kind on one host stand together."""
    groups: dict[tuple[Code, str], list[Problem]] = {}
    for problem in problems:
        host = urlsplit(problem.subject).hostname or ""
        groups.setdefault((problem.code, host), []).append(problem)
    for (code, host), group in list(groups.items())[:most]:
        more = f" ({len(group)} times at {host})" if len(group) > 1 else ""
        click.echo(f"  • {group[0].message}{more}\n    {cure(code)}")
    if len(groups) > most:
        click.echo(f"  … and {len(groups) - most} more kinds: 'watchdesk status' shows all.")
    sys.stdout.flush()
