"""`watchdesk tool statements`: articles in, who said what and which figures out."""

import gc
from datetime import UTC, datetime

import click

from watchdesk.cli.tool.lines import Row, field, serve
from watchdesk.model import Article, Dated, Figure, Mention, Setting, Span, Speaker, Statement
from watchdesk.statements import read

_HELP = """Who said what, and figures: JSON Lines in, JSON Lines out.

\b
in:  {"id", "title", "text", "published", "language"}
out: {"id",
      "statements": [{"kind": "direct"|"mixed"|"indirect", "content": [[s, e], ..],
                      "cue": [s, e]|null, "source": [s, e]|null,
                      "speaker": ".."|null, "role": ".."|null, "organisation": ".."|null,
                      "party": ".."|null, "place": ".."|null, "speaker_spans": {field: [s, e]},
                      "via": [s, e]|null, "said_on": "2026-11-20"|null,
                      "said_on_span": [s, e]|null, "medium": ".."|null,
                      "medium_span": [s, e]|null}],
      "figures": [{"span": [s, e], "value", "low", "high",
                   "bound": "over"|"under"|"about"|null, "unit", "counts"}],
      "measures": [{"span": [s, e], "kind", "key", "session": "118"|null}]}

Offsets are code points of the text as given, half open. `source` is what is printed near the
quotation, `speaker` the resolved name, null where the text does not show it. `via` is who passed
the words on; "on Monday" is counted from `published`, which also tells the `session` (the
Congress) that a number belongs to where the text does not print it.
"""


@click.command(help=_HELP)
def command() -> None:
    """Answer each line."""
    # Words and statements hold no rings: looking for rings among them is a thirtieth of the time.
    gc.freeze()
    gc.set_threshold(100_000)
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
        published=_dated(row.get("published")),
        language=language if isinstance(language, str) else None,
        reader="line",
        version=1,
    )


def _dated(printed: object) -> Dated | None:
    """The article's date; None where it is missing or cannot be read."""
    try:
        moment = datetime.fromisoformat(printed) if isinstance(printed, str) else None
    except ValueError:
        return None
    if moment is None:
        return None
    return Dated(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _statement(one: Statement) -> Row:
    return {
        "kind": one.wording.value,
        "content": [_pair(span) for span in one.content],
        "cue": _pair(one.cue),
        "source": _pair(one.source),
        **_speaker(one.speaker),
        **_setting(one.setting),
    }


def _speaker(one: Speaker | None) -> Row:
    fields = ("role", "organisation", "party", "place")
    spans = {name: getattr(one, f"{name}_span", None) for name in ("name", *fields)}
    return {
        "speaker": one.name if one else None,
        **{name: getattr(one, name, None) or None for name in fields},
        "speaker_spans": {name: _pair(span) for name, span in spans.items() if span},
    }


def _setting(one: Setting) -> Row:
    return {
        "via": _pair(one.via),
        "said_on": one.said_on.isoformat() if one.said_on else None,
        "said_on_span": _pair(one.said_on_span),
        "medium": one.medium.value if one.medium else None,
        "medium_span": _pair(one.medium_span),
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
    return {
        "span": _pair(one.span),
        "kind": one.kind,
        "key": one.key,
        "session": one.session,
    }
