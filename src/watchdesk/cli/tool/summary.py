"""`watchdesk tool summary`: a story in a few of its own sentences."""

from datetime import UTC, datetime

import click

from watchdesk.cli.tool.lines import BadLine, Row, field, serve
from watchdesk.stories.piece import Piece
from watchdesk.stories.summary import best_sentences

HELP = """\
Choose the sentences that tell a story best, copied from its articles.

\b
in:  {"id", "words": 60, "articles": [{"title", "text", "published": null, "source": null}]}
out: {"id", "sentences": [{"article": 0, "span": [start, end]}]}, in the order to be read

Whole sentences; the budget of words may be overrun by a tenth.
"""
WORDS = 60
_ANY_DATE = datetime(1970, 1, 1, tzinfo=UTC)


@click.command("summary", help=HELP)
def command() -> None:
    """Answer each line as it comes."""
    serve(_answer)


def _answer(row: Row) -> Row:
    words = row.get("words", WORDS)
    if not isinstance(words, int) or words < 1:
        raise BadLine(f"'words' should be a whole number from 1, not {words!r}")
    pieces = [_piece(one, number) for number, one in enumerate(field(row, "articles", list))]
    chosen = best_sentences(pieces, words=words)
    return {
        "sentences": [
            {"article": one.article, "span": [one.span.start, one.span.end]} for one in chosen
        ]
    }


def _piece(one: object, number: int) -> Piece:
    if not isinstance(one, dict):
        raise BadLine(f"article {number} is not a JSON object")
    return Piece(
        id=str(number),
        title=str(one.get("title") or ""),
        text=field(one, "text"),
        at=_ANY_DATE,
        source=str(one.get("source") or ""),
        language=str(one["language"]) if one.get("language") else None,
    )
