"""The kind "folder": mail (.eml), PDF and HTML files that somebody puts into a folder.

In: a source and the archive's listing of the folder, one JSON line a file. Out: a lead for each
file of a known kind. A file is known again by its name; a changed one is read again.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from watchdesk.model import Capture, Lead, Purpose, Request, Source
from watchdesk.sources.dates import moment, read
from watchdesk.sources.kind import Reading, SourceKind

ENDINGS = (".eml", ".pdf", ".html", ".htm")
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderOptions:
    """A folder of files on this machine.

    Attributes:
        path: the folder, absolute.
        every_minutes: how often a timer's run looks, in minutes.
        most: how many files of one look are taken, the newest first.
    """

    path: str
    every_minutes: int = 15
    most: int = 500


def requests(source: Source) -> tuple[Request, ...]:
    """The folder's listing."""
    return (Request(url=_address(source), source_id=source.id, purpose=Purpose.INDEX),)


def _address(source: Source) -> str:
    options = source.options
    assert isinstance(options, FolderOptions)
    return "file://" + quote(options.path.rstrip("/")) + "/"


def leads(source: Source, capture: Capture, body: bytes) -> Reading:
    """The folder's files as leads, newest first."""
    options = source.options
    assert isinstance(options, FolderOptions)
    files = [row for row in _files(body) if row["name"].casefold().endswith(ENDINGS)]
    files.sort(key=lambda row: (read(row.get("modified")) or _NEVER, row["name"]), reverse=True)
    return Reading(leads=tuple(_lead(row, source, capture) for row in files[: options.most]))


def _files(body: bytes) -> Iterator[dict[str, Any]]:
    """The lines that name a file; a name with a path in it is none of this folder's."""
    for line in body.splitlines():
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            continue
        name = row.get("name") if isinstance(row, dict) else None
        if isinstance(name, str) and name and "/" not in name and "\x00" not in name:
            yield row


def _lead(row: dict[str, Any], source: Source, capture: Capture) -> Lead:
    name = row["name"]
    return Lead(
        url=_address(source) + quote(name),
        source_id=source.id,
        found_in=capture.id,
        entry_id=name,
        title=name,
        updated=moment(row.get("modified"), seen=capture.fetched_at),
    )


KIND = SourceKind(
    name="folder",
    about="a folder of .eml, .pdf and .html files",
    options=FolderOptions,
    requests=requests,
    leads=leads,
)
