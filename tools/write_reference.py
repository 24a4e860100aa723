"""Writes docs/reference.md: all that desk.toml and sources.toml may say.

In: the dataclasses that check those files. Out: one table for each, from its docstring's
`Attributes:` and its defaults. A test compares the file with what this would write.
"""

import inspect
import re
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from pathlib import Path
from typing import Any

from watchdesk.config import reference_tables

REFERENCE = Path(__file__).parents[1] / "docs/reference.md"
_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.*)$")


def explained(kind: type) -> dict[str, str]:
    """What a docstring's `Attributes:` says of each field."""
    told: dict[str, str] = {}
    name = ""
    for line in inspect.getdoc(kind).partition("Attributes:\n")[2].splitlines():  # type: ignore[union-attr]
        if found := _ATTRIBUTE.match(line):
            name = found[1]
            told[name] = found[2]
        elif name and line.strip():
            told[name] += " " + line.strip()
    return told


def default(field: "Field[Any]") -> str:
    """A field's default as TOML would have it; what must be given says so."""
    if field.default is not MISSING:
        return f"`{_toml(field.default)}`" if field.default is not None else ""
    return "must be given" if field.default_factory is MISSING else ""


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def table(kind: type) -> Iterator[str]:
    """The rows for one dataclass."""
    told = explained(kind)
    yield "| name | default | meaning |"
    yield "|---|---|---|"
    for field in fields(kind):
        yield f"| `{field.name}` | {default(field)} | {told[field.name]} |"


def reference() -> str:
    """The whole page."""
    lines = [
        "# What the desk's files may say",
        "",
        "Written by `tools/write_reference.py`; change the docstrings that it reads.",
        "`watchdesk sources check` names every mistake in both files, with the likely cure.",
    ]
    for heading, about, kind in reference_tables():
        lines += ["", f"## {heading}", "", about, "", *table(kind)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8")
