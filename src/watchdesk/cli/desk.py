"""`watchdesk desk`: the editors' page, on this machine unless told otherwise."""

from datetime import datetime
from ipaddress import ip_address
from pathlib import Path

import click

from watchdesk.cli.options import desk_option, now_option
from watchdesk.model import UsageError
from watchdesk.pipeline import open_desk
from watchdesk.store import accounts


@click.command()
@desk_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8030, show_default=True, help="The port to listen on; 0 for any.")
@now_option
def command(folder: Path, host: str, port: int, now: datetime | None) -> None:
    """Open the editors' page.

    On this machine, and as long as nobody has a password, it lets you in as the first editor of
    desk.toml. On any other address it demands accounts: 'watchdesk editors password NAME'.
    """
    from watchdesk.desk.app import make_app  # noqa: PLC0415 - only this command serves pages
    from watchdesk.desk.server import listening, server  # noqa: PLC0415 - the same

    guarded = not _on_this_machine(host)
    if guarded:
        _must_have_accounts(folder)
    with listening(host, port) as line:
        app = make_app(folder, now=now, guarded=guarded)
        at = f"{_printed(host)}:{line.getsockname()[1]}"
        click.echo(f"The desk is open at http://{at}/ (Ctrl+C closes it)")
        server(app).run(sockets=[line])


def _on_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _printed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _must_have_accounts(folder: Path) -> None:
    with open_desk(folder) as desk, desk.store.reading() as tx:
        if not accounts.with_password(tx) & {one.name for one in desk.config.editors}:
            raise UsageError(
                "Beyond this machine the desk demands accounts, and nobody has a password yet: "
                "'watchdesk editors add NAME --role admin'."
            )
