"""A desk that is open: folder, file, store, archive and clock, as long as a command runs."""

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from watchdesk.archive import Archive
from watchdesk.config import Config, load
from watchdesk.model import Source
from watchdesk.pipeline.waiting import line_up
from watchdesk.store import Store, captures, only_runner, work
from watchdesk.workers import RARELY

ARCHIVE = "archive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every step of the chain works on."""

    folder: Path
    config: Config
    store: Store
    archive: Archive
    clock: Callable[[], datetime]
    sources: Mapping[str, Source]
    """The watched sources by id, muted ones included."""

    @property
    def outlets(self) -> dict[str, str]:
        """How each source is named in the issue."""
        return {source.id: source.title or source.id for source in self.config.sources}

    @property
    def bodies(self) -> dict[str, str]:
        """The sources that are a body's own page, with the name of the body."""
        return {source.id: source.body for source in self.config.sources if source.body}

    @property
    def parties(self) -> dict[str, str]:
        """Who stands behind each source, where the desk says so."""
        return {source.id: source.party for source in self.config.sources if source.party}


def clock_from(start: datetime | None) -> Callable[[], datetime]:
    """The clock of a run: the machine's, or one that was set to `start` when the run began."""
    if start is None:
        return lambda: datetime.now(UTC)
    began = time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - began)


@contextmanager
def open_desk(folder: Path, *, now: datetime | None = None) -> Iterator[Desk]:
    """Open the desk in `folder`; raises a `DeskError` where file or database forbid it."""
    gc.set_threshold(*RARELY)
    config = load(folder)
    store = Store.open(folder)
    archive = Archive(folder / ARCHIVE)
    try:
        yield Desk(
            folder=folder,
            config=config,
            store=store,
            archive=archive,
            clock=clock_from(now),
            sources={source.id: source for source in config.sources},
        )
    finally:
        archive.close()
        store.close()


@contextmanager
def working_on(desk: Desk, what: str) -> Iterator[None]:
    """Work on a desk alone, after what a killed run left behind was put in order."""
    with only_runner(desk.folder, what, desk.clock()):
        adopt(desk)
        yield


def adopt(desk: Desk) -> int:
    """Cut torn archive files to their last whole record, and take in records without a row."""
    with desk.store.reading() as tx:
        ends = captures.ends(tx)
    found = desk.archive.recover(ends)
    with desk.store.writing() as tx:
        captures.add(tx, found)
        for capture in found:
            for stage, subject in line_up(capture):
                work.add(tx, stage, (subject,), capture.fetched_at)
    return len(found)
