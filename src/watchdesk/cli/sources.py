"""`watchdesk sources`: what is watched — add, check, list, mute, export."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from watchdesk.cli.options import desk_option, json_option, now_option, put_json
from watchdesk.config import load, set_muted
from watchdesk.model import UsageError
from watchdesk.pipeline import Added, address_of, open_desk, watch, working_on
from watchdesk.sources import BadList, Listed, read_list, to_opml
from watchdesk.workers import Workers


@click.group()
def sources() -> None:
    """What is watched."""


@sources.command()
@click.argument("targets", nargs=-1, required=True, metavar="URL|FILE.opml|LIST.txt…")
@click.option("--title", default="", help="How the source is called (for one address).")
@click.option("--party", default="", help="Who stands behind it: state, church, independent …")
@desk_option
@now_option
@json_option
def add(
    targets: tuple[str, ...],
    folder: Path,
    now: datetime | None,
    *,
    as_json: bool,
    **named: str,
) -> None:
    """Look what stands at each address, and watch it."""
    wanted = [listed for target in targets for listed in _listed(target)]
    with open_desk(folder, now=now) as desk, working_on(desk, "sources add"), Workers() as workers:
        added = 0
        for one in watch(desk, workers, wanted, **named):
            _say(one, as_json=as_json)
            added += one.source is not None
    if not as_json:
        click.echo(f"{added} of {len(wanted)} are watched now. Next: watchdesk gather")


def _listed(target: str) -> Iterator[Listed]:
    path = Path(target)
    if "://" not in target and path.is_file():
        try:
            found = read_list(path.read_bytes())
        except BadList as error:
            raise UsageError(f"{target}: {error}.") from error
        if not found:
            raise UsageError(f"{target} names no address; write one a line, or give an OPML file.")
        yield from found
    elif "://" not in target and path.suffix in {".opml", ".xml", ".txt"}:
        raise UsageError(f"There is no file {target}.")
    else:
        yield Listed(url=target if "://" in target else f"https://{target}")


def _say(one: Added, *, as_json: bool) -> None:
    listed, found, source = one.listed, one.found, one.source
    if as_json:
        row = {"asked": listed.url, "kind": found.kind or None, "url": found.url}
        put_json({**row, "why": found.why, "source": source.id if source else None})
    elif source is not None:
        click.echo(f"  {found.kind:<8}{source.title or source.id} ({source.id}): {found.why}")
        click.echo(f"          {found.url}")
    elif found.kind:
        click.echo(f"  known   {found.url} is watched already")
    else:
        click.echo(f"  blocked {listed.url}: {found.why}")


@sources.command()
@desk_option
def check(folder: Path) -> None:
    """Read desk.toml and sources.toml, and name every mistake in them; nothing is fetched."""
    config = load(folder)
    click.echo(f"{len(config.sources)} sources and {len(config.sections)} sections: all well.")


@sources.command("list")
@desk_option
@json_option
def list_sources(folder: Path, *, as_json: bool) -> None:
    """The watched sources."""
    for source in load(folder).sources:
        row = {"id": source.id, "kind": source.kind, "title": source.title}
        if as_json:
            put_json({**row, "address": address_of(source), "muted": source.muted})
        else:
            mute = "  (muted)" if source.muted else ""
            click.echo(f"{source.id:<24} {source.kind:<8} {source.title}{mute}")
            click.echo(f"{'':<24} {address_of(source)}")


@sources.command()
@click.argument("source_id")
@click.option("--undo", is_flag=True, help="Let it speak again.")
@desk_option
def mute(source_id: str, folder: Path, *, undo: bool) -> None:
    """Stop asking a source, without losing what it brought."""
    set_muted(folder, source_id, muted=not undo)
    click.echo(f"{source_id} is {'watched again' if undo else 'muted'}.")


@sources.command()
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False), required=False)
@desk_option
def export(target: Path | None, folder: Path) -> None:
    """Write the sources as OPML, for any feed reader."""
    config = load(folder)
    text = to_opml(config.sources, config.title)
    if target is None:
        click.echo(text, nl=False)
    else:
        target.write_text(text, encoding="utf-8")
        click.echo(f"{len(config.sources)} sources are written to {target}.")
