"""Folders of this machine, read as if they were a site.

In: a `file:` address and the folders the desk watches. Out: an exchange, whose body is a file's
bytes or a folder's listing: one line of JSON a file, {"name", "size", "modified"}, by name. What
lies outside those folders, or is led out of them by a link, is refused. It writes nothing.
"""

import hashlib
import json
import mimetypes
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from watchdesk.archive.exchange import Exchange
from watchdesk.archive.failure import Failure, size_words
from watchdesk.archive.limits import Limits
from watchdesk.model import Code, How, Request

LISTING = "application/x-ndjson"
_MAX_FILES = 100_000
_TYPES = {".eml": "message/rfc822", ".md": "text/markdown", ".json": "application/json"}


def read_file(
    request: Request, *, folders: tuple[Path, ...], limits: Limits, now: datetime
) -> Exchange | Failure:
    """What a `file:` request leads to; a `Failure` where it may not or cannot be read."""
    path = _permitted(request.url, folders)
    if isinstance(path, Failure):
        return path
    try:
        return _listing(path, request, now) if path.is_dir() else _file(path, request, limits, now)
    except OSError as error:
        words = f"{path.name} could not be read ({(error.strerror or 'unknown').lower()})."
        return Failure(Code.CONNECTION, words)


def _permitted(url: str, folders: tuple[Path, ...]) -> Path | Failure:
    parts = urlsplit(url)
    named = Path(unquote(parts.path))
    if parts.netloc not in ("", "localhost") or "\x00" in str(named) or not named.is_absolute():
        return Failure(Code.ADDRESS, f"The address {url} was refused: it names another machine.")
    try:
        path = named.resolve(strict=True)
    except (OSError, RuntimeError):
        return Failure(Code.NOT_FOUND, f"There is no file {named.name} in the watched folder.")
    if any(path.is_relative_to(folder.resolve()) for folder in folders):
        return path
    return Failure(Code.ADDRESS, f"The file {named} was refused: it lies in no watched folder.")


def _listing(folder: Path, request: Request, now: datetime) -> Exchange:
    lines = "".join(sorted(_lines(folder)))
    body = lines.encode("utf-8", "surrogateescape")
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    return _exchange(request, body, now, (LISTING, etag))


def _lines(folder: Path) -> Iterator[str]:
    root = folder.resolve()
    for number, entry in enumerate(folder.iterdir()):
        if number >= _MAX_FILES:
            return
        if entry.name.startswith(".") or not entry.resolve().is_relative_to(root):
            continue
        if entry.is_file():
            yield _line(entry)


def _line(entry: Path) -> str:
    facts = entry.stat()
    modified = datetime.fromtimestamp(facts.st_mtime, UTC).isoformat(timespec="seconds")
    row = {"name": entry.name, "size": facts.st_size, "modified": modified}
    return json.dumps(row, ensure_ascii=False) + "\n"


def _file(path: Path, request: Request, limits: Limits, now: datetime) -> Exchange | Failure:
    facts = path.stat()
    allowed = limits.max_document_bytes
    if facts.st_size > allowed:
        words = (
            f"{path.name} has {size_words(facts.st_size)}; at most {size_words(allowed)} are read."
        )
        return Failure(Code.TOO_LARGE, words)
    kind = _TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0]
    etag = f'"{facts.st_mtime_ns:x}-{facts.st_size:x}"'
    same = request.validators.etag == etag
    body = b"" if same else path.read_bytes()
    return _exchange(request, body, now, (kind or "application/octet-stream", etag))


def _exchange(request: Request, body: bytes, now: datetime, facts: tuple[str, str]) -> Exchange:
    media_type, etag = facts
    same = request.validators.etag == etag
    return Exchange(
        url=request.url,
        asked_at=now,
        status=304 if same else 200,
        response_headers=(("Content-Type", media_type), ("ETag", etag)),
        raw=b"" if same else body,
        body=b"" if same else body,
        media_type=media_type,
        how=How.FILE,
    )
