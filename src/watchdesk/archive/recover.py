"""Making a WARC file whole after a crash.

In: a file, and the end of the last record that is surely whole. Out: the captures of the whole
records after it; the file without its torn tail. Damage that is not a torn tail is never cut: it
is reported, since what follows it may be evidence.
"""

import os
from pathlib import Path

from watchdesk.archive.members import Stop, scan
from watchdesk.archive.records import capture_of
from watchdesk.model import ArchiveError, Capture, Place


def recover(path: Path, known_end: int) -> tuple[Capture, ...]:
    """Cut the torn tail of `path`, and give the captures found after `known_end`."""
    if known_end > path.stat().st_size:
        raise ArchiveError(
            f"{path.name} ends before a record that the store knows: it was cut or replaced."
            " Restore it from a backup."
        )
    found: list[Capture] = []
    for member in scan(path, known_end):
        if isinstance(member, Stop):
            _cut(path, member)
            break
        capture = capture_of(member.headers, Place(path.name, member.offset, member.length))
        if capture is not None:
            found.append(capture)
    return tuple(found)


def _cut(path: Path, stop: Stop) -> None:
    if not stop.torn:
        raise ArchiveError(
            f"{path.name} is damaged at byte {stop.offset}: {stop.why}."
            " Nothing was cut; see 'watchdesk archive verify'."
        )
    os.truncate(path, stop.offset)
    with path.open("rb") as stream:
        os.fsync(stream.fileno())
