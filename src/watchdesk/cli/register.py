"""`watchdesk register`: what lasts from week to week, and what waits for a decision."""

import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from watchdesk.cli.exchange import count_entries, export_entries, import_entries
from watchdesk.cli.options import (
    Moment,
    as_option,
    desk_option,
    editor,
    json_option,
    now_option,
    put_json,
)
from watchdesk.model import Development, Entry, Proposal, Verdict
from watchdesk.pipeline import dossiers, entering, open_desk
from watchdesk.pipeline.proposing import Answer, decide, waiting
from watchdesk.pipeline.registered import gaps_of

DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group()
def register() -> None:
    """Registers: dossiers of cases, measures and more, and proposals for them."""


register.add_command(export_entries)
register.add_command(count_entries)
register.add_command(import_entries)


@register.command("list")
@click.argument("name", required=False)
@click.option("--status", default=None, help="Only entries of this status, such as 'held'.")
@click.option("--on", "day", type=DAY, default=None, help="Who was held on this day.")
@click.option("--as-known", "known", type=Moment(), default=None, help="As known at this time.")
@desk_option
@json_option
def list_entries(
    *,
    name: str | None,
    status: str | None,
    day: datetime | None,
    known: datetime | None,
    folder: Path,
    as_json: bool,
) -> None:
    """The entries of a register; without a name, the registers and what waits in each."""
    with open_desk(folder) as desk:
        if name is None:
            rows: Iterable[dict[str, object]] = dossiers.overview(desk)
        elif day is not None or known is not None:
            moment = known or desk.clock()
            rows = dossiers.lasting_on(desk, name, (day or moment).date(), moment)
        else:
            rows = dossiers.entries_of(desk, name, status)
    for row in rows:
        if as_json:
            put_json(row)
        else:
            click.echo("  ".join(str(value) for value in row.values() if value not in ("", None)))


@register.command("gaps")
@click.argument("name")
@desk_option
@now_option
@json_option
def list_gaps(*, name: str, folder: Path, now: datetime | None, as_json: bool) -> None:
    """What entries of a register lack: news, a second source, what was awaited."""
    with open_desk(folder, now=now) as desk:
        rows = gaps_of(desk, name)
    for row in rows:
        if as_json:
            put_json({"id": row.id, "title": row.title, "gap": row.gap})
        else:
            click.echo(f"{row.id}  {row.title}: {row.gap}")
    if not rows and not as_json:
        click.echo("Nothing is lacking.")


@register.command("show")
@click.argument("entry_id")
@click.option("--on", "day", type=DAY, default=None, help="As it stood on this day.")
@click.option("--as-known", "known", type=Moment(), default=None, help="As known at this time.")
@desk_option
def show_entry(entry_id: str, day: datetime | None, known: datetime | None, folder: Path) -> None:
    """An entry with its developments, each with who says so and the passage it rests on."""
    with open_desk(folder) as desk:
        on = day.date() if day else None
        entry = dossiers.entry_of(desk, entry_id, held_on=on, known_on=known)
        line = dossiers.line_of(entry, on or desk.clock().date())
    click.echo(f"{entry.title} ({entry.register}, {entry.id})")
    if line:
        click.echo(line)
    if entry.merged_into:
        click.echo(f"The same as {entry.merged_into}.")
    for one in entry.developments:
        click.echo(f"  {_when(one.held_from, one.precision)}  {_told(entry, one)}")
        for piece in one.evidence[:1]:
            click.echo(f"      “{piece.quote}”" if piece.quote else f"      {piece.media_digest}")


def _when(day: date, precision: str) -> str:
    return {"year": f"{day:%Y}", "month": f"{day:%Y-%m}", "before": f"by {day}"}.get(
        precision, f"{day}"
    )


def _told(entry: Entry, one: Development) -> str:
    kind = dossiers.register_named(entry.register).kind(one.kind)
    parts = [kind.label if kind else one.kind]
    if one.stance != "asserts":
        parts.append(f"({one.stance})")
    if one.says:
        parts.append(f"says {one.says}")
    values = "; ".join(f"{k}: {v}" for k, v in one.value.items() if k not in {"title", "keys"})
    return " ".join(parts) + (f": {values}" if values else "") + f"  [{one.id}, {one.by}]"


@register.command("propose")
@click.argument("name", required=False)
@click.option("--most", default=50, show_default=True, help="How many.")
@desk_option
@json_option
def proposals(name: str | None, most: int, folder: Path, *, as_json: bool) -> None:
    """What rules read in articles and would enter, if you say so."""
    with open_desk(folder) as desk:
        found = waiting(desk, name, limit=most)
    for one in found:
        if as_json:
            put_json({"id": one.id, "register": one.register, "kind": one.kind, "title": one.title})
        else:
            _show(one)
    if not found and not as_json:
        click.echo("Nothing waits for a decision.")


def _show(one: Proposal) -> None:
    to = one.entry or ("new" if not one.alike else f"new, or one of {', '.join(one.alike)}")
    click.echo(f"{one.id}  {one.register}: {one.title}: {one.kind}, {one.held_from} ({to})")
    for piece in one.evidence:
        click.echo(f"      “{piece.quote}”")
    click.echo(f"      because: {one.rule}")


