"""`watchdesk tool names`: how well two spellings fit one person."""

import click

from watchdesk.cli.tool.lines import Row, field, serve
from watchdesk.text.likeness import similarity


@click.command("names")
def command() -> None:
    r"""How well two spellings of a name fit one person, across scripts.

    \b
    in:  {"id", "a": "Anahit Melkonyan", "b": "Անահիտ Մելքոնյան"}
    out: {"id", "score": 0.0 to 1.0}
    """
    serve(_answer)


def _answer(row: Row) -> Row:
    return {"score": similarity(field(row, "a"), field(row, "b"))}
