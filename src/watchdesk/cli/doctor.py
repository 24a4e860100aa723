"""`watchdesk doctor`: whether large receivers will take the desk's mail."""

import sys
from datetime import datetime
from itertools import chain
from pathlib import Path

import click

from watchdesk.cli.options import desk_option, json_option, now_option, put_json
from watchdesk.model import UsageError
from watchdesk.pipeline import open_desk
from watchdesk.pipeline.doctor import Health, examine
from watchdesk.pipeline.doctor_lists import examine_lists
from watchdesk.pipeline.names import Names
from watchdesk.pipeline.post import post_of
from watchdesk.pipeline.subscribing import send_note

MARKS = {Health.WELL: "well", Health.LOOK: "look", Health.BAD: "BAD "}


@click.command()
@click.option("--to", "address", default=None, help="Also send a short test mail to this editor.")
@click.option("--selector", "selectors", multiple=True, help="The name of your provider's key.")
@click.option("--dns", "server", default="", metavar="HOST:PORT", help="The name server to ask.")
@desk_option
@now_option
@json_option
def command(
    address: str | None,
    *,
    selectors: tuple[str, ...],
    server: str,
    folder: Path,
    now: datetime | None,
    as_json: bool,
) -> None:
    """Look at SPF, DKIM, DMARC, PTR and TLS, and at the mailers of [hand_over].

    It says in plain words what is missing. Exit status 1 where something is bad.
    """
    bad = False
    with open_desk(folder, now=now) as desk:
        lists = tuple(examine_lists(desk))
        # Whose readers are all at another mailer sends no mail of its own.
        post = post_of(desk) if desk.config.mail.sender or not lists or address else None
        mail = examine(post, _names(server), desk.clock(), selectors) if post else ()
        for one in chain(mail, lists):
            bad |= one.health is Health.BAD
            if as_json:
                row = {"check": one.what, "health": one.health.value, "said": one.said}
                put_json(row | {"cure": one.cure})
                continue
            click.echo(f"{MARKS[one.health]}  {one.what}: {one.said}")
            if one.cure:
                click.echo(f"      {one.cure}")
        if address is not None and post is not None:
            send_note(desk, post, address)
            click.echo(f"A test mail went to {address}; look at its source for 'dkim=pass'.")
    sys.exit(1 if bad else 0)


def _names(server: str) -> Names:
    host, _, port = server.rpartition(":")
    if server and not (host and port.isascii() and port.isdigit()):
        raise UsageError(f"'{server}' is not HOST:PORT.")
    return Names(server)
