"""Reads a desk's files into a `Config`, or gathers every complaint about them."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from watchdesk.config.complaints import complaints_of, hint, unknown_keys
from watchdesk.config.shape import Config, DeskTable
from watchdesk.model import ConfigError, Source
from watchdesk.sources import KINDS, SourceKind

DESK, SOURCES = "desk.toml", "sources.toml"
COMMON = ("id", "kind", "title", "party", "language", "muted")

T = TypeVar("T")


def load(folder: Path) -> Config:
    """The desk's configuration; `ConfigError` holds all complaints about both files."""
    complaints: list[str] = []
    desk = _desk(_read(folder / DESK, complaints), complaints)
    sources = _sources(_read(folder / SOURCES, complaints), complaints)
    allowed = list(_allowed(desk.allow_addresses if desk else (), complaints))
    if desk is not None:
        complaints += _doubles("section", (section.key for section in desk.sections))
    if complaints or desk is None:
        raise ConfigError(tuple(complaints))
    return Config(
        folder=folder,
        title=desk.title,
        language=desk.language,
        contact=desk.contact,
        site_url=desk.site_url,
        allowed_addresses=frozenset(allowed),
        editors=desk.editors,
        limits=desk.limits,
        house=desk.house,
        sections=tuple(section.rule() for section in desk.sections),
        sources=tuple(sources),
    )


def _read(path: Path, complaints: list[str]) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if path.name == DESK:
            complaints.append(f"{path} is missing; 'watchdesk init DIR' makes a desk")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        complaints.append(f"{path.name}: {error}")
    return {}


def _checked(kind: type[T], data: Mapping[str, Any], place: str, complaints: list[str]) -> T | None:
    """A value of a plain dataclass, or complaints: first the names, then the types."""
    complaints += unknown_keys(kind, data, place)
    try:
        # Values in TOML have their types; a number in quotes is a mistake worth naming.
        return TypeAdapter(kind).validate_python(dict(data), strict=False)
    except ValidationError as error:
        complaints += complaints_of(error, place)
        return None


def _desk(data: dict[str, Any], complaints: list[str]) -> DeskTable | None:
    return _checked(DeskTable, data, DESK, complaints)


def _allowed(addresses: tuple[str, ...], complaints: list[str]) -> Iterator[tuple[str, int]]:
    for address in addresses:
        host, _, port = address.rpartition(":")
        if host and port.isdigit() and int(port) < 65536:
            yield host.strip("[]"), int(port)
        else:
            complaints.append(f"{DESK}: allow_addresses: '{address}' is not HOST:PORT")


def _sources(data: dict[str, Any], complaints: list[str]) -> list[Source]:
    tables = data.get("sources", [])
    complaints += [
        f"{SOURCES}: unknown key '{key}'{hint(key, ['sources'])}"
        for key in data
        if key != "sources"
    ]
    if not isinstance(tables, list):
        complaints.append(f"{SOURCES}: sources: write [[sources]] with two brackets")
        return []
    found = [_source(table, number, complaints) for number, table in enumerate(tables, 1)]
    sources = [source for source in found if source is not None]
    complaints += _doubles("source", (source.id for source in sources))
    return sources


def _source(table: dict[str, Any], number: int, complaints: list[str]) -> Source | None:
    place = f"source '{table['id']}'" if table.get("id") else f"source number {number}"
    before = len(complaints)
    complaints += [f"{place}: {key}: Field required" for key in ("id", "kind") if key not in table]
    kind = _kind(table.get("kind", ""), place, complaints)
    if kind is None:
        return None
    own = {key: value for key, value in table.items() if key not in COMMON}
    options = _options(kind, own, place, complaints)
    if len(complaints) > before or options is None:
        return None
    common = {key: table[key] for key in COMMON if key in table}
    return Source(**common, options=options)


def _options(
    kind: SourceKind, own: dict[str, Any], place: str, complaints: list[str]
) -> object | None:
    complaints += unknown_keys(kind.options, own, place, also=COMMON)
    known = {field.name for field in fields(kind.options)}
    try:
        value: object = TypeAdapter(kind.options).validate_python(
            {key: value for key, value in own.items() if key in known}
        )
    except ValidationError as error:
        complaints += complaints_of(error, place)
        return None
    return value


def _kind(name: str, place: str, complaints: list[str]) -> SourceKind | None:
    for kind in KINDS:
        if kind.name == name:
            return kind
    if name:
        names = ", ".join(sorted(kind.name for kind in KINDS))
        complaints.append(f"{place}: no such kind '{name}'; kinds: {names}")
    return None


def _doubles(what: str, names: Iterator[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield f"{what} '{name}': this name is given twice"
        seen.add(name)
