"""Lets an ordinary `for` walk an asynchronous run, one event at a time."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from typing import TypeVar

T = TypeVar("T")


def stepped(make: Callable[[], AsyncIterator[T]]) -> Iterator[T]:
    """The events of `make()`; its loop runs while the next one is asked for.

    Leaving the loop early closes the run in good order: its files, its connections, its loop.
    """
    with asyncio.Runner() as runner:
        events = make()
        loop = runner.get_loop()
        try:
            while True:
                try:
                    yield loop.run_until_complete(anext(events))
                except StopAsyncIteration:
                    return
        finally:
            closing = getattr(events, "aclose", None)
            if closing is not None:
                loop.run_until_complete(closing())
