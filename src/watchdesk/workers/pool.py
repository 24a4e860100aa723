"""A few worker processes and the threads that feed them.

In: items, one a future. Out: their results as they are finished. Each process has one thread of
the parent that waits for it; these threads never touch an item's bytes but to hand them over.
"""

import contextlib
import os
import pickle
import queue
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, TypeVar

from watchdesk.workers.attend import sentence
from watchdesk.workers.child import Child, Died, Limits, drop

T = TypeVar("T")
R = TypeVar("R")

LOOK_AHEAD = 2
"""Items taken ahead for each worker: enough that none waits, few enough that memory stays flat."""

_STOPPED = "was stopped before it was done"


@dataclass(frozen=True, slots=True)
class _Job:
    call: Callable[[Any], Any]
    item: Any
    future: "Future[Any]"


class Workers:
    """A few worker processes; a context manager, since they must be ended.

    `count` is the number of processes (default: one for each core); `memory_mb` and
    `deadline_seconds` bound what one item may take.
    """

    def __init__(
        self, *, count: int | None = None, memory_mb: int = 1024, deadline_seconds: float = 20
    ) -> None:
        self._count = count or os.cpu_count() or 1
        self._limits = Limits(memory_mb=memory_mb, deadline_seconds=deadline_seconds)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._keepers: list[_Keeper] = []
        self._undone = 0
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def submit(self, call: Callable[[T], R], item: T) -> "Future[R | Died]":
        """Hand in one item; the future is fulfilled with the result or a `Died`, never an error.

        Raises ValueError when another process could not import `call`, RuntimeError after `close`.
        """
        _must_be_importable(call)
        future: Future[R | Died] = Future()
        with self._lock:
            if self._closed:
                raise RuntimeError("these workers are closed")
            self._undone += 1
            if self._undone > len(self._keepers) < self._count:
                self._engage()
        future.add_done_callback(self._one_less)
        self._jobs.put(_Job(call, item, future))
        return future

    def map(self, call: Callable[[T], R], items: Iterable[T]) -> Iterator[tuple[T, R | Died]]:
        """Each item with its result, as they are finished; `items` is read a little ahead only."""
        done: queue.SimpleQueue[tuple[T, Future[R | Died]]] = queue.SimpleQueue()
        waiting = 0
        for item in items:
            _tell(self.submit(call, item), item, done)
            waiting += 1
            if waiting >= self._count * LOOK_AHEAD:
                yield _taken(done)
                waiting -= 1
        for _ in range(waiting):
            yield _taken(done)

    def close(self) -> None:
        """End all workers at once; what was not done is fulfilled with a `Died`."""
        with self._lock:
            self._closed = True
        for keeper in self._keepers:
            keeper.stop()
            self._jobs.put(None)
        for keeper in self._keepers:
            keeper.thread.join()
        with contextlib.suppress(queue.Empty):
            while True:
                job = self._jobs.get_nowait()
                if job is not None and job.future.set_running_or_notify_cancel():
                    job.future.set_result(Died(_STOPPED))

    def _engage(self) -> None:
        keeper = _Keeper(self._limits, self._jobs)
        self._keepers.append(keeper)
        keeper.thread.start()

    def _one_less(self, future: "Future[Any]") -> None:
        del future
        with self._lock:
            self._undone -= 1


class _Keeper:
    """The thread that feeds and watches one worker process."""

    def __init__(self, limits: Limits, jobs: "queue.SimpleQueue[_Job | None]") -> None:
        self._limits = limits
        self._jobs = jobs
        self._child: Child | None = None
        self._stopped = False
        self.thread = threading.Thread(target=self._keep, name="worker's keeper", daemon=True)

    def stop(self) -> None:
        """Kill the process now; its item ends as a `Died`."""
        self._stopped = True
        child = self._child
        if child is not None:
            child.kill()

    def _keep(self) -> None:
        # The kernel counts the end of the thread that started a process as its parent's end, so
        # this thread must last as long as its process.
        try:
            while not self._stopped and (job := self._jobs.get()) is not None:
                if job.future.set_running_or_notify_cancel():
                    job.future.set_result(self._result(job))
        finally:
            drop(self._child)

    def _result(self, job: _Job) -> Any:
        try:
            message = pickle.dumps((job.call, job.item), protocol=pickle.HIGHEST_PROTOCOL)
        except Exception as error:  # noqa: BLE001 - whatever an item's own pickling raises is its bug
            return Died(f"cannot be handed over: {sentence(error)}", traceback.format_exc())
        child = self._child = self._child or Child(self._limits)
        answer = Died(_STOPPED) if self._stopped else child.ask(job.call, message)
        if child.dead:
            drop(child)
            self._child = None
        return Died(_STOPPED) if self._stopped and child.dead else answer


def _tell(
    future: "Future[R | Died]", item: T, done: "queue.SimpleQueue[tuple[T, Future[R | Died]]]"
) -> None:
    future.add_done_callback(lambda made: done.put((item, made)))


def _taken(done: "queue.SimpleQueue[tuple[T, Future[R | Died]]]") -> tuple[T, R | Died]:
    item, future = done.get()
    return item, future.result()


def _must_be_importable(call: Callable[..., object]) -> None:
    module, name = getattr(call, "__module__", ""), getattr(call, "__qualname__", "<")
    if module == "__main__" or "<" in name:
        raise ValueError(f"a worker cannot import {module}.{name}: name a function of a module")
