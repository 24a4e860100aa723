"""Groups of files that belong together, each with a record of what it was made from.

Comes in: a group's name, a digest of its inputs, and its files. Goes out: the files in their folder
and a record beside it; what the group no longer has is removed. A run that is killed at any moment
and started again ends the same: a record first names all that may be there, and only at the end
what is.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from watchdesk.model import Done, Event, Stage
from watchdesk.publish.delivery.folder import remove, replace, write
from watchdesk.publish.publication import File


@dataclass(frozen=True, slots=True)
class Record:
    """What a group was made from, what files it has, and what others need to know of it."""

    inputs: str
    files: tuple[str, ...]
    about: Any = None


class Records:
    """The records of all groups, a file each, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._known = {path.stem: _read(path) for path in sorted(folder.glob("*.json"))}

    def of(self, name: str) -> Record | None:
        """A group's record, or None where there is none or it was damaged."""
        return self._known.get(name)

    def names(self) -> tuple[str, ...]:
        """The groups that have a record."""
        return tuple(self._known)

    def put(self, name: str, record: Record) -> None:
        """Write a record aside and rename it."""
        row = {"inputs": record.inputs, "files": record.files, "about": record.about}
        replace(self._folder / f"{name}.json", body=json.dumps(row, ensure_ascii=False).encode())
        self._known[name] = record

    def put_aside(self, name: str, about: Any) -> None:
        """Keep what only some need to know of a group; to be put before its record."""
        body = json.dumps(about, ensure_ascii=False).encode()
        replace(self._folder / f"{name}.aside", body=body)

    def aside(self, name: str) -> Any:
        """What was put aside for a group, or None."""
        path = self._folder / f"{name}.aside"
        return json.loads(path.read_bytes()) if path.exists() else None

    def forget(self, name: str) -> None:
        """Remove a record."""
        for kind in ("json", "aside"):
            (self._folder / f"{name}.{kind}").unlink(missing_ok=True)
        self._known.pop(name, None)

    def elsewhere(self, name: str) -> frozenset[str]:
        """The files that other groups have."""
        others = (record.files for key, record in self._known.items() if key != name)
        return frozenset(path for files in others for path in files)


def lay(
    records: Records, name: str, files: Iterable[File], record: Record, *, folder: Path
) -> Iterator[Event]:
    """Write a group's files; `record` says what it is made from and about (its files are told).

    Raises WorldError where the disk refuses.
    """
    waiting = tuple({file.path: file for file in files}.values())
    before = records.of(name)
    stood = set(before.files) if before else set()
    new = tuple(file.path for file in waiting)
    if set(new) - stood:
        records.put(name, Record("", tuple(sorted(stood | set(new)))))
    for file in waiting:
        yield Done(stage=Stage.PUBLISH, subject=file.path, outcome=write(file, folder=folder))
    yield from _take_away(records, name, stood - set(new), folder=folder)
    records.put(name, Record(record.inputs, new, record.about))


def take_down(records: Records, name: str, *, folder: Path) -> Iterator[Event]:
    """Remove a whole group."""
    before = records.of(name)
    yield from _take_away(records, name, before.files if before else (), folder=folder)
    records.forget(name)


def _take_away(
    records: Records, name: str, paths: Iterable[str], *, folder: Path
) -> Iterator[Event]:
    gone = set(paths)
    for path in sorted(gone - records.elsewhere(name)) if gone else ():
        remove(path, folder=folder)
        yield Done(stage=Stage.PUBLISH, subject=path, outcome="removed")


def _read(path: Path) -> Record:
    try:
        row = json.loads(path.read_bytes())
        return Record(row["inputs"], tuple(row["files"]), row["about"])
    except (ValueError, KeyError, TypeError):
        return Record("", ())
