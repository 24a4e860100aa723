"""`watchdesk editors`: who may enter the desk's page, and as what."""

import sys
from pathlib import Path

import click

from watchdesk.cli.options import desk_option, json_option, put_json
from watchdesk.config import Editor, add_editor, remove_editor, set_role
from watchdesk.model import UsageError
from watchdesk.pipeline import Desk, open_desk
from watchdesk.store import accounts

ROLES = ("reader", "editor", "approver", "admin")

role_option = click.option(
    "--role",
    type=click.Choice(ROLES),
    default="editor",
    show_default=True,
    help="What they may do.",
)
stdin_option = click.option(
    "--password-stdin", is_flag=True, help="Read the password from standard input, one line."
)


@click.group()
def editors() -> None:
    """Who may decide: add, list, remove, role, password."""


@editors.command("add")
@click.argument("name")
@click.option("--mail", default="", help="Where proofs are sent.")
@role_option
@stdin_option
@desk_option
def add(name: str, mail: str, role: str, folder: Path, *, password_stdin: bool) -> None:
    """Name one more person in desk.toml, and ask for a password."""
    with open_desk(folder) as desk:
        digest = _asked(from_stdin=password_stdin)
        add_editor(folder, Editor(name=name, mail=mail, role=role))  # type: ignore[arg-type] # checked by click
        _keep(desk, name, digest)
    click.echo(f"{name} may enter as {role}.")


@editors.command("list")
@desk_option
@json_option
def list_editors(folder: Path, *, as_json: bool) -> None:
    """Everybody who is named, their role, and whether they can log in."""
    with open_desk(folder) as desk, desk.store.reading() as tx:
        known = accounts.with_password(tx)
        rows = [(one.name, one.role, one.mail, one.name in known) for one in desk.config.editors]
    for name, role, mail, can_enter in rows:
        if as_json:
            put_json({"name": name, "role": role, "mail": mail, "password": can_enter})
        else:
            click.echo(
                f"{name}  {role}  {mail}  {'has a password' if can_enter else 'no password'}"
            )


@editors.command("remove")
@click.argument("name")
@desk_option
def remove(name: str, folder: Path) -> None:
    """Take a person out; what they decided keeps their name."""
    with open_desk(folder) as desk, desk.store.writing() as tx:
        remove_editor(folder, name)
        accounts.forget(tx, name)
    click.echo(f"{name} may no longer enter.")


@editors.command("role")
@click.argument("name")
@click.argument("role", type=click.Choice(ROLES))
@desk_option
def change_role(name: str, role: str, folder: Path) -> None:
    """Give a person another role."""
    set_role(folder, name, role)
    click.echo(f"{name} is {role} now.")


@editors.command("password")
@click.argument("name")
@stdin_option
@desk_option
def password(name: str, folder: Path, *, password_stdin: bool) -> None:
    """Set a person's password; whoever was in under this name is out."""
    with open_desk(folder) as desk:
        if name not in {one.name for one in desk.config.editors}:
            raise UsageError(f"This desk has no editor '{name}'; 'watchdesk editors list'.")
        _keep(desk, name, _asked(from_stdin=password_stdin))
    click.echo(f"{name} has a new password.")


def _asked(*, from_stdin: bool) -> str:
    from watchdesk.desk.accounts import digest_of  # noqa: PLC0415 - argon2 is needed here alone

    if from_stdin:
        return digest_of(sys.stdin.readline().rstrip("\r\n"))
    given: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return digest_of(given)


def _keep(desk: Desk, name: str, digest: str) -> None:
    with desk.store.writing() as tx:
        accounts.set_password(tx, name, digest, desk.clock())
