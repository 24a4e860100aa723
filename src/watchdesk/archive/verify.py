"""Whether the archive still is what it was.

In: an archive and the captures the store knows. Out: one `Check` for each record and each capture
without one; a check without complaint is a good one. Both directions are covered: records are read
again and compared with their own digests and with the store's captures, and captures are looked
for among the records. Nothing is repaired.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from watchdesk.archive.members import Member, Stop, scan
from watchdesk.archive.read import read_record
from watchdesk.archive.records import capture_of, warc_digest
from watchdesk.archive.warc import Archive
from watchdesk.model import ArchiveError, Capture, Place

_Expected = dict[tuple[str, int], Capture]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing checked; `complaint` is a whole sentence, or empty where all is well."""

    place: Place
    capture_id: str = ""
    complaint: str = ""


def verify(archive: Archive, captures: Iterable[Capture]) -> Iterator[Check]:
    """Check every record of the archive and every capture of the store.

    All captures are held by place while it runs, some 500 bytes each.
    """
    expected: _Expected = {(c.place.file, c.place.offset): c for c in captures}
    for path in archive.files():
        yield from _file(path, expected)
    for capture in expected.values():
        words = (
            f"The capture of {capture.url} is in the store, but its record is not in the archive."
        )
        yield Check(capture.place, capture.id, words)


def _file(path: Path, expected: _Expected) -> Iterator[Check]:
    for found in scan(path):
        if isinstance(found, Stop):
            words = f"{path.name} cannot be read from byte {found.offset} on: {found.why}."
            yield Check(Place(path.name, found.offset, 0), complaint=words)
            return
        place = Place(path.name, found.offset, found.length)
        if found.headers.get("WARC-Type") == "warcinfo":
            yield Check(place, complaint="")
        elif found.headers.get("WARC-Type") == "request":
            yield Check(place, complaint=_intact(path, place))
        else:
            yield _answer(path, found, expected.pop((path.name, found.offset), None))


def _intact(path: Path, place: Place) -> str:
    try:
        read_record(path, place)
    except ArchiveError as error:
        return str(error)
    return ""


def _answer(path: Path, member: Member, capture: Capture | None) -> Check:
    place = Place(path.name, member.offset, member.length)
    if capture is None:
        url = member.headers.get("WARC-Target-URI", "an unnamed address")
        words = f"The record of {url} at byte {place.offset} of {path.name} is not in the store."
        return Check(place, member.headers.get("Watchdesk-Capture", ""), words)
    try:
        stored = read_record(path, place, capture)
    except ArchiveError as error:
        return Check(place, capture.id, str(error))
    if stored.raw and warc_digest(stored.raw) != member.headers.get("WARC-Payload-Digest"):
        words = f"The payload of {capture.url} in {path.name} does not match its digest."
        return Check(place, capture.id, words)
    return Check(place, capture.id, _differs(member, place, capture))


def _differs(member: Member, place: Place, capture: Capture) -> str:
    """What record and store tell differently."""
    told = capture_of(member.headers, place)
    names = ("id", "url", "fetched_at", "status", "digest", "size", "place", "revisit_of")
    wrong = [name for name in names if getattr(told, name, None) != getattr(capture, name)]
    if not wrong:
        return ""
    return f"The store and the record of {capture.url} differ in {', '.join(wrong)}."
