"""Index lines by which replay tools find a record.

In: addresses and records' headers. Out: CDXJ lines, and the two parts of a compressed index.
Pure; sorting is by bytes, as the readers' binary search expects.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Mapping
from urllib.parse import urlsplit

from watchdesk.model import Place

_BLOCK = 1024  # lines in one compressed block, as wacz writes them
_WWW = re.compile(r"^www\d*\.")
_DEFAULT = {"http": 80, "https": 443}
_GZIP = 31


def surt(url: str) -> str:
    """The sort-friendly form of an address: host turned round, lower case, query in order."""
    parts = urlsplit(url.lower())
    if parts.scheme not in _DEFAULT:
        return url.lower()
    host = _WWW.sub("", parts.hostname or "")
    turned = host if ":" in host or _is_ipv4(host) else ",".join(reversed(host.split(".")))
    port = parts.port
    place = turned if port in (None, _DEFAULT[parts.scheme]) else f"{turned}:{port}"
    path = parts.path.rstrip("/") or "/"
    query = "&".join(sorted(parts.query.split("&")))
    return f"{place}){path}" + (f"?{query}" if query else "")


def _is_ipv4(host: str) -> bool:
    return host.replace(".", "").isdigit()


def timestamp(warc_date: str) -> str:
    """A WARC date as 14 digits."""
    return re.sub(r"\D", "", warc_date)[:14]


def line(headers: Mapping[str, str], place: Place) -> str:
    """The index line of a record of ours."""
    revisit = headers["WARC-Type"] == "revisit"
    fields = {
        "url": headers["WARC-Target-URI"],
        "mime": "warc/revisit" if revisit else headers.get("Watchdesk-Media-Type", ""),
        "status": headers["Watchdesk-Status"],
        "digest": headers.get("WARC-Payload-Digest", ""),
        "length": str(place.length),
        "offset": str(place.offset),
        "filename": place.file,
    }
    told = {name: value for name, value in fields.items() if value}
    key = f"{surt(headers['WARC-Target-URI'])} {timestamp(headers['WARC-Date'])}"
    return f"{key} {json.dumps(told)}\n"


def compressed(lines: list[str], name: str) -> tuple[bytes, bytes]:
    """A sorted index in gzip blocks, and the list of the blocks that is searched first."""
    lines = sorted(lines)
    meta = json.dumps({"format": "cdxj-gzip-1.0", "filename": name})
    blocks, listing = b"", f"!meta 0 {meta}\n"
    for start in range(0, len(lines), _BLOCK):
        chosen = lines[start : start + _BLOCK]
        block = _gzip("".join(chosen).encode())
        facts = {
            "offset": len(blocks),
            "length": len(block),
            "digest": "sha256:" + hashlib.sha256(block).hexdigest(),
            "filename": name,
        }
        listing += f"{chosen[0].split(' {', 1)[0]} {json.dumps(facts)}\n"
        blocks += block
    return blocks, listing.encode()


def _gzip(data: bytes) -> bytes:
    engine = zlib.compressobj(wbits=_GZIP)
    return engine.compress(data) + engine.flush()
