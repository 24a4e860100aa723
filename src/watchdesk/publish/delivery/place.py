"""Where a finished site can be brought, and what each way there has to do.

Comes in: nothing. Goes out: nothing; these are the shapes that `bringing` and its carriers share.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the site is brought; the fields are those of `[publish.to]` in desk.toml."""

    kind: str
    path: str = ""
    host: str = ""
    port: int = 0
    identity: str = ""
    known_hosts: str = ""
    endpoint: str = ""
    bucket: str = ""
    region: str = ""


class PlaceError(Exception):
    """The place refused; its text is a sentence for the editor."""


class Carrier(Protocol):
    """One way to bring files: both take paths relative to the site's folder."""

    def put(self, site: Path, paths: Sequence[str]) -> None:
        """Bring files, each whole or not at all; may raise `PlaceError`."""

    def take(self, paths: Sequence[str]) -> None:
        """Take files away; one that is not there is none to take."""
