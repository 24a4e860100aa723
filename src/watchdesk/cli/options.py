"""The options that many commands share, and how they are read."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from watchdesk.config import Config
from watchdesk.model import UsageError

F = TypeVar("F", bound=Callable[..., Any])

EDITOR = "WATCHDESK_EDITOR"


class Moment(click.ParamType[datetime]):
    """A date or time in ISO 8601; without a zone it is read as UTC."""

    name = "time"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The moment, aware, in UTC."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(
                f"'{value}' is no time; write 2026-11-20 or 2026-11-20T09:00+04:00", param, ctx
            )
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)


def desk_option(command: F) -> F:
    """`--desk DIR`: the desk to work on, by default the current folder."""
    return click.option(
        "--desk",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path(),
        help="The desk's folder; by default the current one.",
    )(command)


def now_option(command: F) -> F:
    """`--now TIME`: play the command at another time."""
    return click.option(
        "--now", type=Moment(), default=None, help="Play this command at another time (ISO 8601)."
    )(command)


def json_option(command: F) -> F:
    """`--json`: one JSON line for each event or row."""
    return click.option(
        "--json", "as_json", is_flag=True, help="One JSON line for each event or row."
    )(command)


def as_option(command: F) -> F:
    """`--as NAME`: who decides."""
    return click.option(
        "--as",
        "name",
        default=None,
        help=f"Who decides: one of [editors] in desk.toml, or ${EDITOR}.",
    )(command)


def editor(config: Config, name: str | None) -> str:
    """The person who decides; whoever it is must be named in desk.toml."""
    given = name or os.environ.get(EDITOR, "")
    known = [person.name for person in config.editors]
    if not given:
        raise UsageError(f"A decision needs a name: say --as NAME or set {EDITOR}.")
    if given not in known:
        listed = ", ".join(known) or "none yet; add [[editors]] with name and mail"
        raise UsageError(f"'{given}' is not among the editors in desk.toml ({listed}).")
    return given


def put_json(row: dict[str, Any]) -> None:
    """Print one JSON line."""
    click.echo(json.dumps(row, ensure_ascii=False, default=str))
