"""What all visits share: the open desk, who tried to enter, who has which item open.

In: the desk's folder and a clock. Out: the desk with its files as they now are: desk.toml and
sources.toml are read anew when they have changed. One process serves a desk; what is held here in
memory can be lost without harm.
"""

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Lock
from zoneinfo import ZoneInfo

from watchdesk.config import load
from watchdesk.desk.accounts import Person, Tries, person_named
from watchdesk.desk.presence import Presence
from watchdesk.desk.roles import Role
from watchdesk.pipeline import Desk, open_desk
from watchdesk.pipeline.marks import Disagreements
from watchdesk.pipeline.previewing import Preview
from watchdesk.store import accounts

FILES = ("desk.toml", "sources.toml")
SOMEBODY = "Editor"
"""Who decides on a desk that names nobody."""


class Room:
    """An open desk, as long as the server runs."""

    def __init__(self, folder: Path, *, now: datetime | None, guarded: bool) -> None:
        self._open = ExitStack()
        self._desk = self._open.enter_context(open_desk(folder, now=now))
        self._stamps = self._stamped()
        self._lock = Lock()
        self.guarded = guarded
        """Whether a login is asked even where nobody has a password."""
        self.tries = Tries(time.monotonic)
        self.presence = Presence(time.monotonic)
        self.preview: Preview | None = None
        """The editions that were looked at last."""
        self.disagreements = Disagreements()
        """The numbers that disagree in the stories that were shown."""
        self.closing = False
        """Set when the server goes: open lines end by themselves."""
        self.places: frozenset[str] = frozenset()
        """The first words of the addresses that screens answer."""

    @property
    def desk(self) -> Desk:
        """The desk with its files as they now are."""
        with self._lock:
            stamps = self._stamped()
            if stamps != self._stamps:
                config = load(self._desk.folder)
                sources = {source.id: source for source in config.sources}
                self._desk = replace(self._desk, config=config, sources=sources)
                self._stamps = stamps
            return self._desk

    @property
    def clock(self) -> Callable[[], datetime]:
        """The desk's clock."""
        return self._desk.clock

    @property
    def zone(self) -> ZoneInfo:
        """The desk's own time."""
        return ZoneInfo(self._desk.config.timezone)

    def local_editor(self) -> Person | None:
        """Who is here without a login: on this machine alone, while nobody has a password."""
        desk = self.desk
        with desk.store.reading() as tx:
            if self.guarded or accounts.with_password(tx):
                return None
        if not desk.config.editors:
            return Person(name=SOMEBODY, role=Role.ADMIN)
        found = person_named(desk.config, desk.config.editors[0].name)
        return replace(found, role=Role.ADMIN) if found else None

    def seen(self) -> int:
        """The number that grows with each change that an editor can see."""
        with self._desk.store.reading() as tx:
            return accounts.seen(tx)

    def close(self) -> None:
        """Give the desk back."""
        self._open.close()

    def _stamped(self) -> tuple[int, ...]:
        paths = (self._desk.folder / name for name in FILES)
        return tuple(path.stat().st_mtime_ns if path.exists() else 0 for path in paths)
