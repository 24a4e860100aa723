"""`watchdesk subscribers`: who gets the issue by mail, and on what proof."""

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import IO

import click

from watchdesk.cli.options import Moment, desk_option, json_option, now_option, put_json
from watchdesk.model import Subscriber, UsageError
from watchdesk.pipeline import open_desk
from watchdesk.pipeline.rolls import give_out, take_in
from watchdesk.pipeline.subscribing import ask, enrol, good_address, known_sections
from watchdesk.store import subscribers as stored

OUTCOMES = {
    "new": "taken in",
    "known": "on the list already",
    "left": "left since, and not taken in again",
    "suppressed": "suppressed, and not taken in",
}


@click.group()
def subscribers() -> None:
    """Who gets the issue by mail."""


@subscribers.command("list")
@desk_option
@json_option
def list_subscribers(folder: Path, *, as_json: bool) -> None:
    """All subscribers by address, and the suppressed addresses."""
    with open_desk(folder) as desk, desk.store.reading() as tx:
        for one in stored.every(tx):
            row = {"address": one.address, "state": one.enrolment.value, "since": one.since}
            if as_json:
                put_json({**row, "language": one.language, "sections": one.sections})
            else:
                wanted = ", ".join(one.sections) or "whole issue"
                told = f"{one.enrolment.value:<9}  {one.since:%Y-%m-%d}  {one.address}"
                click.echo(f"{told}  {one.language or desk.config.language}, {wanted}")
        for each in stored.all_suppressed(tx):
            if as_json:
                put_json({"address": each.address, "state": "suppressed", "since": each.at})
            else:
                click.echo(f"suppressed {each.at:%Y-%m-%d}  {each.address}  {each.why}")
        counts = stored.counts(tx)
    if not as_json:
        click.echo(", ".join(f"{number} {state}" for state, number in counts.items()))


@subscribers.command("add")
@click.argument("address")
@click.option("--how", default="", help="How consent was given, as in 'form at the fair, 3 May'.")
@click.option("--when", type=Moment(), default=None, help="When it was given; now if left out.")
@click.option("--language", default="", help="The reader's language.")
@click.option("--section", "sections", multiple=True, help="A section wanted; all if left out.")
@desk_option
@now_option
def add(
    address: str,
    *,
    how: str,
    when: datetime | None,
    language: str,
    sections: tuple[str, ...],
    folder: Path,
    now: datetime | None,
) -> None:
    """Take somebody in, with the proof of consent.

    Without --how the address gets a letter to confirm, when 'watchdesk serve' runs.
    """
    with open_desk(folder, now=now) as desk:
        good, chosen = good_address(address), known_sections(desk, sections)
        if not how:
            ask(desk, good, language=language, sections=chosen)
            click.echo("A letter to confirm goes to this address when 'watchdesk serve' runs.")
            return
        reader = Subscriber(
            id="", address=good, language=language, sections=chosen, since=desk.clock()
        )
        outcome = enrol(desk, reader, how=how, when=when or desk.clock())
    click.echo(f"{good}: {OUTCOMES[outcome]}.")


@subscribers.command("import")
@click.argument("file", type=click.File(encoding="utf-8-sig"))
@click.option("--how", default="", help="How consent was given, where the file does not say.")
@click.option("--when", type=Moment(), default=None, help="When, where the file does not say.")
@desk_option
@now_option
def take(
    file: IO[str], how: str, when: datetime | None, folder: Path, now: datetime | None
) -> None:
    """Take in a CSV file: address, language, sections (a;b), consent_at, consent_how.

    A line without how and when consent was given is refused. Importing twice changes nothing.
    """
    counts: Counter[str] = Counter()
    with open_desk(folder, now=now) as desk:
        try:
            text = file.read()
        except UnicodeDecodeError as error:
            raise UsageError(f"{file.name} is not UTF-8 from byte {error.start} on.") from error
        for one in take_in(desk, text, how=how, when=when):
            counts[OUTCOMES.get(one.outcome, "refused")] += 1
            if one.outcome not in OUTCOMES:
                click.echo(f"{file.name}:{one.line}: {one.outcome}")
    click.echo(", ".join(f"{number} {what}" for what, number in counts.items()) or "no lines")


@subscribers.command("export")
@click.argument("file", type=click.File("w", encoding="utf-8"), default="-")
@desk_option
def give(file: IO[str], folder: Path) -> None:
    """Write all subscribers with the proof of their consent as CSV."""
    with open_desk(folder) as desk:
        for line in give_out(desk):
            file.write(line)


@subscribers.command("remove")
@click.argument("address")
@desk_option
def remove(address: str, folder: Path) -> None:
    """Forget a subscriber altogether, the proof of consent included."""
    with open_desk(folder) as desk, desk.store.writing() as tx:
        found = stored.of_address(tx, good_address(address))
        if found is None:
            raise UsageError("There is no subscriber with this address.")
        stored.forget(tx, found.id)
    click.echo("Forgotten. To refuse the address from now on: 'watchdesk subscribers suppress'.")


@subscribers.command("suppress")
@click.argument("address")
@click.option("--why", default="by an editor", show_default=True, help="The reason.")
@click.option("--lift", is_flag=True, help="Let the address get mail again.")
@desk_option
@now_option
def suppress(address: str, why: str, folder: Path, now: datetime | None, *, lift: bool) -> None:
    """Let an address get nothing, whoever asks for it."""
    good = good_address(address)
    with open_desk(folder, now=now) as desk, desk.store.writing() as tx:
        if not lift:
            stored.suppress(tx, good, why=why, at=desk.clock())
        elif not stored.lift(tx, good):
            raise UsageError("This address is not suppressed.")
        elif found := stored.of_address(tx, good):
            stored.forget_bounces(tx, found.id)
    click.echo("It may get mail again." if lift else "It gets nothing from now on.")
