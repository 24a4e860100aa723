"""One worker process, seen from the parent: ask it, watch it, kill it.

In: one pickled message. Out: the answer, or a `Died` where a limit was passed or the process fell.
"""

import contextlib
import os
import pickle
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Pipe
from typing import Any

from watchdesk.workers.attend import know

_WATCH_SECONDS = 0.05
"""How often a busy worker's memory is looked at; a bomb fills some 50 MB between two looks."""

_IMPORT_SECONDS = 60.0
"""For starting and importing, which a busy machine may draw out; no hostile bytes are read yet."""

_SPARE_MB = 512
"""Address space beyond the limit: shared libraries and arenas that are mapped and never filled."""

_START = "from watchdesk.workers.attend import attend; attend({fd}, {parent}, {limit})"


@dataclass(frozen=True, slots=True)
class Died:
    """Why an item has no result: `why` goes on after "it" ("took longer than 20 s").

    `trace` is the traceback where the function raised: that is a bug, not a hostile item.
    """

    why: str
    trace: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one item may take: resident memory in MB, and seconds by the wall clock."""

    memory_mb: int
    deadline_seconds: float

    def full(self) -> Died:
        """The verdict on an item that took too much memory."""
        size = f"{self.memory_mb} MB" if self.memory_mb % 1024 else f"{self.memory_mb // 1024} GB"
        return Died(f"needed more than {size}")


class Child:
    """A running worker process; `dead` once an item has taken it along."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._known: set[Callable[[Any], Any]] = set()
        self.dead = False
        self._pipe, theirs = Pipe()
        with theirs:
            self._process = _start(theirs.fileno(), (limits.memory_mb + _SPARE_MB) << 20)
        self._inherited = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        self._statm = f"/proc/{self._process.pid}/statm"

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def end(self) -> None:
        """Kill, reap and close."""
        self.kill()
        self._process.wait()
        self._pipe.close()

    def ask(self, call: Callable[[Any], Any], message: bytes) -> Any:
        """The answer to a pickled `(call, item)`, or a `Died`."""
        if call not in self._known:
            answer = self._exchange(pickle.dumps((know, call)), _IMPORT_SECONDS)
            if isinstance(answer, Died):
                return answer
            self._known.add(call)
        return self._exchange(message, self._limits.deadline_seconds)

    def _exchange(self, message: bytes, seconds: float) -> Any:
        try:
            self._pipe.send_bytes(message)
            passed = self._watch(seconds)
            if passed is not None:
                return self._fallen(passed)
            good, answer = pickle.loads(self._pipe.recv_bytes())  # noqa: S301 - our own process wrote it
        except (EOFError, OSError):
            return self._fallen(None)
        return answer if good else self._raised(*answer)

    def _raised(self, why: str, trace: str) -> Died:
        # A memory that was full once may have left a library in any state: start afresh.
        if why.startswith("MemoryError"):
            return self._fallen(self._limits.full())
        return Died(f"failed: {why}", trace)

    def _watch(self, seconds: float) -> Died | None:
        """Wait for the answer; None when it is there, else the limit that was passed."""
        ends = time.monotonic() + seconds
        while not self._pipe.poll(min(_WATCH_SECONDS, max(0.0, ends - time.monotonic()))):
            if time.monotonic() >= ends:
                return Died(f"took longer than {seconds:g} s")
            if self._resident_mb() > self._limits.memory_mb:
                return self._limits.full()
        return None

    def _resident_mb(self) -> float:
        try:
            with open(self._statm, encoding="ascii") as file:  # noqa: PTH123 - twenty times a second
                return int(file.read().split()[1]) * resource.getpagesize() / (1 << 20)
        except (OSError, IndexError):  # no such file system here, or the process has just ended
            return 0.0

    def _fallen(self, why: Died | None) -> Died:
        self.dead = True
        if why is not None:
            self.kill()
        _, status, used = os.wait4(self._process.pid, 0)
        code = self._process.returncode = os.waitstatus_to_exitcode(status)
        if why is not None:
            return why
        # Where memory runs out within C code, the process falls over it before we look. The peak
        # that the kernel tells begins with that of the parent it was started from.
        peak = used.ru_maxrss if used.ru_maxrss > self._inherited else 0
        if peak / 1024 > self._limits.memory_mb * 0.9:
            return self._limits.full()
        return Died(f"crashed ({f'signal {-code}' if code < 0 else f'exit status {code}'})")


def _start(fd: int, limit: int) -> subprocess.Popen[bytes]:
    start = _START.format(fd=fd, parent=os.getpid(), limit=limit)
    paths = os.pathsep.join(filter(None, sys.path))
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-c", start],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        pass_fds=(fd,),
        env={**os.environ, "PYTHONPATH": paths},
        process_group=0,  # the terminal's interrupt does not reach it, not even while it starts
    )


def drop(child: Child | None) -> None:
    """End a process that may not have been started; one that is gone already is no error."""
    if child is not None:
        with contextlib.suppress(ProcessLookupError):
            child.end()
