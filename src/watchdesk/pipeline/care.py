"""Backup and restore of a whole desk, also while it is being written to.

In: a desk's folder and a file. Out: one tar file with the database, the archive, the desk's files
and a list of digests; or a desk that was made from one and checked against that list. Order
matters: the database is copied first, so that the archive files, which only grow, hold all that
it leads to.
"""

import hashlib
import io
import json
import shutil
import tarfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from watchdesk.model import UsageError, WorldError
from watchdesk.store import Store

DATABASE = "desk.sqlite"
FILES = ("desk.toml", "sources.toml", "secret.key")
FOLDERS = ("archive", "imports", "sealed", "site")
"""The keys of what is sealed are in no backup: whoever withdraws must not live on in copies."""

LIST = "digests.json"


def backup(folder: Path, store: Store, target: Path, *, at: datetime) -> int:
    """Write a backup to `target`, aside and then renamed; gives the number of files in it."""
    aside = target.with_name(target.name + ".part")
    digests: dict[str, str] = {}
    try:
        with TemporaryDirectory(dir=target.parent) as room, tarfile.open(aside, "w") as tar:
            copy = Path(room) / DATABASE
            store.copy_to(copy)
            digests[DATABASE] = _put(tar, DATABASE, copy)
            for path in _to_keep(folder):
                name = path.relative_to(folder).as_posix()
                digests[name] = _put(tar, name, path)
            _put_list(tar, {"made": at.isoformat(), "digests": digests})
        aside.replace(target)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise WorldError(f"The backup {target} cannot be written: {error.strerror}.") from error
    return len(digests)


def _to_keep(folder: Path) -> Iterator[Path]:
    yield from (folder / name for name in FILES if (folder / name).exists())
    for name in FOLDERS:
        yield from sorted(p for p in (folder / name).rglob("*") if p.is_file())


class _Counted:
    """A file whose digest is taken while it is read: what grows meanwhile is cut at its size."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.sum = hashlib.sha256()

    def read(self, size: int) -> bytes:
        piece = self._file.read(size)
        self.sum.update(piece)
        return piece


def _put(tar: tarfile.TarFile, name: str, path: Path) -> str:
    """Copy a file into the backup without holding it; gives its digest."""
    with path.open("rb") as file:
        entry = tarfile.TarInfo(name)
        found = path.stat()
        entry.size, entry.mode = found.st_size, found.st_mode & 0o777
        counted = _Counted(file)
        tar.addfile(entry, counted)  # type: ignore[arg-type] # it asks for `read` alone
    return f"sha256:{counted.sum.hexdigest()}"


def _put_list(tar: tarfile.TarFile, listed: Mapping[str, object]) -> None:
    body = json.dumps(listed, indent=1).encode()
    entry = tarfile.TarInfo(LIST)
    entry.size = len(body)
    tar.addfile(entry, io.BytesIO(body))


def restore(source: Path, folder: Path) -> int:
    """Make a desk in `folder` (new or empty) from a backup; every file is checked first."""
    if folder.exists() and any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty; a backup is restored into a new folder.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = folder.with_name(f".{folder.name}.part")
    try:
        shutil.rmtree(aside, ignore_errors=True)
        with tarfile.open(source, "r:") as tar:
            tar.extractall(aside, filter="data")
        count = _check(aside, source)
        aside.replace(folder)
    except (tarfile.TarError, EOFError) as error:
        raise WorldError(f"{source} is no whole backup: {error}.") from error
    except OSError as error:
        raise WorldError(f"{source} cannot be restored: {error.strerror}.") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return count


def _check(folder: Path, source: Path) -> int:
    digests = _listed(folder / LIST, source)
    for name, digest in digests.items():
        path = folder / name
        if not path.is_file() or _digest_of(path) != digest:
            raise WorldError(f"{source} is damaged: {name} does not match its digest.")
    (folder / LIST).unlink()
    return len(digests)


def _listed(path: Path, source: Path) -> Mapping[str, str]:
    if not path.is_file():
        raise WorldError(f"{source} is no whole backup: its list of digests is missing.")
    try:
        digests = json.loads(path.read_bytes())["digests"]
    except (ValueError, KeyError, TypeError):
        digests = None
    if not isinstance(digests, dict):
        raise WorldError(f"{source} is no whole backup: its list of digests cannot be read.")
    return digests


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return "sha256:" + hashlib.file_digest(file, "sha256").hexdigest()
