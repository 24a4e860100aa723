"""The kind "folder": mail (.eml), PDF and HTML files that somebody puts into a folder.

In: a source and the archive's listing of the folder, one JSON line a file. Out: a lead for each
file of a known kind. A file is known again by its name; a changed one is read again.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from watchdesk.model import Capture, Lead, Purpose, Request, Source
from watchdesk.sources.dates import moment
from watchdesk.sources.kind import Reading, SourceKind

ENDINGS = (".eml", ".pdf", ".html", ".htm")


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
    files = sorted(_files(body), key=lambda row: str(row.get("modified")), reverse=True)
    wanted = [row for row in files if str(row["name"]).casefold().endswith(ENDINGS)]
    return Reading(leads=tuple(_lead(row, source, capture) for row in wanted[: options.most]))


def _files(body: bytes) -> Iterator[dict[str, Any]]:
    for line in body.splitlines():
        row = json.loads(line)
        if isinstance(row, dict) and "name" in row:
            yield row


def _lead(row: dict[str, Any], source: Source, capture: Capture) -> Lead:
    name = str(row["name"])
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
