"""A command with a mistake in it."""

import click


@click.command()
def command() -> None:
    """Fail as nobody expected."""
    raise LookupError("the seventh drawer\nis missing")
