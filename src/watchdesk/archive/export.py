"""The archive as one WACZ file, which any replay tool opens and anybody can check.

In: an archive's files, and optionally the places of the captures wanted. Out: a ZIP of WARC files,
index, list of pages and a digest of everything. The records are copied as they are, byte for byte;
nothing is signed here.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from watchdesk import __version__
from watchdesk.archive.cdxj import compressed, line
from watchdesk.archive.members import Member, Stop, scan
from watchdesk.model import ArchiveError, Place

_WACZ = "1.1.1"
_STEP = 1024 * 1024
_PAGES = ("text/html", "application/xhtml+xml", "application/pdf")


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the file, how many captures it holds, and the digest of its manifest."""

    path: Path
    captures: int
    digest: str


@dataclass(slots=True)
class _Package:
    """A WACZ being written."""

    archive: zipfile.ZipFile
    created: datetime
    resources: list[dict[str, Any]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    pages: list[dict[str, str]] = field(default_factory=list)

    @contextmanager
    def part(self, path: str, *, packed: bool = False) -> Iterator["_Part"]:
        """Write one part of the package and note its size and digest."""
        info = zipfile.ZipInfo(path, self.created.timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        with self.archive.open(info, "w", force_zip64=True) as stream:
            part = _Part(stream)
            yield part
        name = path.rpartition("/")[2].lower()
        found = {"name": name, "path": path, "hash": part.digest, "bytes": part.size}
        self.resources.append(found)


class _Part:
    """Bytes on their way into the package, counted and digested."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._hash = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> None:
        """Take the next bytes."""
        self._stream.write(data)
        self._hash.update(data)
        self.size += len(data)

    @property
    def digest(self) -> str:
        """The SHA-256 of all that was written."""
        return "sha256:" + self._hash.hexdigest()


def export_wacz(  # noqa: PLR0913 - all by name
    folder: Path,
    target: Path,
    *,
    title: str,
    created: datetime,
    description: str = "",
    only: Iterable[Place] | None = None,
    titles: Mapping[str, str] | None = None,
) -> Exported:
    """Write the WARC files of `folder` to `target`, which appears only when it is whole.

    With `only`, just the records at those places (pass the one that holds the body beside a
    revisit) and the questions that belong to them. `titles` gives the titles of pages by capture
    id. ArchiveError where a file is damaged.
    """
    wanted = None if only is None else {(p.file, p.offset) for p in only}
    aside = target.with_name(target.name + ".part")
    with zipfile.ZipFile(aside, "w") as archive:
        package = _Package(archive, created.astimezone(UTC))
        for path in sorted(folder.glob("*.warc.gz")):
            if wanted is None or any(name == path.name for name, _ in wanted):
                _copy(path, package, wanted)
        _index(package)
        _list_pages(package, titles or {})
        digest = _manifest(package, {"title": title, "description": description})
    aside.replace(target)
    return Exported(target, len(package.lines), digest)


def _copy(path: Path, package: _Package, wanted: set[tuple[str, int]] | None) -> None:
    with package.part(f"archive/{path.name}") as part, path.open("rb") as source:
        for member in _chosen(path, wanted):
            place = Place(path.name, part.size, member.length)
            source.seek(member.offset)
            left = member.length
            while left:
                data = source.read(min(left, _STEP))
                part.write(data)
                left -= len(data)
            _note(package, member, place)


def _chosen(path: Path, wanted: set[tuple[str, int]] | None) -> Iterator[Member]:
    """The members to be copied: the head, what is wanted, and each one's question."""
    taken = ""
    for found in scan(path):
        if isinstance(found, Stop):
            raise ArchiveError(f"{path.name} is damaged at byte {found.offset}: {found.why}.")
        headers = found.headers
        answers = headers.get("WARC-Concurrent-To", "-") == taken
        if (
            wanted is None
            or headers.get("WARC-Type") == "warcinfo"
            or (path.name, found.offset) in wanted
            or answers
        ):
            taken = headers.get("WARC-Record-ID", "")
            yield found


def _note(package: _Package, member: Member, place: Place) -> None:
    headers = member.headers
    if "Watchdesk-Capture" not in headers:
        return
    package.lines.append(line(headers, place))
    shows = headers.get("Watchdesk-Media-Type") in _PAGES and headers["Watchdesk-Status"] == "200"
    if shows and headers["WARC-Type"] == "response":
        page = {"id": headers["Watchdesk-Capture"], "url": headers["WARC-Target-URI"]}
        package.pages.append({**page, "ts": headers["WARC-Date"]})


def _index(package: _Package) -> None:
    blocks, listing = compressed(package.lines, "index.cdx.gz")
    with package.part("indexes/index.cdx.gz") as part:
        part.write(blocks)
    with package.part("indexes/index.idx", packed=True) as part:
        part.write(listing)


def _list_pages(package: _Package, titles: Mapping[str, str]) -> None:
    head = {"format": "json-pages-1.0", "id": "pages", "title": "All pages"}
    with package.part("pages/pages.jsonl", packed=True) as part:
        part.write(json.dumps(head).encode() + b"\n")
        for page in package.pages:
            title = titles.get(page["id"])
            row = {**page, "title": title} if title else page
            part.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")


def _manifest(package: _Package, words: Mapping[str, str]) -> str:
    manifest = {
        "profile": "data-package",
        "resources": package.resources,
        **{name: text for name, text in words.items() if text},
        "created": package.created.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "wacz_version": _WACZ,
        "software": f"watchdesk/{__version__}",
    }
    data = json.dumps(manifest, indent=2, ensure_ascii=False).encode()
    digest = "sha256:" + hashlib.sha256(data).hexdigest()
    seal = json.dumps({"path": "datapackage.json", "hash": digest}, indent=2).encode()
    with package.part("datapackage.json", packed=True) as part:
        part.write(data)
    with package.part("datapackage-digest.json", packed=True) as part:
        part.write(seal)
    return digest
