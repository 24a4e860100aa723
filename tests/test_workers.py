import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from watchdesk.workers import Died, Workers


def double(number: int) -> int:
    return 2 * number


def size(body: bytes) -> int:
    return len(body)


def sleep() -> None:
    time.sleep(60)


def fill() -> None:
    held = []
    for number in range(256):
        held.append(bytes([number]) * (4 << 20))
        time.sleep(0.005)


def ask_for_everything() -> None:
    _ = bytearray(8 << 30)


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leave() -> None:
    os._exit(7)


def fail() -> None:
    raise LookupError("no such thing")


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def trouble(kind: str) -> str:
    for deed in (sleep, fill, ask_for_everything, crash, leave, fail, interrupt):
        if deed.__name__ == kind:
            deed()
    return f"{kind} is fine"


def my_pid(_: int) -> int:
    return os.getpid()


def test_results_come_with_their_items() -> None:
    with Workers(count=2) as workers:
        assert dict(workers.map(double, range(10))) == {n: 2 * n for n in range(10)}


def test_a_thousand_quick_items_take_a_second_or_two_and_two_processes() -> None:
    with Workers(count=2) as workers:
        begun = time.monotonic()
        pids = {pid for _, pid in workers.map(my_pid, range(1000))}
        assert len(pids) <= 2
        assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("sleep", "took longer than 1 s"),
        ("fill", "needed more than 200 MB"),
        ("ask_for_everything", "needed more than 200 MB"),
        ("crash", "crashed (signal 11)"),
        ("leave", "crashed (exit status 7)"),
        ("fail", "failed: LookupError: no such thing"),
    ],
)
def test_a_death_costs_its_one_item(kind: str, why: str) -> None:
    seconds = 1 if kind == "sleep" else 20
    with Workers(count=1, memory_mb=200, deadline_seconds=seconds) as workers:
        results = dict(workers.map(trouble, ["before", kind, "after"]))
    died = results[kind]
    assert isinstance(died, Died)
    assert died.why == why
    assert results["before"] == "before is fine"
    assert results["after"] == "after is fine"


def test_a_large_parent_does_not_make_a_crash_look_like_hunger() -> None:
    large = bytearray(400 << 20)
    large[:: resource.getpagesize()] = b"x" * len(large[:: resource.getpagesize()])
    with Workers(count=1, memory_mb=200) as workers:
        died = dict(workers.map(trouble, ["leave"]))["leave"]
    assert isinstance(died, Died)
    assert died.why == "crashed (exit status 7)"
    del large


def test_a_bug_in_the_work_brings_its_traceback() -> None:
    with Workers(count=1) as workers:
        died = workers.submit(trouble, "fail").result()
    assert isinstance(died, Died)
    assert "in fail" in died.trace


def test_an_interrupt_is_the_parents_to_decide() -> None:
    with Workers(count=1) as workers:
        assert workers.submit(trouble, "interrupt").result() == "interrupt is fine"


def test_items_are_read_a_little_ahead_only() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    with Workers(count=1) as workers:
        next(workers.map(double, items()))
        assert len(taken) <= 4


def test_a_large_body_goes_through_whole() -> None:
    with Workers(count=1) as workers:
        assert workers.submit(size, bytes(20_000_000)).result() == 20_000_000


def test_a_function_that_cannot_be_imported_is_refused_at_once() -> None:
    with Workers(count=1) as workers, pytest.raises(ValueError, match="a worker cannot import"):
        workers.submit(lambda item: item, 1)


def test_an_item_that_cannot_be_handed_over_is_its_own_loss() -> None:
    with Workers(count=1) as workers:
        died = workers.submit(str, lambda: None).result()
        assert isinstance(died, Died)
        assert "cannot be handed over" in died.why
        assert workers.submit(double, 2).result() == 4


def test_closing_ends_what_is_under_way() -> None:
    begun = time.monotonic()
    workers = Workers(count=1)
    running, waiting = (workers.submit(trouble, "sleep") for _ in range(2))
    workers.close()
    assert isinstance(running.result(), Died)
    assert isinstance(waiting.result(), Died)
    assert time.monotonic() - begun < 15
    with pytest.raises(RuntimeError, match="closed"):
        workers.submit(double, 1)


PARENT = """
import sys
from watchdesk.workers import Workers
from tests.test_workers import my_pid, trouble
workers = Workers(count=1)
print(workers.submit(my_pid, 0).result(), flush=True)
workers.submit(trouble, {kind!r}).result()
sys.stdin.read()
"""


@pytest.mark.parametrize("kind", ["sleep", "idle"])
def test_no_worker_outlives_a_parent_that_was_killed(kind: str) -> None:
    root = Path(__file__).parent.parent
    with subprocess.Popen(
        [sys.executable, "-c", PARENT.format(kind=kind)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=root,
        text=True,
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        time.sleep(0.2)
        parent.kill()
    assert _ends(pid)


def _ends(pid: int) -> bool:
    for _ in range(100):
        with suppress(OSError):
            if Path(f"/proc/{pid}/stat").read_text(encoding="ascii").split()[2] == "Z":
                return True
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
