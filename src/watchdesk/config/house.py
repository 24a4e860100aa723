"""Writes what a past newsletter showed into desk.toml: new sections, and how long an item is.

Like all that is written here, the file keeps its comments and is written aside and renamed.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

import tomlkit

from watchdesk.config.files import parsed, written
from watchdesk.config.load import DESK


def add_sections(folder: Path, titles: Sequence[str]) -> tuple[str, ...]:
    """Put sections without words at the end of the issue; those of a known title are left out.

    Gives the titles that were added. A section without words takes what outlets file under its
    name, and what an editor moves there.
    """
    document = parsed(folder / DESK)
    tables = document.setdefault("sections", tomlkit.aot())
    known = {str(table.get("title", "")).casefold() for table in tables}
    keys = {str(table.get("key", "")) for table in tables}
    added = [title for title in dict.fromkeys(titles) if title.casefold() not in known]
    for title in added:
        table = tomlkit.table()
        table["key"], table["title"] = _key(title, keys), title
        tables.append(table)
    written(folder / DESK, document.as_string())
    return tuple(added)


def set_house(folder: Path, **lengths: int) -> None:
    """Say how many sentences, quotations and links an item has at most."""
    document = parsed(folder / DESK)
    table = document.setdefault("house", tomlkit.table())
    for name, number in lengths.items():
        table[name] = number
    written(folder / DESK, document.as_string())


def _key(title: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:40] or "section"
    key = next(one for one in _numbered(stem) if one not in taken)
    taken.add(key)
    return key


def _numbered(stem: str) -> Iterable[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1
