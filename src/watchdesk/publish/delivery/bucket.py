"""An S3-compatible bucket, through the client that the extra `s3` installs.

Comes in: a place with endpoint and bucket, and a key. Goes out: objects with their media type.
"""

import mimetypes
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from watchdesk.publish.delivery.place import Place, PlaceError

_TYPES = {".woff2": "font/woff2", ".json": "application/json", ".js": "text/javascript"}
_TEXTS = ("text/", "application/json", "application/xml")


@dataclass(frozen=True, slots=True)
class Bucket:
    """The objects of one bucket whose names begin with `prefix`."""

    client: Any
    name: str
    prefix: str

    @classmethod
    def of(cls, place: Place, secrets: Mapping[str, str]) -> "Bucket":
        """Log in; nothing is asked of the server yet."""
        try:
            from minio import Minio  # noqa: PLC0415 - an extra
        except ImportError:
            raise PlaceError("a bucket needs the extra 's3' of this program") from None
        if not secrets.get("key") or not secrets.get("secret"):
            raise PlaceError("the environment holds no key for it")
        parts = urlsplit(place.endpoint)
        client = Minio(
            endpoint=parts.netloc,
            access_key=secrets["key"],
            secret_key=secrets["secret"],
            secure=parts.scheme == "https",
            region=place.region,
        )
        prefix = f"{place.path.strip('/')}/" if place.path.strip("/") else ""
        return cls(client, place.bucket, prefix)

    def put(self, site: Path, paths: Sequence[str]) -> None:
        """Each object is whole or not there."""
        for path in paths:
            self._ask(
                "fput_object",
                bucket_name=self.name,
                object_name=self.prefix + path,
                file_path=str(site / path),
                content_type=media_type(path),
            )

    def take(self, paths: Sequence[str]) -> None:
        """An object that is not there is no failure."""
        for path in paths:
            self._ask("remove_object", bucket_name=self.name, object_name=self.prefix + path)

    def _ask(self, what: str, **arguments: str) -> None:
        try:
            getattr(self.client, what)(**arguments)
        except Exception as error:  # its network library's errors have no common parent
            said = str(error).splitlines()[0][:200].rstrip(". ")
            raise PlaceError(f"the server says '{said}'") from error


def media_type(path: str) -> str:
    """What a browser is told of a file of the site."""
    found = _TYPES.get(Path(path).suffix) or mimetypes.guess_type(path)[0]
    kind = found or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXTS) else kind
