"""Complaints about a file, as sentences that name the place and the likely cure.

In: a dataclass and the data meant for it. Out: the value, and lines of text. Values in TOML have
their types, so they are checked strictly: a number in quotes is a mistake worth naming.
"""

import json
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")


def checked(
    kind: type[T],
    data: Mapping[str, Any],
    place: str,
    complaints: list[str],
    *,
    also: Iterable[str] = (),
) -> T | None:
    """A value of a plain dataclass, or None and the complaints: first the names, then the types.

    `also` are names that belong to another dataclass and stand in the same table.
    """
    complaints += unknown_keys(kind, data, place, also=also)
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type] # a dataclass
    own = {key: value for key, value in data.items() if key in known}
    try:
        adapter = _adapter(kind)  # type: ignore[arg-type] # a class can be hashed
        value: T = adapter.validate_json(json.dumps(own, default=str), strict=True)
    except ValidationError as error:
        complaints += complaints_of(error, place)
        return None
    return value


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def hint(key: str, known: Iterable[str]) -> str:
    """The end of a complaint about an unknown name: what was probably meant, or what there is."""
    near = get_close_matches(key, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else f"; known: {', '.join(sorted(known))}"


def unknown_keys(
    kind: type, data: Mapping[str, Any], place: str, *, also: Iterable[str] = ()
) -> Iterator[str]:
    """Names that a dataclass does not have, at any depth; it would drop them in silence."""
    hints = _hints(kind)
    known = [field.name for field in fields(kind)]
    for key, value in data.items():
        if key not in known:
            if key not in also:
                yield f"{place}: unknown key '{key}'{hint(key, [*known, *also])}"
        elif (inner := _inner(hints[key])) is not None:
            for where, table in _tables(key, value):
                yield from unknown_keys(inner, table, f"{place}: {where}")


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _tables(key: str, value: object) -> Iterator[tuple[str, dict[str, Any]]]:
    """The tables under a key, each with its place in words."""
    if isinstance(value, dict):
        yield key, value
    elif isinstance(value, list):
        yield from (
            (f"{key}[{number}]", each)
            for number, each in enumerate(value, 1)
            if isinstance(each, dict)
        )


def _inner(hinted: Any) -> type | None:
    """The dataclass in a field's type: itself, or that of the members of a tuple."""
    candidates = (hinted, *typing.get_args(hinted))
    return next((typing.cast("type", one) for one in candidates if is_dataclass(one)), None)


def complaints_of(error: ValidationError, place: str) -> Iterator[str]:
    """What pydantic found, one line each."""
    for found in error.errors(include_url=False):
        path = "".join(_step(step) for step in found["loc"]).removeprefix(": ")
        yield f"{place}: {path}: {found['msg']}" if path else f"{place}: {found['msg']}"


def _step(step: str | int) -> str:
    return f"[{step + 1}]" if isinstance(step, int) else f": {step}"


def own_file(folder: Path, name: str, place: str, complaints: list[str]) -> Path | None:
    """The file of this name in the desk's folder, or None and a complaint; no name leads out."""
    path = (folder / name).resolve()
    if path.is_relative_to(folder.resolve()) and path.is_file():
        return path
    complaints.append(f"{place}: there is no '{name}' in the desk's folder")
    return None


def doubles(what: str, names: Iterable[str]) -> Iterator[str]:
    """Names that are given twice."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield f"{what} '{name}': this name is given twice"
        seen.add(name)
