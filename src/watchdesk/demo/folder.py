"""The diaspora group's mail and papers, laid out as a folder of one's own.

In: a place to write, the port of the running site, the moment on its clock.
Out: the files dated by then, whose links to the invented outlets lead to that port.
It changes nothing but those links, and never touches the shipped files.
"""

import re
from datetime import date, datetime
from pathlib import Path

from watchdesk.demo.fiction import MATERIAL

_HOST = re.compile(rb"(http://[a-z]+\.localhost)/")


def lay_out_folder(target: Path, *, port: int, moment: datetime) -> tuple[Path, ...]:
    """Write the files that had arrived by then; laying out twice changes nothing."""
    target.mkdir(parents=True, exist_ok=True)
    arrived = [
        path for path in sorted((MATERIAL / "folder").iterdir()) if _day(path) <= moment.date()
    ]
    return tuple(_write(path, target / path.name, port) for path in arrived)


def _day(path: Path) -> date:
    return date.fromisoformat(path.name[:10])


def _write(source: Path, target: Path, port: int) -> Path:
    body = source.read_bytes()
    if source.suffix != ".pdf":
        body = _HOST.sub(rb"\1:%d/" % port, body)
    if not target.exists() or target.read_bytes() != body:
        target.write_bytes(body)
    return target
