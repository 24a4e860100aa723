"""The chains of developments and of disclosures: each names the one before it by digest.

In: developments, or lines of the log, in the order in which they were entered. Out: the same with
their digests, or the place of the first that does not fit. The chain proves order and wholeness
within one file only; whoever could rewrite all of it is found out by the head that each published
issue carries.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, fields, replace
from datetime import UTC
from hashlib import sha256
from typing import TypeVar

from watchdesk.model import Development, Disclosure, Evidence

START = "sha256:" + "0" * 64
"""What the first development names as the one before it."""

_FIELDS = tuple(f.name for f in fields(Development) if f.name != "digest")
_OF_EVIDENCE = tuple(f.name for f in fields(Evidence))

Row = TypeVar("Row", Development, Disclosure)


def chained(development: Development, before: str) -> Development:
    """The development as it is entered behind the one with digest `before`."""
    linked = replace(development, before=before, digest="")
    return replace(linked, digest=digest_of_development(linked))


def digest_of_development(development: Development) -> str:
    """The SHA-256 over every field but the digest itself, as JSON with sorted keys."""
    row = {name: getattr(development, name) for name in _FIELDS}
    row["evidence"] = [_evidence(piece) for piece in development.evidence]
    row["recorded"] = development.recorded.astimezone(UTC)
    return _digest(row)


def _evidence(piece: Evidence) -> dict[str, object]:
    """The fields of a piece of evidence; `asdict`, which copies deeply, took most of the time."""
    row: dict[str, object] = {name: getattr(piece, name) for name in _OF_EVIDENCE}
    if piece.span is not None:
        row["span"] = {"start": piece.span.start, "end": piece.span.end}
    return row


def broken(developments: Iterable[Development], before: str = START) -> tuple[int, str] | None:
    """The place (from 1) of the first development that does not fit, and why; None if all do."""
    fault = _fault(developments, digest_of_development, before)
    if fault is None:
        return None
    number, one, what = fault
    return number, f"{one.id} {what}"


def logged(line: Disclosure, before: str) -> Disclosure:
    """The line of the log as it is entered behind the one with digest `before`."""
    linked = replace(line, before=before, digest="")
    return replace(linked, digest=digest_of_line(linked))


def digest_of_line(line: Disclosure) -> str:
    """The SHA-256 over every field of a line of the log but the digest itself."""
    return _digest(asdict(replace(line, at=line.at.astimezone(UTC), digest="")))


def broken_log(lines: Iterable[Disclosure], before: str = START) -> tuple[int, str] | None:
    """The place (from 1) of the first line of the log that does not fit, and why."""
    fault = _fault(lines, digest_of_line, before)
    if fault is None:
        return None
    number, _, what = fault
    return number, f"line {number} of the log {what}"


def _digest(row: dict[str, object]) -> str:
    """A moment comes in as UTC: the store gives no other zone back."""
    packed = json.dumps(row, ensure_ascii=False, sort_keys=True, default=str)
    return "sha256:" + sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()


def _fault(
    rows: Iterable[Row], digest: Callable[[Row], str], before: str
) -> tuple[int, Row, str] | None:
    """The first row that does not fit, with its place and what is wrong with it."""
    for number, one in enumerate(rows, 1):
        if one.before != before:
            return number, one, "does not follow the one before it"
        if digest(one) != one.digest:
            return number, one, "was changed after it was entered"
        before = one.digest
    return None
