"""A step in a process of its own that is killed (SIGKILL) as soon as something has happened."""

import multiprocessing
import time
from collections.abc import Callable
from pathlib import Path


def killed_once(happened: Callable[[], bool], step: Callable[[Path], object], folder: Path) -> None:
    """Begin a step on a desk, and kill it when this has happened and before it ended."""
    child = multiprocessing.get_context("spawn").Process(target=step, args=(folder,))
    child.start()
    while not happened():
        time.sleep(0.01)
        assert child.is_alive()
    assert child.is_alive()
    child.kill()
    child.join()
