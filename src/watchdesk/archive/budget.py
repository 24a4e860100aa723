"""Bounds the memory of a gather: bodies on their way and results that nobody has taken.

In: sizes as they grow and shrink. Out: permission to go on, which may take its time. Small bodies
pass freely, since no more of them are under way than there are connections; a body over `SMALL`
waits, in turn, until its share of a fixed number of bytes is free, and keeps what it takes of it
until its result is taken.
"""

import asyncio

SMALL = 512 * 1024


class Budget:
    """Bytes held by results, and bytes set aside for large bodies."""

    def __init__(self, *, held_bytes: int, large_bytes: int) -> None:
        self._limit = held_bytes
        self._held = 0
        self._room = asyncio.Event()
        self._room.set()
        self._all = self._free = large_bytes
        self._turn = asyncio.Lock()
        self._freed = asyncio.Event()

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

    async def share(self, size: int) -> int:
        """Wait for `size` bytes of the large bodies' memory, at most all of it; gives the share."""
        size = min(size, self._all)
        async with self._turn:
            while self._free < size:
                self._freed.clear()
                await self._freed.wait()
            self._free -= size
        return size

    def give_back(self, share: int) -> None:
        """A share, or a part of one, is free again."""
        self._free += share
        self._freed.set()
