"""Files into a folder: each is written aside and renamed, so that a reader never sees half of one.

Comes in: files and a folder. Goes out: one event for each file, as it is done. A file that already
holds the same bytes is left alone. Nothing is ever written or removed outside the folder.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from watchdesk.model import Done, Event, Finished, Stage, Started, WorldError
from watchdesk.publish.publication import File


def deliver(files: Iterable[File], folder: Path) -> Iterator[Event]:
    """Write `files` under `folder`, in their order; outcomes are "new", "changed", "unchanged".

    Raises WorldError where a path leads out of the folder or the disk refuses.
    """
    waiting = tuple(files)
    yield Started(stage=Stage.PUBLISH, waiting=len(waiting))
    counts: Counter[str] = Counter()
    for file in waiting:
        outcome = write(file, folder=folder)
        counts[outcome] += 1
        yield Done(stage=Stage.PUBLISH, subject=file.path, outcome=outcome)
    yield Finished(stage=Stage.PUBLISH, counts=dict(counts))


def write(file: File, *, folder: Path) -> str:
    """Write one file: "new", "changed", or "unchanged" where it held the same bytes.

    Raises WorldError where its path leads out of the folder or the disk refuses.
    """
    try:
        target = _target(file.path, folder=folder)
        outcome = _state(target, body=file.body)
        if outcome != "unchanged":
            replace(target, body=file.body)
    except OSError as error:
        raise WorldError(f"cannot write {file.path} into {folder}: {error.strerror}") from error
    return outcome


def _target(path: str, *, folder: Path) -> Path:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or "\x00" in path:
        raise WorldError(f"{path!r} is not a path inside the folder {folder}")
    parent = folder.joinpath(*parts[:-1])
    parent.mkdir(parents=True, exist_ok=True)
    if not parent.resolve().is_relative_to(folder.resolve()):
        raise WorldError(f"{path!r} leads out of the folder {folder}, through a link")
    return parent / parts[-1]


def _state(target: Path, *, body: bytes) -> str:
    if target.is_symlink() or not target.exists():
        return "new"
    same = target.stat().st_size == len(body) and target.read_bytes() == body
    return "unchanged" if same else "changed"


def remove(path: str, *, folder: Path) -> None:
    """Remove a file, and the folders that are empty then."""
    target = _target(path, folder=folder)
    target.unlink(missing_ok=True)
    for parent in target.parents:
        if parent == folder or not parent.is_relative_to(folder) or any(parent.iterdir()):
            return
        parent.rmdir()


def replace(target: Path, *, body: bytes) -> None:
    """Write `body` aside and rename it, so that the file is whole at any time."""
    aside = target.with_name(f".{target.name}.part")
    aside.unlink(missing_ok=True)
    with aside.open("xb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(target)
