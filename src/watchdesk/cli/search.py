"""`watchdesk search QUERY`: the archive by words, phrases and prefixes."""

import sys
from datetime import datetime
from pathlib import Path

import click

from watchdesk.cli.options import Moment, desk_option, json_option, put_json
from watchdesk.model import Hit
from watchdesk.pipeline import find, open_desk
from watchdesk.store.search import Question

LIT, UNLIT = "\x02", "\x03"


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--since", type=Moment(), help="Only what was first read after this time.")
@click.option("--until", type=Moment(), help="Only what was first read before this time.")
@click.option("--source", "source_id", help="Only this source (its id).")
@click.option("--language", help="Only this language (two letters).")
@click.option("--best", "ranked", is_flag=True, help="Best match first instead of newest first.")
@click.option("--most", "limit", default=20, show_default=True, help="How many finds.")
@desk_option
@json_option
def command(words: tuple[str, ...], folder: Path, *, as_json: bool, **narrowed: object) -> None:
    """Search the archive: words, "a phrase", a prefix*, OR, NOT, -without."""
    query = " ".join(f'"{word}"' if " " in word else word for word in words)
    question = Question(words=query, **narrowed)  # type: ignore[arg-type] # click gives the types
    with open_desk(folder) as desk:
        hits = find(desk, question)
    for hit in hits:
        if as_json:
            put_json(_row(hit))
        else:
            _print(hit)
    if not hits and not as_json:
        click.echo("Nothing was found.")


def _row(hit: Hit) -> dict[str, object]:
    snippet = hit.snippet.replace(LIT, "<b>").replace(UNLIT, "</b>")
    row = {"article": hit.article_id, "title": hit.title, "url": hit.url, "snippet": snippet}
    return {**row, "source": hit.source_id, "language": hit.language, "date": hit.published}


def _print(hit: Hit) -> None:
    lit = sys.stdout.isatty()
    snippet = " ".join(hit.snippet.split())
    snippet = snippet.replace(LIT, "\x1b[1m" if lit else "[").replace(
        UNLIT, "\x1b[0m" if lit else "]"
    )
    moment: datetime = hit.published or hit.arrived_at
    click.echo(click.style(hit.title, bold=True))
    click.echo(f"  {moment:%Y-%m-%d}  {hit.source_id or ''}  {hit.language or ''}  {hit.url}")
    click.echo(f"  {snippet}\n")
