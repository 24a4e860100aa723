"""The sources of sources.toml: each table checked against its kind.

In: the parsed file. Out: sources, and the complaints about those that are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from watchdesk.config.complaints import checked, doubles, hint
from watchdesk.model import Source
from watchdesk.sources import KINDS, SourceKind

SOURCES = "sources.toml"
_ID = re.compile(r"[\w.-]{1,60}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """What every [[sources]] table may say, whatever its kind.

    Attributes:
        id: a short and lasting name; evidence and sections refer to it.
        kind: one of the kinds below.
        title: how the source is named in the issue; its id if empty.
        party: who stands behind it: state, church, party, independent …
        body: the body whose own page this is: what it prints without naming another, the body says.
        language: its language, as in "en" or "pt-BR".
        muted: true to stop asking it, without losing what it brought.
    """

    id: str
    kind: str
    title: str = ""
    party: str = ""
    body: str = ""
    language: str | None = None
    muted: bool = False


COMMON = ("id", "kind", "title", "party", "body", "language", "muted")


def read_sources(data: dict[str, Any], complaints: list[str]) -> tuple[Source, ...]:
    """The sources that are well; about the others there are complaints."""
    complaints += [
        f"{SOURCES}: unknown key '{key}'{hint(key, ['sources'])}"
        for key in data
        if key != "sources"
    ]
    tables = data.get("sources", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        complaints.append(f"{SOURCES}: sources: write [[sources]] with two brackets")
        return ()
    found = [_source(table, number, complaints) for number, table in enumerate(tables, 1)]
    complaints += doubles("source", (str(table["id"]) for table in tables if "id" in table))
    return tuple(source for source in found if source is not None)


def _source(table: dict[str, Any], number: int, complaints: list[str]) -> Source | None:
    place = f"source '{table['id']}'" if table.get("id") else f"sources[{number}]"
    before = len(complaints)
    kind = _kind(table.get("kind"), place, complaints)
    own = [field for field in table if field not in COMMON]
    common = checked(SourceTable, table, place, complaints, also=own)
    options = _options(kind, table, place, complaints) if kind else None
    if common is not None:
        complaints += _odd_name(common, place)
    if options is not None:
        complaints += _odd_options(options, place)
    if len(complaints) > before or common is None or options is None:
        return None
    return Source(
        id=common.id,
        kind=common.kind,
        options=options,
        title=common.title,
        party=common.party,
        body=common.body,
        language=common.language,
        muted=common.muted,
    )


def _options(
    kind: SourceKind, table: dict[str, Any], place: str, complaints: list[str]
) -> object | None:
    options: type[object] = kind.options
    return checked(options, table, place, complaints, also=COMMON)


def _kind(name: object, place: str, complaints: list[str]) -> SourceKind | None:
    for kind in KINDS:
        if kind.name == name:
            return kind
    if isinstance(name, str):
        names = ", ".join(sorted(kind.name for kind in KINDS))
        complaints.append(f"{place}: no such kind '{name}'; kinds: {names}")
    return None


def _odd_name(common: SourceTable, place: str) -> Iterator[str]:
    if not _ID.fullmatch(common.id):
        yield f"{place}: id: letters, digits, '-', '_' and '.' only, at most 60"
    if common.language is not None and not _LANGUAGE.fullmatch(common.language):
        yield f"{place}: language: '{common.language}' is no code like 'en' or 'pt-BR'"


def _odd_options(options: object, place: str) -> Iterator[str]:
    """What has the right type and still cannot be meant."""
    url, path = getattr(options, "url", None), getattr(options, "path", None)
    if url is not None and not is_web_address(url):
        yield f"{place}: url: '{url}' is no web address; it begins with http:// or https://"
    if path is not None and not PurePath(path).is_absolute():
        yield f"{place}: path: '{path}' is not absolute; it begins with /"
    for name in ("every_minutes", "most"):
        if getattr(options, name, 1) < 1:
            yield f"{place}: {name}: must be 1 or more"


def is_web_address(url: str) -> bool:
    """Whether `url` is an absolute http or https address."""
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
