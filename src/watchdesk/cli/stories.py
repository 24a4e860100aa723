"""`watchdesk stories`: what was told, by whom."""

from datetime import datetime, timedelta
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
from watchdesk.pipeline import StoryView, newest_stories, open_desk, story_view, storylines


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
