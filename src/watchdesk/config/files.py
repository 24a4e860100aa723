"""Writes a desk's files: a new desk, more sources, muted ones, who may enter.

Files are edited with their comments and written aside, then renamed: a reader sees the old file or
the new one, never half of one.
"""

from collections.abc import Iterable
from dataclasses import MISSING, fields
from importlib import resources
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import AoT

from watchdesk.config.load import DESK
from watchdesk.config.secret import secret_of
from watchdesk.config.shape import Editor
from watchdesk.config.theme import THEME
from watchdesk.config.watched import SOURCES
from watchdesk.model import Source, UsageError


def create(folder: Path, *, title: str, language: str, allow: tuple[str, ...] = ()) -> None:
    """Make a new desk in `folder`; `UsageError` where there is one already."""
    if (folder / DESK).exists():
        raise UsageError(f"There is a desk in {folder} already.")
    folder.mkdir(parents=True, exist_ok=True)
    document = tomlkit.parse(_template("desk.toml"))
    document["title"], document["language"] = title, language
    document["allow_addresses"] = list(allow)
    written(folder / DESK, document.as_string())
    for name in (SOURCES, THEME):
        written(folder / name, _template(name))
    secret_of(folder)


def _template(name: str) -> str:
    return (resources.files("watchdesk.config") / "templates" / name).read_text(encoding="utf-8")


def add_sources(folder: Path, sources: Iterable[Source]) -> None:
    """Put sources at the end of sources.toml."""
    document = parsed(folder / SOURCES)
    tables = document.setdefault("sources", tomlkit.aot())
    if not isinstance(tables, AoT):
        raise UsageError(f"{SOURCES}: write [[sources]] with two brackets.")
    for source in sources:
        tables.append(_table(source))
    written(folder / SOURCES, document.as_string())


def set_muted(folder: Path, source_id: str, *, muted: bool) -> None:
    """Mute a source, or let it speak again; `UsageError` where there is none of this id."""
    document = parsed(folder / SOURCES)
    for table in document.get("sources", []):
        if table.get("id") == source_id:
            if muted:
                table["muted"] = True
            else:
                table.pop("muted", None)
            written(folder / SOURCES, document.as_string())
            return
    raise UsageError(f"This desk has no source '{source_id}'; 'watchdesk sources list' names them.")


def add_editor(folder: Path, editor: Editor) -> None:
    """Name one more person who may enter; `UsageError` where the name is taken."""
    document = parsed(folder / DESK)
    tables = document.setdefault("editors", tomlkit.aot())
    if any(table.get("name") == editor.name for table in tables):
        raise UsageError(f"This desk has an editor '{editor.name}' already.")
    table = tomlkit.table()
    table.update({"name": editor.name, "mail": editor.mail, "role": editor.role})
    tables.append(table)
    written(folder / DESK, document.as_string())


def set_role(folder: Path, name: str, role: str) -> None:
    """Give a person another role; `UsageError` where there is none of this name."""
    document = parsed(folder / DESK)
    _editor_in(document, name)["role"] = role
    written(folder / DESK, document.as_string())


def remove_editor(folder: Path, name: str) -> None:
    """Take a person out; what was decided keeps the name."""
    document = parsed(folder / DESK)
    document["editors"].remove(_editor_in(document, name))
    written(folder / DESK, document.as_string())


def _editor_in(document: tomlkit.TOMLDocument, name: str) -> Any:
    for table in document.get("editors", []):
        if table.get("name") == name:
            return table
    raise UsageError(f"This desk has no editor '{name}'; 'watchdesk editors list' names them.")


def _table(source: Source) -> tomlkit.items.Table:
    table = tomlkit.table()
    for name in ("id", "kind", "title", "party", "body", "language"):
        if value := getattr(source, name):
            table[name] = value
    if source.muted:
        table["muted"] = True
    for field in fields(source.options):  # type: ignore[arg-type] # a kind's options are a dataclass
        value = getattr(source.options, field.name)
        if field.default is MISSING or value != field.default:
            table[field.name] = list(value) if isinstance(value, tuple) else value
    return table


def parsed(path: Path) -> tomlkit.TOMLDocument:
    """A file with its comments; an empty one where there is none."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return tomlkit.parse(text)


def written(path: Path, text: str) -> None:
    """Write a file aside, then rename it."""
    aside = path.with_name(f".{path.name}.new")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)
