"""Complaints about a file, as sentences that name the place and the likely cure.

In: a dataclass and the data meant for it, or what pydantic found wrong. Out: lines of text.
"""

import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError


def hint(key: str, known: Iterable[str]) -> str:
    """The end of a complaint about an unknown name: what was probably meant."""
    near = get_close_matches(key, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else f"; known: {', '.join(sorted(known))}"


def unknown_keys(
    kind: type, data: Mapping[str, Any], place: str, *, also: Iterable[str] = ()
) -> Iterator[str]:
    """Names that a dataclass does not have, at any depth; it would drop them in silence."""
    hints = typing.get_type_hints(kind)
    known = [field.name for field in fields(kind)]
    for key, value in data.items():
        if key not in known:
            if key not in also:
                yield f"{place}: unknown key '{key}'{hint(key, [*known, *also])}"
            continue
        if (inner := _inner(hints[key])) is not None:
            for where, table in _tables(place, key, value):
                yield from unknown_keys(inner, table, where)


def _tables(place: str, key: str, value: object) -> Iterator[tuple[str, dict[str, Any]]]:
    """The tables under a key, each with the words that name its place."""
    if isinstance(value, dict):
        yield f"{place}: {key}", value
    elif isinstance(value, list):
        for number, each in enumerate(value, 1):
            if isinstance(each, dict):
                yield _numbered(place, key, number, each), each


def _numbered(place: str, key: str, number: int, table: Mapping[str, Any]) -> str:
    name = table.get("key") or table.get("name")
    return f"{place}: {key} '{name}'" if name else f"{place}: {key}[{number}]"


def _inner(hinted: Any) -> type | None:
    """The dataclass in a field's type: itself, or that of the members of a tuple."""
    if is_dataclass(hinted):
        return typing.cast("type", hinted)
    for argument in typing.get_args(hinted):
        if is_dataclass(argument):
            return typing.cast("type", argument)
    return None


def complaints_of(error: ValidationError, place: str) -> Iterator[str]:
    """What pydantic found, one line each."""
    for found in error.errors(include_url=False):
        path = "".join(_step(step) for step in found["loc"]).lstrip(".")
        yield f"{place}: {path}: {found['msg']}" if path else f"{place}: {found['msg']}"


def _step(step: str | int) -> str:
    return f"[{step + 1}]" if isinstance(step, int) else f".{step}"
