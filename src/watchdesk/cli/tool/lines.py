"""The loop that all plumbing commands share.

In: lines of JSON on standard input. Out: one line of JSON for each, in the same order, flushed as
it goes. A line that cannot be served becomes a problem line; the run goes on and ends well.
"""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

Row = dict[str, Any]

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class BadLine(Exception):  # noqa: N818 - it is one line that is bad, the run goes on
    """A line that cannot be served; its text is the message."""


def problem(line_id: object, code: str, message: str) -> Row:
    """The answer for a line that cannot be served."""
    return {"id": line_id, "problem": {"code": code, "message": message}}


def field(row: Row, name: str, kind: type = str) -> Any:
    """The value of `name`, or a complaint that says what is missing or of the wrong type."""
    if name not in row:
        raise BadLine(f"'{name}' is missing")
    value = row[name]
    if not isinstance(value, kind):
        raise BadLine(f"'{name}' should be of type {kind.__name__}, not {type(value).__name__}")
    return value


def rows() -> Iterator[tuple[int, Row | None]]:
    """The lines of standard input with their numbers; None for one that is no JSON object."""
    for number, raw in enumerate(sys.stdin.buffer, 1):
        if not raw.strip():
            continue
        try:
            row = json.loads(raw)
        except (ValueError, RecursionError):
            row = None
        yield number, row if isinstance(row, dict) else None


def put(row: Row) -> None:
    """Write one line out, at once."""
    sys.stdout.buffer.write(_JSON.encode(row).encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def bad_json(number: int) -> Row:
    """The answer for a line that is no JSON object."""
    return problem(None, "bad-json", f"line {number} is not a JSON object")


def serve(answer: Callable[[Row], Row]) -> None:
    """Answer each line by `answer`, which gives a row (its `id` is added) or raises `BadLine`."""
    for number, row in rows():
        if row is None:
            put(bad_json(number))
            continue
        try:
            put({"id": row.get("id"), **answer(row)})
        except BadLine as error:
            put(problem(row.get("id"), "bad-input", str(error)))
