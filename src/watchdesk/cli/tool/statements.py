"""`watchdesk tool statements`: articles in, who said what and which figures out."""

import click

from watchdesk.cli.tool.lines import Row, field, serve
from watchdesk.model import Article, Figure, Mention, Span, Statement
from watchdesk.statements import read

_HELP = """Who said what, and figures: JSON Lines in, JSON Lines out.

\b
in:  {"id", "title", "text", "published", "language"}
out: {"id",
      "statements": [{"kind": "direct"|"mixed"|"indirect", "content": [[s, e], ..],
                      "cue": [s, e]|null, "source": [s, e]|null,
                      "speaker": ".."|null, "role": ".."|null, "organisation": ".."|null,
                      "party": ".."|null, "place": ".."|null}],
      "figures": [{"span": [s, e], "value", "low", "high",
                   "bound": "over"|"under"|"about"|null, "unit", "counts"}],
      "measures": [{"span": [s, e], "kind", "key"}]}

Offsets are code points of the text as given, half open. `source` is what is printed near the
quotation, `speaker` the resolved name, null where the text does not show it.
"""


@click.command(help=_HELP)
def command() -> None:
    """Answer each line."""
    serve(_answer)


def _answer(row: Row) -> Row:
    found = read(_article(row))
    return {
        "statements": [_statement(one) for one in found.statements],
        "figures": [_figure(one) for one in found.figures],
        "measures": [_mention(one) for one in found.mentions],
    }


def _article(row: Row) -> Article:
    language = row.get("language")
    return Article(
        id=str(row.get("id")),
        capture_id="",
        title=str(row.get("title") or ""),
        # A NUL is not text; one blank in its place keeps every offset.
        text=field(row, "text").replace("\x00", " "),
        language=language if isinstance(language, str) else None,
        reader="line",
        version=1,
    )


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _statement(one: Statement) -> Row:
    return {
        "kind": one.wording.value,
        "content": [_pair(span) for span in one.content],
        "cue": _pair(one.cue),
        "source": _pair(one.source),
        "speaker": one.speaker.name if one.speaker else None,
        "role": (one.speaker.role or None) if one.speaker else None,
        "organisation": (one.speaker.organisation or None) if one.speaker else None,
        "party": (one.speaker.party or None) if one.speaker else None,
        "place": (one.speaker.place or None) if one.speaker else None,
    }


def _figure(one: Figure) -> Row:
    return {
        "span": _pair(one.span),
        "value": one.value,
        "low": one.low,
        "high": one.high,
        "bound": one.bound.value if one.bound else None,
        "unit": one.unit,
        "counts": one.counts,
    }


def _mention(one: Mention) -> Row:
    return {"span": _pair(one.span), "kind": one.kind, "key": one.key}
