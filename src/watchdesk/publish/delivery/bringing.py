"""The finished site on its way to where it is served: only what changed, the lists last.

Comes in: the site's folder, and a way to a place. Goes out: one event for each file. What was
brought is noted after each batch, so that a broken run goes on where it was; only what was brought
by us is ever taken away.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from watchdesk.model import (
    Code,
    Done,
    Event,
    Failed,
    Finished,
    Problem,
    Stage,
    Started,
    WorldError,
    identity,
)
from watchdesk.publish.delivery.bucket import Bucket
from watchdesk.publish.delivery.folder import remove, replace, write
from watchdesk.publish.delivery.place import Carrier, Place, PlaceError
from watchdesk.publish.delivery.programs import Rsync, Sftp
from watchdesk.publish.publication import File

AT_ONCE = 100
"""Files between two notes of what was brought."""


def bring(site: Path, carrier: Carrier, place: Place, notes: Path) -> Iterator[Event]:
    """Bring what changed, then take away what is gone; a refusal ends it with a `Failed`."""
    note = notes / f"brought-{identity('place', *map(str, astuple(place)))}.note"
    there = _noted(note)
    here = dict(_standing(site))
    changed = sorted((path for path in here if there.get(path) != here[path]), key=_last)
    gone = sorted(there.keys() - here.keys())
    yield Started(stage=Stage.PUBLISH, waiting=len(changed) + len(gone))
    counts: Counter[str] = Counter()
    try:
        for some in _batches(changed):
            carrier.put(site, some)
            there |= {path: here[path] for path in some}
            replace(note, body=json.dumps(there).encode())
            counts["brought"] += len(some)
            yield from _done(some, "brought")
        for some in _batches(gone):
            carrier.take(some)
            there = {path: mark for path, mark in there.items() if path not in some}
            replace(note, body=json.dumps(there).encode())
            counts["taken away"] += len(some)
            yield from _done(some, "taken away")
    except (PlaceError, WorldError) as error:
        said = f"The site could not be brought to {_called(place)}: {error}."
        problem = Problem(
            stage=Stage.PUBLISH, subject=_called(place), code=Code.PLACE, message=said
        )
        yield Failed(problem=problem)
    yield Finished(stage=Stage.PUBLISH, counts=dict(counts))


def _batches(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    return (paths[first : first + AT_ONCE] for first in range(0, len(paths), AT_ONCE))


def _done(paths: Iterable[str], outcome: str) -> Iterator[Event]:
    for path in paths:
        yield Done(stage=Stage.PUBLISH, subject=path, outcome=outcome)


def _standing(site: Path) -> Iterator[tuple[str, str]]:
    """Every file with a mark that changes with it; what is written aside is left out."""
    for path in site.rglob("*"):
        parts = path.relative_to(site).parts
        if path.is_file() and not any(part.startswith(".") for part in parts):
            state = path.stat()
            yield "/".join(parts), f"{state.st_size}:{state.st_mtime_ns}"


def _last(path: str) -> tuple[int, str]:
    """Lists lead to pages: they go after these, and what stands at the root goes last."""
    depth = path.count("/")
    return (2 if depth == 0 else int(path.endswith("index.html") and depth < 3), path)


def _noted(note: Path) -> dict[str, str]:
    try:
        return dict(json.loads(note.read_bytes()))
    except (OSError, ValueError):
        return {}


def _called(place: Place) -> str:
    if place.kind == "s3":
        return f"bucket {place.bucket}"
    return f"{place.host}:{place.path}" if place.host else place.path


@dataclass(frozen=True, slots=True)
class ToFolder:
    """Another folder of this machine."""

    folder: Path

    def put(self, site: Path, paths: Sequence[str]) -> None:
        """Write each aside and rename it."""
        for path in paths:
            write(File(path, "", (site / path).read_bytes()), folder=self.folder)

    def take(self, paths: Sequence[str]) -> None:
        """Remove them, with the folders that are empty then."""
        for path in paths:
            remove(path, folder=self.folder)


def carrier_of(place: Place, secrets: Mapping[str, str]) -> Carrier:
    """The way to a place; `secrets` are the key and secret of a bucket. Raises PlaceError."""
    if place.host.startswith("-"):
        raise PlaceError(f"'{place.host}' is no host")
    match place.kind:
        case "folder":
            return ToFolder(Path(place.path))
        case "rsync":
            return Rsync(place)
        case "sftp":
            return Sftp(place)
        case _:
            return Bucket.of(place, secrets)
