"""`watchdesk tool verify`: one draft sentence against the passages it cites."""

from datetime import UTC, datetime
from typing import Any

import click

from watchdesk.cli.tool.lines import BadLine, Row, field, serve
from watchdesk.model import Finding, Level, Span
from watchdesk.proof import Cited, Known, check_sentence

_NOTHING_MORE = Known()


@click.command("verify")
def command() -> None:
    r"""Check one draft sentence against the passages that it cites.

    \b
    in:  {"id", "draft": "one sentence",
          "cited": [{"text": "the cited article", "span": [s, e] | null, "published": "…" | null}],
          "origins": 2 | null, "signed": ["torture", …]}
    out: {"id", "verdict": "pass" | "warn" | "block",
          "findings": [{"rule": "V4", "level": "block" | "warn", "span": [s, e], "message": "…"}]}
    Spans of findings point into the draft. "origins" is the number of independent texts behind
    it; without it the cited texts are counted, copies once.
    """
    serve(_answer)


def _answer(row: Row) -> Row:
    draft = field(row, "draft")
    cited = tuple(_cited(one) for one in field(row, "cited", list))
    language = row.get("language")
    findings = check_sentence(
        draft,
        cited,
        language=language if isinstance(language, str) else None,
        known=_known(row),
    )
    return {"verdict": _verdict(findings), "findings": [_finding(one) for one in findings]}


def _known(row: Row) -> Known:
    origins, signed = row.get("origins"), row.get("signed")
    if origins is None and not signed:
        return _NOTHING_MORE
    if origins is not None and type(origins) is not int:
        raise BadLine("'origins' should be a number or null")
    if signed is not None and not isinstance(signed, list):
        raise BadLine("'signed' should be a list")
    return Known(origins=origins, signed=frozenset(map(str, signed or ())))


def _verdict(findings: tuple[Finding, ...]) -> str:
    levels = {one.level for one in findings}
    return "block" if Level.BLOCK in levels else "warn" if Level.WARN in levels else "pass"


def _finding(finding: Finding) -> Row:
    span = finding.span
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "span": [span.start, span.end] if span else None,
        "message": finding.message,
    }


def _cited(value: Any) -> Cited:
    if not isinstance(value, dict):
        raise BadLine("each of 'cited' should be an object")
    text = field(value, "text")
    language = value.get("language")
    return Cited(
        text=text,
        span=_span(value.get("span"), len(text)),
        published=_moment(value.get("published")),
        language=language if isinstance(language, str) else None,
    )


def _span(value: Any, length: int) -> Span | None:
    if value is None:
        return None
    if not (isinstance(value, list) and len(value) == 2 and all(type(one) is int for one in value)):
        raise BadLine("'span' should be [start, end] or null")
    start, end = value
    if not 0 <= start < end <= length:
        raise BadLine(f"'span' {start}..{end} does not lie within a text of {length}")
    return Span(start, end)


def _moment(value: Any) -> datetime | None:
    if value is None or value == "":
        return None
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise BadLine(f"'published' is no date: {value!r}") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
