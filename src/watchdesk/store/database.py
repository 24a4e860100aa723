"""Open a desk's database, and the transactions in which everything happens.

In: the desk's folder. Out: a `Store` whose `reading()` and `writing()` give a `Transaction`. A new
database is made, an older one brought up to date after a copy was put aside.
"""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DatabaseError, OperationalError

from watchdesk.model import StoreError, WorldError
from watchdesk.store import dialect, schema

FILE = "desk.sqlite"

_OF_THE_WORLD = (OperationalError, DatabaseError)  # SQLite says the latter of a damaged file


@dataclass(frozen=True, slots=True)
class Transaction:
    """One transaction; the questions of each noun take it as their first argument."""

    connection: Connection


class Store:
    """The database of one desk."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self.path = path

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """Open (or make) the database in `folder`; `StoreError` where it cannot be used."""
        path = folder / FILE
        engine = create_engine(f"sqlite:///{path}")
        dialect.prepare(engine)
        try:
            schema.bring_up_to_date(engine, path)
        except (OperationalError, DatabaseError, sqlite3.DatabaseError) as error:
            raise StoreError(f"The database {path} cannot be used: {error.args[0]}.") from error
        return cls(engine, path)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A transaction that sees one state and writes nothing; `StoreError` where it cannot."""
        with self._usable("read"), self._engine.begin() as connection:
            yield Transaction(connection)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """A transaction that writes; committed at the end, or nothing of it is."""
        with (
            self._usable("written"),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            yield Transaction(connection)

    @contextmanager
    def each_alone(self) -> Iterator[Transaction]:
        """For many small writes: each statement is a transaction of its own, kept when it returns.

        A quarter of the time of as many `writing()`; nothing is locked in between.
        """
        with (
            self._usable("written"),
            self._engine.connect().execution_options(each_alone=True) as connection,
        ):
            yield Transaction(connection)

    @contextmanager
    def _usable(self, what: str) -> Iterator[None]:
        """Make one sentence of what file, disk or another process forbid; a bug stays a bug."""
        try:
            yield
        except DatabaseError as error:
            if type(error) not in _OF_THE_WORLD:
                raise
            raise StoreError(f"The database {self.path} cannot be {what}: {error.orig}.") from error

    def copy_to(self, target: Path) -> None:
        """A consistent copy, also while others write (SQLite's own backup)."""
        with sqlite3.connect(self.path) as source, sqlite3.connect(target) as copy:
            source.backup(copy, pages=1024)
        copy.close()
        source.close()

    def settle(self) -> None:
        """Wait until all that was committed is on the disk, and not only safe from a kill."""
        log = self.path.with_name(f"{self.path.name}-wal")
        for path in (log, self.path):
            if path.exists():
                with path.open("rb") as file:
                    os.fsync(file.fileno())

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()


@contextmanager
def only_runner(folder: Path, what: str, at: datetime) -> Iterator[None]:
    """Let one process a desk do `what`; the lock goes with the process, however it ends."""
    line = f"{what}, process {os.getpid()}, since {at:%Y-%m-%d %H:%M} UTC"
    with alone(folder / ".running", line, "Another process works on this desk"):
        yield


@contextmanager
def alone(path: Path, line: str, refusal: str) -> Iterator[str]:
    """Hold the lock file `path`; `WorldError` with `refusal` while another process does.

    The file says `line` meanwhile and is emptied at the end: gives the line that a process left
    which was killed while it held the lock, else nothing.
    """
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.seek(0)
            raise WorldError(f"{refusal}: {file.read().strip()}.") from error
        file.seek(0)
        left = file.read().strip()
        file.truncate(0)
        file.write(f"{line}\n")
        file.flush()
        try:
            yield left
        finally:
            file.truncate(0)
