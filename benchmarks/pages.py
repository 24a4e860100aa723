"""The bodies of a desk's archived pages, for peers that read the same."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from fastwarc.warc import ArchiveIterator


def html_bodies(desk: str, half: int | None = None) -> Iterator[bytes]:
    """Each HTML page that the desk has captured as an article, once, decoded; or every other."""
    number = 0
    database = sqlite3.connect(Path(desk) / "desk.sqlite")
    wanted = {
        (file, offset)
        for file, offset in database.execute(
            "SELECT file, offset FROM captures WHERE purpose = 'article' AND status = 200"
            " AND revisit_of IS NULL AND media_type LIKE '%html%'"
        )
    }
    database.close()
    for path in sorted((Path(desk) / "archive").glob("*.warc.gz")):
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, parse_http=True, auto_decode="all"):
                if (path.name, record.stream_pos) not in wanted:
                    continue
                body = record.reader.read()  # the reader stumbles over bodies that are left unread
                number += 1
                if half is None or number % 2 == half:
                    yield body
