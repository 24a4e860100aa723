"""`watchdesk stories`: what was told, by whom."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import TextIO

import click

from watchdesk.cli.options import (
    as_option,
    desk_option,
    editor,
    json_option,
    now_option,
    put_json,
)
from watchdesk.model import Article
from watchdesk.pipeline import (
    StoryView,
    calibrating,
    newest_stories,
    open_desk,
    story_view,
    storylines,
)

ANSWERS = {"y": True, "n": False, "u": None}
WORD = click.Choice([*ANSWERS, "stop"], case_sensitive=False)
OPENING = 200
"""Characters of an article that a question shows."""


@click.group()
def stories() -> None:
    """Stories: articles that tell the same event."""


@stories.command("list")
@click.option("--days", default=7, show_default=True, help="How far back.")
@click.option("--most", default=30, show_default=True, help="How many.")
@desk_option
@now_option
@json_option
def list_stories(
    days: int, most: int, folder: Path, now: datetime | None, *, as_json: bool
) -> None:
    """The stories of the last days, biggest first."""
    with open_desk(folder, now=now) as desk:
        since = desk.clock() - timedelta(days=days)
        for view in newest_stories(desk, since=since, limit=most):
            if as_json:
                put_json({"story": view.id, "title": view.title, "origins": view.origins})
            else:
                click.echo(f"{view.id}  {_counts(view)}  {view.title}")


def _counts(view: StoryView) -> str:
    articles = len(view.members)
    copies = articles - view.origins
    return f"{view.origins} independent" + (f" + {copies} copies" if copies else "")


@stories.command("show")
@click.argument("story_id")
@desk_option
def show_story(story_id: str, folder: Path) -> None:
    """The articles of a story, and why each belongs to it."""
    with open_desk(folder) as desk:
        view = story_view(desk, story_id)
    click.echo(f"{view.title}\n{_counts(view)}")
    for subject in view.subjects:
        click.echo(f"about {subject.title} ({subject.code}): {', '.join(subject.why)}")
    for member in view.members:
        click.echo(f"  {member.at:%Y-%m-%d %H:%M}  {member.outlet}: {member.title}")
        click.echo(f"      {member.article_id}  {member.url}")
        if member.why:
            click.echo(f"      {member.why}")


@stories.command("merge")
@click.argument("story_id")
@click.argument("into")
@click.option("--note", default="", help="Why.")
@desk_option
@now_option
@as_option
def merge_stories(
    *, story_id: str, into: str, note: str, folder: Path, now: datetime | None, name: str | None
) -> None:
    """Say that two stories tell one event; the first one's id leads on to the second."""
    with open_desk(folder, now=now) as desk:
        change = storylines.merge(desk, story_id, into, by=editor(desk.config, name), note=note)
    click.echo(f"{len(change.articles)} articles are now in story {change.story_id}.")


@stories.command("split")
@click.argument("story_id")
@click.argument("articles", nargs=-1, required=True)
@click.option("--note", default="", help="Why.")
@desk_option
@now_option
@as_option
def split_story(
    *,
    story_id: str,
    articles: tuple[str, ...],
    note: str,
    folder: Path,
    now: datetime | None,
    name: str | None,
) -> None:
    """Make a story of its own of ARTICLES: what is not this story stays apart from it."""
    with open_desk(folder, now=now) as desk:
        by = editor(desk.config, name)
        change = storylines.split(desk, story_id, articles, by=by, note=note)
    click.echo(f"{len(change.articles)} articles are now story {change.story_id}.")


@stories.command("calibrate")
@click.option("--most", default=calibrating.PAIRS, show_default=True, help="How many pairs.")
@click.option("--file", "answers", type=click.File(), help="Answers, one a line: y, n, u or stop.")
@desk_option
@now_option
@as_option
def calibrate_stories(
    *, most: int, answers: TextIO | None, folder: Path, now: datetime | None, name: str | None
) -> None:
    """Judge pairs of articles; how alike one event must be is then fitted to your answers.

    The pairs most in doubt come first. It takes ten judged pairs before anything changes, and what
    was grouped already stays as it is.
    """
    with open_desk(folder, now=now) as desk:
        by = editor(desk.config, name)
        was = calibrating.fitted(desk)[0].joins
        for number, asked in enumerate(calibrating.pairs_in_doubt(desk, most=most), 1):
            click.echo(f"\n{number}.  {_asked(asked.one)}\n    {_asked(asked.other)}")
            answer = (
                answers.readline().strip() if answers else click.prompt("One event?", type=WORD)
            )
            if answer not in ANSWERS:
                break
            calibrating.judge(desk, asked, ANSWERS[answer], by=by)
        fit, judged = calibrating.fitted(desk)
    click.echo(f"\n{judged} pairs are judged one way or the other.")
    click.echo(_changed(was, fit, judged))


def _asked(article: Article) -> str:
    return f"{article.title}: {' '.join(article.text[:OPENING].split())}…"


def _changed(was: float, fit: calibrating.Fit, judged: int) -> str:
    if judged < calibrating.FEWEST:
        return f"Nothing changes before {calibrating.FEWEST} are."
    return (
        f"Articles join from a likeness of {fit.joins:.3f} (it was {was:.3f}); over these pairs "
        f"that is right by F1 {fit.after:.2f} (as shipped {fit.before:.2f})."
    )
