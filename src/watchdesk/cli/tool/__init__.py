"""`watchdesk tool NAME`: JSON Lines in, JSON Lines out, one for one; no desk, no database."""

import importlib

import click

TOOLS = ("extract", "feed", "names", "sections", "statements", "stories", "summary", "verify")


class Tools(click.Group):
    """A group whose commands are the files of this folder; only the one called is imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all tools."""
        del ctx
        return list(TOOLS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The tool of this name, or None."""
        del ctx
        if cmd_name not in TOOLS:
            return None
        module = importlib.import_module(f"watchdesk.cli.tool.{cmd_name}")
        command: click.Command = module.command
        return command


@click.group(cls=Tools)
def tool() -> None:
    """Plumbing: JSON Lines in, JSON Lines out, for shells, researchers and benchmarks."""
