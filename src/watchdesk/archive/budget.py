"""Bounds the memory of a gather: bodies on their way and results that nobody has taken.

In: sizes as they grow and shrink. Out: permission to go on, which may take its time. Small bodies
pass freely, since no more of them are under way than there are connections; a body over
`SMALL` waits for one of a few places and keeps it until its result is taken.
"""

import asyncio

SMALL = 512 * 1024


class Budget:
    """Bytes held by results, and places for large bodies."""

    def __init__(self, *, held_bytes: int, large_bodies: int) -> None:
        self._limit = held_bytes
        self._held = 0
        self._room = asyncio.Event()
        self._room.set()
        self._places = asyncio.Semaphore(large_bodies)

    async def room(self) -> None:
        """Wait until results that were handed over leave room for more."""
        await self._room.wait()

    def hold(self, size: int) -> None:
        """Count a result that waits to be taken."""
        self._held += size
        if self._held > self._limit:
            self._room.clear()

    def release(self, size: int) -> None:
        """A result was taken and let go."""
        self._held -= size
        if self._held <= self._limit:
            self._room.set()

    async def place(self) -> None:
        """Wait for a place for a large body."""
        await self._places.acquire()

    def give_back(self) -> None:
        """The large body is gone."""
        self._places.release()