@register.command("decide")
@click.argument("proposal_id")
@click.argument("verdict", type=click.Choice([one.value for one in Verdict]))
@click.option("--into", default=None, help="The entry that it goes to.")
@click.option("--on", "day", type=DAY, default=None, help="The day on which it held.")
@click.option("--set", "values", multiple=True, help="FIELD=VALUE in place of what was proposed.")
@click.option("--note", default="", help="Why.")
@desk_option
@now_option
@as_option
def decide_on(
    *,
    proposal_id: str,
    verdict: str,
    into: str | None,
    day: datetime | None,
    values: tuple[str, ...],
    note: str,
    folder: Path,
    now: datetime | None,
    name: str | None,
) -> None:
    """Accept, amend, refuse a proposal, or say that you are unsure."""
    with open_desk(folder, now=now) as desk:
        answer = Answer(
            verdict=Verdict(verdict),
            by=editor(desk.config, name),
            note=note,
            into=into,
            held_from=day.date() if day else None,
            value=_values(values),
        )
        found = decide(desk, proposal_id, answer)
    click.echo(f"Kept: {verdict}.")
    for one in found:
        click.echo(f"  {one.register}: {one.kind} of {one.entry}")


def _values(pairs: Iterable[str]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        field, mark, value = pair.partition("=")
        if not mark or not field.strip():
            raise click.BadParameter(f"'{pair}' is not FIELD=VALUE", param_hint="--set")
        found[field.strip()] = value.strip()
    return found


@register.command("add")
@click.argument("target")
@click.argument("kind")
@click.option("--title", default="", help="Opens a new entry of this title in register TARGET.")
@click.option("--article", default=None, help="The article that says so (its id or address).")
@click.option("--quote", default=None, help="The passage of the article, word for word.")
@click.option("--on", "day", type=DAY, default=None, help="The day on which it held.")
@click.option("--until", type=DAY, default=None, help="The day from which it holds no more.")
@click.option("--set", "values", multiple=True, help="FIELD=VALUE.")
@click.option("--says", default="", help="Who says so, where it is not the article itself.")
@desk_option
@now_option
@as_option
def add(
    *,
    target: str,
    kind: str,
    title: str,
    article: str | None,
    quote: str | None,
    day: datetime | None,
    until: datetime | None,
    values: tuple[str, ...],
    says: str,
    folder: Path,
    now: datetime | None,
    name: str | None,
) -> None:
    """Enter a development in entry TARGET, with the passage that proves it.

    With --title a new entry is opened in the register TARGET. A note needs no passage, nor does
    consent: KIND 'consented' with --set scope=keep, share, quote, publish, court or place. With
    --set access=desk or partners, nobody else sees it.
    """
    with open_desk(folder, now=now) as desk:
        told = entering.ByHand(
            target=target,
            kind=kind,
            title=title,
            article=article,
            quote=quote,
            held_from=day.date() if day else desk.clock().date(),
            held_to=until.date() if until else None,
            value=_values(values),
            says=says,
            by=editor(desk.config, name),
        )
        found = entering.enter(desk, told)
    for one in found:
        click.echo(f"{one.register}: {one.kind} of {one.entry}  [{one.id}]")


@register.command("retract")
@click.argument("development_id")
@click.option("--reason", required=True, help="What was wrong.")
@desk_option
@now_option
@as_option
def retract(
    development_id: str, reason: str, folder: Path, now: datetime | None, name: str | None
) -> None:
    """Take a development back; it stays in the chain, and no longer counts."""
    with open_desk(folder, now=now) as desk:
        by = editor(desk.config, name)
        one = entering.take_back(desk, development_id, by=by, reason=reason)
    click.echo(f"Taken back: {one.retracts}  [{one.id}]")


@register.command("merge")
@click.argument("entry_id")
@click.argument("into")
@click.option("--reason", required=True, help="The second fact that both share.")
@desk_option
@now_option
@as_option
def merge(
    *, entry_id: str, into: str, reason: str, folder: Path, now: datetime | None, name: str | None
) -> None:
    """Say that an entry is the same as another; taking that back parts them again."""
    with open_desk(folder, now=now) as desk:
        by = editor(desk.config, name)
        one = entering.merge(desk, entry_id, into, by=by, reason=reason)
    click.echo(f"{entry_id} is now part of {into}  [{one.id}]")


@register.command("verify")
@desk_option
@json_option
def verify(folder: Path, *, as_json: bool) -> None:
    """Walk the chain of developments and name the first row that does not fit."""
    with open_desk(folder) as desk:
        state = dossiers.verify(desk)
    if as_json:
        put_json({"length": state.length, "head": state.head, "broken_at": state.broken_at})
    elif state.broken_at is None:
        click.echo(f"All {state.length} developments follow one another. Head: {state.head}")
    else:
        click.echo(f"The chain is broken at row {state.broken_at}: {state.why}.")
    sys.exit(0 if state.broken_at is None else 1)
