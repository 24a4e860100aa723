"""Backup and restore of a whole desk, also while it is being written to.

In: a desk's folder and a file. Out: one tar file with the database, the archive, the desk's files
and a list of digests; or a desk that was made from one and checked against that list. Order
matters: the database is copied first, so that the archive files, which only grow, hold all that
it leads to.
"""

import io
import json
import tarfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from watchdesk.model import UsageError, WorldError, digest_of
from watchdesk.store import Store

DATABASE = "desk.sqlite"
FILES = ("desk.toml", "sources.toml")
FOLDERS = ("archive", "site")
LIST = "digests.json"


def backup(folder: Path, store: Store, target: Path, *, at: datetime) -> int:
    """Write a backup to `target`, aside and then renamed; gives the number of files in it."""
    aside = target.with_name(target.name + ".part")
    digests: dict[str, str] = {}
    with TemporaryDirectory(dir=target.parent) as room, tarfile.open(aside, "w") as tar:
        copy = Path(room) / DATABASE
        store.copy_to(copy)
        _put(tar, DATABASE, copy.read_bytes(), digests)
        for path in _to_keep(folder):
            name = path.relative_to(folder).as_posix()
            _put(tar, name, path.read_bytes(), digests)
        listed = json.dumps({"made": at.isoformat(), "digests": digests}, indent=1)
        _put(tar, LIST, listed.encode(), {})
    aside.replace(target)
    return len(digests)


def _to_keep(folder: Path) -> Iterator[Path]:
    yield from (folder / name for name in FILES if (folder / name).exists())
    for name in FOLDERS:
        yield from sorted(p for p in (folder / name).rglob("*") if p.is_file())


def _put(tar: tarfile.TarFile, name: str, body: bytes, digests: dict[str, str]) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(body)
    tar.addfile(entry, io.BytesIO(body))
    digests[name] = digest_of(body)


def restore(source: Path, folder: Path) -> int:
    """Make a desk in `folder` (new or empty) from a backup; every file is checked."""
    if folder.exists() and any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty; a backup is restored into a new folder.")
    try:
        with tarfile.open(source) as tar:
            folder.mkdir(parents=True, exist_ok=True)
            tar.extractall(folder, filter="data")
    except (tarfile.TarError, EOFError) as error:
        raise WorldError(f"{source} is no whole backup: {error}.") from error
    return _check(folder, source)


def _check(folder: Path, source: Path) -> int:
    listed = folder / LIST
    if not listed.exists():
        raise WorldError(f"{source} is no whole backup: its list of digests is missing.")
    digests: dict[str, str] = json.loads(listed.read_text())["digests"]
    for name, digest in digests.items():
        path = folder / name
        if not path.exists() or digest_of(path.read_bytes()) != digest:
            raise WorldError(f"{source} is damaged: {name} does not match its digest.")
    listed.unlink()
    return len(digests)
